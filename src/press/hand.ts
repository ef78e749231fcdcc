import { workerData } from "node:worker_threads";
import Eleventy from "@11ty/eleventy";
import { type Archive, readArchive } from "../archive/archive.ts";
import type { Suspect } from "../desk/changes.ts";
import { isCopy } from "../desk/copy-folder.ts";
import { readCopy } from "../desk/desk.ts";
import { openNewsroom, type SiteData } from "../edition/open-newsroom.ts";
import type { PlannedPage } from "../edition/plan.ts";
import type { BuiltEvent, EleventyConfig } from "../host.ts";
import { causesOf } from "../kit/causes.ts";
import { sitesOf } from "../pages/site.ts";
import { type BareSite, registerBareSite } from "./bare-site.ts";
import { openBodies } from "./bodies.ts";
import { openLettering } from "./cards/lettering.ts";
import { checkPrinted } from "./check-printed.ts";
import { composePages } from "./composing.ts";
import type { CrewPrint } from "./crew.ts";
import { type DraftPortion, keepDrafts, openDrafts } from "./drafts.ts";
import { openFolder } from "./folder.ts";
import type { PressSetup } from "./open-edition.ts";
import type { PrintEdition } from "./print-room.ts";
import { type PrintedPage, pagesByKind } from "./printed-page.ts";
import { takeRole } from "./role.ts";
import { assetsOf } from "./scripts.ts";
import type { SiteFolders } from "./setup.ts";
import { deskRules, kindsWith } from "./site.ts";
import { checkReferences, type Referral } from "./tellings.ts";
import { openTheme, type Theme } from "./theme.ts";

/** How a worker makes the same Eleventy as the main process. Paths are relative to the working folder. */
export type Origin = {
  readonly input: string;
  readonly output: string;
  readonly configPath: string;
  readonly pathPrefix: string;
  readonly runMode: string;
  /** Of a folder without a configuration. */
  readonly bare?: BareSite;
};

/** Files to read and to judge. */
export type ReadTask = {
  readonly suspects: readonly Suspect[];
  /** Number of the portion, for its drafts. */
  readonly portion: number;
  readonly folders: SiteFolders;
  readonly data: SiteData;
};

/** Files whose references are to be looked at. */
export type CheckTask = {
  readonly files: readonly string[];
  readonly cache: string;
  /** The moment to print for, in milliseconds. */
  readonly now: number;
};

/** Pages to print. */
export type PrintTask = {
  readonly pages: readonly PlannedPage[];
  readonly folders: SiteFolders;
  readonly data: SiteData;
  /** The moment to print for, in milliseconds. */
  readonly now: number;
  /** Fingerprints of the kinds, as the main process has them. */
  readonly fingerprints: Readonly<Record<string, string>>;
  /** Shared: counts the pages that are printed. */
  readonly count: Int32Array;
};

/** What a task came to. What is thrown goes as text: Eleventy's errors do not survive the way. */
export type Outcome<Result> = { readonly result: Result } | { readonly fault: string };

/** Reads and judges files. Gives the readings as JSON. */
export function readPortion({ suspects, portion, folders, data }: ReadTask): Promise<Outcome<string>> {
  return settle(async () => {
    const rules = deskRules((await open()).setup, folders, data);
    const folder = openFolder(folders.articles, folders.shownArticles, isCopy);
    const readings = suspects.map((suspect) => readCopy(suspect, folder, rules));
    const drafts = readings.flatMap(({ file, hash, judgement }): [string, DraftPortion[string]][] =>
      judgement?.draft ? [[file, [hash, judgement.draft()]]] : [],
    );
    keepDrafts(folders.cache, portion, Object.fromEntries(drafts));
    return JSON.stringify(readings);
  });
}

/** Looks at the references of files that were read. */
export function checkPortion({ files, cache, now }: CheckTask): Promise<Outcome<readonly Referral[]>> {
  return settle(async () => {
    archive ??= readArchive(cache);
    return checkReferences({ archive, now }, files);
  });
}

/** Prints pages, and checks their files. */
export function printPortion(task: PrintTask): Promise<Outcome<CrewPrint>> {
  return settle(async () => {
    const { setup, print } = await open();
    const theme = openTheme(task.folders.theme);
    edition ??= openEdition(setup, task, theme);
    const kinds = kindsWith(setup, theme, task.data.masthead).map((kind) => ({
      kind,
      fingerprint: task.fingerprints[kind.name] ?? "",
    }));
    const { present, absent } = composePages(task.pages, kinds, edition.newsroom);
    work = { task, pages: pagesByKind(present, kinds, edition) };
    const printed = checkPrinted(present, task.folders.output, await print());
    work = undefined;
    return { printed, absent };
  });
}

type Hand = { readonly setup: PressSetup; readonly print: () => Promise<BuiltEvent["results"]> };
type Work = { readonly task: PrintTask; readonly pages: ReadonlyMap<string, readonly PrintedPage[]> };

let hand: Promise<Hand> | undefined;
let archive: Archive | undefined;
let edition: PrintEdition | undefined;
let work: Work | undefined;

function open(): Promise<Hand> {
  hand ??= openHand(workerData as Origin);
  return hand;
}

/** The site's Eleventy, without what is the main process's: its own templates, copies, collections and event handlers. */
async function openHand({ input, output, configPath, pathPrefix, runMode, bare }: Origin): Promise<Hand> {
  let setup: PressSetup | undefined;
  let events: EleventyConfig["events"] | undefined;
  takeRole({
    room: {
      get edition() {
        return known(edition);
      },
      get folders() {
        return known(work).task.folders;
      },
      pagesOf: (kind) => known(work).pages.get(kind) ?? [],
      tick: () => void Atomics.add(known(work).task.count, 0, 1),
    },
    setUp: (made) => {
      setup = made;
    },
  });
  const eleventy = new Eleventy(input, output, {
    quietMode: true,
    configPath,
    pathPrefix,
    runMode,
    config: (eleventyConfig: EleventyConfig) => {
      events = eleventyConfig.events;
      leaveToMain(eleventyConfig);
      if (bare) registerBareSite(eleventyConfig, bare);
    },
  });
  eleventy.disableLogger();
  await eleventy.init();
  return {
    setup: known(setup),
    print: async () => {
      // Each restart makes template engines that listen for edited files, and would be kept by that.
      events?.removeAllListeners("eleventy#templateModified");
      await eleventy.restart();
      const [, results] = await eleventy.write();
      return results as BuiltEvent["results"];
    },
  };
}

/** Events that say how a build goes: a site hears of its one build, and not of ours. */
const lifecycle = new Set([
  "beforeBuild",
  "eleventy.before",
  "afterBuild",
  "eleventy.after",
  "beforeWatch",
  "eleventy.beforeWatch",
]);

function leaveToMain(eleventyConfig: EleventyConfig): void {
  eleventyConfig.ignores.add("**/*");
  eleventyConfig.setUseGitIgnore(false);
  const { on, addTemplate } = eleventyConfig;
  const leave = () => eleventyConfig;
  Object.assign(eleventyConfig, {
    addPassthroughCopy: leave,
    addCollection: leave,
    on: (event: string, listen: (event: never) => unknown) =>
      lifecycle.has(event) ? undefined : on.call(eleventyConfig, event, listen),
    addTemplate: (path: string, content: unknown, data: object) =>
      path.startsWith("broadsheet/") ? addTemplate.call(eleventyConfig, path, content, data) : undefined,
  });
}

function openEdition(setup: PressSetup, { folders, data, now }: PrintTask, theme: Theme): PrintEdition {
  const { settings, partials, mount } = setup;
  const rules = deskRules(setup, folders, data);
  archive ??= readArchive(folders.cache);
  const newsroom = openNewsroom(archive, data, {
    now,
    feeds: settings.feeds,
    kinds: setup.kinds,
    letters: () => openLettering(theme.findBytes),
  });
  const publications = sitesOf(newsroom, assetsOf(theme, data.masthead));
  return {
    archive,
    newsroom,
    publications,
    bodies: openBodies(
      folders.articles,
      rules,
      partials,
      { url: data.masthead.url, mount: mount(), publications },
      openDrafts(folders.cache),
    ),
  };
}

/** What a task gives, or what was wrong: the whole chain of causes that Eleventy wraps errors in. */
async function settle<Result>(make: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { result: await make() };
  } catch (error) {
    return { fault: causesOf(error) };
  }
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("Broadsheet: a worker was asked before it knew its site.");
  return value;
}
