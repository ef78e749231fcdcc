import { type DefaultTreeAdapterMap, parse, defaultTreeAdapter as tree } from "parse5";

export type Element = DefaultTreeAdapterMap["element"];
type Node = DefaultTreeAdapterMap["node"];

/** A page as a browser reads it: every element in document order, those in `template` included. */
export function elementsOf(html: string): Element[] {
  return listElements(parse(html));
}

/** An element and all below it, in document order. */
export function listElements(node: Node): Element[] {
  const below = "childNodes" in node ? node.childNodes.flatMap(listElements) : [];
  const content = "content" in node ? listElements(node.content) : [];
  return [...(tree.isElementNode(node) ? [node] : []), ...below, ...content];
}

/** The value of an attribute, or undefined. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** Whether an element has a class. */
export function hasClass(element: Element, name: string): boolean {
  return attribute(element, "class")?.split(/\s+/).includes(name) ?? false;
}

/** All text below a node. */
export function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
