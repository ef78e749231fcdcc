import type { FieldName } from "../article/fields.ts";
import { fieldRules, findField, knownKeys } from "../article/front-matter-schema.ts";
import { tell } from "../article/rules.ts";
import { nearestName } from "../kit/nearest.ts";
import type { Problem } from "../kit/problem.ts";
import type { FrontMatter } from "./front-matter.ts";
import type { YamlTree } from "./yaml-tree.ts";
import { isBlank, isSame } from "./yaml-value.ts";

/** A field as it was written: under which key, and what. */
export type Written = { readonly key: string; readonly tree: YamlTree };

/** Keys by which other site generators let a file steer templates or write elsewhere. */
const steering = /^(?:pagination|templateEngineOverride|eleventy.*|override:.*)$/;
const moment = /^\d{4}-\d\d?-\d/;

/** Fields that may keep a story from readers, with what is written in them. An embargo is one, whatever it says. */
const withholding: ReadonlyMap<FieldName, RegExp> = new Map([
  ["embargoedUntil", /\S/],
  ["published", moment],
  ["expires", moment],
  ["standing", /^(?:usable|held|killed)$/i],
  ["draft", /^(?:true|false|yes|no)$/i],
] as const);
const plainWord = /^[\w-]+$/;
/** A path that no template engine would change and that leads nowhere else. */
const plainPath = /^(?!.*(?:\.\.|\/\/))[^{}<>%:\\\s]+$/;

/**
 * Sorts the keys of front matter into fields. A field's own name wins over its aliases, and these by their order;
 * a key without a value is as if it were not there.
 */
export function parseFieldNames(front: FrontMatter): {
  readonly written: ReadonlyMap<FieldName, Written>;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const written = new Map<FieldName, Written>();
  const seen = new Map<string, Written>();
  for (const [key, { at, tree }] of front.fields) {
    const problem = judgeKey(key, tree, front, at);
    if (problem) problems.push(problem);
    else if (!isBlank(tree)) seen.set(key, { key, tree });
  }
  for (const key of seen.keys()) {
    const name = findField(key);
    if (!name || written.has(name)) continue;
    const first = [name, ...(fieldRules.get(name)?.aliases ?? [])].find((alias) => seen.has(alias));
    const found = seen.get(first ?? key);
    if (found) written.set(name, found);
  }
  for (const [name, { key, tree }] of written) {
    const other = fieldRules.get(name)?.aliases.find((alias) => seen.has(alias));
    const rival = other === undefined ? undefined : seen.get(other)?.tree;
    if (key !== name || !other || !rival || isSame(tree, rival)) continue;
    problems.push(tell("key-twice", front.placeAt(front.fields.get(other)?.at ?? 0), { key, other }));
  }
  return { written, problems };
}

/** The field that is probably meant by a key, where to go on without it might print what was to be kept back. */
function findWithholding(
  key: string,
  nearest: string | undefined,
  tree: YamlTree,
  front: FrontMatter,
): string | undefined {
  const meant = /embargo/i.test(key) ? "embargoedUntil" : /expir/i.test(key) ? "expires" : nearest;
  const field = meant === undefined ? undefined : findField(meant);
  const form = field && withholding.get(field);
  if (!field || !form || tree.kind !== "scalar" || !form.test(tree.text.trim())) return undefined;
  const isWritten = [field, ...(fieldRules.get(field)?.aliases ?? [])].some((name) => front.fields.has(name));
  return isWritten ? undefined : meant;
}

function judgeKey(key: string, tree: YamlTree, front: FrontMatter, at: number): Problem | undefined {
  const text = tree.kind === "scalar" && typeof tree.value === "string" ? tree.value.trim() : undefined;
  const isPlain = (form: RegExp) => text !== undefined && form.test(text);
  if (steering.test(key)) return tell("key-forbidden", front.placeAt(at), { key });
  if (key === "layout" || key === "permalink") {
    if (isBlank(tree)) return undefined;
    const isHarmless = isPlain(key === "layout" ? plainWord : plainPath);
    return tell(isHarmless ? "key-ignored" : "key-forbidden", front.placeAt(at), { key });
  }
  if (findField(key)) return undefined;
  const nearest = nearestName(key, knownKeys);
  const shown = key.length > 40 ? `${key.slice(0, 39)}…` : key;
  const withheld = findWithholding(key, nearest, tree, front);
  if (withheld) return tell("key-withholding", front.placeAt(at), { key: shown, field: withheld });
  const advice = nearest
    ? `Write ${nearest}: if that is meant.`
    : "Put it under data: if the site's own templates need it.";
  return tell("key-unknown", front.placeAt(at), { key: shown, advice });
}
