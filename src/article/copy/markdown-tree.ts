import type { Token } from "markdown-it";
import { renamedElements } from "./allowed-html.ts";
import { parseMarkdown } from "./markdown.ts";
import type { Notes } from "./notes.ts";
import { hasRaw, parseRaw } from "./raw-html.ts";
import { rawNodes } from "./raw-text.ts";
import { blockOf } from "./shortcode-block.ts";
import { listShortcodes, type Shortcodes, tellCode } from "./shortcodes.ts";
import { locate } from "./source.ts";
import type { Tag } from "./template-code.ts";
import { elementNode, type Node, textNode } from "./tree.ts";

/** Levels of tokens that may be nested; a list takes two of them. */
const deepest = 100;

/** Markdown copy as a tree, as yet unmended. */
export function growMarkdown(notes: Notes): Node[] {
  const shortcodes = listShortcodes(notes);
  const tokens = parseMarkdown(shortcodes);
  const deep = tokens.find(
    ({ level, children }) => level > deepest || children?.some((child) => child.level > deepest),
  );
  if (!deep) return new Growth(notes, shortcodes).grow(tokens);
  const at = notes.source.starts[deep.map?.[0] ?? 0] ?? 0;
  notes.tell("nesting-depth", at, { depth: `more than ${deepest / 2}`, limit: deepest / 2 });
  return [elementNode("p", [textNode(notes.source.text)])];
}

/** Where in the source a token's characters stand. */
type Where = (position: number) => number;

class Growth {
  readonly #notes: Notes;
  readonly #shortcodes: Shortcodes;
  /** Children of what is open, the innermost last. */
  readonly #open: Node[][] = [[]];
  #at = 0;

  constructor(notes: Notes, shortcodes: Shortcodes) {
    this.#notes = notes;
    this.#shortcodes = shortcodes;
  }

  grow(tokens: readonly Token[]): Node[] {
    for (const token of tokens) {
      if (token.map) this.#at = this.#notes.source.starts[token.map[0]] ?? 0;
      if (token.type === "inline") this.#addInline(token);
      else this.#add(token, this.#at, undefined);
    }
    return this.#settle(this.#open[0] ?? []);
  }

  #addInline(token: Token): void {
    const where = locate(this.#notes.source, token.map?.[0] ?? 0, token.content);
    for (const child of token.children ?? []) {
      const at = typeof child.meta?.at === "number" ? where(child.meta.at) : this.#at;
      this.#add(child, at, where);
    }
  }

  /** A token within a line has a `where`, one of whole lines has none. */
  #add(token: Token, at: number, where: Where | undefined): void {
    if (token.hidden) return;
    const tag = token.meta?.tag as Tag | undefined;
    if (token.nesting === 1) this.#enter(token, at, tag, where);
    else if (token.nesting === -1) this.#open.pop();
    else if (token.type.startsWith("html_")) this.#put(this.#raw(token, at));
    else if (token.type.startsWith("template_")) {
      tellCode(this.#notes, where || !tag ? at : tag.start, token.content, tag);
      if (token.type === "template_code") this.#put([textNode(token.content)]);
    } else this.#put([leafOf(token, at)]);
  }

  #enter(token: Token, at: number, tag: Tag | undefined, where: Where | undefined): void {
    const children: Node[] = [];
    if (tag) {
      const start = where ? at : tag.start;
      const isCut =
        where !== undefined && !tag.closer && this.#shortcodes.code.tags.get(start)?.closer !== undefined;
      const block = blockOf(this.#notes, tag, start, isCut, children);
      if (block) this.#put([block]);
    } else
      this.#put([
        elementNode(renamedElements.get(token.tag) ?? token.tag, children, at, attributesOf(token)),
      ]);
    this.#open.push(children);
  }

  #raw(token: Token, at: number): Node[] {
    const where =
      token.type === "html_block"
        ? locate(this.#notes.source, token.map?.[0] ?? 0, token.content)
        : undefined;
    return rawNodes(this.#notes, this.#shortcodes, token.content, where ?? ((position) => at + position));
  }

  #put(nodes: readonly Node[]): void {
    const children = this.#open.at(-1);
    for (const node of nodes) children?.push(node);
  }

  /** HTML in copy is parsed a fragment at a time: what one block's body leaves open ends with it. */
  #settle(nodes: Node[]): Node[] {
    for (const node of nodes) if (node.kind === "block" || node.kind === "element") this.#settleWithin(node);
    return hasRaw(nodes) ? parseRaw(this.#notes, nodes) : nodes;
  }

  #settleWithin(node: Extract<Node, { kind: "block" | "element" }>): void {
    if (node.kind === "block") node.children = this.#settle(node.children);
    else
      for (const child of node.children)
        if (child.kind === "block" || child.kind === "element") this.#settleWithin(child);
  }
}

/** How a column of a table is aligned, as a class: a page's policy allows no styles in attributes. */
const alignments: Readonly<Record<string, string>> = {
  "text-align:right": "number",
  "text-align:center": "centred",
};

function attributesOf(token: Token): [string, string][] {
  return (token.attrs ?? []).flatMap(([name, value]): [string, string][] => {
    if (name !== "style") return [[name, String(value)]];
    const alignment = alignments[value];
    return alignment === undefined ? [] : [["class", alignment]];
  });
}

function leafOf(token: Token, at: number): Node {
  if (token.type === "text") return textNode(token.content);
  if (token.type === "softbreak") return textNode("\n");
  if (token.type === "hardbreak") return elementNode("br", [], at);
  if (token.type === "code_inline") return elementNode("code", [textNode(token.content)], at);
  if (token.type === "image") return pictureOf(token, at);
  if (token.type === "fence" || token.type === "code_block") return codeOf(token, at);
  return token.tag ? elementNode(token.tag, [], at) : textNode(token.content);
}

function pictureOf(token: Token, at: number): Node {
  const alt = (token.children ?? []).map(altOf).join("").replace(/\s+/g, " ").trim();
  const attributes = attributesOf(token).filter(([name]) => name !== "alt");
  return elementNode("img", [], at, [...attributes, ["alt", alt]]);
}

function altOf(token: Token): string {
  if (token.type === "softbreak" || token.type === "hardbreak") return " ";
  return token.type.startsWith("html_") ? "" : token.content;
}

function codeOf(token: Token, at: number): Node {
  const language = /^[\w+#.-]+/.exec(token.info)?.[0];
  const attributes: [string, string][] = language ? [["class", `language-${language}`]] : [];
  return elementNode("pre", [elementNode("code", [textNode(token.content)], at, attributes)], at);
}
