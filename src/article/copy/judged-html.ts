import type { BodyPrinter } from "../body.ts";
import { english } from "../words.ts";
import { draftNodes, printDraft } from "./print.ts";
import { type BlockNode, elementNode, type Node, showsPicture, textNode } from "./tree.ts";
import { textOf } from "./words.ts";

/** Prints addresses as they are written. */
const asWritten: BodyPrinter = {
  mention: () => null,
  size: () => undefined,
  bytes: () => undefined,
  words: english,
  publication: {},
  language: "en",
  medium: "page",
  scripts: {},
  partial: () => "",
  href: (path) => path,
};

/** Nodes as the HTML that a block's body is judged by: what is known of it before it is printed. */
export function judgedHtml(nodes: readonly Node[]): string {
  return printDraft(draftNodes(nodes.map(standIn)), new Map(), asWritten);
}

/** A block within, by its picture or by its words: others make a partial of it, and other articles. */
function standIn(node: Node): Node {
  if (node.kind === "block") return elementNode(showsPicture(node) ? "figure" : "div", [coreOf(node)]);
  return node.kind === "element" ? { ...node, children: node.children.map(standIn) } : node;
}

function coreOf(node: BlockNode): Node {
  const { block, given } = node;
  if (showsPicture(node)) return elementNode("img", [], 0, [["src", String(given.src)]]);
  return textNode(textOf([node]).trim() || block.name);
}
