import type { Moment } from "../article/article.ts";
import { liveChangedAt } from "../article/live.ts";
import type { Body, PageKind } from "../edition/page.ts";
import { liveBodyOf } from "./article-links.ts";
import { listUpdates, updatesAtOnce } from "./live.ts";

/** A live blog's newest updates, for the script that looks for new ones. URLs are absolute. */
export type LiveFeed = {
  readonly headline: string;
  readonly url: string;
  readonly isLive: boolean;
  /** When the blog last changed. */
  readonly changedAt: Moment;
  /** The newest first. */
  readonly updates: readonly LiveFeedUpdate[];
  readonly body: Body;
};

type LiveFeedUpdate = {
  readonly id: string;
  readonly at: Moment;
  readonly headline: string;
  readonly url: string;
  readonly key: boolean;
  readonly pinned: boolean;
};

/** `updates.json` beside a live blog's page, known by the article's file. */
export const liveFeed: PageKind<LiveFeed> = {
  name: "live-feed",
  showsBodies: true,
  once: true,
  pagesShowing: ({ live, file }) => (live ? [file] : []),
  url: (file, newsroom) => `${newsroom.find(file)?.url ?? ""}updates.json`,
  slice: (file, reader) => {
    const article = reader.find(file);
    if (!article?.live) return undefined;
    const newsroom = reader.in(article.locale);
    const updates = listUpdates(article).slice(-updatesAtOnce).reverse();
    return {
      headline: article.headline,
      url: newsroom.absolute(article.url),
      isLive: !article.live.isOver,
      changedAt: liveChangedAt(article),
      updates: updates.map(({ id, at, headline, url, isKey, isPinned }) => ({
        ...{ id, at, headline },
        url: newsroom.absolute(url),
        key: isKey,
        pinned: isPinned,
      })),
      body: liveBodyOf(article, { pinned: undefined, updates }, newsroom),
    };
  },
  print: ({ body, updates, ...blog }, printing) => {
    const html = printing.parts(body).updates;
    const data = { ...blog, updates: updates.map((update, at) => ({ ...update, html: html[at] })) };
    return `${JSON.stringify(data, undefined, 2)}\n`;
  },
};
