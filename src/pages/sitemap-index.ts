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
  slice: (_, newsroom) => {
    const others = [
      sitemapFronts.url("", newsroom),
      ...listNewsSitemaps(newsroom).map((key) => newsSitemap.url(key, newsroom)),
    ].map((path): SitemapEntry => ({ url: newsroom.absolute(path) }));
    const months = listMonthSitemaps(newsroom).map((key): SitemapEntry => {
      const changedAt = newsroom.changedIn(key.slice(0, 7));
      const url = newsroom.absolute(sitemapMonth.url(key, newsroom));
      return changedAt === undefined ? { url } : { url, changedAt };
    });
    return { entries: [...others, ...months] };
  },
  print: ({ entries }) => renderSitemapIndex(entries),
};
