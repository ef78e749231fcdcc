import type { Article } from "../article/article.ts";
import type { Newsroom, Scope } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { monthName } from "../kit/clock.ts";
import { archiveUrl, monthUrl, sectionUrl } from "./addresses.ts";
import { type Head, headOf } from "./head.ts";
import { listHeadlines, type Span } from "./headlines.ts";
import { type Crumb, crumbsTo, frontGraph } from "./json-ld.ts";
import { findSection } from "./subject.ts";

/** Every headline of a month, newest first. */
export type MonthArchive = {
  readonly head: Head;
  readonly breadcrumbs: readonly Crumb[];
  readonly name: string;
  readonly spans: readonly Span[];
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
  const path = newsroom.path(monthUrl(month, scope));
  const above = section
    ? { name: section.name, url: newsroom.path(sectionUrl(section.slug)) }
    : { name: newsroom.words.archive, url: newsroom.path(archiveUrl) };
  const breadcrumbs = [...crumbsTo(above, newsroom), { name, url: path }];
  const jsonLd = frontGraph({ type: "CollectionPage", name: title, path }, breadcrumbs, newsroom);
  return {
    head: headOf({ title, path, jsonLd }, newsroom),
    breadcrumbs,
    name: title,
    spans: listHeadlines(articles, "day", section === undefined, newsroom),
  };
}
