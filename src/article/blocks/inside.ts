import {
  defaultTreeAdapter as adapter,
  type DefaultTreeAdapterTypes,
  parseFragment,
  serialize,
  serializeOuter,
} from "parse5";
import { escapeHtml } from "../../kit/html.ts";

type Child = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What the HTML of a block's body holds of one kind, in its order; `others`: the words that stand beside it. */
export type Found<Part> = { readonly parts: readonly Part[]; readonly others: string };

/** A picture with what stands beside it; both are HTML. */
export type InsidePicture = { readonly picture: string; readonly caption: string };

/** A table's cell: its HTML, its words, how it is aligned by its class, and how far it reaches. */
export type Cell = {
  readonly html: string;
  readonly text: string;
  readonly alignment?: string;
  readonly colspan?: string;
  readonly rowspan?: string;
};

/** The items of the lists in a body, each as HTML. */
export function listItems(html: string): Found<string> {
  const parts: string[] = [];
  const others: string[] = [];
  for (const node of parseFragment(html).childNodes) {
    if (!isElement(node, "ul", "ol")) others.push(textOf(node));
    else for (const item of elementsIn(node, "li")) parts.push(serialize(item).trim());
  }
  return { parts, others: joinWords(others) };
}

/** The rows of the table in a body, the head first. */
export function listRows(html: string): Found<readonly Cell[]> {
  const parts: (readonly Cell[])[] = [];
  const others: string[] = [];
  for (const node of parseFragment(html).childNodes) {
    if (!isElement(node, "table") || parts.length > 0) others.push(textOf(node));
    else {
      others.push(...elementsIn(node, "caption").map(textOf));
      const groups = elementsIn(node, "thead", "tbody", "tfoot");
      for (const row of groups.flatMap((group) => elementsIn(group, "tr")))
        parts.push(elementsIn(row, "td", "th").map(cellOf));
    }
  }
  return { parts, others: joinWords(others) };
}

/**
 * The pictures in a body with their captions: what follows a picture up to the next one or to the end of its paragraph
 * or list item, the caption of its figure, or its title.
 */
export function listPictures(html: string): Found<InsidePicture> {
  const found: Pictures = { parts: [], others: [] };
  for (const node of parseFragment(html).childNodes) takePictures(node, found);
  return { parts: found.parts, others: joinWords(found.others) };
}

/** The words of HTML. */
export function wordsOf(html: string): string {
  return joinWords(parseFragment(html).childNodes.map(textOf));
}

type Pictures = { readonly parts: InsidePicture[]; readonly others: string[] };

function takePictures(node: Child, found: Pictures): void {
  if (isElement(node, "ul", "ol", "div")) for (const child of node.childNodes) takePictures(child, found);
  else if (isElement(node, "figure")) takeFigure(node, found);
  else if (isElement(node, "p", "li")) takeRun(node.childNodes, found);
  else takeRun([node], found);
}

function takeFigure(figure: Element, found: Pictures): void {
  const [caption] = elementsIn(figure, "figcaption");
  const shown = figure.childNodes.filter((child) => child !== caption);
  const before = found.parts.length;
  for (const child of shown) takePictures(child, found);
  const last = found.parts[before];
  if (last && caption) found.parts[before] = { ...last, caption: serialize(caption).trim() };
}

/** Pictures among words; a list item's paragraphs are looked into. */
function takeRun(nodes: readonly Child[], found: Pictures): void {
  const begun = found.parts.length;
  let caption = "";
  const close = () => {
    const last = found.parts.length > begun ? found.parts.pop() : undefined;
    if (last) found.parts.push({ ...last, caption: caption.trim() || last.caption });
    else found.others.push(wordsOf(caption));
    caption = "";
  };
  for (const node of nodes.flatMap((child) => (isElement(child, "p") ? child.childNodes : [child]))) {
    if (isElement(node, "figure", "ul", "ol")) takePictures(node, found);
    else if (!pictureIn(node)) caption += serializeOuter(node);
    else {
      close();
      found.parts.push(pictureOf(node));
    }
  }
  close();
}

/** The picture that a node is, or that a link or a word element holds and nothing else. */
function pictureIn(node: Child): Element | undefined {
  if (isElement(node, "img")) return node;
  if (!isElement(node) || textOf(node)) return undefined;
  return node.childNodes.map(pictureIn).find((picture) => picture !== undefined);
}

/** A picture whose title is its caption. */
function pictureOf(node: Child): InsidePicture {
  const picture = pictureIn(node);
  const title = picture && attributeOf(picture, "title");
  if (picture) picture.attrs = picture.attrs.filter(({ name }) => name !== "title");
  return { picture: serializeOuter(node), caption: escapeHtml(title ?? "") };
}

function cellOf(cell: Element): Cell {
  const [alignment, colspan, rowspan] = ["class", "colspan", "rowspan"].map((name) =>
    attributeOf(cell, name),
  );
  return {
    html: serialize(cell).trim(),
    text: joinWords([textOf(cell)]),
    ...(alignment && { alignment }),
    ...(colspan && { colspan }),
    ...(rowspan && { rowspan }),
  };
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}

function isElement(node: Child, ...names: readonly string[]): node is Element {
  return adapter.isElementNode(node) && (names.length === 0 || names.includes(node.tagName));
}

function elementsIn(parent: Parent, ...names: readonly string[]): Element[] {
  return parent.childNodes.filter((child): child is Element => isElement(child, ...names));
}

function textOf(node: Child): string {
  if (adapter.isTextNode(node)) return node.value;
  return isElement(node) ? node.childNodes.map(textOf).join("") : "";
}

function joinWords(texts: readonly string[]): string {
  return texts.join(" ").replace(/\s+/g, " ").trim();
}
