import { join, resolve } from "node:path";
import type { Block } from "../article/blocks/block.ts";
import { builtInBlocks } from "../article/blocks/blocks.ts";
import { inEachLanguage } from "../edition/languages.ts";
import type { PageKind } from "../edition/page.ts";
import type { Directories, EleventyConfig } from "../host.ts";
import { nearestName } from "../kit/nearest.ts";
import { type Settings, WrongOptions } from "../options.ts";
import { packageFolder } from "../package-folder.ts";
import { pageKinds } from "../pages/page-kinds.ts";
import type { BareSite } from "./bare-site.ts";
import { socialCard } from "./cards/social-card.ts";
import { filtersFor } from "./filters.ts";
import { shownPath } from "./folder.ts";
import type { PressSetup } from "./open-edition.ts";
import { openPartials } from "./partials.ts";
import { mediaFile } from "./pictures/media-file.ts";
import { pictureCrop } from "./pictures/picture-crop.ts";
import type { PrintRoom } from "./print-room.ts";
import { searchKinds } from "./search-kinds.ts";

/** Folders of a site on disk, absolute; `shown…` is how problems name them. */
export type SiteFolders = {
  readonly articles: string;
  readonly shownArticles: string;
  readonly media: string;
  readonly fronts: string;
  readonly shownFronts: string;
  readonly data: string;
  readonly shownData: string;
  /** Where templates are looked for, in order. */
  readonly theme: readonly string[];
  readonly output: string;
  readonly cache: string;
};

/** Our own theme. */
export const themeFolder = join(packageFolder, "_includes");

/** The folders of a site of Eleventy's. */
function foldersOf(directories: Directories, settings: Settings): SiteFolders {
  const articles = resolve(directories.input, settings.articles);
  const data = resolve(directories.data ?? join(directories.input, "_data"));
  const fronts = resolve(directories.input, "fronts");
  const includes = directories.includes ? [resolve(directories.includes)] : [];
  return {
    articles,
    shownArticles: shownPath(articles),
    media: resolve(directories.input, settings.media),
    fronts,
    shownFronts: shownPath(fronts),
    data,
    shownData: shownPath(data),
    theme: [...includes, process.cwd(), themeFolder],
    output: resolve(directories.output),
    cache: resolve(settings.cache),
  };
}

/** Every kind of page that Broadsheet knows, also those that are off by themselves. */
export const knownKinds: readonly PageKind[] = [
  ...pageKinds,
  mediaFile as PageKind,
  pictureCrop as PageKind,
  socialCard as PageKind,
  ...searchKinds,
];

/** The kinds of page that a site prints: ours, but for those that are off or that it replaced, then its own. */
export function kindsOf(settings: Settings): PageKind[] {
  const choices: Readonly<Record<string, boolean | PageKind>> = settings.pages || {};
  const known = new Set(knownKinds.map(({ name }) => name));
  for (const [name, choice] of Object.entries(choices)) {
    if (typeof choice === "boolean" && !known.has(name)) {
      const near = nearestName(name, known);
      throw new WrongOptions([
        {
          option: `pages.${name}`,
          text: `is no kind of page; ${near ? `${near} is` : `there are ${[...known].join(", ")}`}`,
        },
      ]);
    }
  }
  const added = Object.values(choices).filter((choice) => typeof choice !== "boolean");
  const isKept = ({ name, isOptional = false }: PageKind) =>
    (choices[name] ?? !isOptional) === true && !added.some((kind) => kind.name === name);
  return [...knownKinds.filter(isKept), ...added].map(inEachLanguage);
}

/** All blocks that a site knows, by name: ours and its own, which win. */
export function blocksOf(settings: Settings): ReadonlyMap<string, Block> {
  return new Map([...builtInBlocks, ...settings.blocks.map((block) => [block.name, block] as const)]);
}

/** Everything that a press is set up with, from a site's configuration. */
export function setUp(
  eleventyConfig: EleventyConfig,
  settings: Settings,
  room: () => PrintRoom,
  bare?: BareSite,
): PressSetup {
  const blocks = blocksOf(settings);
  const filters = () => ({
    ...eleventyConfig.getFilters(),
    ...filtersFor(() => room().edition.newsroom.masthead),
  });
  return {
    settings,
    folders: (directories) => bare?.folders ?? foldersOf(directories, settings),
    ...(bare && { bare }),
    kinds: kindsOf(settings),
    blocks,
    partials: openPartials(() => room().folders.theme, filters),
    mount: () => String(eleventyConfig.getFilter("url")?.("/") ?? "/"),
  };
}

/** Keeps articles and pictures from Eleventy's own reading: copy is data, and never a template. */
export function ignoreArticles(eleventyConfig: EleventyConfig, settings: Settings): void {
  const { input } = eleventyConfig.directories;
  for (const folder of [settings.articles, settings.media])
    eleventyConfig.ignores.add(`${input}${folder}/**`);
}
