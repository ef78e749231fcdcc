import { attribute } from "../page-tree.ts";
import { addressesIn, isNode, listOf, metaOf, nodesAt, typesOf } from "./graph-page.ts";
import type { GraphRule } from "./graph-rule.ts";
import { isA } from "./schema-org.ts";

/** The page, the site, and the way from one to the other. */
export const pageRules: readonly GraphRule[] = [
  {
    name: "page-one",
    source: "schema.org/WebPage: every web page is implicitly one",
    page: ({ top }) => {
      const pages = top.filter((node) =>
        typesOf(node).some((type) => isA(type, "WebPage") || type === "WebSite"),
      );
      return pages.length === 1 ? undefined : `${pages.length} pages or sites`;
    },
  },
  {
    name: "page-address",
    source: "schema.org/url; JSON-LD 1.1, § 3.3 Node Identifiers",
    of: "WebPage",
    node: ({ node, parent }, { url }) =>
      parent === undefined && (node.url !== url || !String(node["@id"]).startsWith(url))
        ? `says ${node.url}, and stands at ${url}`
        : undefined,
  },
  {
    name: "page-canonical",
    source: "Google, Consolidate duplicate URLs: one canonical URL in all signals",
    page: ({ top, canonical, url }) => {
      if (canonical === url) return undefined;
      const isBased = top.some((node) => listOf(node.isBasedOn).includes(canonical));
      return isBased ? undefined : `is canonical at ${canonical}, and stands at ${url}`;
    },
  },
  {
    name: "page-named",
    source: "Google, General structured data guidelines: Content that readers see",
    of: "WebPage",
    node: ({ node, parent }, { heading, title }) => {
      const name = String(node.name).replace(/\s+/g, " ").trim();
      const isSeen = node.name !== undefined && (heading.includes(name) || title.startsWith(name));
      return parent !== undefined || isSeen ? undefined : `is named ${node.name}, and shows ${heading}`;
    },
  },
  {
    name: "page-language",
    source: "HTML, § 3.2.6.2 The lang and xml:lang attributes; schema.org/inLanguage",
    of: "WebPage",
    node: ({ node, parent }, { elements }) => {
      const root = elements.find(({ tagName }) => tagName === "html");
      const lang = root && attribute(root, "lang");
      return parent !== undefined || node.inLanguage === lang
        ? undefined
        : `${node.inLanguage} is not ${lang}`;
    },
  },
  {
    name: "page-breadcrumb",
    source: "Google, Breadcrumb: Guidelines",
    of: "WebPage",
    node: ({ node, parent }, page) =>
      parent !== undefined || nodesAt(node, "breadcrumb", page).length === 1
        ? undefined
        : "has no breadcrumbs",
  },
  {
    name: "description-agrees",
    source: "Google, Control your snippets: the page's own description",
    page: (page) => {
      const meta = metaOf(page, "description");
      return page.top
        .filter((node) => !typesOf(node).some((type) => isA(type, "Organization")))
        .flatMap(({ description }) =>
          description === undefined || description === meta ? [] : [`${description}`],
        );
    },
  },
  {
    name: "site-named",
    source: "Google, Site names: WebSite, Required properties",
    of: "WebSite",
    node: ({ node }) => ["name", "url"].filter((property) => !node[property]).map((name) => `has no ${name}`),
  },
  {
    name: "site-at-home",
    source: "Google, Site names: the structured data must be on the home page",
    of: "WebSite",
    node: ({ node, parent }, { url }) =>
      parent !== undefined || node.url === url ? undefined : `${node.url} is described at ${url}`,
  },
  {
    name: "breadcrumb-two",
    source: "Google, Breadcrumb: at least two ListItems",
    of: "BreadcrumbList",
    node: ({ node }) => (listOf(node.itemListElement).length >= 2 ? undefined : "has fewer than two steps"),
  },
  {
    name: "breadcrumb-order",
    source: "Google, Breadcrumb: position 1 is the beginning of the trail",
    of: "BreadcrumbList",
    node: ({ node }) =>
      listOf(node.itemListElement).map((step, at) =>
        isNode(step) && step.position === at + 1 ? undefined : `step ${at + 1} has another position`,
      ),
  },
  {
    name: "breadcrumb-step",
    source: "Google, Breadcrumb: ListItem, Required properties (name, item)",
    of: "BreadcrumbList",
    node: ({ node }) => {
      const steps = listOf(node.itemListElement);
      return steps.map((step, at) => {
        if (!isNode(step) || !typesOf(step).includes("ListItem")) return `step ${at + 1} is no ListItem`;
        if (typeof step.name !== "string") return `step ${at + 1} has no name`;
        return step.item === undefined && at < steps.length - 1 ? `step ${at + 1} leads nowhere` : undefined;
      });
    },
  },
  {
    name: "breadcrumb-last",
    source: "Google, Breadcrumb: the last item is the page itself",
    of: "BreadcrumbList",
    node: ({ node }, { url }) => {
      const last = listOf(node.itemListElement).at(-1);
      return isNode(last) && last.item !== undefined && last.item !== url
        ? `ends at ${last.item}`
        : undefined;
    },
  },
  {
    name: "breadcrumb-shown",
    source: "Google, Breadcrumb: a path that readers can follow",
    of: "BreadcrumbList",
    node: ({ node }, page) => {
      const links = new Set(addressesIn(page, "a", "href"));
      return listOf(node.itemListElement)
        .slice(0, -1)
        .flatMap((step) =>
          isNode(step) && !links.has(String(step.item)) ? [`${step.item} is not linked`] : [],
        );
    },
  },
];
