import type { Article, Moment } from "../article/article.ts";
import type { Archive } from "./archive.ts";
import {
  everythingIn,
  monthNumber,
  monthText,
  orderKey,
  prefixOf,
  type Scope,
  type ScopeKind,
  scopeKey,
} from "./scopes.ts";
import type { TableKey } from "./table.ts";

/** A month with articles in it: `2026-11`. */
export type Month = { readonly month: string; readonly count: number };

/** Which public articles, and at most how many. */
export type Query = Scope & { readonly month?: string; readonly limit?: number };

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

/** Slugs of the sections, topics and so on that public articles of one of the paper's languages name, in order. */
export function listSlugs(archive: Archive, kind: ScopeKind, locale: string): string[] {
  return Array.from(archive.counts.under([prefixOf(locale) + kind]), ([key]) => String(key[1]));
}

/** How many different sections, topics or contributors public articles name; without reading them. */
export function countSlugs(archive: Archive, kind: ScopeKind): number {
  return archive.counts.find(["slugs", kind]) ?? 0;
}

function* othersOf(entries: Iterable<readonly [TableKey, string]>, own: TableKey): Iterable<Entry> {
  for (const [key, file] of entries) {
    if (key[0] !== own[0]) return;
    if (file !== own[4]) yield { file, at: -Number(key[2]) };
  }
}
