import type { Article, BodyPart, Live, LiveUpdate, Moment } from "./article.ts";
import { changedAt, newestOf } from "./changes.ts";

/** An update as a page shows it: by the hash of what it says, with its permalink (a path) and who wrote it. */
export type ShownUpdate = {
  readonly id: string;
  readonly hash: string;
  readonly url: string;
  readonly byline?: string;
  /** Path of the contributor's front. */
  readonly bylineUrl?: string;
};

/** What a page shows of a live blog's body. */
export type ShownParts = {
  /** Hash of the introduction, where it is shown. */
  readonly introduction?: string;
  readonly pinned?: ShownUpdate;
  /** The newest first. */
  readonly updates: readonly ShownUpdate[];
};

/** The same as HTML. */
export type PrintedParts = {
  readonly introduction: string;
  readonly pinned: string;
  readonly updates: readonly string[];
};

/** An article as it is at a moment (milliseconds): a live blog without the updates that are not public yet, and over or not. */
export function asOf(article: Article, now: number): Article {
  const { live, coverageEndsAt } = article;
  if (!live) return article;
  const isOver = coverageEndsAt !== undefined && Date.parse(coverageEndsAt) <= now;
  const count = live.updates.findLastIndex(({ at }) => Date.parse(at) <= now) + 1;
  if (count === live.updates.length) return isOver ? { ...article, live: { ...live, isOver } } : article;
  return withoutLater(article, { ...live, isOver }, count);
}

/** The article with so many of its updates, and with what it names but for what only the others name. */
function withoutLater(article: Article, live: Live, count: number): Article {
  const updates = live.updates.slice(0, count);
  const shown = [live.introduction, ...updates];
  const later = live.updates.slice(count);
  const isNamed = (field: NamingField) => {
    const kept = namesIn(shown, field);
    const hidden = namesIn(later, field);
    return (name: string) => kept.has(name) || !hidden.has(name) || name === article.lead?.src;
  };
  const [isMentioned, isLinked, isPictured] = [isNamed("mentions"), isNamed("links"), isNamed("media")];
  return {
    ...article,
    wordCount: shown.reduce((sum, { wordCount }) => sum + wordCount, 0),
    mentions: article.mentions.filter(({ to }) => isMentioned(to)),
    links: article.links.filter(({ to }) => isLinked(to)),
    media: article.media.filter(({ to }) => isPictured(to)),
    live: { ...live, updates },
  };
}

/** Moments at which a public live blog changes though nobody edits it, each with why. */
export function listLiveMoments({
  live,
  coverageEndsAt,
}: Article): (readonly [Moment, "update" | "coverage"])[] {
  const updates = (live?.updates ?? []).map(({ at }) => [at, "update"] as const);
  return coverageEndsAt === undefined || !live ? updates : [...updates, [coverageEndsAt, "coverage"]];
}

/** When a live blog last changed: as an article does, or by its newest update. */
export function liveChangedAt(article: Article): Moment {
  const newest = article.live?.updates.at(-1)?.at;
  return newestOf([changedAt(article), ...(newest === undefined ? [] : [newest])]) ?? "";
}

/** The update that is pinned: of several, the newest. */
export function findPinned(updates: readonly LiveUpdate[]): LiveUpdate | undefined {
  return updates.findLast(({ isPinned }) => isPinned);
}

type NamingField = "mentions" | "links" | "media";

function namesIn(parts: readonly BodyPart[], field: NamingField): ReadonlySet<string> {
  return new Set(parts.flatMap((part) => part[field]));
}
