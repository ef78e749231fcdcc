import type { Article } from "../article/article.ts";
import { clashKey } from "../kit/slug.ts";
import type { Archive } from "./archive.ts";

/** The article's URL and its former ones. */
export function claimedPaths(article: Article): string[] {
  return [article.url, ...article.aliases.filter((alias) => clashKey(alias) !== clashKey(article.url))];
}

/** Those of the article of a file. */
export function claimedPathsOf(archive: Archive, file: string): string[] {
  const article = archive.articles.find([file])?.article;
  return article ? claimedPaths(article) : [];
}

/** Who claims a URL, by file, and whether there are several, or were. */
type Settled = { readonly claimants: readonly string[]; readonly isContested: boolean };

/** Notes which URLs several articles claim now. */
export function settleClaims(archive: Archive, claims: ReadonlySet<string>): Settled[] {
  return Array.from(claims, (claim) => {
    const claimants = Array.from(archive.claims.under([claim]), ([key]) => String(key[1]));
    const wasContested = archive.clashes.find([claim]) !== undefined;
    if (claimants.length > 1) archive.clashes.put([claim], 1);
    else if (wasContested) archive.clashes.remove([claim]);
    return { claimants, isContested: wasContested || claimants.length > 1 };
  });
}

/**
 * File of the article that has a path: whose own URL it is rather than a former one, then the earliest published,
 * then the first by file.
 */
export function ownerOf(archive: Archive, path: string): string | undefined {
  const claimants = Array.from(archive.claims.under([clashKey(path)]), ([key]) => {
    const file = String(key[1]);
    const article = archive.articles.find([file])?.article;
    const isOwn = article !== undefined && clashKey(article.url) === clashKey(path);
    return { file, rank: isOwn ? 0 : 1, at: article ? Date.parse(article.publishedAt) : 0 };
  });
  if (claimants.length < 2) return claimants[0]?.file;
  claimants.sort((a, b) => a.rank - b.rank || a.at - b.at || (a.file < b.file ? -1 : 1));
  return claimants[0]?.file;
}

/**
 * File of the public article that answers at a path: whose URL it is, else the earliest published of those whose
 * former URL it was. A former URL never leads anybody away from an article, nor to one that is not public.
 */
export function answererOf(archive: Archive, path: string): string | undefined {
  const owner = ownerOf(archive, path);
  const isHere = (file: string) => archive.articles.find([file])?.isPublic === true;
  if (owner === undefined || isHere(owner)) return owner;
  const claimants = Array.from(archive.claims.under([clashKey(path)]), ([key]) => String(key[1])).filter(
    isHere,
  );
  const publishedAt = (file: string) => Date.parse(archive.articles.find([file])?.article.publishedAt ?? "");
  return claimants.sort((a, b) => publishedAt(a) - publishedAt(b) || (a < b ? -1 : 1))[0];
}
