import { mendDefinitions, mendDetails, mendFigure, mendList, mendTable } from "./mend-parts.ts";
import type { Notes } from "./notes.ts";
import { type ElementNode, elementNode, isBlank, isElement, type Node, textNode } from "./tree.ts";

/** What may stand in an element: blocks and words, words alone, or words and blocks without headings. */
type Room = "flow" | "words" | "cell";

const words =
  /^(?:a|abbr|b|bdi|bdo|br|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;
const roomIn: Readonly<Record<string, Room>> = {
  p: "words",
  pre: "words",
  summary: "words",
  h2: "words",
  h3: "words",
  h4: "words",
  h5: "words",
  h6: "words",
  dt: "cell",
  th: "cell",
  caption: "words",
};

const partOf: Readonly<Record<string, RegExp>> = {
  li: / (?:ul|ol) $/,
  dt: / dl (?: div )?$/,
  dd: / dl (?: div )?$/,
  figcaption: / figure $/,
  summary: / details $/,
};

/** Elements where they may stand (HTML standard, content models), nothing empty, and each block on its own. */
export function mend(notes: Notes, nodes: readonly Node[]): Node[] {
  return wrapWords(new Mending(notes).all(nodes, "flow", ""));
}

class Mending {
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** `within` holds the names of the elements around, apart by spaces. */
  all(nodes: readonly Node[], room: Room, within: string): Node[] {
    return nodes.flatMap((node) => this.#one(node, room, within));
  }

  #one(node: Node, room: Room, within: string): Node[] {
    if (node.kind === "text") return [node];
    if (node.kind === "raw") return [];
    if (node.kind === "block") {
      node.children = wrapWords(this.all(node.children, "flow", ""));
      if (room === "flow") return [node];
      this.#notes.tell("shortcode-place", node.at, { name: node.block.name });
      return [];
    }
    return words.test(node.name) ? this.#word(node, room, within) : this.#block(node, room, within);
  }

  /** An element of words. One that holds blocks makes way for them; a link within a link, too. */
  #word(node: ElementNode, room: Room, within: string): Node[] {
    const isLink = node.name === "a";
    const isNested = (isLink && within.includes(" a ")) || (node.name === "dfn" && within.includes(" dfn "));
    const isPart = /^(?:rt|rp)$/.test(node.name) && !within.endsWith(" ruby ");
    const hasBlocks = room !== "words" && holdsBlocks(node.children);
    if (isNested || isPart || (hasBlocks && !isLink)) return this.all(node.children, room, within);
    if (hasBlocks) return this.#linkBlocks(node, room, within);
    node.children = this.all(node.children, "words", `${within} ${node.name} `);
    const isIdle = node.name === "span" && node.attributes.size === 0;
    const isFaulty =
      (node.name === "bdo" && !node.attributes.has("dir")) ||
      (node.name === "img" && !node.attributes.has("src"));
    return isIdle || isFaulty ? node.children : [node];
  }

  /** A link around blocks goes into each of them that is a paragraph; around others it goes. */
  #linkBlocks(node: ElementNode, room: Room, within: string): Node[] {
    return wrapWords(this.all(node.children, room, `${within} a `)).map((child) => {
      if (!isElement(child, "p", "h2", "h3", "h4", "h5", "h6")) return child;
      child.children = [elementNode("a", child.children, node.at, node.attributes)];
      return child;
    });
  }

  #block(node: ElementNode, room: Room, within: string): Node[] {
    if (room === "words") return [textNode(" "), ...this.all(node.children, "words", within), textNode(" ")];
    const isHeading = /^h[2-6]$/.test(node.name);
    if (isHeading && room === "cell")
      return [elementNode("p", this.all(node.children, "words", within), node.at)];
    if (node.name === "p") return this.#paragraph(node, within);
    if (isOrphan(node, within)) node.name = "div";
    const inner = room === "cell" ? "cell" : (roomIn[node.name] ?? "flow");
    node.children = this.all(node.children, inner, `${within} ${node.name} `);
    return shapeOf(node).filter((shaped) => !isEmpty(shaped));
  }

  /** A paragraph ends where a block stands in it, and goes on after it. */
  #paragraph(node: ElementNode, within: string): Node[] {
    const parts: Node[] = [];
    let run: Node[] = [];
    const close = () => {
      const children = this.all(run, "words", `${within} p `);
      const part = elementNode("p", trimEnds(children), node.at, parts.length ? [] : node.attributes);
      if (!isEmpty(part)) parts.push(part);
      run = [];
    };
    for (const child of node.children) {
      if (child.kind !== "block") run.push(child);
      else {
        close();
        parts.push(...this.#one(child, "flow", within));
      }
    }
    close();
    return parts;
  }
}

/** Whether a part stands outside of the element that it is a part of. */
function isOrphan({ name }: ElementNode, within: string): boolean {
  const parents = partOf[name];
  return parents !== undefined && !parents.test(within);
}

/** An element whose children are of certain kinds only, made so. */
function shapeOf(node: ElementNode): Node[] {
  if (/^(?:ul|ol)$/.test(node.name)) return mendList(node);
  if (node.name === "dl") return mendDefinitions(node);
  if (node.name === "table") return mendTable(node);
  if (node.name === "figure") return mendFigure(node);
  if (node.name === "details") return mendDetails(node);
  if (node.name === "blockquote") node.children = wrapWords(node.children);
  if (node.name !== "div") return [node];
  if (!holdsBlocks(node.children))
    return [elementNode("p", trimEnds(node.children), node.at, node.attributes)];
  node.children = wrapWords(node.children);
  return node.attributes.size ? [node] : node.children;
}

/** Words that stand among blocks become paragraphs. */
export function wrapWords(nodes: readonly Node[]): Node[] {
  const wrapped: Node[] = [];
  let run: Node[] = [];
  const close = () => {
    if (!run.every(isBlank)) wrapped.push(elementNode("p", trimEnds(run), isElement(run[0]) ? run[0].at : 0));
    run = [];
  };
  for (const node of nodes) {
    if (node.kind === "text" || isWord(node)) run.push(node);
    else {
      close();
      wrapped.push(node);
    }
  }
  close();
  return wrapped.filter((node) => !isEmpty(node));
}

function holdsBlocks(nodes: readonly Node[]): boolean {
  return nodes.some(
    (node) =>
      node.kind === "block" ||
      (node.kind === "element" && (!words.test(node.name) || holdsBlocks(node.children))),
  );
}

function isWord(node: Node): boolean {
  return node.kind === "element" && words.test(node.name);
}

/** Whether an element that must hold something shows nothing. */
function isEmpty(node: Node): boolean {
  if (
    !isElement(
      node,
      "p",
      "h2",
      "h3",
      "h4",
      "h5",
      "h6",
      "ul",
      "ol",
      "dl",
      "table",
      "figure",
      "blockquote",
      "div",
      "details",
      "pre",
    )
  )
    return false;
  return !showsAnything(node.children);
}

function showsAnything(nodes: readonly Node[]): boolean {
  return nodes.some(
    (node) =>
      !isBlank(node) &&
      (node.kind !== "element" || /^(?:img|hr)$/.test(node.name) || showsAnything(node.children)),
  );
}

/** Without white space and line breaks at the ends. */
export function trimEnds(nodes: readonly Node[]): Node[] {
  const isIdle = (node: Node | undefined) =>
    node !== undefined && (isBlank(node) || isElement(node, "br", "wbr"));
  let [from, to] = [0, nodes.length];
  while (from < to && isIdle(nodes[from])) from++;
  while (to > from && isIdle(nodes[to - 1])) to--;
  const kept = nodes.slice(from, to);
  const [first, last] = [kept[0], kept.at(-1)];
  if (first?.kind === "text") first.text = first.text.trimStart();
  if (last?.kind === "text") last.text = last.text.trimEnd();
  return kept;
}
