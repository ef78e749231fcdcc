import { fill } from "../article/words.ts";
import type { Newsroom, Scope } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { archiveUrl, frontUrl, homeUrl, yearUrl } from "./addresses.ts";
import { type Head, headOf } from "./head.ts";
import { listHeadlines, type Span } from "./headlines.ts";
import { type Crumb, crumbsTo, frontGraph } from "./json-ld.ts";
import { listYears, type Year } from "./months.ts";
import { findSubject } from "./subject.ts";

/** A year of the paper or of a section as the way to its months; of a topic or a contributor with every headline. */
export type YearArchive = {
  readonly head: Head;
  readonly breadcrumbs: readonly Crumb[];
  readonly name: string;
  readonly years: readonly Year[];
  readonly spans: readonly Span[];
};

/** A year, known as `2026`, `section/news/2026`, `topic/ferries/2026` or `contributor/mary-byrne/2026`. */
export const yearArchive: PageKind<YearArchive> = {
  name: "year-archive",
  template: "broadsheet/year-archive.njk",
  pagesShowing: ({ section, topics, byline, publishedAt }) => {
    const year = publishedAt.slice(0, 4);
    const scopes = [
      `section/${section}`,
      ...topics.map(({ slug }) => `topic/${slug}`),
      ...new Set(byline.flatMap(({ slug }) => (slug ? [`contributor/${slug}`] : []))),
    ];
    return [year, ...scopes.map((scope) => `${scope}/${year}`)];
  },
  url: (key) => {
    const { year, scope } = parseKey(key);
    return yearUrl(year, scope);
  },
  slice: (key, newsroom) => {
    const { year, scope } = parseKey(key);
    const months = newsroom.months(scope).filter(({ month }) => month.startsWith(year));
    const above = months[0] && crumbOf(scope, newsroom, months[0].month);
    if (!above) return undefined;
    const name = frontUrl(scope) === homeUrl ? year : `${above.name}, ${year}`;
    // No two pages have one title: a section may be called as a topic.
    const title = scope.topic === undefined ? name : fill(newsroom.words.topicTitle, { name });
    const path = newsroom.path(yearUrl(year, scope));
    const breadcrumbs = [...crumbsTo(above, newsroom), { name: year, url: path }];
    const jsonLd = frontGraph({ type: "CollectionPage", name, path }, breadcrumbs, newsroom);
    const hasMonths = scope.topic === undefined && scope.contributor === undefined;
    const articles = hasMonths ? [] : months.flatMap(({ month }) => newsroom.latest({ ...scope, month }));
    return {
      head: headOf({ title, path, jsonLd }, newsroom),
      breadcrumbs,
      name,
      years: hasMonths ? listYears(months, scope, newsroom, "counted") : [],
      spans: listHeadlines(articles, "month", true, newsroom),
    };
  },
};

/** The front that an archive belongs to, called as in the newest month of the year: what comes later must not change it. */
function crumbOf(scope: Scope, newsroom: Newsroom, month: string): Crumb | undefined {
  const front = frontUrl(scope);
  if (front === homeUrl) return { name: newsroom.words.archive, url: newsroom.path(archiveUrl) };
  const subject = findSubject(scope, newsroom, month);
  return subject && { name: subject.name, url: newsroom.path(front) };
}

function parseKey(key: string): { readonly year: string; readonly scope: Scope } {
  const [kind = "", slug, year] = key.split("/");
  return year === undefined ? { year: kind, scope: {} } : { year, scope: { [kind]: slug } };
}
