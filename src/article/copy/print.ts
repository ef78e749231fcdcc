import { escapeHtml } from "../../kit/html.ts";
import type { Arguments, Block, BlockContext } from "../blocks/block.ts";
import type { BodyPrinter } from "../body.ts";
import type { Teaser } from "../teaser.ts";
import { type ElementNode, type Node, voidElements } from "./tree.ts";

const blockNames =
  /^(?:p|h[2-6]|ul|ol|li|dl|dt|dd|blockquote|hr|table|caption|thead|tbody|tfoot|tr|td|th|figure|figcaption|details|summary|div)$/;

/** A tree as HTML: each block on lines of its own, paths as the printer wants them. */
export function printNodes(nodes: readonly Node[], printer: BodyPrinter): string {
  const parts: string[] = [];
  for (const node of nodes) printNode(node, printer, parts);
  return parts.join("");
}

function printNode(node: Node, printer: BodyPrinter, parts: string[]): void {
  if (node.kind === "text") parts.push(escapeHtml(trimLines(node.text)));
  else if (node.kind === "block")
    parts.push(renderBlock(node.block, node.given, printNodes(node.children, printer), printer), "\n");
  else if (node.kind === "element") printElement(node, printer, parts);
}

/** Text without white space before its line ends. */
function trimLines(text: string): string {
  if (!text.includes("\n")) return text;
  const lines = text.split("\n");
  return lines.map((line, at) => (at < lines.length - 1 ? line.trimEnd() : line)).join("\n");
}

function printElement(node: ElementNode, printer: BodyPrinter, parts: string[]): void {
  const attributes = node.name === "img" ? pictureAttributes(node, printer) : node.attributes;
  parts.push("<", node.name);
  for (const [name, value] of attributes) parts.push(printAttribute(name, value, printer));
  parts.push(">");
  if (node.name === "pre") parts.push(node.children.length && startsWithBreak(node) ? "\n" : "");
  for (const child of node.children) printNode(child, printer, parts);
  if (!voidElements.has(node.name)) parts.push("</", node.name, ">");
  if (blockNames.test(node.name) || node.name === "pre") parts.push("\n");
}

function startsWithBreak(node: ElementNode): boolean {
  const [first] = node.children;
  return first?.kind === "text" && first.text.startsWith("\n");
}

function printAttribute(name: string, value: string, printer: BodyPrinter): string {
  if (/^(?:open|reversed)$/.test(name)) return ` ${name}`;
  const shown = /^(?:href|src|cite)$/.test(name) ? hrefOf(value, printer) : value;
  return ` ${name}="${escapeHtml(shown)}"`;
}

function pictureAttributes({ attributes }: ElementNode, printer: BodyPrinter): Map<string, string> {
  const src = attributes.get("src") ?? "";
  const size = printer.size(src);
  const shown = new Map(attributes);
  if (size) shown.set("width", String(size.width)).set("height", String(size.height));
  return shown.set("loading", "lazy").set("decoding", "async");
}

/** The address to print: paths from the site's root by the printer's rule; anchors, queries and other sites as they are. */
function hrefOf(url: string, printer: BodyPrinter): string {
  return url.startsWith("/") ? printer.href(url) : url;
}

/**
 * A block as HTML, by its partial; empty where it shows nothing. All addresses that the partial gets, of arguments and of
 * mentioned articles, are as the printer prints them. `body` is HTML already.
 */
export function renderBlock(block: Block, given: Arguments, body: string, printer: BodyPrinter): string {
  const written = new Map<string, string>();
  const shown: Record<string, Arguments[string]> = { ...given };
  for (const { name, type } of block.parameters) {
    const url = given[name];
    if (type !== "url" || typeof url !== "string") continue;
    const href = hrefOf(url, printer);
    written.set(href, url);
    shown[name] = href;
  }
  const context: BlockContext = {
    mention: (reference) => printedTeaser(printer.mention(reference), printer),
    size: (src) => printer.size(written.get(src) ?? src),
  };
  const data = block.data(shown, body.trim(), context);
  return data ? printer.partial(block.partial, data).trim() : "";
}

function printedTeaser(teaser: Teaser | null, printer: BodyPrinter): Teaser | null {
  if (!teaser) return null;
  const picture = teaser.picture && { ...teaser.picture, src: hrefOf(teaser.picture.src, printer) };
  return { ...teaser, url: hrefOf(teaser.url, printer), ...(picture ? { picture } : {}) };
}
