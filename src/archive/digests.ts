import type { Article } from "../article/article.ts";
import { asOf } from "../article/live.ts";
import { shownHashOf } from "../article/search-record.ts";
import { xorHex } from "../kit/hash.ts";
import type { Archive, Digest } from "./archive.ts";
import { everythingIn } from "./scopes.ts";

/** Days of a month that stand together: four times seven, and what is left. */
const daysOfWeek = 7;

/** The spans of time that a date lies in: its year, its month, its week of the month and its day: `2026`, `2026-11`, `2026-11-w3`, `2026-11-20`. */
export function spansOf(date: string): readonly string[] {
  const month = date.slice(0, 7);
  const week = Math.ceil(Number(date.slice(8, 10)) / daysOfWeek);
  return [date.slice(0, 4), month, `${month}-w${week}`, date.slice(0, 10)];
}

/** What a search shows of a span's public articles, in one of the paper's languages where it has several; undefined where there are none. */
export function findDigest(archive: Archive, span: string, locale?: string): Digest | undefined {
  return archive.digests.find([everythingIn(locale), span]);
}

/** Articles that come and go in one transaction, as a search shows them. Moments in milliseconds. */
export type DigestChanges = {
  /** An article is shown, as it is at a moment. */
  readonly add: (article: Article, at: number) => void;
  /** It is shown no more as it was at a moment. */
  readonly remove: (article: Article, at: number) => void;
  readonly keep: () => void;
};

/** Begins to change digests. */
export function openDigests(archive: Archive): DigestChanges {
  const changed = new Map<string, Digest>();
  const change = (article: Article, at: number, by: 1 | -1) => {
    const hash = shownHashOf(asOf(article, at));
    const day = article.publishedAt.slice(0, 10);
    // Those of all languages are kept, too: a paper may have one alone again.
    for (const scope of new Set([everythingIn(undefined), everythingIn(article.locale)])) {
      const key = `${scope}\n${day}`;
      const known = changed.get(key) ?? { count: 0, hash: none };
      changed.set(key, { count: known.count + by, hash: xorHex(known.hash, hash) });
    }
  };
  return {
    add: (article, at) => change(article, at, 1),
    remove: (article, at) => change(article, at, -1),
    keep: () => {
      for (const [key, { count, hash }] of sumUp(changed)) {
        const [scope = "", span = ""] = key.split("\n");
        const before = archive.digests.find([scope, span]) ?? { count: 0, hash: none };
        const after = { count: before.count + count, hash: xorHex(before.hash, hash) };
        if (after.count > 0) archive.digests.put([scope, span], after);
        else archive.digests.remove([scope, span]);
      }
    },
  };
}

/** The digest of no article. */
const none = "0".repeat(32);

/** Changes of days, with those of all spans in which these lie. */
function sumUp(days: ReadonlyMap<string, Digest>): Map<string, Digest> {
  const sums = new Map<string, Digest>();
  for (const [key, { count, hash }] of days) {
    const [scope = "", day = ""] = key.split("\n");
    for (const span of spansOf(day)) {
      const sum = sums.get(`${scope}\n${span}`) ?? { count: 0, hash: none };
      sums.set(`${scope}\n${span}`, { count: sum.count + count, hash: xorHex(sum.hash, hash) });
    }
  }
  return sums;
}
