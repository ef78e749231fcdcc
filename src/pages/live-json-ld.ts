import type { Article } from "../article/article.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import {
  authorNode,
  breadcrumbNode,
  type Crumb,
  graphOf,
  type JsonLd,
  nodeAt,
  publisherId,
  publisherNode,
} from "./json-ld.ts";
import { type LinkedUpdate, listUpdateAuthors } from "./live.ts";

/** A page of updates as a graph of schema.org: a part of the live blog, with its postings. */
export function updatesGraph(
  article: Article,
  updates: readonly LinkedUpdate[],
  page: { readonly path: string; readonly title: string },
  breadcrumbs: readonly Crumb[],
  newsroom: Newsroom,
): JsonLd {
  const url = newsroom.absolute(page.path);
  const node = {
    "@type": "CollectionPage",
    "@id": url,
    url,
    name: page.title,
    inLanguage: article.language,
    breadcrumb: nodeAt(`${url}#breadcrumb`),
    isPartOf: newsroom.absolute(article.url),
    publisher: nodeAt(publisherId(newsroom)),
    hasPart: updates.map((update) => postingNode(update, article, newsroom)),
  };
  return graphOf(node, breadcrumbNode(url, breadcrumbs, newsroom), publisherNode(newsroom));
}

/** An update as schema.org's BlogPosting, with what Google asks of a live blog's. */
export function postingNode(update: LinkedUpdate, article: Article, newsroom: Newsroom): JsonLd {
  const { headline, at, text, url } = update;
  const authors = listUpdateAuthors(update, article, newsroom).map((author) => authorNode(author, newsroom));
  return {
    "@type": "BlogPosting",
    "@id": newsroom.absolute(url),
    url: newsroom.absolute(url),
    headline,
    datePublished: at,
    articleBody: text,
    author: authors.length > 0 ? authors : [nodeAt(publisherId(newsroom))],
  };
}
