import type { PageKind } from "../edition/page.ts";

/** `robots.txt`: everything may be read, and where the sitemap is. */
export const robots: PageKind<{ readonly sitemap: string }> = {
  name: "robots",
  once: true,
  pagesShowing: () => [],
  always: () => [""],
  url: () => "/robots.txt",
  slice: (_, newsroom) => ({ sitemap: newsroom.absolute("/sitemap.xml") }),
  print: ({ sitemap }) => `User-agent: *\nDisallow:\n\nSitemap: ${sitemap}\n`,
};
