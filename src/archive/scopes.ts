import type { Article } from "../article/article.ts";
import { isShort, recallSlug } from "../desk/slugs.ts";
import type { TableKey } from "./table.ts";

/** What articles are ordered by, beside their time. */
export type ScopeKind = "section" | "topic" | "contributor" | "genre" | "series" | "place";

/** Which articles: all, or those of one section, topic, contributor, genre, series or dateline. At most one of these is named. */
export type Scope = { readonly [Kind in ScopeKind]?: string } & {
  /** Key of the paper's language in which they appear; without it: of all of them. */
  readonly locale?: string;
};

const everything = "all";
const scopeKinds = ["section", "topic", "contributor", "genre", "series", "place"] as const;

/** Everything that appears in one of the paper's languages; without one, everything. */
export function everythingIn(locale: string | undefined): string {
  return locale === undefined ? everything : `${locale}:${everything}`;
}

/** The masthead's own language needs no prefix, so that a paper of one language has none. */
export function prefixOf(locale: string | undefined): string {
  return locale ? `${locale}:` : "";
}

/** The section, topics and so on that an article is listed under; of a dateline, its slug, unless it is no name of a place but a text. */
export function subjectsOf(article: Article): (readonly [ScopeKind, slug: string])[] {
  const { section, topics, byline, genre, series, dateline } = article;
  const place = dateline === undefined ? "" : recallSlug(dateline);
  return [
    ["section", section],
    ...topics.map(({ slug }) => ["topic", slug] as const),
    ...Array.from(new Set(byline.map(({ slug }) => slug)), (slug) => ["contributor", slug] as const),
    ...(genre === "report" ? [] : [["genre", genre] as const]),
    ...(series ? [["series", series.slug] as const] : []),
    ...(place && isShort(place) ? [["place", place] as const] : []),
  ];
}

export function scopesOf(article: Article): string[] {
  const { locale } = article;
  return [
    ...new Set([everything, everythingIn(locale)]),
    ...subjectsOf(article).map(([kind, slug]) => `${prefixOf(locale)}${kind}/${slug}`),
  ];
}

export function scopeKey(scope: Scope): string {
  for (const kind of scopeKinds)
    if (scope[kind] !== undefined) return `${prefixOf(scope.locale)}${kind}/${scope[kind]}`;
  return everythingIn(scope.locale);
}

/** An article's key in an ordering: newest first, ties by URL. */
export function orderKey(scope: string, article: Article): TableKey {
  const { publishedAt, url, file } = article;
  // The file tells articles apart that claim one URL, while it is being settled whose it is.
  return [scope, monthNumber(publishedAt.slice(0, 7)), -Date.parse(publishedAt), url, file];
}

/** `2026-11` as −202611: later months come first. */
export function monthNumber(month: string): number {
  return -(Number(month.slice(0, 4)) * 100 + Number(month.slice(5, 7)));
}

export function monthText(number: number): string {
  return `${String(Math.floor(number / 100)).padStart(4, "0")}-${String(number % 100).padStart(2, "0")}`;
}
