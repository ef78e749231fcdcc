import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { listNewsSitemaps, newsSitemap } from "./news-sitemap.ts";
import { renderSitemapIndex, type SitemapEntry } from "./sitemap.ts";
import { sitemapFronts } from "./sitemap-fronts.ts";
import { listMonthSitemaps, sitemapMonth } from "./sitemap-month.ts";

/** The sitemap of all sitemaps: of fronts, of the news, and of each month with its newest change. */
export const sitemapIndex: PageKind<{ readonly entries: readonly SitemapEntry[] }> = {
  name: "sitemap-index",
  pagesShowing: () => [""],
  always: () => [""],
  url: () => "/sitemap.xml",
  once: true,
  slice: (_, newsroom) => ({
    entries: newsroom.locales.flatMap((locale) => listSitemaps(newsroom.in(locale))),
  }),
  print: ({ entries }) => renderSitemapIndex(entries),
};

/** The sitemaps of one language. */
function listSitemaps(newsroom: Newsroom): SitemapEntry[] {
  const urlOf = (path: string) => newsroom.absolute(newsroom.path(path));
  const others = [
    sitemapFronts.url("", newsroom),
    ...listNewsSitemaps(newsroom).map((key) => newsSitemap.url(key, newsroom)),
  ].map((path): SitemapEntry => ({ url: urlOf(path) }));
  const months = listMonthSitemaps(newsroom).map((key): SitemapEntry => {
    const changedAt = newsroom.changedIn(key.slice(0, 7));
    const url = urlOf(sitemapMonth.url(key, newsroom));
    return changedAt === undefined ? { url } : { url, changedAt };
  });
  return [...others, ...months];
}
