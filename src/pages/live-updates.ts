import type { Article } from "../article/article.ts";
import { fill } from "../article/words.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { Body, PageKind } from "../edition/page.ts";
import { sectionName } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";
import { homeUrl, sectionUrl } from "./addresses.ts";
import { liveBodyOf } from "./article-links.ts";
import { type Head, headOf, openRobots } from "./head.ts";
import type { Crumb } from "./json-ld.ts";
import { countUpdatePages, listUpdates, updatesAtOnce, updatesUrl } from "./live.ts";
import { updatesGraph } from "./live-json-ld.ts";

/** A page of a live blog's updates. Says nothing of the blog that another update changes. */
export type LiveUpdates = {
  readonly head: Head;
  readonly breadcrumbs: readonly Crumb[];
  readonly section: { readonly slug: string };
  readonly headline: string;
  /** Path of the article. */
  readonly url: string;
  readonly title: string;
  /** Paths; without `newer`, what is newer is on the article's own page. */
  readonly newer?: string;
  readonly older?: string;
  readonly body: Body;
};

/** Updates from the oldest on, known by the page's number and the article's file: `3/news/storm.md`. They are found through the article, not in sitemaps. */
export const liveUpdates: PageKind<LiveUpdates> = {
  name: "live-updates",
  template: "broadsheet/live-updates.njk",
  showsBodies: true,
  once: true,
  pagesShowing: (article) =>
    Array.from({ length: countUpdatePages(article) }, (_, at) => `${at + 1}/${article.file}`),
  url: (key, newsroom) => {
    const { page, file } = parseKey(key);
    const article = newsroom.find(file);
    return article ? updatesUrl(article, page) : "";
  },
  slice: (key, newsroom) => {
    const { page, file } = parseKey(key);
    const article = newsroom.find(file);
    if (!article || page > countUpdatePages(article)) return undefined;
    return sliceOf(article, page, newsroom.in(article.locale));
  },
};

function sliceOf(article: Article, page: number, newsroom: Newsroom): LiveUpdates {
  const { headline, section, url, language, direction, canonicalUrl } = article;
  const updates = listUpdates(article)
    .slice((page - 1) * updatesAtOnce, page * updatesAtOnce)
    .reverse();
  const title = fill(newsroom.words.livePage, { headline, page });
  const path = updatesUrl(article, page);
  const breadcrumbs = [
    { name: newsroom.masthead.name, url: newsroom.path(homeUrl) },
    { name: sectionName(section, newsroom), url: newsroom.path(sectionUrl(section)) },
    { name: headline, url },
    { name: title, url: path },
  ];
  const robots = canonicalUrl === undefined ? openRobots : "noindex, follow";
  const jsonLd = updatesGraph(article, updates, { path, title }, breadcrumbs, newsroom);
  return present({
    head: headOf({ title, path, language, direction, robots, type: "article", jsonLd }, newsroom),
    breadcrumbs,
    section: { slug: section },
    headline,
    url,
    title,
    newer: page < countUpdatePages(article) ? updatesUrl(article, page + 1) : undefined,
    older: page > 1 ? updatesUrl(article, page - 1) : undefined,
    body: liveBodyOf(article, { pinned: undefined, updates }, newsroom),
  });
}

function parseKey(key: string): { readonly page: number; readonly file: string } {
  const at = key.indexOf("/");
  return { page: Number(key.slice(0, at)), file: key.slice(at + 1) };
}
