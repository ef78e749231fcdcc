import { elementNode, isBlank, isElement, type Node } from "./tree.ts";

const wordElements: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);

/** Elements that must hold something to be seen. */
const hollow: ReadonlySet<string> = new Set(
  "p h2 h3 h4 h5 h6 ul ol dl table figure blockquote div details pre".split(" "),
);

/** Whether an element of this name stands among words (phrasing content), not among blocks. */
export function isWordElement(name: string): boolean {
  return wordElements.has(name);
}

/** Whether blocks are among nodes, or within the words among them. */
export function holdsBlocks(nodes: readonly Node[]): boolean {
  return nodes.some(
    (node) =>
      node.kind === "block" ||
      (node.kind === "element" && (!wordElements.has(node.name) || holdsBlocks(node.children))),
  );
}

/** Nodes of which words that stand among blocks have become paragraphs, without those that show nothing. */
export function wrapWords(nodes: readonly Node[]): Node[] {
  const wrapped: Node[] = [];
  let run: Node[] = [];
  const close = () => {
    if (!run.every(isBlank)) wrapped.push(elementNode("p", trimEnds(run), isElement(run[0]) ? run[0].at : 0));
    run = [];
  };
  for (const node of nodes) {
    if (node.kind === "text" || (node.kind === "element" && wordElements.has(node.name))) run.push(node);
    else {
      if (run.length) close();
      wrapped.push(node);
    }
  }
  if (run.length) close();
  return wrapped.filter((node) => !isEmpty(node));
}

/** Whether an element that must hold something shows nothing. */
export function isEmpty(node: Node): boolean {
  return node.kind === "element" && hollow.has(node.name) && !showsAnything(node.children);
}

/** Whether there are words in nodes, or pictures that have them. */
export function saysAnything(nodes: readonly Node[]): boolean {
  return nodes.some((node) => {
    if (node.kind !== "element") return !isBlank(node);
    return node.name === "img" ? Boolean(node.attributes.get("alt")) : saysAnything(node.children);
  });
}

/** Whether nodes show more than white space. */
export function showsAnything(nodes: readonly Node[]): boolean {
  return nodes.some(
    (node) =>
      !isBlank(node) &&
      (node.kind !== "element" || node.name === "img" || node.name === "hr" || showsAnything(node.children)),
  );
}

/** Nodes without white space and line breaks at the ends. */
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

/** The words of nodes: an end of line between blocks, what is not text by what stands for it. */
export function textOf(nodes: readonly Node[]): string {
  const parts: string[] = [];
  const add = (list: readonly Node[]) => {
    for (const node of list) {
      if (node.kind === "text") parts.push(node.text);
      else if (node.kind === "block")
        parts.push("\n", node.block.plainText(node.given, textOf(node.children).trim()), "\n");
      else if (node.kind === "element") {
        const edge = wordElements.has(node.name) ? "" : "\n";
        parts.push(edge);
        add(node.children);
        parts.push(edge);
      }
    }
  };
  add(nodes);
  return parts.join("");
}

/** Words have a letter or a digit; where scripts set no spaces between words, each character counts. */
export function countWords(text: string): number {
  const spaced = /[\u2e80-\u{10ffff}]/u.test(text)
    ? text.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, " x ")
    : text;
  // From a word's first letter to its end: to test is quicker than to take the words apart.
  const word = /[\p{L}\p{N}]\S*/gu;
  let count = 0;
  while (word.test(spaced)) count++;
  return count;
}
