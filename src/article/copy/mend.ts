import { isOrphan, roomWithin, shapeOf } from "./content-models.ts";
import type { Notes } from "./notes.ts";
import { type BlockNode, type ElementNode, elementNode, isElement, type Node, textNode } from "./tree.ts";
import {
  holdsBlocks,
  isEmpty,
  isWordElement,
  saysAnything,
  showsAnything,
  trimEnds,
  wrapWords,
} from "./words.ts";

/** What may stand in an element: blocks and words, words alone, or both but no headings. */
export type Room = "flow" | "words" | "cell";

/** Elements where they may stand (HTML standard, content models), nothing empty, and each block on its own. */
export function mend(notes: Notes, nodes: readonly Node[]): Node[] {
  return wrapWords(new Mending(notes).all(nodes, "flow", ""));
}

/** `within` holds the names of the elements around, each between spaces; `into` is where mended nodes go. */
class Mending {
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  all(nodes: readonly Node[], room: Room, within: string, into: Node[] = []): Node[] {
    for (const node of nodes) {
      if (node.kind === "text") put(into, node);
      else if (node.kind === "block") this.#block(node, room, into);
      else if (node.kind === "element") {
        if (isWordElement(node.name)) this.#word(node, room, within, into);
        else if (node.name === "p" && room !== "words") this.#paragraph(node, within, into);
        else this.#element(node, room, within, into);
      }
    }
    return into;
  }

  #block(node: BlockNode, room: Room, into: Node[]): void {
    node.children = wrapWords(this.all(node.children, "flow", ""));
    if (room === "flow") into.push(node);
    else this.#notes.tell("shortcode-place", node.at, { name: node.block.name });
  }

  /** An element of words. One that holds blocks makes way for them; a link within a link, too. */
  #word(node: ElementNode, room: Room, within: string, into: Node[]): void {
    const { name, attributes } = node;
    const isNested = (name === "a" || name === "dfn") && within.includes(` ${name} `);
    const isPart = (name === "rt" || name === "rp") && !within.endsWith(" ruby ");
    const hasBlocks = room !== "words" && holdsBlocks(node.children);
    if (hasBlocks && name === "a" && !isNested) return void this.#linkBlocks(node, room, within, into);
    if (isNested || isPart || hasBlocks) return void this.all(node.children, room, within, into);
    node.children = this.all(node.children, "words", `${within} ${name} `);
    // A link goes where nothing is left in it: its words stood in a block.
    const isIdle =
      (name === "span" && attributes.size === 0) || (name === "a" && !showsAnything(node.children));
    const isFaulty = (name === "bdo" && !attributes.has("dir")) || (name === "img" && !attributes.has("src"));
    if (isIdle || isFaulty) for (const child of node.children) put(into, child);
    else into.push(node);
  }

  /** A link around blocks goes into each of them that is a paragraph or a heading; around others it goes. */
  #linkBlocks(node: ElementNode, room: Room, within: string, into: Node[]): void {
    for (const child of wrapWords(this.all(node.children, room, `${within} a `))) {
      if (isElement(child, "p", "h2", "h3", "h4", "h5", "h6"))
        child.children = [elementNode("a", child.children, node.at, node.attributes)];
      into.push(child);
    }
  }

  #element(node: ElementNode, room: Room, within: string, into: Node[]): void {
    if (room === "words") {
      put(into, textNode(" "));
      this.all(node.children, "words", within, into);
      put(into, textNode(" "));
      return;
    }
    if (room === "cell" && /^h[2-6]$/.test(node.name)) return void this.#paragraph(node, within, into);
    if (isOrphan(node, within)) node.name = "div";
    const inner = roomWithin(node.name, room);
    node.children = this.all(node.children, inner, `${within} ${node.name} `);
    if (/^h[2-6]$/.test(node.name)) {
      node.children = trimEnds(node.children);
      // A heading that nobody can read is none.
      if (!saysAnything(node.children)) node.name = "p";
    }
    for (const shaped of shapeOf(node)) if (!isEmpty(shaped)) into.push(shaped);
  }

  /** A paragraph ends where a block stands in it, and goes on after it. */
  #paragraph(node: ElementNode, within: string, into: Node[]): void {
    let run: Node[] = [];
    let attributes = node.attributes;
    const close = () => {
      const part = elementNode("p", trimEnds(this.all(run, "words", `${within} p `)), node.at, attributes);
      if (!isEmpty(part)) into.push(part);
      run = [];
      attributes = new Map();
    };
    for (const child of node.children) {
      if (child.kind !== "block") run.push(child);
      else {
        close();
        this.#block(child, "flow", into);
      }
    }
    close();
  }
}

/** Adds a node; text that follows text becomes one with it. */
function put(into: Node[], node: Node): void {
  const last = into.at(-1);
  if (node.kind === "text" && last?.kind === "text") into[into.length - 1] = textNode(last.text + node.text);
  else into.push(node);
}
