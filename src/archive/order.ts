import type { Article, Moment } from "../article/article.ts";
import { changedAt, newestOf } from "../article/changes.ts";
import { isShort, recallSlug } from "../desk/slugs.ts";
import { present } from "../kit/record.ts";
import type { Archive } from "./archive.ts";
import type { TableKey } from "./table.ts";

/** What articles are ordered by, beside their time. */
export type ScopeKind = "section" | "topic" | "contributor" | "genre" | "series" | "place";

/** Which articles: all, or those of one section, topic, contributor, genre, series or dateline. At most one of these is named. */
export type Scope = { readonly [Kind in ScopeKind]?: string } & {
  /** Key of the paper's language in which they appear; without it: of all of them. */
  readonly locale?: string;
};

/** A month with articles in it: `2026-11`. */
export type Month = { readonly month: string; readonly count: number };

/** Which public articles, and at most how many. */
export type Query = Scope & { readonly month?: string; readonly limit?: number };

/** Public articles that come and go in one transaction; what is counted of them is kept at the end. */
export type Turnover = {
  /** Puts a public article into every ordering that shows it. */
  readonly enter: (article: Article) => void;
  /** Takes an article that was public out of every ordering. */
  readonly leave: (article: Article) => void;
  /** Keeps the counts, and the newest change of each month. */
  readonly settle: () => void;
};

/** Begins a turnover. */
export function openTurnover(archive: Archive): Turnover {
  const counts = new Map<string, { readonly scope: string; readonly month: number; by: number }>();
  const entered = new Map<string, Moment>();
  const left = new Map<string, Moment>();
  const count = (scope: string, month: number, by: 1 | -1) => {
    const key = `${scope}\n${month}`;
    const sum = counts.get(key) ?? { scope, month, by: 0 };
    sum.by += by;
    counts.set(key, sum);
  };
  const move = (article: Article, by: 1 | -1, moments: Map<string, Moment>) => {
    const month = article.publishedAt.slice(0, 7);
    const changed = changedAt(article);
    const paper = `${everythingIn(article.locale)}\n${month}`;
    moments.set(paper, newestOf([changed, moments.get(paper) ?? changed]) ?? changed);
    for (const key of correctionKeys(article))
      if (by > 0) archive.corrected.put(key, 1);
      else archive.corrected.remove(key);
    if (by > 0 && article.series) archive.parts.put(partKey(article), article.file);
    else if (article.series) archive.parts.remove(partKey(article));
    for (const scope of scopesOf(article)) {
      count(scope, monthNumber(month), by);
      if (by > 0) archive.order.put(orderKey(scope, article), article.file);
      else archive.order.remove(orderKey(scope, article));
    }
  };
  return {
    enter: (article) => move(article, 1, entered),
    leave: (article) => move(article, -1, left),
    settle: () => {
      keepCounts(archive, [...counts.values()]);
      for (const paper of new Set([...entered.keys(), ...left.keys()]))
        keepNewest(archive, paper, entered.get(paper), left.get(paper));
    },
  };
}

/** Public articles, newest first, ties by URL; read as they are asked for. */
export function* listNewest(archive: Archive, query: Query): Iterable<Article> {
  let left = query.limit ?? Number.POSITIVE_INFINITY;
  const prefix = query.month ? [scopeKey(query), monthNumber(query.month)] : [scopeKey(query)];
  for (const [, file] of archive.order.under(prefix)) {
    if (left-- <= 0) return;
    const record = archive.articles.find([file]);
    if (record) yield record.article;
  }
}

/** Files of all public articles, newest first. */
export function listFiles(archive: Archive, scope: Scope): string[] {
  return Array.from(archive.order.under([scopeKey(scope)]), ([, file]) => file);
}

/** Months in which a scope has public articles, newest first. */
export function listMonths(archive: Archive, scope: Scope): Month[] {
  const months: Month[] = [];
  for (const [key, n] of archive.counts.under([scopeKey(scope)])) {
    const number = key[1];
    if (typeof number === "number") months.push({ month: monthText(-number), count: n });
  }
  return months;
}

/** The newest change of a public article of a month (`2026-11`), in one of the paper's languages where it has several. */
export function findNewestChange(archive: Archive, month: string, locale?: string): Moment | undefined {
  return archive.changes.find([everythingIn(locale), monthNumber(month)]);
}

/** Public articles of a series in the order in which they are read: by their part, those without one after them, by time. */
export function* listParts(archive: Archive, series: string, locale?: string): Iterable<Article> {
  for (const [, file] of archive.parts.under([scopeKey({ series, ...(locale && { locale }) })])) {
    const record = archive.articles.find([file]);
    if (record) yield record.article;
  }
}

/** A correction: its article, and its place in the article's list. */
export type LoggedCorrection = { readonly article: Article; readonly index: number };

/** Corrections of public articles, newest first: all, or those of a year. */
export function* listCorrections(
  archive: Archive,
  {
    year,
    limit,
    locale,
  }: { readonly year?: string; readonly limit?: number; readonly locale?: string | undefined },
): Iterable<LoggedCorrection> {
  let left = limit ?? Number.POSITIVE_INFINITY;
  const scope = everythingIn(locale);
  for (const [key] of archive.corrected.under(year === undefined ? [scope] : [scope, -Number(year)])) {
    if (left-- <= 0) return;
    const record = archive.articles.find([String(key[4])]);
    if (record) yield { article: record.article, index: Number(key[5]) };
  }
}

/** Years in which public articles were corrected, newest first. */
export function listCorrectionYears(archive: Archive, locale: string | undefined): string[] {
  const scope = everythingIn(locale);
  const years: string[] = [];
  for (let next: number | undefined; ; ) {
    const [entry] = archive.corrected.from(next === undefined ? [scope] : [scope, next]);
    if (entry?.[0][0] !== scope) return years;
    const year = -Number(entry[0][1]);
    years.push(String(year));
    next = -year + 0.5;
  }
}

/** The parts before and after an article in its series. It need not be, or be any more, among them itself. */
export function findNeighbours(
  archive: Archive,
  article: Article,
): { readonly previous?: Article; readonly next?: Article } {
  if (!article.series) return {};
  const key = partKey(article);
  const nearest = (entries: Iterable<readonly [TableKey, string]>) => {
    for (const [[series], file] of entries) {
      if (series !== key[0]) return undefined;
      if (file !== article.file) return archive.articles.find([file])?.article;
    }
    return undefined;
  };
  return present({ previous: nearest(archive.parts.back(key)), next: nearest(archive.parts.from(key)) });
}

/** An article's place in an ordering: its file, and when it was first public, in milliseconds. */
export type Entry = { readonly file: string; readonly at: number };

/** A scope's public articles that came before one, the newest first; read as they are asked for. */
export function listOlder(archive: Archive, scope: Scope, article: Article): Iterable<Entry> {
  const key = orderKey(scopeKey(scope), article);
  return othersOf(archive.order.from(key), key);
}

/** A scope's public articles that came after one, the oldest first; read as they are asked for. */
export function listLater(archive: Archive, scope: Scope, article: Article): Iterable<Entry> {
  const key = orderKey(scopeKey(scope), article);
  return othersOf(archive.order.back(key), key);
}

/** A scope's public articles, newest first; read as they are asked for. */
export function* listEntries(archive: Archive, scope: Scope): Iterable<Entry> {
  for (const [key, file] of archive.order.under([scopeKey(scope)])) yield { file, at: -Number(key[2]) };
}

/** How many public articles a scope has. */
export function countOf(archive: Archive, scope: Scope): number {
  return archive.counts.find([scopeKey(scope), "all"]) ?? 0;
}

/** Slugs of the sections, topics and so on that public articles name, in order. */
export function listSlugs(archive: Archive, kind: ScopeKind, locale?: string): string[] {
  return Array.from(archive.counts.under([prefixOf(locale) + kind]), ([key]) => String(key[1]));
}

/** How many different sections, topics or contributors public articles name; without reading them. */
export function countSlugs(archive: Archive, kind: ScopeKind): number {
  return archive.counts.find(["slugs", kind]) ?? 0;
}

const everything = "all";
const scopeKinds = ["section", "topic", "contributor", "genre", "series", "place"] as const;

/** Everything that appears in one of the paper's languages; without one, everything. */
function everythingIn(locale: string | undefined): string {
  return locale === undefined ? everything : `${locale}:${everything}`;
}

/** The masthead's own language needs no prefix, so that a paper of one language has none. */
function prefixOf(locale: string | undefined): string {
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

function scopesOf(article: Article): string[] {
  const { locale } = article;
  return [
    ...new Set([everything, everythingIn(locale)]),
    ...subjectsOf(article).map(([kind, slug]) => `${prefixOf(locale)}${kind}/${slug}`),
  ];
}

function scopeKey(scope: Scope): string {
  for (const kind of scopeKinds)
    if (scope[kind] !== undefined) return `${prefixOf(scope.locale)}${kind}/${scope[kind]}`;
  return everythingIn(scope.locale);
}

function correctionKeys({ corrections, locale, url, file }: Article): TableKey[] {
  return corrections.map(({ at }, index) => [
    everythingIn(locale),
    -Number(at.slice(0, 4)),
    -Date.parse(at),
    url,
    file,
    index,
  ]);
}

/** Parts without a number come after those that have one. */
const unnumbered = 1_000_000;

function partKey(article: Article): TableKey {
  const { series, locale, publishedAt, url, file } = article;
  const scope = scopeKey({ series: series?.slug ?? "", ...(locale && { locale }) });
  return [scope, series?.part ?? unnumbered, Date.parse(publishedAt), url, file];
}

function orderKey(scope: string, article: Article): TableKey {
  const { publishedAt, url, file } = article;
  // The file tells articles apart that claim one URL, while it is being settled whose it is.
  return [scope, monthNumber(publishedAt.slice(0, 7)), -Date.parse(publishedAt), url, file];
}

function* othersOf(entries: Iterable<readonly [TableKey, string]>, own: TableKey): Iterable<Entry> {
  for (const [key, file] of entries) {
    if (key[0] !== own[0]) return;
    if (file !== own[4]) yield { file, at: -Number(key[2]) };
  }
}

type Count = { readonly scope: string; readonly month: number; readonly by: number };

function keepCounts(archive: Archive, counts: readonly Count[]): void {
  const sums = new Map<string, number>();
  for (const { scope, month, by } of counts) {
    if (by !== 0) add(archive, [scope, month], by);
    sums.set(scope, (sums.get(scope) ?? 0) + by);
  }
  for (const [scope, by] of sums) {
    if (by === 0) continue;
    const before = archive.counts.find([scope, "all"]) ?? 0;
    add(archive, [scope, "all"], by);
    const [kind, ...slug] = scope.split("/");
    if (kind === undefined || slug.length === 0 || before > 0 === before + by > 0) continue;
    add(archive, ["slugs", kind], before > 0 ? -1 : 1);
    if (before > 0) archive.counts.remove([kind, slug.join("/")]);
    else archive.counts.put([kind, slug.join("/")], 1);
  }
}

/** The month is looked through only where the article left it that had changed last. `paper`: the scope, and the month. */
function keepNewest(
  archive: Archive,
  paper: string,
  entered: Moment | undefined,
  left: Moment | undefined,
): void {
  const [scope = "", month = ""] = paper.split("\n");
  const key = [scope, monthNumber(month)];
  const known = archive.changes.find(key);
  const isOpen = left !== undefined && (known === undefined || Date.parse(left) >= Date.parse(known));
  const locale = scope.includes(":") ? scope.slice(0, scope.indexOf(":")) : undefined;
  const newest = isOpen
    ? newestOf(Array.from(listNewest(archive, { month, ...(locale !== undefined && { locale }) }), changedAt))
    : newestOf([known, entered].filter((moment) => moment !== undefined));
  if (newest === undefined) archive.changes.remove(key);
  else archive.changes.put(key, newest);
}

function add(archive: Archive, key: TableKey, by: number): void {
  const sum = (archive.counts.find(key) ?? 0) + by;
  if (sum > 0) archive.counts.put(key, sum);
  else archive.counts.remove(key);
}

/** `2026-11` as −202611: later months come first. */
function monthNumber(month: string): number {
  return -(Number(month.slice(0, 4)) * 100 + Number(month.slice(5, 7)));
}

function monthText(number: number): string {
  return `${String(Math.floor(number / 100)).padStart(4, "0")}-${String(number % 100).padStart(2, "0")}`;
}
