import { escapeHtml } from "../../kit/html.ts";
import { isInternal } from "../../kit/url.ts";
import type { Arguments, Block, BlockContext } from "../blocks/block.ts";
import type { BodyPrinter } from "../body.ts";
import {
  type PictureLayout,
  type PictureView,
  picturePartial,
  viewPicture,
  viewPlainly,
} from "../picture-view.ts";
import type { KnownPicture, ShownPicture, Size, Teaser } from "../teaser.ts";
import { type ElementNode, type Node, voidElements } from "./tree.ts";

const blockNames =
  /^(?:p|h[2-6]|ul|ol|li|dl|dt|dd|blockquote|hr|table|caption|thead|tbody|tfoot|tr|td|th|figure|figcaption|details|summary|div)$/;

const addressNames = /^(?:href|src|cite)$/;

/**
 * A body between its reading and its printing, as data that survives JSON: HTML, and between it what depends on where
 * it is printed, on other articles, and on pictures.
 */
export type Draft = readonly (string | DraftPath | DraftPicture | DraftBlock)[];

/** An address of this site in an attribute. */
type DraftPath = { readonly path: string };
type DraftPicture = { readonly picture: readonly (readonly [name: string, value: string])[] };
export type DraftBlock = { readonly block: string; readonly given: Arguments; readonly body: Draft };

/** A tree as a draft: each block on lines of its own. */
export function draftNodes(nodes: readonly Node[]): Draft {
  const parts: Draft[number][] = [];
  for (const node of nodes) draftNode(node, parts);
  return joinTexts(parts);
}

/** A draft as HTML, paths as the printer wants them. `blocks`: those that it was read with. */
export function printDraft(draft: Draft, blocks: ReadonlyMap<string, Block>, printer: BodyPrinter): string {
  return draft
    .map((part) => {
      if (typeof part === "string") return part;
      if ("path" in part) return escapeHtml(printer.href(part.path));
      if ("picture" in part) return printer.isPlain ? escapeHtml(altOf(part)) : printPicture(part, printer);
      const block = blocks.get(part.block);
      const body = printDraft(part.body, blocks, printerWithin(block, printer));
      if (block && printer.isPlain) return printPlainly(block, part.given, body, printer);
      return block ? `${renderBlock(block, part.given, body, printer)}\n` : "";
    })
    .join("");
}

/** Pictures of a block that takes several stand beside each other. */
function printerWithin(block: Block | undefined, printer: BodyPrinter): BodyPrinter {
  return block?.takes === "pictures" ? { ...printer, layout: "half" } : printer;
}

/** Stands for a block's body while its plain text is asked for: no copy has it. */
const bodyMark = "\0";

/**
 * A block in words alone: its plain text as paragraphs, with the body as it is where the body's text would stand.
 * What the block leads to, its first line leads to. `body`: HTML without pictures.
 */
function printPlainly(block: Block, given: Arguments, body: string, printer: BodyPrinter): string {
  const text = block.plainText(given, body.trim() && bodyMark);
  const words = text.split(/\s*(?:\n|(\0))\s*/).filter(Boolean);
  const target = targetOf(block, given, printer);
  if (target && (words.length === 0 || words[0] === bodyMark)) words.unshift(target.title);
  return words
    .map((line, at) => {
      if (line === bodyMark) return `${body.trim()}\n`;
      const shown = escapeHtml(line);
      return `<p>${target && at === 0 ? `<a href="${escapeHtml(target.href)}">${shown}</a>` : shown}</p>\n`;
    })
    .join("");
}

/** Where a block leads; undefined where it leads nowhere, or to an article that is not public. */
function targetOf(
  { leadsTo, parameters }: Block,
  given: Arguments,
  printer: BodyPrinter,
): { readonly href: string; readonly title: string } | undefined {
  const parameter = parameters.find(({ name }) => name === leadsTo);
  const value = parameter && given[parameter.name];
  if (typeof value !== "string") return undefined;
  if (parameter?.type !== "reference") return { href: hrefOf(value, printer), title: value };
  const story = printer.mention(value);
  return story ? { href: hrefOf(story.url, printer), title: story.headline } : undefined;
}

function altOf({ picture }: DraftPicture): string {
  return new Map(picture).get("alt") ?? "";
}

function draftNode(node: Node, parts: Draft[number][]): void {
  if (node.kind === "text") parts.push(escapeHtml(trimLines(node.text)));
  else if (node.kind === "block")
    parts.push({ block: node.block.name, given: node.given, body: draftNodes(node.children) });
  else if (node.kind === "element") draftElement(node, parts);
}

/** Neighbouring texts as one. */
function joinTexts(parts: readonly Draft[number][]): Draft {
  const joined: Draft[number][] = [];
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") {
      text += part;
      continue;
    }
    if (text) joined.push(text);
    text = "";
    joined.push(part);
  }
  return text ? [...joined, text] : joined;
}

/** Text without white space before its line ends. */
function trimLines(text: string): string {
  if (!text.includes("\n")) return text;
  const lines = text.split("\n");
  return lines.map((line, at) => (at < lines.length - 1 ? line.trimEnd() : line)).join("\n");
}

function draftElement(node: ElementNode, parts: Draft[number][]): void {
  if (node.name === "img") {
    parts.push({ picture: [...node.attributes] });
    return;
  }
  parts.push("<", node.name);
  for (const [name, value] of node.attributes) draftAttribute(name, value, parts);
  parts.push(">");
  if (node.name === "pre") parts.push(node.children.length && startsWithBreak(node) ? "\n" : "");
  for (const child of node.children) draftNode(child, parts);
  if (!voidElements.has(node.name)) parts.push("</", node.name, ">");
  if (blockNames.test(node.name) || node.name === "pre") parts.push("\n");
}

function startsWithBreak(node: ElementNode): boolean {
  const [first] = node.children;
  return first?.kind === "text" && first.text.startsWith("\n");
}

function draftAttribute(name: string, value: string, parts: Draft[number][]): void {
  if (/^(?:open|reversed)$/.test(name)) parts.push(` ${name}`);
  else if (addressNames.test(name) && isInternal(value)) parts.push(` ${name}="`, { path: value }, '"');
  else parts.push(` ${name}="${escapeHtml(value)}"`);
}

/** A picture among words. What copy says of it beyond its address and text, a title, stays. */
function printPicture({ picture }: DraftPicture, printer: BodyPrinter): string {
  const { src = "", alt = "", ...more } = Object.fromEntries(picture);
  const view = placePicture({ src, alt }, "body", printer);
  return printer.partial(picturePartial, { picture: { ...more, ...view } });
}

/** A picture in a place, by what is known of its file where that is not told. */
function placePicture(picture: ShownPicture, layout: PictureLayout, printer: BodyPrinter): PictureView {
  const known = { ...printer.picture(picture.src), ...picture };
  const place = layout === "body" ? (printer.layout ?? layout) : layout;
  const href = (path: string) => hrefOf(path, printer);
  return printer.medium === "feed" ? viewPlainly(known, href) : viewPicture(known, place, href);
}

/** The address to print: those of this site by the printer's rule, others as they are. */
function hrefOf(url: string, printer: BodyPrinter): string {
  return isInternal(url) ? printer.href(url) : url;
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
    if ((type !== "url" && type !== "media") || typeof url !== "string") continue;
    const href = hrefOf(url, printer);
    written.set(href, url);
    shown[name] = href;
  }
  const { words, language, medium, scripts, publication } = printer;
  const asWritten = (address: string) => written.get(address) ?? address;
  const context: BlockContext = {
    mention: (reference) => {
      const story = printer.mention(reference);
      if (story?.picture) written.set(hrefOf(story.picture.src, printer), story.picture.src);
      return printedTeaser(story, printer);
    },
    size: (src) => sizeOf(printer.picture(asWritten(src))),
    picture: (picture, layout) => placePicture({ ...picture, src: asWritten(picture.src) }, layout, printer),
    bytes: (src) => printer.bytes(asWritten(src)),
    ...{ words, language, medium, scripts },
  };
  const data = block.data(shown, body.trim(), context);
  if (!data) return "";
  return printer.partial(block.partial, { words, medium, scripts, publication, ...data }).trim();
}

function sizeOf(known: KnownPicture | undefined): Size | undefined {
  return known && { width: known.width, height: known.height };
}

function printedTeaser(teaser: Teaser | null, printer: BodyPrinter): Teaser | null {
  if (!teaser) return null;
  const picture = teaser.picture && { ...teaser.picture, src: hrefOf(teaser.picture.src, printer) };
  return { ...teaser, url: hrefOf(teaser.url, printer), ...(picture ? { picture } : {}) };
}
