import { type Archive, findMeta } from "../archive/archive.ts";
import type { Block } from "../article/blocks/block.ts";
import { tell } from "../article/rules.ts";
import { type DeskRules, isCopy } from "../desk/desk.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { openNewsroom, type SiteData } from "../edition/open-newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { type FingerprintedKind, type PageClash, type Plan, planEdition } from "../edition/plan.ts";
import { parseMoment } from "../kit/clock.ts";
import { hashOf } from "../kit/hash.ts";
import { type Problem, ProblemsError } from "../kit/problem.ts";
import type { Directories } from "../host.ts";
import type { Settings } from "../options.ts";
import { type Site, siteOf } from "../pages/site.ts";
import { type Bodies, openBodies } from "./bodies.ts";
import { fingerprintKinds } from "./fingerprints.ts";
import { isFolder, openFolder } from "./folder.ts";
import { takeIn } from "./intake.ts";
import { fingerprintCode } from "./machinery.ts";
import { findMediaChanges } from "./media.ts";
import { findMismatch } from "./output.ts";
import type { Partials } from "./partials.ts";
import type { SiteFolders } from "./setup.ts";
import { readSiteData } from "./site-files.ts";
import { stylesheetKind, stylesheetUrl } from "./stylesheet.ts";
import { checkReferences, listProblems, shownFile } from "./tellings.ts";
import { openTheme } from "./theme.ts";

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
  readonly publication: Site;
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
export function openEdition(setup: PressSetup, folders: SiteFolders, archive: Archive, forced?: string): Edition {
  const { settings, blocks } = setup;
  const clock = stopwatch();
  setup.partials.refresh();
  const now = momentOf(settings.now);
  const { data, problems: dataProblems } = readSiteData(folders.data, folders.shownData);
  if (dataProblems.some(isStop)) throw new ProblemsError(dataProblems);
  const code = fingerprintCode();
  const theme = openTheme(folders.theme);
  const kinds = settings.pages === false ? [] : [...setup.kinds, stylesheetKind(theme) as PageKind];
  const rules = deskRules(setup, folders, data);
  const rulesHash = hashOf([code, rules.zone, rules.language, rules.articleUrl, [...(rules.sections ?? [])], data.sections === undefined, settings.unknownShortcodes, [...blocks.values()].map(blockText)]);
  const folder = openFolder(folders.articles, folders.shownArticles, isCopy);
  const hasArticles = isFolder(folders.articles);
  const listing = hasArticles ? folder.list() : { files: [], problems: [] };
  const missing = hasArticles || settings.pages === false ? [] : [articlesMissing(folders)];
  const telling = { archive, data, folder: folders.shownArticles };
  const read = new Set<string>();

  const problems = archive.transact(() => {
    const media = findMediaChanges(folders.media, archive, Date.now());
    const changes = takeIn({
      archive, listing: listing.files, folder, rules, rulesHash, media, data, kinds, now, readAt: Date.now(), judgeAll: settings.force, read,
    });
    checkReferences(telling, changes, [...media.records.keys()]);
    const found = listProblems(telling, [...dataProblems, ...listing.problems, ...media.problems, ...missing]);
    if (found.some(isStop) && !(settings.hold && missing.length === 0)) throw new ProblemsError(found);
    return found;
  });
  clock.lap("read");

  const newsroom = openNewsroom(archive, data, { now, feeds: settings.feeds });
  const publication = siteOf(newsroom, stylesheetUrl(theme));
  const why = forced ?? (settings.force ? "it was asked for" : findMismatch(folders.output, findMeta(archive)));
  const fingerprinted = fingerprintKinds(kinds, { theme, blocks, newsroom, publication, code, rulesHash });
  const plan = settings.pages === false ? undefined : planEdition(archive, fingerprinted, newsroom, why !== undefined);
  if (plan && plan.clashes.length > 0) throw new ProblemsError(plan.clashes.map((clash) => clashProblem(clash, folders)));
  clock.lap("plan");
  const site = { url: data.masthead.url, mount: setup.mount() };
  return {
    archive,
    newsroom,
    publication,
    bodies: openBodies(folders.articles, rules, setup.partials, site),
    plan,
    kinds: fingerprinted,
    problems,
    read,
    ...(why !== undefined && plan && { why }),
    milliseconds: clock.laps,
    began: performance.now(),
  };
}

function deskRules({ settings, blocks }: PressSetup, folders: SiteFolders, { masthead, sections }: SiteData): DeskRules {
  return {
    zone: masthead.timeZone,
    language: masthead.language,
    sections: sections && new Set(sections.map(({ slug }) => slug)),
    articleUrl: settings.articleUrl,
    blocks,
    unknownShortcodes: settings.unknownShortcodes,
    folder: folders.shownArticles,
  };
}

/** The one moment of an edition, in milliseconds: read once, here. */
function momentOf(text: string | undefined): number {
  const parsed = text === undefined ? undefined : parseMoment(text, "UTC");
  return parsed && "at" in parsed ? parsed.at : Date.now();
}

function articlesMissing({ shownArticles }: SiteFolders): Problem {
  return tell("articles-missing", { file: shownArticles, line: 1, column: 1 }, { folder: shownArticles });
}

function clashProblem({ url, page, other }: PageClash, { shownArticles }: SiteFolders): Problem {
  const file = page.kind === "article-page" ? shownFile(shownArticles, page.key) : shownArticles;
  return tell("url-reserved", { file, line: 1, column: 1 }, { url, owner: `the ${other.kind} ${other.key}`.trim() });
}

/** A block with the code of its functions, so that a change of it judges copy again. */
function blockText(block: Block): string {
  return JSON.stringify(block, (_key, value) => (typeof value === "function" ? String(value) : value));
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
