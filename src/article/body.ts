import type { Problem } from "../kit/problem.ts";
import { orderProblems } from "../kit/problem.ts";
import type { Reference } from "./article.ts";
import type { Block, BlockContext } from "./blocks/block.ts";
import { judgeBlocks } from "./copy/judge-blocks.ts";
import { secureLinks } from "./copy/links.ts";
import { growMarkdown } from "./copy/markdown-tree.ts";
import { mend } from "./copy/mend.ts";
import { Notes } from "./copy/notes.ts";
import { outline } from "./copy/outline.ts";
import { growPlain } from "./copy/plain-tree.ts";
import { type Draft, draftNodes, printDraft } from "./copy/print.ts";
import type { Node } from "./copy/tree.ts";
import { textOf } from "./copy/words.ts";

export { parseArguments } from "./copy/arguments.ts";
export { type Draft, renderBlock } from "./copy/print.ts";

/** The text of an article below its front matter, as it was delivered. */
export type Copy = {
  readonly format: "markdown" | "plain";
  readonly text: string;
  /** Where the text begins. */
  readonly file: string;
  readonly line: number;
  /** BCP 47: decides how numbers in it are read. English where none is named. */
  readonly language?: string;
};

/** What the reading of copy depends on, apart from the copy. */
export type BodyRules = {
  readonly blocks: ReadonlyMap<string, Block>;
  readonly unknownShortcodes: "stop" | "keep" | "drop";
};

/** What printing a body needs beyond its copy. */
export type BodyPrinter = BlockContext & {
  /** A theme's partial as HTML. */
  readonly partial: (template: string, data: object) => string;
  /** What to print for an address of this site (a path, a query or an anchor): with the mount, or absolute for a feed. */
  readonly href: (path: string) => string;
  /** What a partial sees as `publication`: what all pages of its language share. */
  readonly publication: object;
};

/** What a body says of itself. */
export type BodyReading = {
  /** What is wrong with it, in the order of the copy. */
  readonly problems: readonly Problem[];
  readonly wordCount: number;
  /** Articles that its blocks name, as written; for `READ MORE` lines, by their headline. */
  readonly mentions: readonly Reference[];
  /** Addresses of this site that it links to, as written: `/about/`, `#prices`. */
  readonly links: readonly Reference[];
  /** Ids in it, those of its headings among them. */
  readonly anchors: readonly string[];
  /** Pictures and other files of this site that it shows, each once. */
  readonly media: readonly string[];
  /** The body itself, as far as it can be printed before its printer is known. */
  readonly draft: () => Draft;
};

/** Reads a body and judges it. Pure, and linear in the copy's length. */
export function readBody(copy: Copy, rules: BodyRules): BodyReading {
  const { notes, nodes, links, media, anchors } = growBody(copy, rules);
  const named = judgeBlocks(notes, nodes);
  return {
    problems: orderProblems(notes.problems),
    wordCount: countWords(textOf(nodes)),
    mentions: named.mentions,
    links: [...links, ...named.links],
    anchors,
    media: [...new Set([...media, ...named.media])],
    draft: () => draftNodes(nodes),
  };
}

/** A body as HTML: the same for the same copy, rules, and answers of the printer. Never throws for what copy holds. */
export function renderBody(copy: Copy, rules: BodyRules, printer: BodyPrinter): string {
  return renderDraft(draftNodes(growBody(copy, rules).nodes), rules, printer);
}

/** A body as HTML, from its draft. */
export function renderDraft(draft: Draft, { blocks }: BodyRules, printer: BodyPrinter): string {
  return printDraft(draft, blocks, printer).trim();
}

/** Markdown of a template as HTML. Shortcodes have no meaning in it: the template's engine has printed them. */
export function renderMarkdown(text: string, printer: BodyPrinter): string {
  const copy: Copy = { format: "markdown", text, file: "", line: 1 };
  return renderBody(copy, { blocks: new Map(), unknownShortcodes: "keep" }, printer);
}

type Grown = {
  readonly notes: Notes;
  readonly nodes: readonly Node[];
  readonly links: readonly Reference[];
  readonly media: readonly string[];
  readonly anchors: readonly string[];
};

function growBody(copy: Copy, rules: BodyRules): Grown {
  const notes = new Notes(copy, rules);
  const links: Reference[] = [];
  const media: string[] = [];
  const grown = copy.format === "plain" ? growPlain(notes) : growMarkdown(notes);
  const nodes = mend(notes, secureLinks(notes, grown, { links, media }));
  return { notes, nodes, links, media, anchors: outline(nodes) };
}

/** Words have a letter or a digit; where scripts set no spaces between words, each character counts. */
function countWords(text: string): number {
  const spaced = /[\u2e80-\u{10ffff}]/u.test(text)
    ? text.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, " x ")
    : text;
  // From a word's first letter to its end: to test is quicker than to take the words apart.
  const word = /[\p{L}\p{N}]\S*/gu;
  let count = 0;
  while (word.test(spaced)) count++;
  return count;
}
