import { slugOf } from "../../kit/slug.ts";
import { type ElementNode, type Node, walk } from "./tree.ts";
import { textOf } from "./words.ts";

/** Ids that the theme's own pages use. */
export const reservedIds: ReadonlySet<string> = new Set(["main", "top", "related", "corrections"]);

/**
 * Gives headings their levels and ids, in the order of the copy: the first is an h2, none skips a level, and an id is
 * its text's slug, numbered where it is taken. Ids that HTML in the copy brought stay where they are new.
 * Returns all ids, in their order. `within`: the level of the heading that all stands under, and what ids begin with,
 * where several such outlines stand on one page.
 */
export function outline(
  nodes: readonly Node[],
  within: { readonly level: number; readonly prefix: string } = { level: 1, prefix: "" },
): string[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  let { level } = within;
  walk(nodes, (node) => {
    if (node.kind === "block") return;
    const id = node.attributes.get("id");
    if (id !== undefined && (reservedIds.has(id) || taken.has(id))) node.attributes.delete("id");
    else if (id !== undefined) taken.add(id);
  });
  walk(nodes, (node) => {
    if (node.kind === "block" || !/^h[1-6]$/.test(node.name)) return;
    level = Math.min(Math.max(within.level + 1, Number(node.name[1])), level + 1, 6);
    node.name = `h${level}`;
    if (!node.attributes.has("id")) node.attributes.set("id", freeId(node, taken, counts));
  });
  if (within.prefix) prefixIds(nodes, within.prefix);
  return listIds(nodes);
}

function prefixIds(nodes: readonly Node[], prefix: string): void {
  walk(nodes, (node) => {
    const id = node.kind === "element" ? node.attributes.get("id") : undefined;
    if (node.kind === "element" && id !== undefined) node.attributes.set("id", `${prefix}${id}`);
  });
}

function freeId(heading: ElementNode, taken: Set<string>, counts: Map<string, number>): string {
  const slug = slugOf(textOf(heading.children))
    .replace(/[^\p{L}\p{N}_-]+/gu, "")
    .slice(0, 80)
    .replace(/-+$/, "");
  const stem = /^\p{L}/u.test(slug) ? slug : `part${slug ? `-${slug.replace(/^[-_]+/, "")}` : ""}`;
  let id = stem;
  for (let count = counts.get(stem) ?? 1; reservedIds.has(id) || taken.has(id); ) {
    count += 1;
    counts.set(stem, count);
    id = `${stem}-${count}`;
  }
  taken.add(id);
  return id;
}

function listIds(nodes: readonly Node[]): string[] {
  const ids: string[] = [];
  walk(nodes, (node) => {
    const id = node.kind === "element" ? node.attributes.get("id") : undefined;
    if (id !== undefined) ids.push(id);
  });
  return ids;
}
