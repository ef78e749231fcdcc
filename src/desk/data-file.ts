import type { z } from "zod";
import type { Reference } from "../article/article.ts";
import { tell } from "../article/rules.ts";
import { nearestName } from "../kit/nearest.ts";
import type { Place, Problem } from "../kit/problem.ts";
import { parseJson } from "./json-tree.ts";
import { placesIn } from "./places.ts";
import { parseYaml, type YamlMap, type YamlTree } from "./yaml-tree.ts";
import { findAt, isBlank, offsetAt, plainOf, shownText, shownValue } from "./yaml-value.ts";

/**
 * A value, unless a problem keeps it from being one, and everything that there is to tell. `links`, `pictures`: the pages
 * and the files of this site that it names.
 */
export type Parsed<Value> = {
  readonly value?: Value;
  readonly problems: readonly Problem[];
  readonly links?: readonly Reference[];
  readonly pictures?: readonly Reference[];
};

/** What a right value is called, a right use of it, and what it is for. */
type Described = { readonly wanted: string; readonly example: string; readonly about?: string };

/** One property of a record, with its shape. */
export type Property = Described & {
  readonly schema: z.ZodType;
  /** Whether numbers and flags are meant as such; without it all is text, as written. */
  readonly isTyped?: boolean;
};

/** A property that is a record itself, whose keys are all known. */
export type Group = Described & {
  readonly table: Readonly<Record<string, Property>>;
  /** Keys without which the record says nothing. */
  readonly required?: readonly string[];
  /** Keys that one may want to write, but that follow from something else: from what. */
  readonly derived?: Readonly<Record<string, string>>;
};

export type Table = Readonly<Record<string, Property | Group>>;

/** The values of a record's properties, as far as they are there and right. */
export type RecordOf<T extends Table> = {
  [Key in keyof T]?: T[Key] extends { readonly table: infer Inner extends Table }
    ? RecordOf<Inner>
    : T[Key] extends Property
      ? z.output<T[Key]["schema"]>
      : never;
};

/** A group by the key under which it stands. */
type GroupAt = Group & { readonly key: string };

/** A file of data, JSON or YAML, that is being read. Problems are collected in it. */
export type DataFile = {
  readonly file: string;
  readonly tree: YamlTree;
  readonly placeAt: (offset: number) => Place;
  readonly problems: Problem[];
};

/** Opens the text of a file of data: JSON, or YAML by its ending. Gives problems where it is none. */
export function parseDataFile(
  file: string,
  text: string,
): DataFile | { readonly problems: readonly Problem[] } {
  const json = text.replace(/^\uFEFF/, "");
  const placeAt = placesIn(file, json, 1);
  const format = /\.ya?ml$/.test(file) ? "YAML" : "JSON";
  const result = format === "YAML" ? parseYaml(json) : parseJson(json);
  const { original } = result;
  if ("tree" in result)
    return { file, tree: result.tree, placeAt: (at) => placeAt(original(at)), problems: [] };
  const problems = result.faults.map(({ at, reason, forbidden }) =>
    tell("data-file", placeAt(original(at)), {
      ...{ file, format },
      reason: forbidden ? `${forbidden} can be no key` : reason,
    }),
  );
  return { problems };
}

/** Reads a record's properties by their table; each that is wrong is told and left out. `group`: the record's own key. */
export function parseRecord<T extends Table>(
  data: DataFile,
  map: YamlMap,
  table: T,
  group?: GroupAt,
): RecordOf<T> {
  const values: Record<string, unknown> = {};
  for (const [key, { at, tree }] of map.entries) {
    const property = Object.hasOwn(table, key) ? table[key] : undefined;
    const shown = group ? `${group.key}.${key}` : key;
    if (!property) judgeKey(data, key, at, Object.keys(table), group);
    else if (!isBlank(tree)) values[key] = parseProperty(data, shown, tree, property);
  }
  return values as RecordOf<T>;
}

/** Tells that a value is not what is wanted. */
export function tellData(
  data: DataFile,
  at: number,
  key: string,
  value: string,
  { wanted, example }: Described,
): void {
  data.problems.push(tell("data-shape", data.placeAt(at), { key, value, wanted, example }));
}

function parseProperty(data: DataFile, key: string, tree: YamlTree, property: Property | Group): unknown {
  if ("table" in property) return parseGroup(data, key, tree, property);
  const result = property.schema.safeParse(plainOf(tree, new Set(), property.isTyped));
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path ?? [];
  tellData(data, offsetAt(tree, path), key, shownValue(findAt(tree, path) ?? tree), property);
  return undefined;
}

/** The record, unless something is missing without which it says nothing. */
function parseGroup(data: DataFile, key: string, tree: YamlTree, group: Group): unknown {
  if (tree.kind !== "map") {
    tellData(data, tree.at, key, shownValue(tree), group);
    return undefined;
  }
  const values: Readonly<Record<string, unknown>> = parseRecord(data, tree, group.table, { ...group, key });
  const missing = (group.required ?? []).filter((name) => values[name] === undefined);
  for (const name of missing) {
    const written = tree.entries.get(name);
    const example = group.table[name]?.example ?? group.example;
    if (!written || isBlank(written.tree))
      data.problems.push(tell("field-required", data.placeAt(tree.at), { key: `${key}.${name}`, example }));
  }
  return missing.length > 0 ? undefined : values;
}

/** A site may keep what it likes in its data; only a slip of a known name is told. In a group, whatever is not known. */
function judgeKey(data: DataFile, key: string, at: number, known: readonly string[], group?: GroupAt): void {
  const place = data.placeAt(at);
  const source = group?.derived && Object.hasOwn(group.derived, key) ? group.derived[key] : undefined;
  const nearest = nearestName(key, known);
  if (group && source !== undefined)
    data.problems.push(tell("data-derived", place, { key: shownText(`${group.key}.${key}`), source }));
  else if (group)
    data.problems.push(
      tell("data-group", place, { key: shownText(key), group: group.key, known: known.join(", ") }),
    );
  else if (nearest) data.problems.push(tell("data-key", place, { key: shownText(key), nearest }));
}
