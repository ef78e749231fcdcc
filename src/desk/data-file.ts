import type { z } from "zod";
import { tell } from "../article/rules.ts";
import { nearestName } from "../kit/nearest.ts";
import type { Place, Problem } from "../kit/problem.ts";
import { parseJson } from "./json-tree.ts";
import { placesIn } from "./places.ts";
import { parseYaml, type YamlMap, type YamlTree } from "./yaml-tree.ts";
import { findAt, isBlank, offsetAt, plainOf, shownText, shownValue } from "./yaml-value.ts";

/** A value, unless a problem keeps it from being one, and everything that there is to tell. */
export type Parsed<Value> = { readonly value?: Value; readonly problems: readonly Problem[] };

/** One property of a record: its shape, what a right value is called, and a right use of it. */
export type Property = {
  readonly schema: z.ZodType;
  readonly wanted: string;
  readonly example: string;
  /** Whether numbers and flags are meant as such; without it all is text, as written. */
  readonly isTyped?: boolean;
};

/** The values of a record's properties, as far as they are there and right. */
export type RecordOf<Table extends Readonly<Record<string, Property>>> = {
  [Key in keyof Table]?: z.output<Table[Key]["schema"]>;
};

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
  const result = /\.ya?ml$/.test(file) ? parseYaml(json) : parseJson(json);
  const { original } = result;
  if ("tree" in result)
    return { file, tree: result.tree, placeAt: (at) => placeAt(original(at)), problems: [] };
  const problems = result.faults.map(({ at, reason, forbidden }) =>
    tell("data-file", placeAt(original(at)), {
      file,
      reason: forbidden ? `${forbidden} can be no key` : reason,
    }),
  );
  return { problems };
}

/** Reads a record's properties by their table; each that is wrong is told and left out. */
export function parseRecord<Table extends Readonly<Record<string, Property>>>(
  data: DataFile,
  map: YamlMap,
  table: Table,
): RecordOf<Table> {
  const values: Record<string, unknown> = {};
  for (const [key, { at, tree }] of map.entries) {
    const property = Object.hasOwn(table, key) ? table[key] : undefined;
    if (!property) judgeKey(data, key, at, Object.keys(table));
    else if (!isBlank(tree)) values[key] = parseProperty(data, key, tree, property);
  }
  return values as RecordOf<Table>;
}

/** Tells that a value is not what is wanted. */
export function tellData(
  data: DataFile,
  at: number,
  key: string,
  value: string,
  { wanted, example }: Pick<Property, "wanted" | "example">,
): void {
  data.problems.push(tell("data-shape", data.placeAt(at), { key, value, wanted, example }));
}

function parseProperty(data: DataFile, key: string, tree: YamlTree, property: Property): unknown {
  const result = property.schema.safeParse(plainOf(tree, new Set(), property.isTyped));
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path ?? [];
  tellData(data, offsetAt(tree, path), key, shownValue(findAt(tree, path) ?? tree), property);
  return undefined;
}

/** A site may keep what it likes in its data; only a slip of a known name is told. */
function judgeKey(data: DataFile, key: string, at: number, known: readonly string[]): void {
  const nearest = nearestName(key, known);
  if (nearest) data.problems.push(tell("data-key", data.placeAt(at), { key: shownText(key), nearest }));
}
