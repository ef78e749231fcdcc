import { hashOf } from "../kit/hash.ts";
import { present } from "../kit/record.ts";
import type { Article } from "./article.ts";

/**
 * What a search finds an article by, and what it shows of it. Names that the site's data give are not in it, but the
 * slugs that they go by, so that a new name changes no index.
 */
export type SearchRecord = {
  readonly url: string;
  readonly headline: string;
  /** Names of topics and people as the copy has them: an article is found by them. */
  readonly names: string;
  /** Standfirst, body and updates, as words with one space between them. */
  readonly text: string;
  readonly section: string;
  readonly contributors: readonly string[];
  readonly genre: string;
  readonly language: string;
  /** Its moment in UTC, so that order of text is order of time. */
  readonly at: string;
  /** Its date where the masthead is: `2026-11-20`. */
  readonly date: string;
};

/** Everything of an article that a search record is made of, but for its body. */
type Searched = Pick<
  Article,
  | "url"
  | "headline"
  | "standfirst"
  | "topics"
  | "byline"
  | "section"
  | "genre"
  | "language"
  | "publishedAt"
  | "access"
>;

/** An article as a search finds it. `text`: the words of its body, of a live blog those of its introduction. */
export function searchRecordOf(article: Searched & Pick<Article, "live">, text: string): SearchRecord {
  const { url, headline, standfirst = "", topics, byline, section, genre, language, publishedAt } = article;
  const updates = article.live?.updates.flatMap((update) => [update.headline, update.text]) ?? [];
  // The text of a story that is sold lies nowhere but in its page, where a server may keep it.
  const body = article.access === "paid" ? [] : [text, ...updates];
  const names = [
    ...topics.map(({ name }) => name),
    ...byline.flatMap(({ slug, name }) => [name, slug.replaceAll("-", " ")]),
  ];
  return {
    ...{ url, headline, section, genre, language },
    names: [...new Set(names)].join(", "),
    text: [standfirst, ...body].join(" ").replace(/\s+/g, " ").trim(),
    contributors: [...new Set(byline.map(({ slug }) => slug))],
    at: new Date(publishedAt).toISOString(),
    date: publishedAt.slice(0, 10),
  };
}

/** Hash of an article's search record, a live blog's updates apart: what its own record keeps. */
export function searchHashOf(article: Searched, text: string): string {
  return hashOf(searchRecordOf(present({ ...article, live: undefined }), text)).slice(0, 32);
}

/** The same of an article as readers see it: with the updates that it shows. */
export function shownHashOf({ searchHash, live }: Pick<Article, "searchHash" | "live">): string {
  if (!live) return searchHash;
  const updates = live.updates.map(({ headline, text }) => [headline, text]);
  return hashOf([searchHash, updates]).slice(0, 32);
}
