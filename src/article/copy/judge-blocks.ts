import type { Reference } from "../article.ts";
import { judgedHtml } from "./judged-html.ts";
import { exampleOf, type Notes, quoteBriefly } from "./notes.ts";
import { type BlockNode, type Node, showsPicture, walk } from "./tree.ts";
import { showsAnything, textOf } from "./words.ts";

/** What the blocks of a body name of this site. */
export type NamedByBlocks = {
  readonly mentions: Reference[];
  readonly links: Reference[];
  readonly media: Reference[];
};

/** Judges the blocks of a body, and lists which articles, paths and pictures they name. */
export function judgeBlocks(notes: Notes, nodes: readonly Node[]): NamedByBlocks {
  const named: NamedByBlocks = { mentions: [], links: [], media: [] };
  let said: string | undefined;
  walk(nodes, (node) => {
    if (node.kind !== "block") return;
    nameAddresses(notes, node, named);
    judgePicture(notes, node);
    judgeSound(notes, node);
    judgeBody(notes, node);
    if (!isPullQuote(node)) return;
    said ??= comparable(textOf(withoutPullQuotes(nodes)));
    const words = textOf(node.children);
    if (!said.includes(comparable(words)))
      notes.tell("pull-quote-words", node.at, { words: quoteBriefly(words) });
  });
  return named;
}

/** Adds what the arguments of a block name. */
export function nameAddresses(notes: Notes, node: BlockNode, named: NamedByBlocks): void {
  const { block, given, at } = node;
  for (const { name, type } of block.parameters) {
    const value = given[name];
    if (typeof value !== "string") continue;
    if (type === "reference") named.mentions.push({ ...notes.placeAt(at), to: value });
    const path = type === "url" || type === "media" ? notes.findPath(value) : undefined;
    if (path === undefined) continue;
    const isShown = type === "media" || path.startsWith("/media/") || (name === "src" && showsPicture(node));
    named[isShown ? "media" : "links"].push({ ...notes.placeAt(at), to: path });
  }
}

function judgePicture(notes: Notes, node: BlockNode): void {
  const { given, at } = node;
  if (showsPicture(node) && !given.alt && given.decorative !== true)
    notes.tell("alt-missing", at, { src: quoteBriefly(String(given.src)) });
}

/** What is heard has its words, or, where it is seen, captions. */
function judgeSound(notes: Notes, { block, given, children, at }: BlockNode): void {
  if (typeof given.src !== "string" || given.transcript || given.captions || showsAnything(children)) return;
  if (block.parameters.some(({ name }) => name === "transcript"))
    notes.tell("transcript-missing", at, {
      src: quoteBriefly(given.src),
      closing: `{% end${block.name} %}`,
    });
}

function judgeBody(notes: Notes, { block, given, children, at }: BlockNode): void {
  const { name, check } = block;
  if (!check) return;
  const body = { html: judgedHtml(children), language: notes.language };
  const fault = check(given, textOf(children).trim(), body);
  if (typeof fault === "string")
    notes.tell("shortcode-form", at, { name, reason: fault, example: exampleOf(block) });
  else if (fault) notes.tell("shortcode-body", at, { name, ...fault });
}

function isPullQuote({ block, given }: BlockNode): boolean {
  return block.name === "quote" && given.pull === true;
}

function withoutPullQuotes(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.kind === "text" || node.kind === "raw") return [node];
    if (node.kind === "block" && isPullQuote(node)) return [];
    return [{ ...node, children: withoutPullQuotes(node.children) }];
  });
}

/** Words alone: case, marks and spaces do not count. */
function comparable(text: string): string {
  return ` ${text
    .toLowerCase()
    .normalize("NFC")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()} `;
}
