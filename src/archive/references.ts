import type { Article } from "../article/article.ts";
import { nearestName } from "../kit/nearest.ts";
import type { Archive } from "./archive.ts";

/** The longest name that the archive keeps; LMDB's keys end at 1,978 bytes. */
const longestName = 300;

/** Names that a misspelt one is compared with, at most. */
const mostCompared = 2000;

/**
 * A reference as the archive knows it: a path with or without slashes at its ends or an ending, a slug, or a headline, in whatever case and kind of quotation mark, are one name.
 */
export function nameOf(reference: string): string {
  return reference
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/[#?].*$/, "")
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/\s+/g, " ")
    .replace(/^(\.?\/)?(content\/)?(articles\/)?/, "")
    .replace(/(index\.html|\.(md|markdown|txt))$/, "")
    .replace(/^\/+|\/+$/g, "")
    .slice(0, longestName);
}

/** The names that an article goes by, the surest first. */
export function namesOf(article: Article): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const add = (name: string, rank: number) => {
    if (name && !names.has(name)) names.set(name, rank);
  };
  add(nameOf(article.url), 0);
  add(nameOf(article.file), 1);
  for (const alias of article.aliases) add(nameOf(alias), 2);
  add(nameOf(article.file.slice(article.file.lastIndexOf("/") + 1)), 3);
  add(nameOf(article.slug), 4);
  add(nameOf(article.headline), 5);
  return names;
}

/** What a reference stands for: one public article, one or several that are not public, several, or none. */
export type Resolved =
  | { readonly found: Article }
  | { readonly waiting: true }
  | { readonly several: readonly Article[] }
  | { readonly unknown: true };

/** Looks a reference up. Only public articles count; of several, those whose name is the surest. */
export function resolve(archive: Archive, reference: string): Resolved {
  const name = nameOf(reference);
  if (!name) return { unknown: true };
  let best: Article[] = [];
  let bestRank = Number.POSITIVE_INFINITY;
  let waiting = false;
  for (const [key, { rank }] of archive.names.under([name])) {
    const record = archive.articles.find([String(key[1])]);
    if (!record) continue;
    if (!record.isPublic) waiting = true;
    else if (rank < bestRank) [best, bestRank] = [[record.article], rank];
    else if (rank === bestRank) best.push(record.article);
  }
  const [first, second] = best;
  if (first && second) return { several: best };
  if (first) return { found: first };
  return waiting ? { waiting: true } : { unknown: true };
}

/** The public article whose name is nearest to one that is unknown, among names that begin alike; undefined where none is near. */
export function findNearest(archive: Archive, reference: string): Article | undefined {
  const name = nameOf(reference);
  const start = name.slice(0, 2);
  const known = new Map<string, Article>();
  for (const [key] of archive.names.from([start])) {
    if (!String(key[0]).startsWith(start) || known.size >= mostCompared) break;
    const record = archive.articles.find([String(key[1])]);
    if (record?.isPublic) known.set(String(key[0]), record.article);
  }
  const nearest = nearestName(name, known.keys());
  return nearest === undefined ? undefined : known.get(nearest);
}
