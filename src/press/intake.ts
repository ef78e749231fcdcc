import { randomUUID } from "node:crypto";
import type { Archive, Meta } from "../archive/archive.ts";
import { findMeta } from "../archive/archive.ts";
import { listNewest } from "../archive/order.ts";
import { type Change, openReceiving, pictureName, type Verdict } from "../archive/receive.ts";
import { openStamps, type PackedFiles, type Stamps } from "../archive/stamps.ts";
import type { Article } from "../article/article.ts";
import type { Contributor, Subject } from "../article/masthead.ts";
import type { Suspect } from "../desk/changes.ts";
import type { Reading } from "../desk/desk.ts";
import { markArticle, markPending, markPictures, markRelated } from "../edition/candidates.ts";
import type { SiteData } from "../edition/open-newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { hashOf } from "../kit/hash.ts";
import { decodedPath } from "../kit/url.ts";
import type { MediaChanges } from "./media.ts";
import { shownFile } from "./tellings.ts";

/** Everything that an edition takes in. */
export type Intake = {
  readonly archive: Archive;
  /** Whether the archive is new. */
  readonly isFirst: boolean;
  readonly listing: PackedFiles;
  /** Reads and judges files, in portions. */
  readonly readCopy: (suspects: readonly Suspect[]) => AsyncIterable<readonly Reading[]>;
  /** Blob ids of files that need not be read to know them. `files`: how many are asked for. */
  readonly listCheckedOut: (files: number) => ReadonlyMap<string, string>;
  /** Folder of the articles as problems name it. */
  readonly shown: string;
  /** Hash of the rules: where it differs from the archive's, every file is judged again. */
  readonly rulesHash: string;
  /** Hash of what media are looked at with, likewise. */
  readonly mediaRules: string;
  readonly media: MediaChanges;
  readonly data: SiteData;
  readonly kinds: readonly PageKind[];
  /** The moment to print for, and the clock's, in milliseconds. */
  readonly now: number;
  readonly readAt: number;
  readonly judgeAll: boolean;
  /** Why this edition prints everything, so that no page need be marked; undefined where it does not. */
  readonly why: string | undefined;
  /** Gets the files that were read, as problems name them. */
  readonly read: Set<string>;
};

/** Files that are entered at once: what a transaction wrote stays in memory until its end. */
const filesAtOnce = 2_000;

/** What is left to do once copy was entered, each step in a transaction. */
export type TakenIn = {
  /**
   * Takes in pictures and contributors, makes public what is due, and marks the pages that all this may change. Gives
   * the files whose references must be looked at again.
   */
  readonly settle: () => ReadonlySet<string>;
  /** Keeps the archive's state: from then on, what was taken in counts. */
  readonly keep: () => void;
};

/** Takes copy into the archive. Runs in several transactions, unless it is called in one. */
export async function takeIn(intake: Intake): Promise<TakenIn> {
  const { archive, listing, isFirst, now } = intake;
  const meta = findMeta(archive);
  const stamps = openStamps(archive, "articles");
  const { suspects: listed, gone } = stamps.compare(listing, intake.judgeAll);
  const suspects = passCheckedOut(listed, stamps, intake);
  const receiving = openReceiving(archive, stamps, { isFirst, before: meta.now, now });
  for await (const verdicts of gather(listVerdicts(suspects, stamps, intake), filesAtOnce))
    await archive.transact(() => receiving.enter(verdicts));
  return {
    settle: () => {
      const referring = settle(intake, receiving.finish(gone));
      // There, every article is one that came, whether it is given as a change or not.
      if (isFirst) for (const { file } of suspects) referring.add(file);
      return referring;
    },
    keep: () => {
      stamps.save();
      intake.media.keep();
      keepState(intake, meta);
    },
  };
}

function settle(intake: Intake, changes: Iterable<Change>): Set<string> {
  const { archive, kinds, why } = intake;
  // Where everything is printed, every page is looked at: only pictures are marked, which no public article may lead to.
  const marked = why === undefined ? kinds : [];
  const copies = kinds.some(({ name }) => name === "media");
  const referring = new Set<string>();
  for (const change of changes) {
    if (copies) markPictures(archive, change);
    if (marked.length > 0) markPending(archive, marked, change);
    referring.add(change.file);
    for (const name of change.names)
      for (const [key] of archive.mentions.under([name])) referring.add(String(key[1]));
  }
  takeInMedia(intake, marked, copies);
  const described = { ...intake, kinds: marked };
  takeInDescribed(described, "contributor", intake.data.contributors ?? new Map());
  takeInDescribed(described, "topic", intake.data.topics);
  takeInDescribed(described, "series", intake.data.series);
  return referring;
}

function keepState({ archive, now, rulesHash, mediaRules, why, kinds }: Intake, meta: Meta): void {
  const next: Meta = {
    ...meta,
    now,
    desk: rulesHash,
    darkroom: mediaRules,
    attempt: meta.attempt + 1,
    unfinished: why ?? meta.unfinished,
    token: randomUUID(),
    kinds: keptKinds(meta.kinds, kinds),
  };
  archive.meta.put(["meta"], next);
}

/** Joins portions to larger ones. */
async function* gather<Item>(portions: AsyncIterable<readonly Item[]>, size: number): AsyncIterable<Item[]> {
  let items: Item[] = [];
  for await (const portion of portions) {
    items.push(...portion);
    if (items.length < size) continue;
    yield items;
    items = [];
  }
  if (items.length > 0) yield items;
}

/** Fingerprints of the kinds that this edition prints. One that it leaves out has none: it missed what changed. */
function keptKinds(known: Meta["kinds"], kinds: readonly PageKind[]): Meta["kinds"] {
  const names = new Set(kinds.map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(known).map(([name, fingerprint]) => [name, names.has(name) ? fingerprint : ""]),
  );
}

/** Public articles that show or link a file of the media folder. */
function listShowing(archive: Archive, src: string): Article[] {
  return Array.from(archive.mentions.under([pictureName(src)])).flatMap(([key]) => {
    const record = archive.articles.find([String(key[1])]);
    return record?.isPublic ? [record.article] : [];
  });
}

/** The suspects but for those that git checked out anew as they were. A file's own filters change its size. */
function passCheckedOut(
  suspects: readonly Suspect[],
  stamps: Stamps,
  { listCheckedOut, readAt }: Intake,
): readonly Suspect[] {
  const known = listCheckedOut(suspects.filter(({ last }) => last !== undefined).length);
  return suspects.filter(({ file, size, mtime, ctime, last }) => {
    const isSame = last !== undefined && last.size === size && known.get(file) === last.hash;
    if (isSame) stamps.put(file, { size, mtime, ctime, hash: last.hash, readAt });
    return !isSame;
  });
}

/** What was judged, in portions. Of what was only touched, the times are kept. */
async function* listVerdicts(
  suspects: readonly Suspect[],
  stamps: Stamps,
  { readCopy, readAt, read, shown }: Intake,
): AsyncIterable<readonly Verdict[]> {
  for await (const portion of readCopy(suspects)) {
    const verdicts: Verdict[] = [];
    for (const { file, judgement, ...stamp } of portion) {
      const record = { ...stamp, readAt };
      if (!judgement) stamps.put(file, record);
      else {
        read.add(shownFile(shown, file));
        verdicts.push({ file, record, ...judgement });
      }
    }
    yield verdicts;
  }
}

function takeInMedia({ archive, media }: Intake, kinds: readonly PageKind[], copies: boolean): void {
  for (const [src, record] of media.records) {
    const before = archive.media.find([src]);
    if (record) archive.media.put([src], record);
    else archive.media.remove([src]);
    if (record?.fault) archive.faulty.put([src], 1);
    else archive.faulty.remove([src]);
    if (hashOf([before]) === hashOf([record])) continue;
    if (copies) archive.pending.put(["media", src], 1);
    if (kinds.length > 0)
      for (const article of listShowing(archive, src)) {
        markArticle(archive, kinds, article);
        if (article.lead) markRelated(archive, kinds, article);
      }
  }
}

/** What changed in contributors.json, topics.json or series.json changes the pages of the articles that name it. */
function takeInDescribed(
  { archive, data, kinds }: Intake,
  scope: "contributor" | "topic" | "series",
  known: ReadonlyMap<string, Subject | Contributor>,
): void {
  const locales = ["", ...data.masthead.languages.map(({ key }) => key)];
  const former = Array.from(archive.described.under([scope]), ([key]) => String(key[1]));
  for (const slug of new Set([...known.keys(), ...former])) {
    const described = known.get(slug);
    const portrait =
      described &&
      "portrait" in described &&
      archive.media.find([decodedPath(described.portrait ?? "")])?.hash;
    const hash = described && hashOf([described, portrait]);
    if (archive.described.find([scope, slug]) === hash) continue;
    if (hash === undefined) archive.described.remove([scope, slug]);
    else archive.described.put([scope, slug], hash);
    if (kinds.length === 0) continue;
    for (const locale of locales)
      for (const article of listNewest(archive, { [scope]: slug, locale }))
        markArticle(archive, kinds, article);
  }
}
