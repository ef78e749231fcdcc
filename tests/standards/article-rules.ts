import { attribute } from "../page-tree.ts";
import { isNode, isShown, type LdNode, listOf, metaOf, nodesAt, typesOf } from "./graph-page.ts";
import type { GraphRule } from "./graph-rule.ts";
import { isA } from "./schema-org.ts";

const article = "Google, Article: Structured data type definitions";

/** What Google's "Article" and schema.org ask of an article, whatever its genre. */
export const articleRules: readonly GraphRule[] = [
  {
    name: "article-complete",
    source: `${article} (recommended properties)`,
    of: "Article",
    node: ({ node, parent }) =>
      parent === undefined
        ? ["headline", "author", "publisher", "datePublished", "dateModified", "mainEntityOfPage"]
            .filter((property) => node[property] === undefined)
            .map((property) => `has no ${property}`)
        : undefined,
  },
  {
    name: "article-of-page",
    source: "schema.org/mainEntityOfPage",
    of: "Article",
    node: ({ node, parent }, page) => {
      if (parent !== undefined || node.mainEntityOfPage === undefined) return undefined;
      const [main] = nodesAt(node, "mainEntityOfPage", page);
      const url = main?.url ?? node.mainEntityOfPage;
      return url === page.url ? undefined : `is the main part of ${JSON.stringify(url)}`;
    },
  },
  {
    name: "headline-agrees",
    source: `${article} (headline: the title of the article)`,
    of: "Article",
    node: ({ node, parent }, { heading, title }) => {
      const headline = String(node.headline ?? "").replace(/\s+/g, " ");
      const isSeen = headline === heading || title.startsWith(headline);
      return parent !== undefined || isSeen ? undefined : `${headline} is neither the heading nor the title`;
    },
  },
  {
    name: "dates-ordered",
    source: `${article} (dateModified)`,
    of: "CreativeWork",
    node: ({ node }) => {
      const published = Date.parse(String(node.datePublished));
      return ["dateModified", "expires"]
        .filter((property) => Date.parse(String(node[property])) < published)
        .map((property) => `${property} is before datePublished`);
    },
  },
  {
    name: "date-shown",
    source: "Google, Influence your byline dates: show a clear date, the same in all places",
    of: "Article",
    node: ({ node, parent }, page) => {
      if (parent !== undefined) return undefined;
      const times = page.elements.flatMap((element) => attribute(element, "datetime") ?? []);
      const modified = metaOf(page, "article:modified_time") ?? node.datePublished;
      return [
        times.includes(String(node.datePublished)) ? undefined : `${node.datePublished} is not shown`,
        node.dateModified === undefined || node.dateModified === modified
          ? undefined
          : `dateModified ${node.dateModified} is not ${modified}`,
      ];
    },
  },
  {
    name: "section-agrees",
    source: "Open Graph protocol, article:section; schema.org/articleSection",
    of: "Article",
    node: ({ node, parent }, page) => {
      const section = metaOf(page, "article:section");
      return parent !== undefined || node.articleSection === undefined || node.articleSection === section
        ? undefined
        : `${node.articleSection} is not ${section}`;
    },
  },
  {
    name: "keywords-form",
    source: "schema.org/keywords: entries apart by commas, or repeated properties",
    of: "CreativeWork",
    node: ({ node }) => {
      const words = listOf(node.keywords).map(String);
      const isTwice = new Set(words).size !== words.length;
      const isMixed = words.length > 1 && words.some((word) => word.includes(","));
      return isTwice || isMixed
        ? `${JSON.stringify(words)} names a word twice, or several in one`
        : undefined;
    },
  },
  {
    name: "paid-part",
    source: "Google, Subscription and paywalled content: hasPart, cssSelector",
    of: "Article",
    node: ({ node }, page) => {
      const parts = nodesAt(node, "hasPart", page).filter((part) => part.cssSelector !== undefined);
      if (node.isAccessibleForFree !== false) return undefined;
      if (parts.length === 0) return "is not free, and names no part that is not";
      return parts.flatMap((part) => [
        typesOf(part).includes("WebPageElement") ? undefined : "its part is no WebPageElement",
        part.isAccessibleForFree === false ? undefined : "its part does not say that it is not free",
        /^\.-?[A-Za-z_][\w-]*$/.test(String(part.cssSelector))
          ? undefined
          : `${part.cssSelector} is no class`,
      ]);
    },
  },
  {
    name: "paid-part-there",
    source: "Google, Subscription and paywalled content: the class around each section, not nested",
    of: "WebPageElement",
    node: ({ node }, { elements }) => {
      const [, name] = /^\.([\w-]+)$/.exec(String(node.cssSelector)) ?? [];
      if (name === undefined) return undefined;
      const count = elements.filter((element) =>
        attribute(element, "class")?.split(/\s+/).includes(name),
      ).length;
      return count > 0 ? undefined : `nothing on the page has the class ${name}`;
    },
  },
  {
    name: "free-part",
    source: "Google, Subscription and paywalled content: isAccessibleForFree",
    of: "Article",
    node: ({ node }, page) =>
      node.isAccessibleForFree === true &&
      nodesAt(node, "hasPart", page).some((part) => part.isAccessibleForFree === false)
        ? "is free, and has a part that is not"
        : undefined,
  },
  {
    name: "correction-comment",
    source: "schema.org/correction, schema.org/CorrectionComment; The Trust Project",
    of: "CreativeWork",
    node: ({ node }) =>
      listOf(node.correction).flatMap((each) => {
        if (!isNode(each)) return ["a correction is no CorrectionComment"];
        const missing = ["text", "datePublished"].filter((property) => each[property] === undefined);
        return missing.map((property) => `a correction has no ${property}`);
      }),
  },
  {
    name: "correction-shown",
    source: "Google, General structured data guidelines: Content that readers see",
    of: "CorrectionComment",
    node: ({ node }, page) =>
      node.text === undefined || isShown(page, String(node.text)) ? undefined : `${node.text} is not shown`,
  },
  {
    name: "correction-counted",
    source: `${article} (dateModified: the most recent change)`,
    of: "Article",
    node: ({ node }) =>
      nodesOf(node.correction).map(({ datePublished }) =>
        Date.parse(String(datePublished)) > Date.parse(String(node.dateModified))
          ? `was corrected at ${datePublished}, after dateModified`
          : undefined,
      ),
  },
  {
    name: "speakable-there",
    source: "Google, Speakable: cssSelector addresses content on the page",
    of: "SpeakableSpecification",
    node: ({ node }, { elements }) => {
      const classes = new Set(elements.flatMap((element) => attribute(element, "class")?.split(/\s+/) ?? []));
      const tags = new Set<string>(elements.map(({ tagName }) => tagName));
      return listOf(node.cssSelector)
        .map(String)
        .filter((selector) => {
          const names = Array.from(selector.matchAll(/(\.?)([\w-]+)/g));
          return !names.every(([, dot, name = ""]) => (dot ? classes.has(name) : tags.has(name)));
        })
        .map((selector) => `${selector} is nothing on the page`);
    },
  },
  {
    name: "publisher-organisation",
    source: `${article} (publisher)`,
    of: "Article",
    node: ({ node, parent }, page) =>
      parent !== undefined || node.publisher === undefined
        ? undefined
        : nodesAt(node, "publisher", page).some(
              (publisher) => publisher.name && typesOf(publisher).some((type) => isA(type, "Organization")),
            )
          ? undefined
          : "has no organisation with a name for its publisher",
  },
];

function nodesOf(value: unknown): LdNode[] {
  return listOf(value).filter(isNode);
}
