import { type Archive, findMeta } from "../archive/archive.ts";
import type { Block } from "../article/blocks/block.ts";
import { tell } from "../article/rules.ts";
import { isCopy } from "../desk/desk.ts";
import type { PageClash } from "../edition/clashes.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { openNewsroom } from "../edition/open-newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { type FingerprintedKind, type Plan, planEdition } from "../edition/plan.ts";
import type { Directories } from "../host.ts";
import { parseMoment } from "../kit/clock.ts";
import { type Problem, ProblemsError } from "../kit/problem.ts";
import type { Settings } from "../options.ts";
import { type Site as Publication, siteOf } from "../pages/site.ts";
import { type Bodies, openBodies } from "./bodies.ts";
import { fingerprintKinds } from "./fingerprints.ts";
import { isFolder, longestPath, openFolder } from "./folder.ts";
import { takeIn } from "./intake.ts";
import { findMediaChanges } from "./media.ts";
import { findMismatch } from "./output.ts";
import type { Partials } from "./partials.ts";
import type { SiteFolders } from "./setup.ts";
import { readSite, type Site } from "./site.ts";
import { stylesheetUrl } from "./stylesheet.ts";
import { checkReferences, listProblems, shownFile } from "./tellings.ts";

/** Everything that a press is set up with. */
export type PressSetup = {
  readonly settings: Settings;
  /** Where the site lies, by the folders that Eleventy was given. */
  readonly folders: (directories: Directories) => SiteFolders;
  readonly kinds: readonly PageKind[];
  readonly blocks: ReadonlyMap<string, Block>;
  readonly partials: Partials;
  /** Path that the site begins with, `/` at both ends. */
  readonly mount: () => string;
};

/** An edition that is being made: what is known once copy was read and judged. */
export type Edition = {
  readonly archive: Archive;
  readonly newsroom: Newsroom;
  readonly publication: Publication;
  readonly bodies: Bodies;
  /** Undefined where the site prints its pages itself. */
  readonly plan: Plan | undefined;
  readonly kinds: readonly FingerprintedKind[];
  readonly problems: readonly Problem[];
  /** Files that this edition read, as problems name them. */
  readonly read: ReadonlySet<string>;
  /** Why everything is printed, where it is. */
  readonly why?: string;
  readonly milliseconds: Record<string, number>;
  /** When its printing could begin, on the clock of `performance.now()`. */
  readonly began: number;
};

/** Reads, judges and plans an edition. Throws ProblemsError where something must be mended first; nothing was written then. */
export function openEdition(
  setup: PressSetup,
  folders: SiteFolders,
  archive: Archive,
  forced?: string,
): Edition {
  const clock = stopwatch();
  setup.partials.refresh();
  const now = momentOf(setup.settings.now);
  const site = readSite(setup, folders);
  const why =
    forced ?? (setup.settings.force ? "it was asked for" : findMismatch(folders.output, findMeta(archive)));
  const { problems, read } = readCopy(setup, folders, archive, site, now, why !== undefined);
  clock.lap("read");
  const { data, rules } = site;
  const newsroom = openNewsroom(archive, data, { now, feeds: setup.settings.feeds });
  const publication = siteOf(newsroom, stylesheetUrl(site.theme));
  const mount = setup.mount();
  const kinds = fingerprintKinds(site.kinds, { ...site, blocks: setup.blocks, newsroom, publication, mount });
  const plan =
    setup.settings.pages === false ? undefined : planEdition(archive, kinds, newsroom, why !== undefined);
  const clashes = plan?.clashes.map((clash) => clashProblem(clash, folders, newsroom)) ?? [];
  if (clashes.length > 0) throw new ProblemsError(clashes);
  clock.lap("plan");
  return {
    archive,
    newsroom,
    publication,
    bodies: openBodies(folders.articles, rules, setup.partials, { url: data.masthead.url, mount }),
    plan,
    kinds,
    problems,
    read,
    ...(why !== undefined && plan && { why }),
    milliseconds: clock.laps,
    began: performance.now(),
  };
}

/** Takes copy and pictures into the archive in one transaction, which comes to nothing where something must be mended first. */
function readCopy(
  { settings }: PressSetup,
  folders: SiteFolders,
  archive: Archive,
  site: Site,
  now: number,
  everything: boolean,
) {
  const { data, kinds, rules, rulesHash } = site;
  const folder = openFolder(folders.articles, folders.shownArticles, isCopy);
  const hasArticles = isFolder(folders.articles);
  const listing = hasArticles ? folder.list() : { files: [], problems: [] };
  const missing = hasArticles || settings.pages === false ? [] : [articlesMissing(folders)];
  const telling = { archive, data, folder: folders.shownArticles };
  const read = new Set<string>();
  const readAt = Date.now();
  const problems = archive.transact(() => {
    const media = findMediaChanges(folders.media, archive, readAt);
    const judgeAll = settings.force;
    const intake = {
      archive,
      listing: listing.files,
      folder,
      rules,
      rulesHash,
      media,
      data,
      kinds,
      now,
      readAt,
      judgeAll,
      everything,
      read,
    };
    checkReferences(telling, takeIn(intake), [...media.records.keys()]);
    const found = listProblems(telling, [
      ...site.problems,
      ...listing.problems,
      ...media.problems,
      ...missing,
    ]);
    if (found.some(isStop) && !(settings.hold && missing.length === 0)) throw new ProblemsError(found);
    return found;
  });
  return { problems, read };
}

/** The one moment of an edition, in milliseconds: read once, here. */
function momentOf(text: string | undefined): number {
  const parsed = text === undefined ? undefined : parseMoment(text, "UTC");
  return parsed && "at" in parsed ? parsed.at : Date.now();
}

function articlesMissing({ shownArticles }: SiteFolders): Problem {
  return tell("articles-missing", { file: shownArticles, line: 1, column: 1 }, { folder: shownArticles });
}

function clashProblem(
  { url, page, other }: PageClash,
  { shownArticles }: SiteFolders,
  newsroom: Newsroom,
): Problem {
  const placeAt = (file: string) => ({ file, line: 1, column: 1 });
  const owner = `the ${other.kind} ${other.key}`.trim();
  if (page.kind === "redirect") {
    const article = newsroom.resolve(page.key);
    return tell("alias-reserved", placeAt(shownFile(shownArticles, article?.file ?? "")), {
      url: page.key,
      owner,
    });
  }
  if (page.kind === "media") {
    const reason = `differs from ${other.key} only as some disks see no difference`;
    return tell("file-name", placeAt(page.key.slice(1)), { reason, limit: longestPath });
  }
  const file = page.kind === "article-page" ? shownFile(shownArticles, page.key) : shownArticles;
  return tell("url-reserved", placeAt(file), { url, owner });
}

function isStop({ severity }: Problem): boolean {
  return severity === "stop";
}

function stopwatch() {
  const laps: Record<string, number> = {};
  let last = performance.now();
  return {
    laps,
    lap: (step: string) => {
      const now = performance.now();
      laps[step] = Math.round(now - last);
      last = now;
    },
  };
}
