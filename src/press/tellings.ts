import type { Archive } from "../archive/archive.ts";
import { mentionsOf } from "../archive/archive.ts";
import { claimedPaths, ownerOf } from "../archive/claims.ts";
import { countOf, listSlugs } from "../archive/order.ts";
import { pictureName } from "../archive/receive.ts";
import { findNearest, resolve } from "../archive/references.ts";
import type { Article, Reference } from "../article/article.ts";
import { type Slot, sourceKinds } from "../article/front.ts";
import { asOf } from "../article/live.ts";
import { followMerger } from "../article/masthead.ts";
import { tell } from "../article/rules.ts";
import type { SiteData } from "../edition/open-newsroom.ts";
import { nearestName } from "../kit/nearest.ts";
import { formatProblem, orderProblems, type Place, type Problem } from "../kit/problem.ts";
import { clashKey } from "../kit/slug.ts";
import { decodedPath, pathFrom } from "../kit/url.ts";

/** What references are looked at with. */
export type Referring = {
  readonly archive: Archive;
  /** Folder of the articles as problems name it. */
  readonly folder: string;
  /** The moment to print for, in milliseconds: what is not public then is not told of. */
  readonly now: number;
};

/** What problems between articles are told with. */
export type Telling = Referring & {
  readonly data: SiteData;
  /** Folder of masthead.json, likewise. */
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
 * Every problem that stands: of copy, between articles, of the site's data. Notes on an article that is not public are
 * kept back until it is: a log must not tell of an embargo. What stops is told of any file.
 */
export function listProblems(telling: Telling, others: readonly Problem[]): Problem[] {
  const { archive } = telling;
  const kept = [archive.problems, archive.dangling].flatMap((table) =>
    Array.from(table.from([])).flatMap(([key, found]) => (isKeptBack(telling, String(key[0])) ? [] : found)),
  );
  return orderProblems([
    ...others,
    ...kept,
    ...listClashes(telling),
    ...listFrontFaults(telling),
    ...listEmptyTopics(telling),
    ...listFaceless(telling),
  ]);
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

function placeOf(folder: string, file: string): Place {
  return { file: shownFile(folder, file), line: 1, column: 1 };
}

/** `told`: what was wrong before; its advice stays, since to look for what was meant costs more than all the rest. */
function faultsOf(article: Article, telling: Referring, told: readonly Problem[]): Problem[] {
  const { archive, folder } = telling;
  const missing = article.media.filter((src) => {
    const path = pathFrom(src, article.url);
    return path.startsWith("/media/") && !archive.media.find([path]);
  });
  return [
    ...mentionsOf(article).flatMap((mention) => faultOf(mention, archive, told)),
    ...listTwins(article, archive),
    ...missing.map((src) => tell("picture-missing", placeOf(folder, article.file), { src })),
  ];
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

function faultOf(mention: Reference, archive: Archive, told: readonly Problem[]): Problem[] {
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

/** Pins that are no article, and sources that no public article is of. A pin that waits is passed over, and not told: it may be under embargo. */
function listFrontFaults({ archive, data }: Telling): Problem[] {
  return [...data.fronts].flatMap(([name, { file, slots }]) => {
    const locale = data.masthead.languages.find(({ key }) => name.startsWith(`${key}/`))?.key ?? "";
    const [kind, slug] = name.slice(locale ? locale.length + 1 : 0).split("/");
    const nobodys =
      slug === undefined
        ? []
        : faultOfFront(kind === "topic" ? "topic" : "section", slug, locale, { archive, data, file });
    return [
      ...nobodys,
      ...slots.flatMap((slot) => [
        ...slot.pins.flatMap((pin) =>
          faultOf(pin, archive, []).filter(({ rule }) => rule !== "reference-waiting"),
        ),
        ...faultOfSource(slot, locale, archive),
      ]),
    ];
  });
}

/** A front that lays out what is not there. */
function faultOfFront(
  kind: "section" | "topic",
  slug: string,
  locale: string,
  { archive, data, file }: Pick<Telling, "archive" | "data"> & { readonly file: string },
): Problem[] {
  const sections = kind === "section" ? data.sections?.map((section) => section.slug) : undefined;
  if (sections ? sections.includes(slug) : countOf(archive, { [kind]: slug, locale }) > 0) return [];
  const near = nearestName(slug, sections ?? listSlugs(archive, kind, locale));
  const advice = near ? `Call the file ${near}.` : "Wait for its first story, or remove the file.";
  return [tell("front-empty", { file, line: 1, column: 1 }, { front: `${kind} ${slug}`, advice })];
}

function faultOfSource(slot: Slot, locale: string, archive: Archive): Problem[] {
  return sourceKinds.flatMap((kind) => {
    const slug = slot.source?.[kind];
    if (slug === undefined || countOf(archive, { [kind]: slug, locale }) > 0) return [];
    const near = nearestName(slug, listSlugs(archive, kind, locale));
    const advice = near ? `Did you mean ${near}?` : "Wait for its first story, or write another source.";
    return [tell("slot-empty", slot, { source: `${kind} ${slug}`, advice })];
  });
}

/** Topics that were merged into one that no public story is about: their old fronts lead nowhere. */
function listEmptyTopics({ archive, data, dataFolder }: Telling): Problem[] {
  const place = placeOf(dataFolder, "topics.json");
  const locales = ["", ...data.masthead.languages.map(({ key }) => key)];
  return [...data.topics.values()].flatMap(({ slug, mergedInto }) => {
    const isThere = (topic: string) => locales.some((locale) => countOf(archive, { topic, locale }) > 0);
    const end = mergedInto === undefined ? undefined : followMerger(data.topics, slug);
    if (end === undefined || isThere(end)) return [];
    const near = nearestName(end, new Set(locales.flatMap((locale) => listSlugs(archive, "topic", locale))));
    const advice = near ? `Did you mean ${near}?` : "Wait for its first story, or write another topic.";
    return [tell("topic-empty", place, { topic: slug, end, advice })];
  });
}

/** Portraits, a logo and icons that the media folder does not hold. */
function listFaceless({ archive, data, dataFolder }: Telling): Problem[] {
  const missing = (file: string, src: string | undefined) => {
    const isThere = !src?.startsWith("/media/") || archive.media.find([decodedPath(src)]);
    const place = { file: shownFile(dataFolder, file), line: 1, column: 1 };
    return isThere || src === undefined ? [] : [tell("picture-missing", place, { src })];
  };
  const portraits = [...(data.contributors?.values() ?? [])].flatMap(({ portrait }) =>
    missing("contributors.json", portrait),
  );
  const marks = [data.masthead.logo, ...(data.masthead.icon ?? [])];
  return [...marks.flatMap((src) => missing("masthead.json", src)), ...portraits];
}
