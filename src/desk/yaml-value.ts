import type { YamlTree } from "./yaml-tree.ts";

/** Whether there is nothing written: no value, space alone, an empty list or an empty map. */
export function isBlank(tree: YamlTree): boolean {
  if (tree.kind === "scalar") return tree.text.trim() === "" || tree.value === null;
  return tree.kind === "list" ? tree.items.every(isBlank) : tree.entries.size === 0;
}

/** Whether two values say the same. */
export function isSame(a: YamlTree, b: YamlTree): boolean {
  return JSON.stringify(openValue(a)) === JSON.stringify(openValue(b));
}

/**
 * The value as plain data, without what is blank. Scalars are their text as written (`007`, `2014`), except under
 * the keys in `typed`, where they are numbers and flags.
 */
export function plainOf(tree: YamlTree, typed: ReadonlySet<string>, isTyped = false): unknown {
  if (tree.kind === "scalar") return isTyped ? tree.value : tree.text;
  if (tree.kind === "list")
    return tree.items.filter((item) => !isBlank(item)).map((item) => plainOf(item, typed, isTyped));
  return Object.fromEntries(
    [...tree.entries]
      .filter(([, entry]) => !isBlank(entry.tree))
      .map(([key, entry]) => [key, plainOf(entry.tree, typed, typed.has(key))]),
  );
}

/** The value as JSON can hold it, blanks kept. A number that JSON or a double would change stays text. */
export function openValue(tree: YamlTree): unknown {
  if (tree.kind === "list") return tree.items.map(openValue);
  if (tree.kind === "map")
    return Object.fromEntries([...tree.entries].map(([key, entry]) => [key, openValue(entry.tree)]));
  const { value, text } = tree;
  if (typeof value !== "number") return value;
  const isKept = Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value));
  return isKept ? value : text;
}

/** What stands at a path of keys and of places in lists (blanks not counted), if anything. */
export function findAt(tree: YamlTree, path: readonly PropertyKey[]): YamlTree | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return tree;
  const next =
    tree.kind === "map"
      ? tree.entries.get(String(step))?.tree
      : tree.kind === "list"
        ? tree.items.filter((item) => !isBlank(item))[Number(step)]
        : undefined;
  return next && (isBlank(next) ? undefined : findAt(next, rest));
}

/** The offset at a path, or of the nearest thing above it. */
export function offsetAt(tree: YamlTree, path: readonly PropertyKey[]): number {
  return findAt(tree, path)?.at ?? (path.length > 0 ? offsetAt(tree, path.slice(0, -1)) : tree.at);
}

/** The value as a message shows it: short, in one line. */
export function shownValue(tree: YamlTree): string {
  if (tree.kind !== "scalar") return tree.kind === "list" ? "a list" : "a group of fields";
  return shownText(tree.text);
}

/** Text as a message shows it: in quotes, in one line, cut off when long. */
export function shownText(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return JSON.stringify(line.length > 60 ? `${line.slice(0, 59)}…` : line);
}
