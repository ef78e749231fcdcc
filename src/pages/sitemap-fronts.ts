import type { PageKind } from "../edition/page.ts";
import { homeUrl, sectionUrl } from "./addresses.ts";
import { renderSitemap, type SitemapEntry } from "./sitemap.ts";

/** The home front and the sections'. Without `lastmod`: they change with every story. */
export const sitemapFronts: PageKind<{ readonly entries: readonly SitemapEntry[] }> = {
  name: "sitemap-fronts",
  pagesShowing: () => [""],
  always: () => [""],
  url: () => "/sitemaps/fronts.xml",
  slice: (_, newsroom) => ({
    entries: [homeUrl, ...newsroom.sections.map(({ slug }) => sectionUrl(slug))].map((path) => ({
      url: newsroom.absolute(path),
    })),
  }),
  print: ({ entries }) => renderSitemap(entries),
};
