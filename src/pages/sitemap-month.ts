import type { Article } from "../article/article.ts";
import { changedAt } from "../article/changes.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { shownPicture } from "../edition/pictures.ts";
import { present } from "../kit/record.ts";
import { absoluteUrl } from "./addresses.ts";
import { listLanguages, listTranslations } from "./article-links.ts";
import { isListed, renderSitemap, type SitemapEntry } from "./sitemap.ts";

/** sitemaps.org: at most 50,000 URLs a file. */
export const sitemapLimit = 50_000;

/** The articles of a month. Known as `2026-11`; what one file cannot hold is in `2026-11-2` and so on. */
export const sitemapMonth: PageKind<{ readonly entries: readonly SitemapEntry[] }> = {
  name: "sitemap-month",
  pagesShowing: ({ publishedAt }) => [publishedAt.slice(0, 7)],
  always: (newsroom) => listMonthSitemaps(newsroom).filter((key) => key.length > "2026-11".length),
  url: (key) => `/sitemaps/${key}.xml`,
  slice: (key, newsroom) => {
    const part = Number(key.slice(8) || 1);
    const articles = newsroom.latest({ month: key.slice(0, 7) });
    const entries = articles
      .slice((part - 1) * sitemapLimit, part * sitemapLimit)
      .filter((article) => isListed(article, newsroom))
      .map((article) => entryOf(article, newsroom));
    return articles.length > (part - 1) * sitemapLimit ? { entries } : undefined;
  },
  print: ({ entries }) => renderSitemap(entries),
};

function entryOf(article: Article, newsroom: Newsroom): SitemapEntry {
  const picture = shownPicture(article.lead, newsroom);
  const alternates = listLanguages(article, listTranslations(article, newsroom), newsroom);
  return present({
    url: newsroom.absolute(article.url),
    changedAt: changedAt(article),
    images: picture && [absoluteUrl(picture.src, newsroom)],
    alternates: alternates.length > 0 ? alternates : undefined,
  });
}

/** Keys of all months' sitemaps, newest month first. */
export function listMonthSitemaps(newsroom: Newsroom): string[] {
  return newsroom.months({}).flatMap(({ month, count }) => {
    const parts = Math.ceil(count / sitemapLimit);
    return Array.from({ length: parts }, (_, index) => (index === 0 ? month : `${month}-${index + 1}`));
  });
}
