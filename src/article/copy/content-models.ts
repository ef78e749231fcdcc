import type { Room } from "./mend.ts";
import { mendDefinitions, mendDetails, mendFigure, mendList, mendTable } from "./mend-parts.ts";
import { type ElementNode, elementNode, type Node } from "./tree.ts";
import { holdsBlocks, trimEnds, wrapWords } from "./words.ts";

const rooms: ReadonlyMap<string, Room> = new Map([
  ...["pre", "summary", "caption", "h2", "h3", "h4", "h5", "h6"].map((name): [string, Room] => [
    name,
    "words",
  ]),
  ["dt", "cell"],
  ["th", "cell"],
]);

const partOf: ReadonlyMap<string, RegExp> = new Map([
  ["li", / (?:ul|ol) $/],
  ["dt", / dl (?: div )?$/],
  ["dd", / dl (?: div )?$/],
  ["figcaption", / figure $/],
  ["summary", / details $/],
]);

/** What may stand in an element that itself stands in some room. */
export function roomWithin(name: string, room: Room): Room {
  return room === "cell" && rooms.get(name) !== "words" ? "cell" : (rooms.get(name) ?? "flow");
}

/** Whether a part stands outside of the element that it is a part of. */
export function isOrphan({ name }: ElementNode, within: string): boolean {
  const parents = partOf.get(name);
  return parents !== undefined && !parents.test(within);
}

/** An element whose children, mended already, are of certain kinds only: made so. A div makes way where it says nothing. */
export function shapeOf(node: ElementNode): Node[] {
  const { name } = node;
  if (name === "ul" || name === "ol") return mendList(node);
  if (name === "dl") return mendDefinitions(node);
  if (name === "table") return mendTable(node);
  if (name === "figure") return mendFigure(node);
  if (name === "details") return mendDetails(node);
  if (name === "blockquote") node.children = wrapWords(node.children);
  if (name !== "div") return [node];
  if (!holdsBlocks(node.children))
    return [elementNode("p", trimEnds(node.children), node.at, node.attributes)];
  node.children = wrapWords(node.children);
  return node.attributes.size ? [node] : node.children;
}
