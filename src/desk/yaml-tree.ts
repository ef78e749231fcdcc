import { isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument, type YAMLMap } from "yaml";
import { findFault } from "./yaml-faults.ts";
import { indentQuotedLines } from "./yaml-repair.ts";

/** YAML or JSON as data: every value knows the offset at which it stands, and every scalar its own text. */
export type YamlTree = YamlScalar | YamlList | YamlMap;
export type YamlScalar = {
  readonly kind: "scalar";
  readonly at: number;
  readonly value: string | number | boolean | null;
  readonly text: string;
};
export type YamlList = { readonly kind: "list"; readonly at: number; readonly items: readonly YamlTree[] };
export type YamlMap = { readonly kind: "map"; readonly at: number; readonly entries: YamlEntries };
/** By key; an entry knows its key's offset too. */
export type YamlEntries = ReadonlyMap<string, { readonly at: number; readonly tree: YamlTree }>;

/** What is wrong at an offset, and what to type. `forbidden` is a key that no object may have. */
export type YamlFault = {
  readonly at: number;
  readonly reason: string;
  readonly advice: string;
  readonly forbidden?: string;
};

export type YamlResult = { readonly tree: YamlTree } | { readonly faults: readonly YamlFault[] };

const deepest = 40;
const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
const quoteText = "Put the text in quotes; a value that is meant twice is written twice.";

type Reading = {
  readonly source: string;
  readonly faults: YamlFault[];
  /** Stretches in which a tab is part of a text; not collected where there is no tab. */
  readonly quoted: [number, number][] | undefined;
};

/**
 * Reads YAML 1.2 (core schema; dates stay text). Anchors, aliases, tags, tabs outside of quotes, a key that stands twice
 * and keys that lead to an object's prototype are faults: nothing that is read can grow or steer.
 */
export function parseYaml(yaml: string): YamlResult {
  const strict = readTree(yaml, true);
  if ("tree" in strict || !/["']/.test(yaml)) return strict;
  const repaired = indentQuotedLines(yaml);
  if (repaired.text === yaml) return strict;
  const result = readTree(repaired.text, true);
  if ("tree" in result) return { tree: moved(result.tree, repaired.original) };
  return { faults: result.faults.map((fault) => ({ ...fault, at: repaired.original(fault.at) })) };
}

/** Reads JSON, strictly: what `JSON.parse` refuses is a fault, with its offset. */
export function parseJson(json: string): YamlResult {
  try {
    JSON.parse(json);
  } catch (error) {
    const found = /position (\d+)/.exec(error instanceof Error ? error.message : "");
    const at = found ? Number(found[1]) : json.trimEnd().length;
    const shown = JSON.stringify(json.charAt(at));
    const reason = found ? `${shown} cannot stand there` : "it ends too early";
    return { faults: [{ at, reason, advice: "" }] };
  }
  return readTree(json, false);
}

function readTree(source: string, refusesTabs: boolean): YamlResult {
  const options = { prettyErrors: false, schema: "core", uniqueKeys: false, logLevel: "silent" } as const;
  const document = parseDocument(source, options);
  const reading: Reading = {
    source,
    faults: [],
    quoted: refusesTabs && source.includes("\t") ? [] : undefined,
  };
  const tree = treeOf(document.contents, reading, 0);
  const errors = [...document.errors, ...document.warnings].map((error) => findFault(error, source));
  const faults = [...errors, ...reading.faults, ...listStrays(reading)].sort((a, b) => a.at - b.at);
  if (faults.length === 0) return { tree };
  return { faults: errors.length > 0 ? faults.slice(0, 1) : faults };
}

function treeOf(node: ParsedNode | null, reading: Reading, depth: number): YamlTree {
  const at = node?.range[0] ?? 0;
  const fault = node && faultOf(node, reading, depth);
  if (fault) reading.faults.push(fault);
  if (!node || fault || isAlias(node)) return { kind: "scalar", at, value: null, text: "" };
  if (isMap(node)) return { kind: "map", at, entries: entriesOf(node, reading, depth + 1) };
  if (isSeq(node))
    return { kind: "list", at, items: node.items.map((item) => treeOf(item, reading, depth + 1)) };
  const { value, source, type, range } = node;
  if (type !== "PLAIN") reading.quoted?.push([range[0], range[1]]);
  if (typeof value === "number" || typeof value === "boolean" || value === null)
    return { kind: "scalar", at, value, text: source };
  const text = typeof value === "string" ? value : source;
  return { kind: "scalar", at, value: text, text };
}

function faultOf(node: ParsedNode, { source }: Reading, depth: number): YamlFault | undefined {
  const at = node.range[0];
  if (depth > deepest)
    return { at, reason: "it is nested too deep", advice: "Write flat fields; nest a few levels at most." };
  if (isAlias(node)) return { at, reason: "a value begins with *", advice: quoteText };
  const mark = node.anchor !== undefined ? "&" : node.tag !== undefined ? "!" : undefined;
  if (!mark) return undefined;
  const start = Math.max(0, source.lastIndexOf(mark, at));
  return { at: start, reason: `a value begins with ${mark}`, advice: quoteText };
}

function entriesOf(map: YAMLMap.Parsed, reading: Reading, depth: number): YamlEntries {
  const entries = new Map<string, { at: number; tree: YamlTree }>();
  for (const { key, value } of map.items) {
    const at = key.range[0];
    const name = isScalar(key) ? key.source : undefined;
    const tree = treeOf(value, reading, depth);
    if (!name) reading.faults.push({ at, reason: "a key is not plain text", advice: "Write key: value." });
    else if (forbiddenKeys.has(name)) reading.faults.push({ at, reason: "", advice: "", forbidden: name });
    else if (entries.has(name))
      reading.faults.push({ at, reason: `${name} stands twice`, advice: "Keep one of them." });
    else entries.set(name, { at, tree });
  }
  return entries;
}

/** Tabs that are part of no text (half of all YAML readers stop at them), and a line that ends the YAML too early. */
function listStrays({ source, quoted }: Reading): YamlFault[] {
  const faults: YamlFault[] = [];
  const end = /^\.\.\.(?=\s|$)/m.exec(source);
  if (end) faults.push({ at: end.index, reason: "a line ... ends it", advice: "Remove that line." });
  for (let at = source.indexOf("\t"); quoted && at >= 0; at = source.indexOf("\t", at + 1)) {
    const line = source.slice(source.lastIndexOf("\n", at) + 1, at);
    const isText = quoted.some(([from, to]) => from < at && at < to) || /(^|\s)#/.test(line);
    if (!isText)
      return [
        ...faults,
        { at, reason: "a tab stands outside of quotes", advice: "Delete the tab, or type spaces." },
      ];
  }
  return faults;
}

function moved(tree: YamlTree, original: (at: number) => number): YamlTree {
  const at = original(tree.at);
  if (tree.kind === "list") return { ...tree, at, items: tree.items.map((item) => moved(item, original)) };
  if (tree.kind !== "map") return { ...tree, at };
  const entries = [...tree.entries].map(
    ([key, entry]) => [key, { at: original(entry.at), tree: moved(entry.tree, original) }] as const,
  );
  return { ...tree, at, entries: new Map(entries) };
}
