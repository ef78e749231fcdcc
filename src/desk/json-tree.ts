import { deepest, forbiddenKeys, mostTold } from "./tree-limits.ts";
import type { YamlFault, YamlResult, YamlTree } from "./yaml-tree.ts";

const token = /\s*([[\]{}:,]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s[\]{}:,"]+)/y;

/** A JSON text that `JSON.parse` takes, while it is walked through. */
type Walk = { readonly json: string; at: number; readonly faults: YamlFault[] };

/** Reads JSON, strictly: what `JSON.parse` refuses is a fault, with its offset. A key that stands twice is another. */
export function parseJson(json: string): YamlResult {
  const original = (at: number) => at;
  try {
    JSON.parse(json);
  } catch (error) {
    const found = /position (\d+)/.exec(error instanceof Error ? error.message : "");
    const at = found ? Number(found[1]) : json.trimEnd().length;
    const shown = JSON.stringify(json.charAt(at));
    const reason = found ? `${shown} cannot stand there` : "it ends too early";
    return { faults: [{ at, reason, advice: "" }], original };
  }
  const walk: Walk = { json, at: 0, faults: [] };
  const tree = readValue(walk, next(walk), 0);
  const faults = walk.faults.toSorted((a, b) => a.at - b.at).slice(0, mostTold);
  return faults.length > 0 ? { faults, original } : { tree, original };
}

type Token = { readonly at: number; readonly text: string };

function next(walk: Walk): Token {
  token.lastIndex = walk.at;
  const text = token.exec(walk.json)?.[1] ?? "";
  walk.at = text === "" ? walk.json.length : token.lastIndex;
  return { at: walk.at - text.length, text };
}

function readValue(walk: Walk, { at, text }: Token, depth: number): YamlTree {
  if (depth > deepest) {
    walk.faults.push({ at, reason: "it is nested too deep", advice: "" });
    walk.at = walk.json.length;
    return { kind: "scalar", at, value: null, text: "" };
  }
  if (text === "{") return { kind: "map", at, entries: readEntries(walk, depth) };
  if (text === "[") return { kind: "list", at, items: readItems(walk, depth) };
  const value: string | number | boolean | null = JSON.parse(text);
  return { kind: "scalar", at, value, text: typeof value === "string" ? value : text };
}

function readItems(walk: Walk, depth: number): YamlTree[] {
  const items: YamlTree[] = [];
  for (let found = next(walk); found.text !== "]" && found.text !== ""; found = next(walk))
    if (found.text !== ",") items.push(readValue(walk, found, depth + 1));
  return items;
}

function readEntries(walk: Walk, depth: number): Map<string, { at: number; tree: YamlTree }> {
  const entries = new Map<string, { at: number; tree: YamlTree }>();
  for (let key = next(walk); key.text !== "}" && key.text !== ""; key = next(walk)) {
    if (key.text === ",") continue;
    const { at } = key;
    const name: string = JSON.parse(key.text);
    next(walk);
    const tree = readValue(walk, next(walk), depth + 1);
    if (forbiddenKeys.has(name)) walk.faults.push({ at, reason: "", advice: "", forbidden: name });
    else if (entries.has(name))
      walk.faults.push({ at, reason: `${name} stands twice`, advice: "Keep one of them." });
    else entries.set(name, { at, tree });
  }
  return entries;
}
