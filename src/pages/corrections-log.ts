import type { Correction } from "../article/article.ts";
import type { LoggedCorrection, Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { correctionsUrl } from "./addresses.ts";
import { correctionId } from "./corrections.ts";
import { type Head, headOf, listFeeds } from "./head.ts";
import { type Crumb, crumbsTo, frontGraph } from "./json-ld.ts";

/** What was wrong in the paper: the newest of it, or that of a year. */
export type CorrectionsLog = {
  readonly head: Head;
  readonly breadcrumbs: readonly Crumb[];
  readonly name: string;
  readonly corrections: readonly LogEntry[];
  /** The logs of all years, newest first; in that of a year none, since it would change with the others. */
  readonly years: readonly { readonly year: string; readonly url: string }[];
};

/** A correction, and the story that it is of. */
export type LogEntry = Correction & {
  readonly label: string;
  readonly headline: string;
  /** Path from the site's root, to the correction on the story's page. */
  readonly url: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
};

/** How many corrections the log shows; older ones stand in those of their years. */
export const logLimit = 50;

/** The log of corrections (its key is empty), and that of a year, known as `2026`. */
export const correctionsLog: PageKind<CorrectionsLog> = {
  name: "corrections-log",
  template: "broadsheet/corrections-log.njk",
  pagesShowing: ({ corrections }) =>
    corrections.length === 0 ? [] : [...new Set(["", ...corrections.map(({ at }) => at.slice(0, 4))])],
  always: () => [""],
  url: urlOf,
  slice: (key, newsroom) => {
    const { words } = newsroom;
    const logged = newsroom.corrections(key === "" ? { limit: logLimit } : { year: key });
    if (key !== "" && logged.length === 0) return undefined;
    const path = newsroom.path(urlOf(key));
    const log = { name: words.correctionsLog, url: newsroom.path(correctionsUrl) };
    const name = key === "" ? words.correctionsLog : `${words.correctionsLog}, ${key}`;
    const breadcrumbs = [...crumbsTo(log, newsroom), ...(key === "" ? [] : [{ name: key, url: path }])];
    const jsonLd = frontGraph({ type: "CollectionPage", name, path }, breadcrumbs, newsroom);
    const alternates = listFeeds(correctionsUrl, words.correctionsLog, newsroom);
    return {
      head: headOf({ title: name, description: words.correctionsIntro, path, alternates, jsonLd }, newsroom),
      breadcrumbs,
      name,
      corrections: logged.map((entry) => entryOf(entry, newsroom)),
      years: key === "" ? listLogs(newsroom) : [],
    };
  },
};

function listLogs(newsroom: Newsroom): CorrectionsLog["years"] {
  return newsroom.correctionYears().map((year) => ({ year, url: newsroom.path(urlOf(year)) }));
}

/** A correction as the log and its feeds show it. */
export function entryOf({ article, index }: LoggedCorrection, { words }: Newsroom): LogEntry {
  const { headline, url, language, direction, corrections } = article;
  const correction = corrections[index] ?? { at: article.publishedAt, kind: "correction", text: "" };
  return {
    ...correction,
    label: words[correction.kind],
    headline,
    url: `${url}#${correctionId(corrections, index)}`,
    language,
    direction,
  };
}

function urlOf(key: string): string {
  return key === "" ? correctionsUrl : `${correctionsUrl}${key}/`;
}
