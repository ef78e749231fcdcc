import { isInternal } from "../../kit/url.ts";
import type { Reference } from "../article.ts";
import { type Notes, quoteBriefly } from "./notes.ts";
import { type BlockNode, type Node, walk } from "./tree.ts";
import { textOf } from "./words.ts";

/** What the blocks of a body name of this site. */
export type NamedByBlocks = {
  readonly mentions: Reference[];
  readonly links: Reference[];
  readonly media: string[];
};

/** Judges the blocks of a body, and lists which articles, paths and pictures they name. */
export function judgeBlocks(notes: Notes, nodes: readonly Node[]): NamedByBlocks {
  const named: NamedByBlocks = { mentions: [], links: [], media: [] };
  let said: string | undefined;
  walk(nodes, (node) => {
    if (node.kind !== "block") return;
    nameAddresses(notes, node, named);
    judgePicture(notes, node);
    const reason = node.block.check?.(node.given, textOf(node.children).trim());
    const { name, example } = node.block;
    if (reason !== undefined) notes.tell("shortcode-form", node.at, { name, reason, example });
    if (!isPullQuote(node)) return;
    said ??= comparable(textOf(withoutPullQuotes(nodes)));
    const words = textOf(node.children);
    if (!said.includes(comparable(words)))
      notes.tell("pull-quote-words", node.at, { words: quoteBriefly(words) });
  });
  return named;
}

/** Adds what the arguments of a block name. */
export function nameAddresses(notes: Notes, { block, given, at }: BlockNode, named: NamedByBlocks): void {
  const shows = block.parameters.some(({ name }) => name === "alt");
  for (const { name, type } of block.parameters) {
    const value = given[name];
    if (typeof value !== "string") continue;
    const reference = { ...notes.placeAt(at), to: value };
    if (type === "reference") named.mentions.push(reference);
    else if (type !== "url" || !isInternal(value)) continue;
    else if (shows && name === "src") named.media.push(value);
    else named.links.push(reference);
  }
}

function judgePicture(notes: Notes, { block, given, at }: BlockNode): void {
  if (typeof given.src !== "string" || given.alt || given.decorative === true) return;
  if (block.parameters.some(({ name }) => name === "alt"))
    notes.tell("alt-missing", at, { src: quoteBriefly(given.src) });
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
