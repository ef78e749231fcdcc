import { once } from "../kit/once.ts";
import type { Problem } from "../kit/problem.ts";
import { orderProblems } from "../kit/problem.ts";
import type { Live, Reference } from "./article.ts";
import type { Block, BlockContext } from "./blocks/block.ts";
import { hashDraft, takeApart } from "./copy/draft-parts.ts";
import { judgeBlocks } from "./copy/judge-blocks.ts";
import { secureLinks } from "./copy/links.ts";
import { type GrownUpdate, takeUpdates } from "./copy/live-updates.ts";
import { growMarkdown } from "./copy/markdown-tree.ts";
import { mend } from "./copy/mend.ts";
import { Notes } from "./copy/notes.ts";
import { outline } from "./copy/outline.ts";
import { growPlain } from "./copy/plain-tree.ts";
import { type Draft, type DraftBlock, draftNodes, printDraft, renderBlock } from "./copy/print.ts";
import { readLive } from "./copy/read-live.ts";
import type { Node } from "./copy/tree.ts";
import { countWords, textOf } from "./copy/words.ts";
import type { PrintedParts, ShownParts, ShownUpdate } from "./live.ts";
import type { PictureLayout } from "./picture-view.ts";
import type { KnownPicture } from "./teaser.ts";

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
  /** Whether its updates are those of a live blog. */
  readonly isLive?: boolean;
};

/** What the reading of copy depends on, apart from the copy. */
export type BodyRules = {
  readonly blocks: ReadonlyMap<string, Block>;
  readonly unknownShortcodes: "stop" | "keep" | "drop";
  /** The masthead's IANA zone, of times without an offset; UTC without it. */
  readonly zone?: string;
  /** Address of the site: what begins with it is of this site. */
  readonly siteUrl?: string;
};

/** What printing a body needs beyond its copy. */
export type BodyPrinter = Omit<BlockContext, "size" | "picture"> & {
  /** Where pictures of the body stand, if not simply among its words. */
  readonly layout?: PictureLayout;
  /** What is known of a picture. */
  readonly picture: (src: string) => KnownPicture | undefined;
  /** A theme's partial as HTML. */
  readonly partial: (template: string, data: object) => string;
  /** What to print for an address of this site (a path, a query or an anchor): with the mount, or absolute for a feed. */
  readonly href: (path: string) => string;
  /** What a partial sees as `publication`: what all pages of its language share. */
  readonly publication: object;
  /** Whether words alone are printed: a picture as its description, a block as its plain text. */
  readonly isPlain?: boolean;
};

/** What a body says of itself. */
export type BodyReading = {
  /** What is wrong with it, in the order of the copy. */
  readonly problems: readonly Problem[];
  readonly wordCount: number;
  /** Its words; of a live blog, those of its introduction. */
  readonly text: string;
  /** Articles that its blocks name, as written; for `READ MORE` lines, by their headline. */
  readonly mentions: readonly Reference[];
  /** Addresses of this site that it links to, as written but for the site's own URL: `/about/`, `#prices`. */
  readonly links: readonly Reference[];
  /** Ids in it, those of its headings among them. */
  readonly anchors: readonly string[];
  /** Pictures and other files of this site that it shows, each once, likewise. */
  readonly media: readonly Reference[];
  /** What a live blog consists of. */
  readonly live?: Live;
  /** The body itself, as far as it can be printed before its printer is known. */
  readonly draft: () => Draft;
};

/** Reads a body and judges it. Pure, and linear in the copy's length. */
export function readBody(copy: Copy, rules: BodyRules): BodyReading {
  const { notes, introduction, updates, links, media, anchors } = growBody(copy, rules);
  const nodes = [...introduction, ...updates.map(({ node }) => node)];
  const named = judgeBlocks(notes, nodes);
  const draft = once(() => draftNodes(nodes));
  const text = textOf(introduction);
  return {
    problems: orderProblems(notes.problems),
    wordCount: countWords(updates.length > 0 ? textOf(nodes) : text),
    text,
    mentions: named.mentions,
    links: [...links, ...named.links],
    anchors,
    media: listFirst([...media, ...named.media]),
    ...(copy.isLive && { live: readLive(notes, introduction, updates, draft()) }),
    draft,
  };
}

/** References, but for those to what an earlier one names. */
export function listFirst(references: readonly Reference[]): Reference[] {
  const first = new Map<string, Reference>();
  for (const reference of references) if (!first.has(reference.to)) first.set(reference.to, reference);
  return [...first.values()];
}

/** A body between its reading and its printing. */
export function draftBody(copy: Copy, rules: BodyRules): Draft {
  const { introduction, updates } = growBody(copy, rules);
  return draftNodes([...introduction, ...updates.map(({ node }) => node)]);
}

/** The words of a body; of a live blog, those of its introduction. */
export function bodyText(copy: Copy, rules: BodyRules): string {
  return textOf(growBody(copy, rules).introduction);
}

/** A body as HTML: the same for the same copy, rules, and answers of the printer. Never throws for what copy holds. */
export function renderBody(copy: Copy, rules: BodyRules, printer: BodyPrinter): string {
  return renderDraft(draftBody(copy, rules), rules, printer);
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

/** Parts of a live blog's body as HTML; undefined where its draft has other parts than those that are to be shown. */
export function renderParts(
  draft: Draft,
  { introduction, pinned, updates }: ShownParts,
  { blocks }: BodyRules,
  printer: BodyPrinter,
): PrintedParts | undefined {
  const parts = takeApart(draft);
  const find = ({ id, hash }: ShownUpdate) => {
    const part = parts.updates.get(id);
    return part && hashDraft(part) === hash ? part : undefined;
  };
  const isKept = introduction === undefined || hashDraft(parts.introduction) === introduction;
  if (!isKept || [...updates, ...(pinned ? [pinned] : [])].some((update) => !find(update))) return undefined;
  const render = (update: ShownUpdate) => renderUpdate(find(update), update, blocks, printer);
  return {
    introduction: introduction === undefined ? "" : printDraft(parts.introduction, blocks, printer).trim(),
    pinned: pinned ? render(pinned) : "",
    updates: updates.map(render),
  };
}

function renderUpdate(
  part: DraftBlock | undefined,
  { url, byline, bylineUrl }: ShownUpdate,
  blocks: ReadonlyMap<string, Block>,
  printer: BodyPrinter,
): string {
  const block = blocks.get(part?.block ?? "");
  if (!part || !block) return "";
  const shown = {
    ...part.given,
    url: printer.href(url),
    ...(byline !== undefined && { byline }),
    ...(bylineUrl !== undefined && { bylineUrl: printer.href(bylineUrl) }),
  };
  return renderBlock(block, shown, printDraft(part.body, blocks, printer), printer);
}

type Grown = {
  readonly notes: Notes;
  /** All nodes but a live blog's updates. */
  readonly introduction: readonly Node[];
  readonly updates: readonly GrownUpdate[];
  readonly links: readonly Reference[];
  readonly media: readonly Reference[];
  readonly anchors: readonly string[];
};

function growBody(copy: Copy, rules: BodyRules): Grown {
  const notes = new Notes(copy, rules);
  const links: Reference[] = [];
  const media: Reference[] = [];
  const grown = copy.format === "plain" ? growPlain(notes) : growMarkdown(notes);
  const nodes = mend(notes, secureLinks(notes, grown, { links, media }));
  const { introduction, updates } = takeUpdates(notes, nodes, copy.isLive === true);
  const anchors = outline(introduction);
  for (const { id, node } of updates) outline(node.children, { level: 2, prefix: `update-${id}--` });
  return { notes, introduction, updates, links, media, anchors };
}
