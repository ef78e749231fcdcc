import type { Article, LiveUpdate, Moment } from "../article/article.ts";
import { findPinned, type ShownParts, type ShownUpdate } from "../article/live.ts";
import type { Words } from "../article/words.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { present } from "../kit/record.ts";
import { type Author, authorOf, listAuthors } from "./credits.ts";

/** How many updates a page holds, and how many of the newest the article's own page and the file for its readers show. */
export const updatesAtOnce = 20;

/** An update with its permalink, a path. */
export type LinkedUpdate = LiveUpdate & { readonly url: string };

/** What an article's page says of a live blog beside its updates. */
export type ShownLive = {
  readonly isOver: boolean;
  /** That it is live, where no label says so; or that it is over. */
  readonly status?: string;
  /** Path of the file that tells of new updates. */
  readonly feed: string;
  /** When the newest update was made. */
  readonly newestAt?: Moment;
  readonly keyPoints: readonly { readonly url: string; readonly at: Moment; readonly headline: string }[];
  /** How key points say their times: with the day where they are of several. */
  readonly keyStyle: "time" | "date-time";
  /** Path of the page with the updates before those that are shown. */
  readonly older?: string;
};

/** Path of a page of updates, counted from the oldest: one that is full and followed by another never changes. */
export function updatesUrl({ url }: Article, page: number): string {
  return `${url}updates/${page}/`;
}

/** How many pages of updates a live blog has. */
export function countUpdatePages({ live }: Article): number {
  return Math.ceil((live?.updates.length ?? 0) / updatesAtOnce);
}

/** A live blog's updates, the oldest first; none of any other article. */
export function listUpdates(article: Article): LinkedUpdate[] {
  return (article.live?.updates ?? []).map((update, at) => ({
    ...update,
    url: `${updatesUrl(article, Math.floor(at / updatesAtOnce) + 1)}#update-${update.id}`,
  }));
}

/** What an article's page shows of its updates: the pinned one, and the newest apart from it, the newest first. */
export function pickUpdates(all: readonly LinkedUpdate[]): {
  readonly pinned: LinkedUpdate | undefined;
  readonly updates: readonly LinkedUpdate[];
} {
  const pinnedId = findPinned(all)?.id;
  const newest = all.slice(-updatesAtOnce).reverse();
  return {
    pinned: all.find(({ id }) => id === pinnedId),
    updates: newest.filter(({ id }) => id !== pinnedId),
  };
}

/** A live blog as its article's page shows it; undefined of any other article. */
export function showLive(article: Article, newsroom: Newsroom): ShownLive | undefined {
  if (!article.live) return undefined;
  const all = listUpdates(article);
  const { pinned, updates } = pickUpdates(all);
  const here = new Set([pinned, ...updates].map((update) => update?.id));
  const { isOver } = article.live;
  const hidden = Math.max(0, all.length - updatesAtOnce);
  const key = all.filter(({ isKey }) => isKey).reverse();
  const days = new Set(key.map(({ at }) => at.slice(0, 10)));
  return present({
    isOver,
    status: statusOf(article, newsroom.words),
    feed: `${article.url}updates.json`,
    newestAt: all.at(-1)?.at,
    keyPoints: key.map(({ id, url, at, headline }) => ({
      url: here.has(id) ? `${article.url}#update-${id}` : url,
      at,
      headline,
    })),
    keyStyle: days.size > 1 ? ("date-time" as const) : ("time" as const),
    older: hidden > 0 ? updatesUrl(article, Math.ceil(hidden / updatesAtOnce)) : undefined,
  });
}

function statusOf({ live, kicker }: Article, words: Words): string | undefined {
  if (live?.isOver) return words.liveEnded;
  return kicker === undefined ? undefined : words.genreLive;
}

/** Updates as parts of a body. */
export function partsOf(
  article: Article,
  { pinned, updates, ...rest }: ReturnType<typeof pickUpdates> & Pick<ShownParts, "introduction">,
  newsroom: Newsroom,
): ShownParts {
  const show = ({ id, hash, url, byline }: LinkedUpdate): ShownUpdate => {
    const author = byline === undefined ? undefined : authorNamed(byline, article, newsroom);
    return present({ id, hash, url, byline: author?.name, bylineUrl: author?.path });
  };
  return present({ ...rest, pinned: pinned && show(pinned), updates: updates.map(show) });
}

/** Who wrote an update: whom it names, else the article's authors. */
export function listUpdateAuthors({ byline }: LiveUpdate, article: Article, newsroom: Newsroom): Author[] {
  return byline === undefined ? listAuthors(article, newsroom) : [authorNamed(byline, article, newsroom)];
}

/** Somebody of the article's byline by id or name, as the newsroom knows them; anybody else as written. */
function authorNamed(byline: string, article: Article, newsroom: Newsroom): Author {
  const credit = article.byline.find(({ slug, name }) => slug === byline || name === byline);
  return credit ? authorOf(credit, newsroom) : { type: "Person", name: byline };
}
