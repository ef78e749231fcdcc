import type { PageKind } from "../edition/page.ts";
import { contributorUrl, correctionsUrl, homeUrl, sectionUrl, seriesUrl, topicUrl } from "./addresses.ts";
import { renderSitemap, type SitemapEntry } from "./sitemap.ts";
import { sitemapLimit } from "./sitemap-month.ts";

/** All fronts: home, corrections, sections, topics, contributors, series; 50,000 at most. Without `lastmod`: it would change this file with every story. */
export const sitemapFronts: PageKind<{ readonly entries: readonly SitemapEntry[] }> = {
  name: "sitemap-fronts",
  pagesShowing: () => [""],
  always: () => [""],
  url: () => "/sitemaps/fronts.xml",
  slice: (_, newsroom) => {
    const paths = [
      homeUrl,
      correctionsUrl,
      ...newsroom.sections.map(({ slug }) => sectionUrl(slug)),
      ...newsroom.slugs("topic").map(topicUrl),
      ...newsroom.slugs("contributor").map(contributorUrl),
      ...newsroom.slugs("series").map(seriesUrl),
    ];
    return {
      entries: paths.slice(0, sitemapLimit).map((path) => ({ url: newsroom.absolute(newsroom.path(path)) })),
    };
  },
  print: ({ entries }) => renderSitemap(entries),
};
