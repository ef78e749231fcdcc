import { isNode, listOf, nodesAt } from "./graph-page.ts";
import type { GraphRule } from "./graph-rule.ts";
import { policies } from "./schema-org.ts";

const source = "Google, Organization: Structured data type definitions";

/** The publication, and other organisations. */
export const organisationRules: readonly GraphRule[] = [
  {
    name: "organisation-named",
    source: `${source} (name)`,
    of: "Organization",
    node: ({ node }) => (typeof node.name === "string" ? undefined : "has no name"),
  },
  {
    name: "organisation-address",
    source: `${source} (url)`,
    of: "NewsMediaOrganization",
    node: ({ node }, { url }) =>
      typeof node.url === "string" && url.startsWith(node.url) ? undefined : `${node.url} is not this site's`,
  },
  {
    name: "organisation-logo",
    source: `${source} (logo: 112 × 112 pixels at least)`,
    of: "Organization",
    node: ({ node }, page) =>
      nodesAt(node, "logo", page).map(({ url, contentUrl, width, height }) => {
        if (url === undefined && contentUrl === undefined) return "its logo has no address";
        return Number(width) < 112 || Number(height) < 112 ? `its logo is ${width} by ${height}` : undefined;
      }),
  },
  {
    name: "organisation-policies",
    source: "schema.org/NewsMediaOrganization; The Trust Project, trust indicators",
    of: "NewsMediaOrganization",
    node: ({ node }) =>
      policies.flatMap((policy) =>
        listOf(node[policy])
          .filter((value) => !isNode(value) && !/^https:\/\/[^/\s]+\/\S*$/.test(String(value)))
          .map((value) => `${policy} ${value} is no absolute https: URL`),
      ),
  },
  {
    name: "organisation-elsewhere",
    source: `${source} (sameAs: a page on another website)`,
    of: "Organization",
    node: ({ node }, { url }) =>
      listOf(node.sameAs)
        .map(String)
        .filter((other, at, all) => all.indexOf(other) !== at || other.startsWith(new URL(url).origin))
        .map((other) => `${other} is this site's, or named twice`),
  },
];
