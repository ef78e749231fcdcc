import type { PageKind } from "../edition/page.ts";

/** IndexNow's key as `/{key}.txt`, by which a search engine knows that a ping is the site's; known by the key itself. */
export const indexNowKey: PageKind<{ readonly text: string }> = {
  name: "indexnow-key",
  once: true,
  pagesShowing: () => [],
  always: ({ masthead }) => (masthead.indexNowKey ? [masthead.indexNowKey] : []),
  url: (key) => `/${key}.txt`,
  slice: (key, { masthead }) => (key === masthead.indexNowKey ? { text: key } : undefined),
  print: ({ text }) => text,
};
