import type { Reference } from "../article/article.ts";
import type { Block } from "../article/blocks/block.ts";
import { followMerger, type Masthead } from "../article/masthead.ts";
import type { DeskRules } from "../desk/desk.ts";
import type { SiteData } from "../edition/open-newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { hashOf } from "../kit/hash.ts";
import { type Problem, ProblemsError } from "../kit/problem.ts";
import { serviceWorker } from "../pages/service-worker.ts";
import { readCatalogues } from "./catalogues.ts";
import { readFronts } from "./front-files.ts";
import { fingerprintCode } from "./machinery.ts";
import type { PressSetup } from "./open-edition.ts";
import { makerName } from "./pictures/settings.ts";
import { scriptKind, workerKind } from "./scripts.ts";
import type { SiteFolders } from "./setup.ts";
import { readSiteData } from "./site-files.ts";
import { fontKind, openStylesheet, openTextStylesheet, stylesheetKind } from "./stylesheet.ts";
import { openTheme, type Theme } from "./theme.ts";
import { listThemeFaults } from "./theme-faults.ts";

/** What a site is, apart from its articles. */
export type Site = {
  readonly data: SiteData;
  readonly problems: readonly Problem[];
  /** Pages and files of the site that its data name. */
  readonly links: readonly Reference[];
  readonly pictures: readonly Reference[];
  readonly theme: Theme;
  readonly kinds: readonly PageKind[];
  readonly rules: DeskRules;
  readonly rulesHash: string;
  /** Hash of what media are looked at with. */
  readonly mediaRules: string;
  readonly code: string;
};

/** Reads what an edition of a moment depends on beside its articles. Throws ProblemsError where the site's data must be mended. */
export function readSite(setup: PressSetup, folders: SiteFolders, now: number): Site {
  const {
    data: written,
    problems: told,
    links,
    pictures,
  } = readSiteData(folders.data, folders.shownData, now, setup.mount());
  const theme = openTheme(folders.theme);
  const { words, problems: misspelt } = readCatalogues(theme, written.masthead);
  const { fronts, problems: mislaid } = readFronts(
    folders.fronts,
    folders.shownFronts,
    written.masthead.languages.map(({ key }) => key),
    { sections: slugsOf(written.sections), siteUrl: written.masthead.url },
  );
  const data = { ...written, words, fronts };
  const { settings, blocks } = setup;
  const kinds = settings.pages === false ? [] : kindsWith(setup, theme, data.masthead);
  const misnamed = listThemeFaults(theme, listTemplates(setup, kinds));
  const problems = [...told, ...misspelt, ...mislaid, ...misnamed];
  if (problems.some(({ severity }) => severity === "stop")) throw new ProblemsError(problems);
  const code = fingerprintCode();
  const rules = deskRules(setup, folders, data);
  const { blocks: _, sections, merged, ...plainRules } = rules;
  const rulesHash = hashOf([
    code,
    plainRules,
    sections && [...sections],
    [...merged],
    [...blocks.values()].map(blockText),
  ]);
  const mediaRules = hashOf([code, makerName()]);
  return { data, problems, links, pictures, theme, kinds, rules, rulesHash, mediaRules, code };
}

/** The templates that pages and blocks are printed with, by their names in the theme. */
export function listTemplates({ blocks }: PressSetup, kinds: readonly PageKind[]): string[] {
  const partials = Array.from(blocks.values(), ({ partial }) => partial);
  return [...kinds.flatMap(({ template }) => template ?? []), ...partials];
}

/** What copy is judged by. */
export function deskRules(
  { settings, blocks }: PressSetup,
  folders: SiteFolders,
  { masthead, sections, topics }: SiteData,
): DeskRules {
  return {
    zone: masthead.timeZone,
    language: masthead.language,
    locales: masthead.languages.map(({ key, language }) => ({ key, language })),
    merged: mergersOf(topics),
    sections: slugsOf(sections),
    articleUrl: settings.articleUrl,
    blocks,
    unknownShortcodes: settings.unknownShortcodes,
    siteUrl: masthead.url,
    folder: folders.shownArticles,
  };
}

function slugsOf(sections: SiteData["sections"]): ReadonlySet<string> | undefined {
  return sections && new Set(sections.map(({ slug }) => slug));
}

/** By the slug of each merged topic, that of the topic which it is now. */
function mergersOf(topics: SiteData["topics"]): ReadonlyMap<string, string> {
  return new Map(
    [...topics.keys()].flatMap((slug): [string, string][] => {
      const end = followMerger(topics, slug);
      return end === undefined || end === slug ? [] : [[slug, end]];
    }),
  );
}

/** The kinds of page of a site, with its stylesheets, fonts and scripts. */
export function kindsWith(
  { kinds }: Pick<PressSetup, "kinds">,
  theme: Theme,
  masthead: Masthead,
): PageKind[] {
  const sheet = openStylesheet(theme, masthead.theme);
  const own = kinds.map((kind) => (kind === serviceWorker ? workerKind(theme, masthead) : kind));
  const sheets = stylesheetKind(sheet, openTextStylesheet(theme));
  return [...own, sheets, fontKind(sheet, theme), scriptKind(theme)] as PageKind[];
}

/** A block with the code of its functions, so that a change of it judges copy again. */
function blockText(block: Block): string {
  return JSON.stringify(block, (_key, value) => (typeof value === "function" ? String(value) : value));
}
