import { type GraphPage, isNode, isReference, type LdNode, listOf } from "./graph-page.ts";
import type { GraphRule } from "./graph-rule.ts";

/** The script element, and the graph as a whole. */
export const scriptRules: readonly GraphRule[] = [
  {
    name: "script-one",
    source: "Broadsheet: one graph a page",
    page: ({ scripts }) => (scripts.length === 1 ? undefined : `${scripts.length} scripts`),
  },
  {
    name: "script-json",
    source: "Google, General structured data guidelines: Technical guidelines (JSON-LD)",
    page: ({ data }) => (isNode(data) ? undefined : "is no JSON object"),
  },
  {
    name: "script-escaped",
    source: "HTML, § 4.12.1.3 Restrictions for contents of script elements",
    page: ({ scripts }) =>
      scripts.map((text) => /[<>&\u2028\u2029]/.exec(text)?.[0]).map((sign) => sign && `holds ${sign}`),
  },
  {
    name: "graph-context",
    source: "JSON-LD 1.1, § 3.1 The Context; schema.org, Developers",
    page: ({ data }) =>
      isNode(data) && data["@context"] !== "https://schema.org" ? `@context ${data["@context"]}` : undefined,
  },
  {
    name: "graph-one",
    source: "JSON-LD 1.1, § 4.9 Named Graphs",
    page: ({ data, top }) => {
      if (!isNode(data)) return undefined;
      const others = Object.keys(data).filter((key) => key !== "@context" && key !== "@graph");
      const graph = listOf(data["@graph"]);
      if (graph.length === 0 || graph.length !== top.length) return "has no graph of objects";
      return others.map((key) => `${key} stands beside the graph`);
    },
  },
  {
    name: "graph-reference",
    source: "JSON-LD 1.1, § 3.3 Node Identifiers",
    page: ({ nodes, references }) => {
      const ids = new Set(nodes.map(({ node }) => node["@id"]));
      return references
        .filter(({ node }) => !ids.has(node["@id"]))
        .map(({ node, path }) => `${path}: ${node["@id"]} is not in the graph`);
    },
  },
  {
    name: "graph-id-once",
    source: "JSON-LD 1.1, § 3.3 Node Identifiers",
    page: ({ nodes }) => {
      const ids = nodes.flatMap(({ node }) => node["@id"] ?? []);
      return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice`);
    },
  },
  {
    name: "graph-id-absolute",
    source: "JSON-LD 1.1, § 3.3 Node Identifiers",
    page: ({ nodes, references }) =>
      [...nodes, ...references]
        .flatMap(({ node }) => node["@id"] ?? [])
        .filter((id) => typeof id !== "string" || !/^https:\/\/[^/\s]+\//.test(id))
        .map((id) => `${JSON.stringify(id)} is no absolute URL`),
  },
  {
    name: "graph-joined",
    source: "Google, Intro to structured data: nodes that name each other are one description",
    page: (page) => {
      const reached = reachedFrom(page.top[0], page);
      return page.top
        .filter((node) => !reached.has(node))
        .map((node) => `${node["@type"]} is joined to nothing`);
    },
  },
];

/** Objects of the first level that a chain of references, in whichever direction, joins to a first one. */
function reachedFrom(first: LdNode | undefined, { top }: GraphPage): ReadonlySet<LdNode> {
  const reached = new Set<LdNode>(first ? [first] : []);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const node of top) {
      const isJoined = [...reached].some((other) => names(node, other) || names(other, node));
      if (isJoined) reached.add(node);
    }
  }
  return reached;
}

function names(value: unknown, other: LdNode): boolean {
  if (Array.isArray(value)) return value.some((each) => names(each, other));
  if (!isNode(value)) return false;
  if (isReference(value)) return value["@id"] === other["@id"];
  return Object.values(value).some((inside) => names(inside, other));
}
