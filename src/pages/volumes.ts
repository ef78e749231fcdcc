import { spansOf } from "../archive/digests.ts";
import type { Article } from "../article/article.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { searchUrl } from "./addresses.ts";

/**
 * So many stories are in an index to which stories are still added: to publish one makes that index anew. What is over
 * stays whole, however large it is, since a reader's search asks each index.
 */
const mostGrowing = 250;

/** A month has so many weeks, the last of at most three days. */
const weeks = ["w5", "w4", "w3", "w2", "w1"];

/** The kinds without which there is no search. */
const needed = ["search-page", "search-index"];

/** Whether the site has a page to search it. */
export function hasSearch(newsroom: Newsroom): boolean {
  return needed.every((kind) => newsroom.prints(kind));
}

const known = new WeakMap<Newsroom, readonly string[]>();

/**
 * The volumes in which search indexes the paper, newest first: one for each year. The year of the newest story, once it
 * has many, is one for each month, and that story's month one for each week: `2026-11-w2`, `2026-10`, `2025`. A function
 * of the public articles, and not of the clock.
 */
export function listVolumes(newsroom: Newsroom): readonly string[] {
  const volumes = known.get(newsroom) ?? makeVolumes(newsroom);
  known.set(newsroom, volumes);
  return volumes;
}

function makeVolumes(newsroom: Newsroom): string[] {
  const months = newsroom.months({}).map(({ month }) => month);
  const [newest = ""] = months;
  const isLarge = (span: string) => (newsroom.searched(span)?.count ?? 0) > mostGrowing;
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return years.flatMap((year) => {
    if (!newest.startsWith(year) || !isLarge(year)) return [year];
    return months
      .filter((month) => month.startsWith(year))
      .flatMap((month) => (month === newest && isLarge(month) ? weeksOf(month, newsroom) : [month]));
  });
}

function weeksOf(month: string, newsroom: Newsroom): string[] {
  return weeks.map((week) => `${month}-${week}`).filter((week) => newsroom.searched(week) !== undefined);
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
