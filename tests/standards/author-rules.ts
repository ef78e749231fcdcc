import { attribute } from "../page-tree.ts";
import { type GraphPage, isNode, isShown, listOf, nodesAt, typesOf } from "./graph-page.ts";
import type { GraphRule } from "./graph-rule.ts";
import { isA } from "./schema-org.ts";

const source = "Google, Article: Author markup best practices";
const profile = "Google, Profile page: Structured data type definitions";

/** Authors, contributors and their pages. */
export const authorRules: readonly GraphRule[] = [
  {
    name: "author-object",
    source: `${source} (include all authors, each with a type and a name)`,
    of: "Article",
    node: ({ node }, page) =>
      listOf(node.author).map((author, at) => {
        const [found] = isNode(author) ? nodesAt({ author }, "author", page) : [];
        if (!found) return `author ${at + 1} is no object`;
        const isSomebody = typesOf(found).some((type) => isA(type, "Person") || isA(type, "Organization"));
        return isSomebody && typeof found.name === "string"
          ? undefined
          : `author ${at + 1} has no type or name`;
      }),
  },
  {
    name: "author-one",
    source: `${source} (each author in an author field of their own)`,
    of: "Person",
    node: ({ node }) =>
      / (and|und|et|en|agus) | & |;|\/|,(?! (Jr|Sr|II|III|IV|MD|PhD)\b)/.test(String(node.name))
        ? `${node.name} are several`
        : undefined,
  },
  {
    name: "author-plain",
    source: `${source} (only the name: no job title, honorific, or words such as "posted by")`,
    of: "Person",
    node: ({ node }) => {
      const name = String(node.name);
      const isIntroduced = /^(by|von|par|door|por|posted|written|words|reporting|photographs?)\b/i.test(name);
      const isTitled = /\b(editor|correspondent|reporter|journalist|columnist|photographer)\b/i.test(name);
      return isIntroduced || isTitled || /^(dr|prof|mr|mrs|ms|sir)\b/i.test(name)
        ? `${name} is more than a name`
        : undefined;
    },
  },
  {
    name: "author-no-publisher",
    source: `${source} (the publisher's name is the publisher's)`,
    of: "Article",
    node: ({ node }, page) => {
      const [publisher] = nodesAt(node, "publisher", page);
      return nodesAt(node, "author", page)
        .filter((author) => typesOf(author).includes("Person") && author.name === publisher?.name)
        .map(({ name }) => `${name} is no person`);
    },
  },
  {
    name: "author-address",
    source: `${source} (author.url: a page that says who the author is)`,
    of: "Article",
    node: ({ node }, page) =>
      nodesAt(node, "author", page)
        .filter(({ url, sameAs, name }) => !url && !sameAs && isLinked(String(name), page))
        .map(({ name }) => `${name} has a page, and no url`),
  },
  {
    name: "author-shown",
    source: "Google, General structured data guidelines: Content that readers see",
    of: "Article",
    node: ({ node, parent }, page) =>
      parent === undefined
        ? nodesAt(node, "author", page)
            .filter(({ name }) => typeof name === "string" && !isShown(page, name))
            .map(({ name }) => `${name} is not shown`)
        : undefined,
  },
  {
    name: "profile-entity",
    source: `${profile} (mainEntity)`,
    of: "ProfilePage",
    node: ({ node }, page) => {
      const [main] = nodesAt(node, "mainEntity", page);
      const isSomebody =
        main && typesOf(main).some((type) => isA(type, "Person") || isA(type, "Organization"));
      return isSomebody ? undefined : "is of nobody";
    },
  },
  {
    name: "profile-named",
    source: `${profile} (name)`,
    of: "ProfilePage",
    node: ({ node }, page) =>
      nodesAt(node, "mainEntity", page).map(({ name }) =>
        typeof name === "string" && page.heading.includes(name)
          ? undefined
          : `${name} is not the page's heading`,
      ),
  },
  {
    name: "person-title-shown",
    source: "schema.org/jobTitle",
    of: "Person",
    node: ({ node }, page) =>
      [...listOf(node.jobTitle)].map((title) =>
        typeof title === "string" && !isShown(page, title) ? `${title} is not shown` : undefined,
      ),
  },
];

function isLinked(name: string, { elements }: GraphPage): boolean {
  return elements.some(
    (element) =>
      attribute(element, "rel") === "author" &&
      element.childNodes.some((node) => "value" in node && node.value === name),
  );
}
