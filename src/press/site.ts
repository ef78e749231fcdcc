import type { Block } from "../article/blocks/block.ts";
import type { DeskRules } from "../desk/desk.ts";
import { followMerger } from "../desk/site-data.ts";
import type { SiteData } from "../edition/open-newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { hashOf } from "../kit/hash.ts";
import { type Problem, ProblemsError } from "../kit/problem.ts";
import { readCatalogues } from "./catalogues.ts";
import { fingerprintCode } from "./machinery.ts";
import type { PressSetup } from "./open-edition.ts";
import { scriptsKind } from "./scripts.ts";
import type { SiteFolders } from "./setup.ts";
import { readSiteData } from "./site-files.ts";
import { stylesheetKind } from "./stylesheet.ts";
import { openTheme, type Theme } from "./theme.ts";

/** What a site is, apart from its articles. */
export type Site = {
  readonly data: SiteData;
  readonly problems: readonly Problem[];
  readonly theme: Theme;
  readonly kinds: readonly PageKind[];
  readonly rules: DeskRules;
  readonly rulesHash: string;
  readonly code: string;
};

/** Reads what an edition depends on beside its articles. Throws ProblemsError where the site's data must be mended. */
export function readSite(setup: PressSetup, folders: SiteFolders): Site {
  const { data: written, problems: told } = readSiteData(folders.data, folders.shownData, setup.mount());
  const theme = openTheme(folders.theme);
  const { words, problems: misspelt } = readCatalogues(theme, written.masthead);
  const data = { ...written, words };
  const problems = [...told, ...misspelt];
  if (problems.some(({ severity }) => severity === "stop")) throw new ProblemsError(problems);
  const { settings, blocks } = setup;
  const code = fingerprintCode();
  const kinds = settings.pages === false ? [] : kindsWith(setup, theme);
  const rules = deskRules(setup, folders, data);
  const { blocks: _, sections, merged, ...plainRules } = rules;
  const rulesHash = hashOf([
    code,
    plainRules,
    sections && [...sections],
    [...merged],
    [...blocks.values()].map(blockText),
  ]);
  return { data, problems, theme, kinds, rules, rulesHash, code };
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
    sections: sections && new Set(sections.map(({ slug }) => slug)),
    articleUrl: settings.articleUrl,
    blocks,
    unknownShortcodes: settings.unknownShortcodes,
    siteUrl: masthead.url,
    folder: folders.shownArticles,
  };
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

/** The kinds of page of a site, with its stylesheet and scripts. */
export function kindsWith({ kinds }: PressSetup, theme: Theme): PageKind[] {
  return [...kinds, stylesheetKind(theme) as PageKind, scriptsKind(theme) as PageKind];
}

/** A block with the code of its functions, so that a change of it judges copy again. */
function blockText(block: Block): string {
  return JSON.stringify(block, (_key, value) => (typeof value === "function" ? String(value) : value));
}
