import { attribute, type Element, elementsOf, textOf } from "../page-tree.ts";

/** An object in JSON-LD. */
export type LdNode = { readonly [property: string]: unknown };

/** An object of a page's graph and where it stands: `@graph[0].author[1]`. `parent`: the property that holds it. */
export type Found = {
  readonly node: LdNode;
  readonly path: string;
  readonly types: readonly string[];
  readonly parent?: string;
};

/** A page as the rules see it: what its graph says, and what its readers see. */
export type GraphPage = {
  readonly url: string;
  readonly elements: readonly Element[];
  /** The text of each `application/ld+json` script as it stands in the file. */
  readonly scripts: readonly string[];
  /** The first script's data, where it is JSON. */
  readonly data: unknown;
  /** Objects of the graph at its first level. */
  readonly top: readonly LdNode[];
  /** All objects but mere references, wherever they stand. */
  readonly nodes: readonly Found[];
  /** Mere references by `@id`, with their places. */
  readonly references: readonly Found[];
  readonly canonical: string | undefined;
  readonly title: string;
  readonly heading: string;
  /** All that readers see, in one line. */
  readonly text: string;
};

/** Reads a page that is printed at a URL. */
export function readGraphPage(html: string, url: string): GraphPage {
  const elements = elementsOf(html);
  const scripts = elements.filter((element) => attribute(element, "type") === "application/ld+json");
  const raw = Array.from(
    html.matchAll(/<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/g),
    ([, text]) => text ?? "",
  );
  const data = parse(raw[0] ?? "");
  const graph = isNode(data) ? data["@graph"] : undefined;
  const found = Array.isArray(graph) ? graph.flatMap((node, at) => walk(node, `@graph[${at}]`)) : [];
  const body = elements.find(({ tagName }) => tagName === "body");
  return {
    url,
    elements,
    scripts: scripts.length === raw.length ? raw : scripts.map(textOf),
    data,
    top: Array.isArray(graph) ? graph.filter(isNode) : [],
    nodes: found.filter(({ node }) => !isReference(node)),
    references: found.filter(({ node }) => isReference(node)),
    canonical: linkOf(elements, "canonical"),
    title: lineOf(elements.find(({ tagName }) => tagName === "title")),
    heading: lineOf(elements.find(({ tagName }) => tagName === "h1")),
    text: lineOf(body),
  };
}

/** Whether a value is an object, and no list. */
export function isNode(value: unknown): value is LdNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether an object only names another. */
export function isReference(node: LdNode): boolean {
  return Object.keys(node).length === 1 && "@id" in node;
}

/** A value as a list: JSON-LD makes no difference between one and a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** A property's values as objects, references replaced by what they name. */
export function nodesAt(node: LdNode, property: string, page: GraphPage): LdNode[] {
  return listOf(node[property])
    .filter(isNode)
    .map((value) => (isReference(value) ? findNode(value["@id"], page) : value))
    .filter((value) => value !== undefined);
}

/** The object of the graph that has an id. */
export function findNode(id: unknown, { nodes }: GraphPage): LdNode | undefined {
  return nodes.find(({ node }) => node["@id"] === id)?.node;
}

/** The types that an object names. */
export function typesOf(node: LdNode): string[] {
  return listOf(node["@type"]).map(String);
}

/** The content of the page's `meta` of that name or property. */
export function metaOf(page: GraphPage, name: string): string | undefined {
  const found = page.elements.find(
    (element) => attribute(element, "property") === name || attribute(element, "name") === name,
  );
  return found && attribute(found, "content");
}

/** Whether readers see a text: runs of space do not count. */
export function isShown(page: GraphPage, text: string): boolean {
  return page.text.includes(text.replace(/\s+/g, " ").trim());
}

/** The addresses in an attribute of all elements of a tag, absolute. */
export function addressesIn(page: GraphPage, tag: string, name: string): string[] {
  return page.elements.flatMap((element) => {
    const value = element.tagName === tag ? attribute(element, name) : undefined;
    return value !== undefined && URL.canParse(value, page.url) ? [new URL(value, page.url).href] : [];
  });
}

function walk(value: unknown, path: string, parent?: string): Found[] {
  if (!isNode(value)) return [];
  const here: Found = { node: value, path, types: typesOf(value), ...(parent !== undefined && { parent }) };
  const below = Object.entries(value).flatMap(([property, inside]) =>
    Array.isArray(inside)
      ? inside.flatMap((each, at) => walk(each, `${path}.${property}[${at}]`, property))
      : walk(inside, `${path}.${property}`, property),
  );
  return [here, ...below];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function linkOf(elements: readonly Element[], rel: string): string | undefined {
  const link = elements.find((element) => element.tagName === "link" && attribute(element, "rel") === rel);
  return link && attribute(link, "href");
}

function lineOf(element: Element | undefined): string {
  return element ? textOf(element).replace(/\s+/g, " ").trim() : "";
}
