import type { Archive } from "../archive/archive.ts";
import { mentionsOf } from "../archive/archive.ts";
import { claimedPaths, ownerOf } from "../archive/claims.ts";
import { pictureName } from "../archive/receive.ts";
import { findNearest, resolve } from "../archive/references.ts";
import type { Article, Reference } from "../article/article.ts";
import { asOf } from "../article/live.ts";
import { tell } from "../article/rules.ts";
import { findUse } from "../edition/media-uses.ts";
import type { SiteData } from "../edition/open-newsroom.ts";
import { formatProblem, orderProblems, type Place, type Problem } from "../kit/problem.ts";
import { clashKey } from "../kit/slug.ts";
import { decodedPath, pathFrom } from "../kit/url.ts";

/** What references are looked at with. */
export type Referring = {
  readonly archive: Archive;
  /** The moment to print for, in milliseconds: what is not public then is not told of. */
  readonly now: number;
};

/** What problems between articles are told with. */
export type Telling = Referring & {
  readonly data: SiteData;
  /** Files of the site that its data name. */
  readonly pictures: readonly Reference[];
  /** Folders of the articles and of masthead.json as problems name them. */
  readonly folder: string;
  readonly dataFolder: string;
};

/** What was found of the references of a file; `hasLinks`: it has links or pictures that only a printed edition can answer. */
export type Referral = {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly hasLinks: boolean;
};

/**
 * Files whose references must be looked at: those that changed, and those that mention one that did; those that show or
 * link a file of the media folder that changed, and those whose references led nowhere before.
 */
export function listReferring(
  { archive }: Referring,
  referring: ReadonlySet<string>,
  pictures: readonly string[],
): string[] {
  const files = new Set(referring);
  for (const name of pictures.map(pictureName))
    for (const [key] of archive.mentions.under([name])) files.add(String(key[1]));
  for (const [key] of archive.dangling.from([])) files.add(String(key[0]));
  return [...files];
}

/** Looks at the references of some files. Gives those files of which something is to be kept. */
export function checkReferences(telling: Referring, files: readonly string[]): Referral[] {
  const { archive } = telling;
  return files.flatMap((file) => {
    const record = archive.articles.find([file]);
    const told = archive.dangling.find([file]);
    const problems = record?.isPublic ? faultsOf(asOf(record.article, telling.now), telling, told ?? []) : [];
    const hasLinks = record !== undefined && record.article.links.length + record.article.media.length > 0;
    return problems.length > 0 || told || hasLinks ? [{ file, problems, hasLinks }] : [];
  });
}

/** Keeps what was found. Gives the files of which something was found that was not known. To run in a transaction. */
export function keepReferrals({ archive }: Referring, referrals: readonly Referral[]): string[] {
  return referrals.flatMap(({ file, problems, hasLinks }) => {
    const known = new Set(archive.dangling.find([file])?.map(formatProblem));
    if (problems.length > 0) archive.dangling.put([file], problems);
    else archive.dangling.remove([file]);
    if (hasLinks) archive.unchecked.put([file], 1);
    return problems.every((problem) => known.has(formatProblem(problem))) ? [] : [file];
  });
}

/**
 * Every problem that stands: of copy, between articles, and `others`. Notes on an article that is not public are
 * kept back until it is: a log must not tell of an embargo. What stops is told of any file.
 */
export function listProblems(telling: Telling, others: readonly Problem[]): Problem[] {
  const { archive } = telling;
  const kept = [archive.problems, archive.dangling].flatMap((table) =>
    Array.from(table.from([])).flatMap(([key, found]) => (isKeptBack(telling, String(key[0])) ? [] : found)),
  );
  return orderProblems([...others, ...kept, ...listClashes(telling)]);
}

/** Whether an article, or an update of it, is not public yet. */
function isKeptBack({ archive, now }: Referring, file: string): boolean {
  const record = archive.articles.find([file]);
  const updates = record?.article.live?.updates ?? [];
  return record?.isPublic === false || updates.some(({ at }) => Date.parse(at) > now);
}

/** A file of copy as problems name it. */
export function shownFile(folder: string, file: string): string {
  return folder ? `${folder}/${file}` : file;
}

/** The beginning of a file. */
export function placeOf(folder: string, file: string): Place {
  return { file: shownFile(folder, file), line: 1, column: 1 };
}

/** `told`: what was wrong before; its advice stays, since to look for what was meant costs more than all the rest. */
function faultsOf(article: Article, telling: Referring, told: readonly Problem[]): Problem[] {
  const { archive } = telling;
  const missing = article.media.filter(({ to }) => {
    const path = pathFrom(to, article.url);
    return path.startsWith("/media/") && !archive.media.find([path]);
  });
  return [
    ...mentionsOf(article).flatMap((mention) => faultOf(mention, archive, told)),
    ...listTwins(article, archive),
    ...missing.map((picture) => tellMissing(picture, archive)),
  ];
}

/** Tells that a file which is to be shown is not there; one of its name in the media folder may be meant. */
export function tellMissing(picture: Reference, archive: Archive): Problem {
  const meant = `/media/${picture.to.split("/").at(-1)}`;
  const advice = isFree(decodedPath(meant), archive)
    ? `Write ${meant} if that is meant.`
    : "Put the file there, or write another address.";
  return tell("picture-missing", picture, { src: picture.to, advice });
}

/** Whether a file is there for everybody: no advice tells of what only stories under embargo name, nor to show what is broken. */
function isFree(src: string, archive: Archive): boolean {
  const media = archive.media.find([src]);
  return media !== undefined && !media.fault && findUse(archive, pictureName(src)) !== "hidden";
}

/** Translations into a language in which the story is there already. */
function listTwins({ language, translations }: Article, archive: Archive): Problem[] {
  const taken = new Set([language]);
  return translations.flatMap((translation) => {
    const resolved = resolve(archive, translation.to);
    if (!("found" in resolved)) return [];
    const { language: other } = resolved.found;
    if (taken.has(other))
      return [tell("translation-twice", translation, { reference: translation.to, language: other })];
    taken.add(other);
    return [];
  });
}

/** What is wrong with a reference. `told`: what was told of the file before. */
export function faultOf(mention: Reference, archive: Archive, told: readonly Problem[]): Problem[] {
  const reference = mention.to;
  const resolved = resolve(archive, reference);
  if ("found" in resolved) return [];
  if ("waiting" in resolved) return [tell("reference-waiting", mention, { reference })];
  if ("several" in resolved) {
    const files = resolved.several.map(({ file }) => file).sort();
    return [
      tell("reference-ambiguous", mention, { reference, files: files.join(", "), example: files[0] ?? "" }),
    ];
  }
  const before = told.find(
    ({ rule, line, column }) =>
      rule === "reference-unknown" && line === mention.line && column === mention.column,
  );
  if (before?.message.startsWith(reference)) return [before];
  const near = findNearest(archive, reference);
  const advice = near ? `Did you mean ${near.slug}?` : "Write the slug, the path or the URL of an article.";
  return [tell("reference-unknown", mention, { reference, advice })];
}

function listClashes({ archive, folder }: Telling): Problem[] {
  return Array.from(archive.clashes.from([])).flatMap(([key]) => {
    const claimants = Array.from(archive.claims.under([String(key[0])]), ([claim]) => String(claim[1]));
    return claimants.flatMap((file) => {
      const article = archive.articles.find([file])?.article;
      const url = article && claimedPaths(article).find((path) => clashKey(path) === key[0]);
      const owner = url && ownerOf(archive, url);
      if (!article || !url || owner === undefined || owner === file) return [];
      const place = placeOf(folder, file);
      const other = shownFile(folder, owner);
      if (url !== article.url) return [tell("alias-reserved", place, { url, owner: other })];
      return [tell("url-clash", place, { url, other, example: `${article.slug}-2` })];
    });
  });
}
