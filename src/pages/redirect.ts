import { followMerger } from "../article/masthead.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { directionOf } from "../kit/direction.ts";
import { topicUrl } from "./addresses.ts";
import { findTopic } from "./subject.ts";

/** The way from a former URL to an article. */
export type Redirect = {
  readonly headline: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Path from the site's root, and the same as absolute URL. */
  readonly to: string;
  readonly canonical: string;
};

/**
 * A former URL of an article, known by its path as the article names it; none where another article answers there. Or the
 * front of a topic that was merged into another.
 */
export const redirect: PageKind<Redirect> = {
  name: "redirect",
  template: "broadsheet/redirect.njk",
  once: true,
  pagesShowing: ({ aliases }) => [...new Set(aliases)],
  always: listMergers,
  url: pathOf,
  slice: (alias, newsroom) => {
    const article = newsroom.answerer(alias);
    if (!article) return findMerger(alias, newsroom);
    if (!article.aliases.includes(alias) || !isPath(alias) || pathOf(alias) === article.url) return undefined;
    const { headline, language, direction, url } = article;
    return {
      headline,
      language,
      direction,
      to: url,
      canonical: article.canonicalUrl ?? newsroom.absolute(url),
    };
  },
};

/** Paths of the fronts of topics that were merged into others, in each of the paper's languages. */
export function listMergers(newsroom: Newsroom): string[] {
  const merged = [...newsroom.topics.values()].filter(({ mergedInto }) => mergedInto !== undefined);
  return newsroom.locales.flatMap((locale) =>
    merged.map(({ slug }) => newsroom.in(locale).path(topicUrl(slug))),
  );
}

/** The way from a merged topic to the one that it is now, where that has a story. */
function findMerger(path: string, newsroom: Newsroom): Redirect | undefined {
  for (const locale of newsroom.locales) {
    const own = newsroom.in(locale);
    const folder = own.path(topicUrl("")).slice(0, -1);
    if (!path.startsWith(folder)) continue;
    const merged = path.slice(folder.length, -1);
    const end = followMerger(own.topics, merged);
    const topic = end === undefined || end === merged ? undefined : findTopic(end, own);
    if (end === undefined || !topic) continue;
    const to = own.path(topicUrl(end));
    const { language } = own.masthead;
    const direction = directionOf(language);
    return { headline: topic.name, language, direction, to, canonical: newsroom.absolute(to) };
  }
  return undefined;
}

/** The page that answers at a former path: a folder, unless the path names an HTML file. */
function pathOf(alias: string): string {
  return /\.html?$|\/$/i.test(alias) ? alias : `${alias}/`;
}

/** Files cannot tell queries apart, and nothing is written outside of the site. */
function isPath(alias: string): boolean {
  return /^\/(?!\/)[^?#\\]*$/.test(alias) && !alias.split("/").some((part) => part === ".." || part === ".");
}
