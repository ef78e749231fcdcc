import { isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument, type YAMLMap } from "yaml";
import { readPlainYaml } from "./plain-yaml.ts";
import { deepest, forbiddenKeys, mostTold } from "./tree-limits.ts";
import { findFault } from "./yaml-faults.ts";
import { indentQuotedLines } from "./yaml-repair.ts";

/** YAML or JSON as data: every value knows the offset at which it stands, and every scalar its own text. */
export type YamlTree = YamlScalar | YamlList | YamlMap;
type YamlScalar = {
  readonly kind: "scalar";
  readonly at: number;
  readonly value: string | number | boolean | null;
  readonly text: string;
};
type YamlList = { readonly kind: "list"; readonly at: number; readonly items: readonly YamlTree[] };
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

/** A value or what is wrong. Offsets count in a text that may have been mended; `original` is where they were in the given one. */
export type YamlResult = ({ readonly tree: YamlTree } | { readonly faults: readonly YamlFault[] }) & {
  readonly original: (at: number) => number;
};

const asIs = (at: number) => at;
const quoteText = "Put the text in quotes; a value that is meant twice is written twice.";

type Reading = {
  readonly source: string;
  readonly faults: YamlFault[];
  /** Where quoted texts, block texts and brackets begin and end. */
  readonly stretches: { readonly from: number; readonly to: number; readonly isText: boolean }[];
};

/**
 * Reads YAML 1.2 (core schema; dates stay text). Anchors, aliases, tags, tabs outside of quotes, a key that stands twice
 * and keys that lead to an object's prototype are faults: nothing that is read can grow or steer.
 */
export function parseYaml(yaml: string): YamlResult {
  const plain = readPlainYaml(yaml);
  return plain ? { tree: plain, original: asIs } : parseFullYaml(yaml);
}

/** The same, of whatever YAML. */
export function parseFullYaml(yaml: string): YamlResult {
  const strict = { ...readTree(yaml), original: asIs };
  if ("tree" in strict || !/["']/.test(yaml)) return strict;
  const { text, original } = indentQuotedLines(yaml);
  return text === yaml ? strict : { ...readTree(text), original };
}

function readTree(source: string): { tree: YamlTree } | { faults: YamlFault[] } {
  const options = { prettyErrors: false, schema: "core", uniqueKeys: false, logLevel: "silent" } as const;
  const document = parseDocument(source, options);
  const reading: Reading = { source, faults: [], stretches: [] };
  const tree = treeOf(document.contents, reading, 0);
  const errors = [...document.errors, ...document.warnings].map((error) =>
    findFault(error, reading.stretches),
  );
  const faults = [...errors, ...reading.faults, ...listStrays(reading)].sort((a, b) => a.at - b.at);
  if (faults.length === 0) return { tree };
  return { faults: faults.slice(0, errors.length > 0 ? 1 : mostTold) };
}

function treeOf(node: ParsedNode | null, reading: Reading, depth: number): YamlTree {
  const at = node?.range[0] ?? 0;
  const fault = node && faultOf(node, reading, depth);
  if (fault) reading.faults.push(fault);
  if (!node || fault || isAlias(node)) return { kind: "scalar", at, value: null, text: "" };
  const [from, to] = node.range;
  if (!isScalar(node) && node.flow) reading.stretches.push({ from, to, isText: false });
  if (isMap(node)) return { kind: "map", at, entries: entriesOf(node, reading, depth + 1) };
  if (isSeq(node))
    return { kind: "list", at, items: node.items.map((item) => treeOf(item, reading, depth + 1)) };
  const { value, source, type } = node;
  if (type !== "PLAIN") reading.stretches.push({ from, to, isText: true });
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
  if (node.anchor === undefined && node.tag === undefined) return undefined;
  const before = /[&!]\S*\s*$/.exec(source.slice(Math.max(0, at - 100), at))?.[0] ?? "";
  return { at: at - before.length, reason: "a value begins with & or !", advice: quoteText };
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

/** Lines that end the YAML too early, and tabs that are part of no text: half of all YAML readers stop at them. */
function listStrays({ source, stretches }: Reading): YamlFault[] {
  const faults: YamlFault[] = [];
  const mark = /^(?:\.\.\.(?=\s|$)|%)/m.exec(source);
  if (mark)
    faults.push({
      at: mark.index,
      reason: `a line begins with ${mark[0]}`,
      advice: "Put the text in quotes.",
    });
  for (let at = source.indexOf("\t"); at >= 0; at = source.indexOf("\t", at + 1)) {
    const around = stretches.find(({ from, to, isText }) => isText && from < at && at < to);
    const line = source.slice(source.lastIndexOf("\n", at) + 1, at);
    if (around) at = around.to - 1;
    else if (!/(^|\s)#/.test(line)) {
      faults.push({
        at,
        reason: "a tab stands outside of quotes",
        advice: "Delete the tab, or type spaces.",
      });
      return faults;
    }
  }
  return faults;
}
