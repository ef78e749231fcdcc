import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hasClass, textOf } from "../page-tree.ts";
import { type GraphPage, metaOf, nodesAt, readGraphPage } from "./graph-page.ts";

/** What an article's own page says of it, for comparison with what feeds say. */
export type PublishedArticle = {
  readonly title: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly published: number;
  readonly updated: number;
  readonly summary: string | null;
  /** The words of its body, without space. */
  readonly body: string;
};

/** Reads the page at an address of a printed site. Throws where there is none. */
export function readPublishedArticle(output: string, site: string, address: string): PublishedArticle {
  const path = decodeURIComponent(address.slice(site.length));
  const page = readGraphPage(readFileSync(join(output, path, "index.html"), "utf8"), address);
  const [article] = page.top;
  if (!article) throw new Error(`${address} has no graph.`);
  const [publisher] = nodesAt(article, "publisher", page);
  const authors = nodesAt(article, "author", page).filter((author) => author !== publisher);
  const body = page.elements.find((element) => hasClass(element, "article-body"));
  return {
    title: page.heading,
    authors: authors.map(({ name }) => String(name)),
    categories: [String(article.articleSection), ...topicsOf(page)],
    published: Date.parse(String(article.datePublished)),
    updated: Date.parse(String(article.dateModified)),
    summary: metaOf(page, "description") ?? null,
    body: body ? wordsOf(textOf(body)) : "",
  };
}

/** A text without any space: markup that differs in space alone says the same. */
export function wordsOf(text: string): string {
  return text.replace(/\s+/g, "");
}

function topicsOf({ top: [article] }: GraphPage): string[] {
  return Array.isArray(article?.keywords) ? article.keywords.map(String) : [];
}
