import type { Article } from "../article/article.ts";
import { asOf, listLiveMoments } from "../article/live.ts";
import type { Problem } from "../kit/problem.ts";
import { clashKey } from "../kit/slug.ts";
import { isInternal, pathFrom } from "../kit/url.ts";
import { type Archive, type ArticleRecord, type Due, type FileRecord, mentionsOf } from "./archive.ts";
import { claimedPaths, claimedPathsOf, ownerOf, settleClaims } from "./claims.ts";
import { nameOf, namesOf } from "./references.ts";
import type { Stamps } from "./stamps.ts";
import { openTurnover, type Turnover } from "./turnover.ts";

/** What the desk made of one file: an article, or none where it is faulty. */
export type Verdict = {
  readonly file: string;
  readonly record: FileRecord;
  readonly article?: Article;
  readonly problems: readonly Problem[];
};

/** An article before and after, as readers see it at the moments of these editions: undefined where it was or is not public. */
export type Change = {
  readonly file: string;
  readonly before?: Article;
  readonly after?: Article;
  /** Every name that it had or has, and every file that it showed or shows, linked or links, public or not. */
  readonly names: ReadonlySet<string>;
  readonly media: ReadonlySet<string>;
  /** Whether another article claims its URL or a former one, or did. */
  readonly isContested: boolean;
};

/** Paths from the site's root of the files of this site that an article shows, and of those below `/media/` that it links. */
export function mediaOf(article: Article): string[] {
  const pathOf = (address: string) => pathFrom(address, article.url);
  const linked = article.links.map(({ to }) => pathOf(to)).filter((path) => path.startsWith("/media/"));
  return [...new Set([...article.media.map(({ to }) => pathOf(to)), ...linked])];
}

/** Name under which a picture or another file is mentioned. */
export function pictureName(src: string): string {
  return `picture ${src}`;
}

/** Name under which a contributor is mentioned. */
export function creditName(slug: string): string {
  return `credit ${slug}`;
}

/** What is written down while verdicts come in. */
type Books = {
  readonly archive: Archive;
  /** Whether the archive is new. */
  readonly isFirst: boolean;
  readonly moments: Moments;
  readonly turnover: Turnover;
  /** Keys of the paths that articles which came or went claim; and of those the ones that came a second time. */
  readonly touched: Set<string>;
  readonly contested: Set<string>;
};

/** Takes verdicts into the archive, portion by portion. Each step is to run in a transaction. */
export type Receiving = {
  readonly enter: (verdicts: readonly Verdict[]) => void;
  /**
   * Makes public, or takes back, what the moment says. Gives what changed for readers, and whom that concerns, one
   * change after the other: they are to be walked through once, in the same transaction. Into a new archive everything
   * was entered as it is at the moment: there, only those are given whose URL several claim.
   */
  readonly finish: (gone: Iterable<string>) => Iterable<Change>;
};

/** The moments of the last edition and of this one, in milliseconds. */
type Moments = { readonly before: number; readonly now: number };

/** Begins to receive what the desk judged. */
export function openReceiving(
  archive: Archive,
  stamps: Stamps,
  { isFirst, ...moments }: Moments & { readonly isFirst: boolean },
): Receiving {
  const old = new Map<string, ArticleRecord | undefined>();
  const turnover = openTurnover(archive);
  const books: Books = {
    archive,
    isFirst,
    moments,
    turnover,
    touched: new Set(),
    contested: new Set(),
  };
  // Nothing of a new archive need be looked up in it.
  const enterFirst = ({ file, problems, article }: Verdict) => {
    if (problems.length > 0) archive.problems.put([file], problems);
    if (article) remember(books, article);
  };
  const enterAgain = ({ file, problems, article }: Verdict) => {
    keepProblems(archive, file, problems);
    if (article && isKnown(archive, article)) return;
    old.set(file, forget(books, file));
    if (article) remember(books, article);
  };
  return {
    enter: (verdicts) => {
      for (const verdict of verdicts) {
        stamps.put(verdict.file, verdict.record);
        if (isFirst) enterFirst(verdict);
        else enterAgain(verdict);
      }
    },
    finish: (gone) => {
      for (const file of gone) {
        old.set(file, forget(books, file));
        archive.problems.remove([file]);
      }
      const due = isFirst ? [] : [...new Set(listDue(archive, moments))];
      for (const path of due.flatMap((file) => claimedPathsOf(archive, file)))
        books.touched.add(clashKey(path));
      const settled = settleClaims(archive, isFirst ? books.contested : books.touched);
      const contested = new Set(
        settled.filter(({ isContested }) => isContested).flatMap(({ claimants }) => claimants),
      );
      const affected = isFirst ? contested : new Set([...old.keys(), ...due, ...contested]);
      if (isFirst) for (const file of contested) old.set(file, undefined);
      return listChanges(archive, turnover, affected, old, contested, moments);
    },
  };
}

/** Whether an article is the one that is there, in every field. */
function isKnown(archive: Archive, article: Article): boolean {
  const known = archive.articles.find([article.file])?.article;
  return known?.copyHash === article.copyHash && JSON.stringify(known) === JSON.stringify(article);
}

function keepProblems(archive: Archive, file: string, problems: readonly Problem[]): void {
  if (problems.length > 0) archive.problems.put([file], problems);
  else archive.problems.remove([file]);
}

function* listChanges(
  archive: Archive,
  turnover: Turnover,
  affected: Iterable<string>,
  old: ReadonlyMap<string, ArticleRecord | undefined>,
  contested: ReadonlySet<string>,
  moments: Moments,
): Iterable<Change> {
  for (const file of affected)
    yield { ...settle(archive, turnover, file, old, moments), isContested: contested.has(file) };
  turnover.settle();
}

/** Whether an article may be read at a moment, in milliseconds, its URL apart. */
export function isPublicAt(article: Article, now: number): boolean {
  if (article.standing !== "usable" || Date.parse(article.publishedAt) > now) return false;
  return article.expiresAt === undefined || Date.parse(article.expiresAt) > now;
}

/** Takes an article out of all tables but the ordering; gives the record that it had. */
function forget({ archive, turnover, touched, moments }: Books, file: string): ArticleRecord | undefined {
  const record = archive.articles.find([file]);
  if (!record) return undefined;
  const { article } = record;
  for (const name of namesOf(article).keys()) archive.names.remove([name, file]);
  for (const name of mentionedNames(article)) archive.mentions.remove([name, file]);
  for (const { to } of article.translations) archive.translated.remove([nameOf(to), file]);
  for (const alias of article.aliases) archive.aliases.remove([alias, file]);
  if (article.standing === "killed") archive.killed.remove([file]);
  for (const [at] of dueMoments(article)) archive.due.remove([at, file]);
  for (const path of claimedPaths(article)) {
    archive.claims.remove([clashKey(path), file]);
    touched.add(clashKey(path));
  }
  archive.articles.remove([file]);
  archive.dangling.remove([file]);
  if (record.isPublic) turnover.leave(article, moments.before);
  return record;
}

/** Enters an article, as public where that is how it looks so far: a claim that comes later may say otherwise in the end. */
function remember(
  { archive, turnover, touched, contested, moments: { now }, isFirst }: Books,
  article: Article,
): void {
  const { file } = article;
  for (const [name, rank] of namesOf(article)) archive.names.put([name, file], { rank });
  for (const name of mentionedNames(article)) archive.mentions.put([name, file], 1);
  for (const { to } of article.translations) archive.translated.put([nameOf(to), file], 1);
  for (const alias of article.aliases) archive.aliases.put([alias, file], 1);
  if (article.standing === "killed") archive.killed.put([file], 1);
  if (article.standing === "usable") {
    for (const [at, what] of dueMoments(article)) archive.due.put([at, file], what);
    for (const path of claimedPaths(article)) {
      const key = clashKey(path);
      archive.claims.put([key, file], path);
      if (touched.has(key)) contested.add(key);
      touched.add(key);
    }
  }
  // From then on, a notice stands at its address.
  if (article.standing === "killed") archive.due.put([Date.parse(article.publishedAt), file], "publish");
  const isAlone = isFirst && !contested.has(clashKey(article.url));
  const isPublic = isPublicAt(article, now) && (isAlone || ownerOf(archive, article.url) === file);
  if (isPublic) turnover.enter(article, now);
  archive.articles.put([file], { article, isPublic });
}

/** Files whose articles become public or cease to be between two moments, whichever is the later. */
function* listDue(archive: Archive, { before, now }: Moments): Iterable<string> {
  const last = Math.max(before, now);
  for (const [key] of archive.due.from([Math.min(before, now) + 1])) {
    if (Number(key[0]) > last) return;
    yield String(key[1]);
  }
}

function settle(
  archive: Archive,
  turnover: Turnover,
  file: string,
  old: ReadonlyMap<string, ArticleRecord | undefined>,
  { before, now }: Moments,
): Omit<Change, "isContested"> {
  const current = archive.articles.find([file]);
  const previous = old.has(file) ? old.get(file) : current;
  const isPublic =
    current !== undefined &&
    isPublicAt(current.article, now) &&
    ownerOf(archive, current.article.url) === file;
  const wasEntered = current?.isPublic === true;
  // What was read by this edition was entered as of now.
  const enteredAt = old.has(file) ? now : before;
  if (current && isPublic && !wasEntered) turnover.enter(current.article, now);
  if (current && !isPublic && wasEntered) turnover.leave(current.article, enteredAt);
  if (current?.article.live && isPublic && wasEntered) turnover.turn(current.article, enteredAt, now);
  if (current && isPublic !== wasEntered)
    archive.articles.put([file], { article: current.article, isPublic });
  const both = [previous, current].flatMap((record) => (record ? [record.article] : []));
  return {
    file,
    ...(previous?.isPublic && { before: asOf(previous.article, before) }),
    ...(current && isPublic && { after: asOf(current.article, now) }),
    names: new Set(both.flatMap((article) => [...namesOf(article).keys()])),
    media: new Set(both.flatMap(mediaOf)),
  };
}

/** Each moment once, with what happens then; of a live blog, what happens while it is public. */
function dueMoments(article: Article): Map<number, Due> {
  const publish = Date.parse(article.publishedAt);
  const expire = article.expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(article.expiresAt);
  const moments = new Map<number, Due>();
  for (const [moment, what] of listLiveMoments(article)) {
    const at = Date.parse(moment);
    if (at > publish && at < expire) moments.set(at, what);
  }
  moments.set(publish, "publish");
  return expire === Number.POSITIVE_INFINITY ? moments : moments.set(expire, "expire");
}

function mentionedNames(article: Article): Set<string> {
  return new Set([
    ...mentionsOf(article).map((mention) => nameOf(mention.to)),
    ...article.links.filter((link) => isInternal(link.to)).map((link) => nameOf(link.to)),
    ...mediaOf(article).map(pictureName),
    ...article.byline.flatMap(({ slug }) => (slug ? [creditName(slug)] : [])),
  ]);
}
