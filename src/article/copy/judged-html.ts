import { escapeHtml } from "../../kit/html.ts";
import type { BodyPrinter } from "../body.ts";
import type { PictureView } from "../picture-view.ts";
import { english } from "../words.ts";
import { draftNodes, printDraft } from "./print.ts";
import { type BlockNode, elementNode, type Node, showsPicture, textNode } from "./tree.ts";
import { textOf } from "./words.ts";

/** Prints addresses as they are written. */
const asWritten: BodyPrinter = {
  mention: () => null,
  picture: () => undefined,
  bytes: () => undefined,
  words: english,
  publication: {},
  language: "en",
  medium: "page",
  scripts: {},
  // Pictures alone: of a block within there is its picture or its words.
  partial: (_template, data) => imageOf(data),
  href: (path) => path,
};

function imageOf(data: object): string {
  const { src, alt, title }: PictureView = Reflect.get(data, "picture");
  const attributes = Object.entries({ src, alt, title }).filter(([, value]) => value !== undefined);
  return `<img${attributes.map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`).join("")}>`;
}

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
