import type { Notes } from "./notes.ts";
import { type Shortcodes, tellCode } from "./shortcodes.ts";
import type { Node } from "./tree.ts";

/**
 * HTML of the copy, a node a line, without the template code that is dropped. Blocks of ours have no meaning in it,
 * which is told; other template code is told as everywhere.
 */
export function rawNodes(
  notes: Notes,
  shortcodes: Shortcodes,
  html: string,
  where: (position: number) => number,
): Node[] {
  const { tags, code } = shortcodes.codeIn(html);
  const nodes: Node[] = [];
  let from = 0;
  for (const found of [...tags.values(), ...code.values()].sort((a, b) => a.start - b.start)) {
    const tag = found.name === undefined ? undefined : found;
    const meaning = tag ? shortcodes.meaningOf(tag) : "text";
    const text = html.slice(found.start, found.end);
    if (tag && meaning === "block") notes.tell("shortcode-in-html", where(found.start), { name: tag.name });
    else tellCode(notes, where(found.start), text, tag);
    if (meaning !== "gone") continue;
    addLines(nodes, html, from, found.start, where);
    from = found.end;
  }
  addLines(nodes, html, from, html.length, where);
  return nodes;
}

function addLines(
  nodes: Node[],
  html: string,
  from: number,
  to: number,
  where: (position: number) => number,
): void {
  for (let start = from; start < to; ) {
    const end = html.indexOf("\n", start);
    const next = end === -1 || end >= to ? to : end + 1;
    nodes.push({ kind: "raw", html: html.slice(start, next), at: where(start) });
    start = next;
  }
}
