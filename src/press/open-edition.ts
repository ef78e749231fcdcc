import { type Archive, findMeta, isNew } from "../archive/archive.ts";
import type { Reference } from "../article/article.ts";
import type { Block } from "../article/blocks/block.ts";
import { tell } from "../article/rules.ts";
import type { Suspect } from "../desk/changes.ts";
import { isCopy } from "../desk/copy-folder.ts";
import { type Reading, readCopy } from "../desk/desk.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { openNewsroom, type SiteData } from "../edition/open-newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import type { FingerprintedKind, Removal } from "../edition/plan.ts";
import type { Directories } from "../host.ts";
import { parseMoment } from "../kit/clock.ts";
import { type Problem, ProblemsError } from "../kit/problem.ts";
import { startStopwatch } from "../kit/stopwatch.ts";
import type { Settings } from "../options.ts";
import { type Site as Publication, sitesOf } from "../pages/site.ts";
import type { BareSite } from "./bare-site.ts";
import { type Bodies, openBodies } from "./bodies.ts";
import { openLettering } from "./cards/lettering.ts";
import { listDataFaults } from "./data-faults.ts";
import { fingerprintKinds } from "./fingerprints.ts";
import { type FolderMemory, isFolder, openFolder } from "./folder.ts";
import { listCheckedOut } from "./git-index.ts";
import type { CheckTask, ReadTask } from "./hand.ts";
import { takeIn } from "./intake.ts";
import { listArticles } from "./listing.ts";
import { runModeWords } from "./machinery.ts";
import { findMediaChanges } from "./media.ts";
import { findMismatch, listBegun } from "./output.ts";
import type { Partials } from "./partials.ts";
import { listPictureFaults } from "./picture-faults.ts";
import { type Planned, planPages } from "./planning.ts";
import { assetsOf } from "./scripts.ts";
import type { SiteFolders } from "./setup.ts";
import { listTemplates, readSite, type Site } from "./site.ts";
import { listStrangers } from "./strangers.ts";
import {
  checkReferences,
  keepReferrals,
  listProblems,
  listReferring,
  type Referral,
  shownFile,
} from "./tellings.ts";

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
  /** The folder, where there is no configuration of Eleventy's. */
  readonly bare?: BareSite;
};

/** Gives files to workers; undefined where they are few, so that this process looks at them itself. */
export type Helpers = {
  readonly read: (task: Omit<ReadTask, "portion">) => AsyncIterable<readonly Reading[]> | undefined;
  /** Looks at the references of files that were read. What was written must be committed. */
  readonly check: (task: CheckTask) => Promise<readonly Referral[]> | undefined;
};

/** An edition that is being made: what is known once copy was read and judged. */
export type Edition = {
  readonly archive: Archive;
  readonly newsroom: Newsroom;
  readonly data: SiteData;
  /** What pages share, by the key of the language that they appear in. */
  readonly publications: ReadonlyMap<string, Publication>;
  readonly bodies: Bodies;
  /** Undefined where the site prints its pages itself. */
  readonly planned: Planned | undefined;
  /** The plan anew, with every page of the kinds that are `isAll`. */
  readonly replan: (isAll: (kind: PageKind) => boolean) => Planned;
  readonly kinds: readonly FingerprintedKind[];
  /** Whether a template names Eleventy's run mode. */
  readonly showsRunMode: boolean;
  /** Pages that editions before this one began and did not finish. */
  readonly begun: readonly Removal[];
  readonly problems: readonly Problem[];
  /** Pages of the site that its masthead names. */
  readonly links: readonly Reference[];
  /** Files that this edition read, as problems name them. */
  readonly read: ReadonlySet<string>;
  /** Why everything is printed, where it is. */
  readonly why?: string;
  readonly milliseconds: Record<string, number>;
  /** When its printing could begin, on the clock of `performance.now()`. */
  readonly began: number;
};

/** Why everything is printed where nothing is kept of it: by a dry run, or for a program that wants the pages themselves. */
export const nothingWritten = "nothing is written";

/** Reads, judges and plans an edition. Throws ProblemsError where something must be mended first; nothing was written then. */
export async function openEdition(
  setup: PressSetup,
  folders: SiteFolders,
  archive: Archive,
  helpers: Helpers,
  watched: FolderMemory | undefined,
  forced?: string,
): Promise<Edition> {
  const clock = startStopwatch();
  setup.partials.refresh();
  const now = momentOf(setup.settings.now);
  const site = readSite(setup, folders, now);
  const why = forced ?? findCause(setup.settings, folders, archive);
  const { problems, read } = await takeInCopy(setup, folders, archive, helpers, {
    ...site,
    now,
    why: why === nothingWritten ? undefined : why,
    watched,
  });
  clock.lap("read");
  const { data, rules } = site;
  const newsroom = openNewsroom(archive, data, {
    now,
    feeds: setup.settings.feeds,
    kinds: site.kinds,
    letters: () => openLettering(site.theme.findBytes),
  });
  const { hold, pages } = setup.settings;
  const publications = sitesOf(newsroom, assetsOf(site.theme, data.masthead, pages !== false));
  const mount = setup.mount();
  const kinds = fingerprintKinds(site.kinds, {
    ...site,
    blocks: setup.blocks,
    newsroom,
    publications,
    mount,
  });
  const begun = listBegun(folders.output);
  const planning = { archive, kinds, newsroom, begun, hold, folder: folders.shownArticles };
  const planned = pages === false ? undefined : planPages(planning, () => why !== undefined);
  clock.lap("plan");
  return {
    archive,
    newsroom,
    data,
    publications,
    begun,
    bodies: openBodies(folders.articles, rules, setup.partials, {
      url: data.masthead.url,
      mount,
      publications,
    }),
    planned,
    replan: (isAll) => planPages(planning, (kind) => why !== undefined || isAll(kind)),
    kinds,
    showsRunMode: site.theme.mentions(listTemplates(setup, site.kinds), runModeWords),
    problems,
    links: site.links,
    read,
    ...(why !== undefined && planned && { why }),
    milliseconds: clock.laps,
    began: performance.now(),
  };
}

/**
 * Takes copy and pictures into the archive, which comes to nothing where something must be mended first: in one
 * transaction; into a new archive, which is thrown away then, in several, so that memory does not hold all of it.
 */
async function takeInCopy(
  { settings }: PressSetup,
  folders: SiteFolders,
  archive: Archive,
  helpers: Helpers,
  site: Site & {
    readonly now: number;
    readonly why: string | undefined;
    readonly watched: FolderMemory | undefined;
  },
) {
  const { data, kinds, rules, rulesHash, mediaRules, now, why, watched } = site;
  const folder = openFolder(folders.articles, folders.shownArticles, isCopy);
  const listing = await listArticles({ path: folders.articles, shown: folders.shownArticles }, watched);
  const missing =
    settings.pages === false
      ? []
      : findMissing(folders, listing, settings.force ? 0 : archive.articles.count());
  const telling = {
    ...{ archive, data, now, pictures: site.pictures },
    ...{ folder: folders.shownArticles, dataFolder: folders.shownData },
  };
  const read = new Set<string>();
  const readAt = Date.now();
  const readHere = async function* (suspects: readonly Suspect[]) {
    for (const suspect of suspects) yield [readCopy(suspect, folder, rules)];
  };
  const isFirst = isNew(archive);
  const inOne = isFirst ? <Value>(action: () => Promise<Value>) => action() : archive.transact;
  const problems = await inOne(async () => {
    const { desk, darkroom } = findMeta(archive);
    const judgeAll = settings.force || desk !== rulesHash;
    const judgeMedia = settings.force || darkroom !== mediaRules;
    const media = await findMediaChanges(folders.media, archive, readAt, judgeMedia);
    const intake = {
      archive,
      isFirst,
      listing,
      shown: folders.shownArticles,
      readCopy: (suspects: readonly Suspect[]) =>
        helpers.read({ suspects, folders, data }) ?? readHere(suspects),
      listCheckedOut: (files: number) => listCheckedOut(folders.articles, files),
      rulesHash,
      mediaRules,
      media,
      data,
      kinds,
      now,
      readAt,
      judgeAll,
      read,
      why,
    };
    const { settle, keep } = await takeIn(intake);
    const others = [...site.problems, ...listing.problems, ...media.problems, ...missing];
    const files = await archive.transact(() => listReferring(telling, settle(), [...media.records.keys()]));
    // Within one transaction, nobody else sees what was taken in, and a worker that opens the archive would wait for its end.
    const checked = isFirst ? helpers.check({ files, now, cache: folders.cache }) : undefined;
    const referrals = (await checked) ?? checkReferences(telling, files);
    return archive.transact(() => {
      for (const file of keepReferrals(telling, referrals)) read.add(shownFile(folders.shownArticles, file));
      keep();
      const found = listProblems(telling, [
        ...others,
        ...listStrangers(telling, rulesHash),
        ...listDataFaults(telling),
        ...listPictureFaults(telling),
      ]);
      if (found.some(isStop) && !(settings.hold && !missing.some(isStop))) throw new ProblemsError(found);
      return found;
    });
  });
  return { problems, read };
}

/** Why everything must be printed, or undefined where it need not. */
function findCause({ force }: Settings, folders: SiteFolders, archive: Archive): string | undefined {
  const meta = findMeta(archive);
  const cause = force ? "it was asked for" : findMismatch(folders.output, meta);
  return cause ?? (meta.unfinished || undefined);
}

/** The one moment of an edition, in milliseconds: read once, here. */
function momentOf(text: string | undefined): number {
  const parsed = text === undefined ? undefined : parseMoment(text, "UTC");
  return parsed && "at" in parsed ? parsed.at : Date.now();
}

/** What is wrong where there is no article at all. `known`: how many the last edition knew; of one, a paper may well be made anew. */
function findMissing(
  { articles, shownArticles }: SiteFolders,
  { names }: { readonly names: string },
  known: number,
): Problem[] {
  const place = { file: shownArticles, line: 1, column: 1 };
  const folder = shownArticles;
  if (!isFolder(articles)) return [tell("articles-missing", place, { folder })];
  if (names !== "") return [];
  return [
    known > 1
      ? tell("articles-gone", place, { folder, count: known })
      : tell("articles-none", place, { folder }),
  ];
}

function isStop({ severity }: Problem): boolean {
  return severity === "stop";
}
