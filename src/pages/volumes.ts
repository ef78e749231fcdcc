import { spansOf } from "../archive/digests.ts";
import type { Article } from "../article/article.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { searchUrl } from "./addresses.ts";

/**
 * The index to which stories are added holds so many at most, but for those of one day: to publish a story makes it
 * anew. What came before stays together, however large it is, since a reader's search asks each index.
 */
const mostGrowing = 100;

/** A month's weeks, the newest first; the last has at most three days. */
const weeks = [5, 4, 3, 2, 1];

/** The kinds without which there is no search. */
const needed = ["search-page", "search-index"];

/** Whether the site has a page to search it. */
export function hasSearch(newsroom: Newsroom): boolean {
  return needed.every((kind) => newsroom.prints(kind));
}

const known = new WeakMap<Newsroom, readonly string[]>();

/**
 * The volumes in which search indexes the paper, newest first: one for each year. The newest, as long as it has many
 * stories, is divided into months, its newest month into weeks, and of these the newest into days: `2026-11-09`,
 * `2026-11-w1`, `2026-10`, `2025`. A function of the public articles, and not of the clock.
 */
export function listVolumes(newsroom: Newsroom): readonly string[] {
  const volumes = known.get(newsroom) ?? makeVolumes(newsroom);
  known.set(newsroom, volumes);
  return volumes;
}

function makeVolumes(newsroom: Newsroom): string[] {
  const months = newsroom.months({}).map(({ month }) => month);
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const isThere = (span: string) => newsroom.searched(span) !== undefined;
  return divide(years, newsroom, [
    (year) => months.filter((month) => month.startsWith(year)),
    (month) => weeks.map((week) => `${month}-w${week}`).filter(isThere),
    (week) => daysOf(week).filter(isThere),
  ]);
}

/** Spans of time of which the first is the newest, that one in parts if it is large, and of these the first likewise. */
function divide(
  spans: readonly string[],
  newsroom: Newsroom,
  [partsOf, ...smaller]: readonly ((span: string) => readonly string[])[],
): string[] {
  const isLarge = (span: string) => (newsroom.searched(span)?.count ?? 0) > mostGrowing;
  return spans.flatMap((span, at) =>
    at === 0 && partsOf && isLarge(span) ? divide(partsOf(span), newsroom, smaller) : [span],
  );
}

/** `2026-11-14` to `2026-11-08` of `2026-11-w2`. Whether a month has such a day is another question. */
function daysOf(week: string): string[] {
  const last = Number(week.slice(-1)) * 7;
  return Array.from({ length: 7 }, (_, at) => `${week.slice(0, 8)}${String(last - at).padStart(2, "0")}`);
}

/** A volume as its index is made: nothing else decides its bytes but who makes it. */
export type Volume = {
  readonly volume: string;
  /** Key of the paper's language whose stories are in it, and that language: words are found by their stems. */
  readonly locale: string;
  readonly language: string;
  /** How many stories are in it, and a hash of all that search shows of them. */
  readonly count: number;
  readonly hash: string;
};

/** A volume of the paper; undefined where the paper is divided otherwise. */
export function findVolume(volume: string, newsroom: Newsroom): Volume | undefined {
  const digest = listVolumes(newsroom).includes(volume) ? newsroom.searched(volume) : undefined;
  const { locale, masthead } = newsroom;
  return digest && { volume, locale, language: baseLanguage(masthead.language), ...digest };
}

/** The stories of a volume, newest first. */
export function* listStories(volume: string, newsroom: Newsroom): Iterable<Article> {
  for (const { month } of newsroom.months({})) {
    if (!volume.startsWith(month) && !month.startsWith(volume)) continue;
    for (const article of newsroom.latest({ month }))
      if (spansOf(article.publishedAt).includes(volume)) yield article;
  }
}

/** Folder of a volume's index, from the root of its language. */
export function volumeUrl(volume: string): string {
  return `${searchUrl}${volume}/`;
}

/** `en` of `en-IE`. */
export function baseLanguage(tag: string): string {
  return new Intl.Locale(tag).language;
}
