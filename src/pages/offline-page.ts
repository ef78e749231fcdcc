import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { offlineUrl } from "./addresses.ts";
import { type Head, headOf } from "./head.ts";
import { serviceWorker, storyCache } from "./service-worker.ts";

/** The page that lists which stories a reader's browser kept for when it is offline. */
export type OfflinePage = {
  readonly head: Head;
  readonly name: string;
  /** The cache that they are in. */
  readonly cache: string;
};

/** `/offline/`, where a service worker is printed that keeps stories. */
export const offlinePage: PageKind<OfflinePage> = {
  name: "offline-page",
  template: "broadsheet/offline-page.njk",
  pagesShowing: () => [],
  always: (newsroom) => (isThere(newsroom) ? [""] : []),
  url: () => offlineUrl,
  slice: (_, newsroom) => {
    if (!isThere(newsroom)) return undefined;
    const name = newsroom.words.offlineStories;
    const path = newsroom.path(offlineUrl);
    return {
      head: headOf({ title: name, path, robots: "noindex" }, newsroom),
      name,
      cache: storyCache(newsroom),
    };
  },
};

function isThere({ prints }: Newsroom): boolean {
  return prints(serviceWorker.name);
}
