import type { Arguments, Block } from "../blocks/block.ts";

/** A body between its reading and its printing: HTML that only holds what an article may hold. */
export type Node = TextNode | ElementNode | BlockNode | RawNode;

export type TextNode = { readonly kind: "text"; text: string };

/** An HTML element. `at` is the offset in the copy where it begins. */
export type ElementNode = {
  readonly kind: "element";
  name: string;
  readonly attributes: Map<string, string>;
  children: Node[];
  readonly at: number;
  /** Written as HTML in Markdown copy. */
  readonly isRaw?: true;
};

/** One of our blocks, its arguments checked. */
export type BlockNode = {
  readonly kind: "block";
  readonly block: Block;
  readonly given: Arguments;
  children: Node[];
  readonly at: number;
};

/** HTML as the copy holds it: never printed, only parsed. */
export type RawNode = { readonly kind: "raw"; readonly html: string; readonly at: number };

export const voidElements: ReadonlySet<string> = new Set(["br", "hr", "img", "wbr"]);

export function textNode(text: string): TextNode {
  return { kind: "text", text };
}

export function elementNode(
  name: string,
  children: Node[] = [],
  at = 0,
  attributes: Iterable<readonly [string, string]> = [],
): ElementNode {
  return { kind: "element", name, attributes: new Map(attributes), children, at };
}

/** Whether a node is an element, of these names where some are given. */
export function isElement(node: Node | undefined, ...names: readonly string[]): node is ElementNode {
  return node?.kind === "element" && (names.length === 0 || names.includes(node.name));
}

/** Whether a node is text of nothing but white space. */
export function isBlank(node: Node): boolean {
  return node.kind === "text" && !/\S/.test(node.text);
}

/** Whether a block is a picture: it has an address, and room for what those are told who do not see it. */
export function showsPicture({ block, given }: BlockNode): boolean {
  return typeof given.src === "string" && block.parameters.some(({ name }) => name === "alt");
}

/** Walks all elements and blocks, in the order of the copy, outer ones first. */
export function walk(nodes: readonly Node[], visit: (node: ElementNode | BlockNode) => void): void {
  for (const node of nodes) {
    if (node.kind !== "element" && node.kind !== "block") continue;
    visit(node);
    walk(node.children, visit);
  }
}
