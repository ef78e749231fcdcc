import type { Archive, Meta } from "../archive/archive.ts";
import { listNewest } from "../archive/order.ts";
import type { Change } from "../archive/receive.ts";
import { namesOf } from "../archive/references.ts";
import type { Article } from "../article/article.ts";
import { compareText } from "../kit/compare-text.ts";
import type { PageId, PageKind } from "./page.ts";
import type { FingerprintedKind } from "./plan.ts";

/** Marks every page that may show a change, to be looked at by this edition or, where it is not finished, by the next. */
export function markPending(archive: Archive, kinds: readonly PageKind[], changes: readonly Change[]): void {
  const copies = kinds.some(({ name }) => name === "media");
  for (const { before, after, names, media } of changes) {
    // A picture that only articles show which are not public is not copied: it changes with articles that nobody sees.
    if (copies) for (const src of media) archive.pending.put(["media", src], 1);
    if (before) markPagesShowing(archive, kinds, before);
    if (after) markPagesShowing(archive, kinds, after);
    if (before && after && asMentioned(before) === asMentioned(after)) continue;
    for (const name of names) markMentioning(archive, kinds, name);
  }
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

/** Marks the pages that show an article. */
function markPagesShowing(archive: Archive, kinds: readonly PageKind[], article: Article): void {
  for (const kind of kinds)
    for (const key of kind.pagesShowing(article)) archive.pending.put([kind.name, key], 1);
}

/** The pages that an edition looks at, each once, in a fixed order. */
export function listCandidates(
  archive: Archive,
  kinds: readonly FingerprintedKind[],
  meta: Meta,
  standing: Meta["standing"],
  isAll: (kind: PageKind) => boolean,
): PageId[] {
  const found = new Map<string, PageId>();
  const add = (kind: unknown, key: unknown) => {
    const id = { kind: String(kind), key: String(key) };
    found.set(`${id.kind}\n${id.key}`, id);
  };
  for (const [kind, key] of [...meta.standing, ...standing]) add(kind, key);
  for (const table of [archive.pending, archive.printing])
    for (const [[kind, key]] of table.from([])) add(kind, key);

  const current = new Map(kinds.map((entry) => [entry.kind.name, entry.fingerprint]));
  const changed = kinds.filter(
    ({ kind, fingerprint }) => isAll(kind) || meta.kinds[kind.name] !== fingerprint,
  );
  const off = Object.keys(meta.kinds).filter((name) => !current.has(name));
  for (const name of [...changed.map(({ kind }) => kind.name), ...off]) {
    for (const [[kind, key]] of archive.pages.under([name])) add(kind, key);
  }
  if (changed.length > 0) {
    for (const article of listNewest(archive, {})) {
      for (const { kind } of changed) for (const key of kind.pagesShowing(article)) add(kind.name, key);
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.kind, b.kind) || compareText(a.key, b.key));
}

/** What pages that mention an article may show of it; its body is not in it. */
function asMentioned(article: Article): string {
  const { copyHash: _, wordCount: __, mentions: ___, links: ____, media: _____, ...shown } = article;
  return JSON.stringify(shown);
}
