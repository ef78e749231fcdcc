import type { Archive, Meta } from "../archive/archive.ts";
import { listNewest } from "../archive/order.ts";
import { findNeighbours } from "../archive/parts.ts";
import type { Change } from "../archive/receive.ts";
import { namesOf } from "../archive/references.ts";
import { listDependents, mayBeOffered } from "../archive/related.ts";
import { listTranslated } from "../archive/translations.ts";
import type { Article } from "../article/article.ts";
import { compareText } from "../kit/compare-text.ts";
import type { Newsroom } from "./newsroom.ts";
import { idText, type PageId, type PageKind } from "./page.ts";
import type { PlanContext } from "./plan.ts";

/** Marks every page that may show a change, to be looked at by this edition or, where it is not finished, by the next. */
export function markPending(archive: Archive, kinds: readonly PageKind[], change: Change): void {
  const { before, after, names } = change;
  const versions = [before, after].filter((article) => article !== undefined);
  const showing = kinds.filter((kind) => isSeen(kind, change));
  for (const version of versions) markPages(archive, showing, version);
  if (before && after && asMentioned(before) === asMentioned(after)) return;
  const isRelatedAlike = before && after && asRelated(before) === asRelated(after);
  if (!isRelatedAlike) for (const version of versions) markRelated(archive, kinds, version);
  for (const version of versions) {
    const { previous, next } = findNeighbours(archive, version);
    for (const part of [previous, next]) if (part) markPagesShowing(archive, kinds, part);
  }
  for (const other of listTranslated(archive, versions, names)) markPagesShowing(archive, kinds, other);
  for (const name of names) markMentioning(archive, kinds, name);
}

/**
 * Marks the files that an article shows or links which changed. One that only articles name which are not public is not
 * copied: it changes with articles that nobody sees.
 */
export function markPictures(archive: Archive, { media }: Change): void {
  for (const src of media) archive.pending.put(["media", src], 1);
}

/** Marks the pages of the public articles that mention a name: an article's, a picture's. */
export function markMentioning(archive: Archive, kinds: readonly PageKind[], name: string): void {
  for (const [key] of archive.mentions.under([name])) {
    const record = archive.articles.find([String(key[1])]);
    if (record?.isPublic) markPagesShowing(archive, kinds, record.article);
  }
}

/** Marks the pages that show an article, and those of the articles that mention it. */
export function markArticle(archive: Archive, kinds: readonly PageKind[], article: Article): void {
  if (kinds.length === 0) return;
  markPagesShowing(archive, kinds, article);
  for (const name of namesOf(article).keys()) markMentioning(archive, kinds, name);
}

/** Marks the pages that may show an article, or have shown it, since it is related to a later one. */
export function markRelated(archive: Archive, kinds: readonly PageKind[], article: Article): void {
  const showing = kinds.filter(({ showsRelated }) => showsRelated);
  if (showing.length === 0) return;
  for (const file of listDependents(archive, article)) {
    const record = archive.articles.find([file]);
    if (record?.isPublic) markPagesShowing(archive, showing, record.article);
  }
}

/** Whether a change may be seen on the pages of a kind that show its article. Who answers at an address depends on who else claims it. */
function isSeen({ listsRedirects }: PageKind, { before, after, isContested }: Change): boolean {
  if (!listsRedirects || !before || !after || isContested) return true;
  const addressesOf = ({ url, aliases }: Article) => JSON.stringify([url, aliases]);
  return addressesOf(before) !== addressesOf(after);
}

/** Marks the pages that show an article which did not change itself, but what it names did. */
function markPagesShowing(archive: Archive, kinds: readonly PageKind[], article: Article): void {
  const showing = kinds.filter(({ listsRedirects }) => !listsRedirects);
  markPages(archive, showing, article);
}

function markPages(archive: Archive, kinds: readonly PageKind[], article: Article): void {
  for (const kind of kinds)
    for (const key of kind.pagesShowing(article)) archive.pending.put([kind.name, key], 1);
}

/** A page that an edition looks at. With a URL: a public article or the time leads to it, and its kind is printed whole. */
export type Candidate = PageId & { readonly url?: string };

/** The pages that an edition looks at, each once, in a fixed order. */
export function listCandidates(
  { archive, kinds, newsroom, begun }: PlanContext,
  meta: Meta,
  standing: Meta["standing"],
  isAll: (kind: PageKind) => boolean,
): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (kind: unknown, key: unknown) => {
    const id = { kind: String(kind), key: String(key) };
    found.set(idText(id), id);
  };
  for (const [kind, key] of [...meta.standing, ...standing]) add(kind, key);
  for (const [[kind, key]] of archive.pending.from([])) add(kind, key);
  for (const { kind, key } of begun) add(kind, key);

  const current = new Map(kinds.map((entry) => [entry.kind.name, entry.fingerprint]));
  const changed = kinds
    .filter(({ kind, fingerprint }) => isAll(kind) || meta.kinds[kind.name] !== fingerprint)
    .map(({ kind }) => kind);
  const off = Object.keys(meta.kinds).filter((name) => !current.has(name));
  for (const name of [...changed.map(({ name }) => name), ...off]) {
    for (const [[kind, key]] of archive.pages.under([name])) add(kind, key);
  }
  for (const { kind, key, url } of changed.length > 0 ? listWhole(archive, changed, newsroom, standing) : [])
    found.set(idText({ kind, key }), { kind, key, url });
  return [...found.values()].sort((a, b) => compareText(a.kind, b.kind) || compareText(a.key, b.key));
}

/** Every page of some kinds that a public article leads to, or the time. */
function* listWhole(
  archive: Archive,
  kinds: readonly PageKind[],
  newsroom: Newsroom,
  standing: Meta["standing"],
): Iterable<Required<Candidate>> {
  const seen = new Map(kinds.map((kind) => [kind.name, new Set<string>()]));
  const isNew = (kind: PageKind, key: string) => {
    const keys = seen.get(kind.name);
    if (!keys || keys.has(key)) return false;
    keys.add(key);
    return true;
  };
  // Pictures are copied, not printed: to look at them costs nothing.
  const printed = kinds.filter(({ name }) => name !== "media");
  const pageOf = (kind: PageKind, key: string) => ({ kind: kind.name, key, url: kind.url(key, newsroom) });
  for (const [name, key] of standing)
    for (const kind of printed) if (kind.name === name && isNew(kind, key)) yield pageOf(kind, key);
  for (const article of listNewest(archive, {}))
    for (const kind of printed)
      for (const key of kind.pagesShowing(article)) if (isNew(kind, key)) yield pageOf(kind, key);
}

/** What pages that mention an article may show of it; its body is not in it, nor a live blog's updates. */
function asMentioned(article: Article): string {
  const { copyHash, searchHash, wordCount, mentions, links, anchors, media, live, ...shown } = article;
  return JSON.stringify([shown, live?.isOver]);
}

/** What relatedness goes by, and what is shown of an article that is related to another. No names of people and topics are in it. */
function asRelated(article: Article): string {
  const { url, headline, shortHeadline, standfirst, kicker, genre, section, topics, byline } = article;
  const { publishedAt, dateline, series, language, direction, locale, lead } = article;
  return JSON.stringify([
    [url, headline, shortHeadline, standfirst, kicker, genre, publishedAt, language, direction, locale, lead],
    [section, dateline, series?.slug, topics.map(({ slug }) => slug), byline.map(({ slug }) => slug)],
    [mayBeOffered(article), article.live?.isOver],
  ]);
}
