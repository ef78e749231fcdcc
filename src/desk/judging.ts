import { type FieldName, fields } from "../article/fields.ts";
import type { Locale } from "../article/masthead.ts";
import { type RuleName, type rules, tell } from "../article/rules.ts";
import type { Place, Problem, ValuesOf } from "../kit/problem.ts";
import type { Written } from "./field-names.ts";
import type { FrontMatter } from "./front-matter.ts";
import { offsetAt, shownText } from "./yaml-value.ts";

/** What accepting depends on beyond the front matter. */
export type AcceptContext = {
  /** Path below the articles folder, with `/`. */
  readonly file: string;
  /** The masthead's IANA zone and its language (BCP 47). */
  readonly zone: string;
  readonly language: string;
  /** The paper's other languages. */
  readonly locales: readonly Locale[];
  /** Slugs of the known sections; undefined where any is known. */
  readonly sections: ReadonlySet<string> | undefined;
  /** By the slug of a topic that was merged into another, the other's. */
  readonly merged: ReadonlyMap<string, string>;
  /** Pattern of an article's URL, of `{section} {yyyy} {mm} {dd} {slug}`. */
  readonly articleUrl: string;
};

/** Front matter while it is being judged. Problems are collected in it. */
export type Judging = {
  readonly front: FrontMatter;
  readonly context: AcceptContext;
  readonly written: ReadonlyMap<FieldName, Written>;
  readonly problems: Problem[];
};

type Path = readonly PropertyKey[];
/** A field, and the way to a part of its value. */
export type FieldPath = readonly [FieldName, ...PropertyKey[]];

/** Where a field's value stands, or a part of it; without one, the file's first line. */
export function placeOf({ front, written }: Judging, name: FieldName, path: Path = []): Place {
  const field = written.get(name);
  if (!field) return { file: front.file, line: 1, column: 1 };
  return front.placeAt(offsetAt(field.tree, path));
}

/** A field's key as it was written, with the path to a part of it: `image.src`. */
export function keyOf({ written }: Judging, name: FieldName, path: Path = []): string {
  const steps = path.filter((step) => typeof step === "string");
  return [written.get(name)?.key ?? name, ...steps].join(".");
}

/** Tells that a field, or a part of it, breaks a rule. */
export function tellOf<Name extends RuleName>(
  judging: Judging,
  [name, ...path]: FieldPath,
  rule: Name,
  values: ValuesOf<(typeof rules)[Name]>,
): void {
  judging.problems.push(tell(rule, placeOf(judging, name, path), values));
}

/** Tells that a text in a field is not what is wanted there. */
export function tellShape(judging: Judging, at: FieldPath, value: string, wanted: string): void {
  const [name, ...path] = at;
  const { example } = fields[name];
  tellOf(judging, at, "field-shape", {
    key: keyOf(judging, name, path),
    value: shownText(value),
    wanted,
    example,
  });
}
