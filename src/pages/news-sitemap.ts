import type { Article } from "../article/article.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { renderXml, type XmlElement, xml } from "../kit/xml.ts";
import { isListed } from "./sitemap.ts";

/** A file of the news sitemap. `name` is the publication's, as on Google News. */
export type NewsSitemap = { readonly name: string; readonly entries: readonly NewsEntry[] };

export type NewsEntry = {
  readonly url: string;
  readonly title: string;
  readonly language: string;
  readonly publishedAt: string;
};

/** Google's limit of `news:news` a file, and the age after which an article is to be left out. */
const newsLimit = 1000;
export const newsAge = 48 * 60 * 60 * 1000;

const namespaces = {
  "": "http://www.sitemaps.org/schemas/sitemap/0.9",
  news: "http://www.google.com/schemas/sitemap-news/0.9",
};

/** The articles of the last 48 hours for Google News, newest first; known by the file's number, from 1. */
export const newsSitemap: PageKind<NewsSitemap> = {
  name: "news-sitemap",
  pagesShowing: () => [],
  always: listNewsSitemaps,
  url: (key) => (key === "1" ? "/sitemaps/news.xml" : `/sitemaps/news-${key}.xml`),
  slice: (key, newsroom) => {
    const start = (Number(key) - 1) * newsLimit;
    const recent = listRecent(newsroom);
    if (start > 0 && start >= recent.length) return undefined;
    const entries = recent.slice(start, start + newsLimit).map((article) => entryOf(article, newsroom));
    return { name: newsroom.masthead.name, entries };
  },
  print: ({ name, entries }) =>
    renderXml(xml("urlset", {}, ...entries.map((entry) => urlElement(name, entry))), namespaces),
};

/** Keys of the news sitemap's files: one at least, since an empty one is valid. */
export function listNewsSitemaps(newsroom: Newsroom): string[] {
  const files = Math.max(1, Math.ceil(listRecent(newsroom).length / newsLimit));
  return Array.from({ length: files }, (_, index) => String(index + 1));
}

/** Google leaves out what is older than two days: an article of exactly 48 hours is not. */
function listRecent(newsroom: Newsroom): Article[] {
  return newsroom.since(newsroom.now - newsAge).filter((article) => isListed(article, newsroom));
}

function entryOf(article: Article, newsroom: Newsroom): NewsEntry {
  const { headline, language, publishedAt } = article;
  return {
    url: newsroom.absolute(article.url),
    title: headline,
    language: newsLanguage(language),
    publishedAt,
  };
}

function urlElement(name: string, entry: NewsEntry): XmlElement {
  return xml(
    "url",
    {},
    xml("loc", {}, entry.url),
    xml(
      "news:news",
      {},
      xml("news:publication", {}, xml("news:name", {}, name), xml("news:language", {}, entry.language)),
      xml("news:publication_date", {}, entry.publishedAt),
      xml("news:title", {}, entry.title),
    ),
  );
}

/** ISO 639's code alone, as Google asks for it; Chinese by its script, `zh-cn` or `zh-tw`. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== "zh") return language;
  return script === "Hant" ? "zh-tw" : "zh-cn";
}
