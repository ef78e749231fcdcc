import type { Article } from "../article/article.ts";
import type { Newsroom, Scope } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { sectionName } from "../edition/teaser.ts";
import { monthName } from "../kit/clock.ts";
import { present } from "../kit/record.ts";
import { archiveUrl, homeUrl, monthUrl, sectionUrl } from "./addresses.ts";
import { type Head, headOf } from "./head.ts";
import { type Crumb, frontGraph } from "./json-ld.ts";
import { findSection } from "./section-front.ts";

/** Every headline of a month, newest first. */
export type MonthArchive = {
  readonly head: Head;
  readonly breadcrumbs: readonly Crumb[];
  readonly name: string;
  readonly days: readonly Day[];
};

/** The headlines of a day in the masthead's zone; `at` is a moment in it. */
export type Day = { readonly day: string; readonly at: string; readonly stories: readonly Headline[] };

/** An article as one line. The section is named in the whole paper's archive only. */
export type Headline = {
  readonly url: string;
  readonly headline: string;
  readonly section?: string;
  readonly publishedAt: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
};

/** A month of the paper (`2026-11`) or of a section (`politics/2026-11`); stops changing when the month is over. */
export const monthArchive: PageKind<MonthArchive> = {
  name: "month-archive",
  template: "broadsheet/month-archive.njk",
  pagesShowing: ({ section, publishedAt }) => {
    const month = publishedAt.slice(0, 7);
    return [month, `${section}/${month}`];
  },
  url: (key) => {
    const { month, ...scope } = parseKey(key);
    return monthUrl(month, scope);
  },
  slice: (key, newsroom) => {
    const { month, ...scope } = parseKey(key);
    const articles = newsroom.latest({ ...scope, month });
    return articles.length > 0 ? sliceOf(month, scope, articles, newsroom) : undefined;
  },
};

function parseKey(key: string): Scope & { readonly month: string } {
  const at = key.lastIndexOf("/");
  return at < 0 ? { month: key } : { section: key.slice(0, at), month: key.slice(at + 1) };
}

function sliceOf(
  month: string,
  scope: Scope,
  articles: readonly Article[],
  newsroom: Newsroom,
): MonthArchive {
  const section = scope.section === undefined ? undefined : findSection(scope.section, newsroom);
  const name = monthName(month, newsroom.masthead.language);
  const title = section ? `${section.name}, ${name}` : name;
  const path = monthUrl(month, scope);
  const breadcrumbs = [
    { name: newsroom.masthead.name, url: homeUrl },
    section ? { name: section.name, url: sectionUrl(section.slug) } : { name: "Archive", url: archiveUrl },
    { name, url: path },
  ];
  const jsonLd = frontGraph({ type: "CollectionPage", name: title, path }, breadcrumbs, newsroom);
  return {
    head: headOf({ title, path, jsonLd }, newsroom),
    breadcrumbs,
    name: title,
    days: listDays(articles, section === undefined, newsroom),
  };
}

function listDays(articles: readonly Article[], namesSection: boolean, newsroom: Newsroom): Day[] {
  const days = new Map<string, { day: string; at: string; stories: Headline[] }>();
  for (const article of articles) {
    const { url, headline, publishedAt, language, direction } = article;
    const day = publishedAt.slice(0, 10);
    const group = days.get(day) ?? { day, at: publishedAt, stories: [] };
    days.set(day, group);
    const section = namesSection ? sectionName(article.section, newsroom) : undefined;
    group.stories.push(present({ url, headline, section, publishedAt, language, direction }));
  }
  return [...days.values()];
}
