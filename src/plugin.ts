import type { EleventyConfig } from "./host.ts";
import { type Options, parseOptions, type Settings } from "./options.ts";
import { registerCollections } from "./press/collections.ts";
import { registerEditions } from "./press/editions.ts";
import { registerFilters } from "./press/filters.ts";
import type { PressSetup } from "./press/open-edition.ts";
import { Press, type Reader } from "./press/press.ts";
import { openProgress } from "./press/progress.ts";
import { ignoreArticles, setUp } from "./press/setup.ts";
import { registerShortcodes } from "./press/shortcodes.ts";
import { formatSummary } from "./press/summary.ts";
import { registerTemplates } from "./press/templates.ts";
import { registerTheme } from "./press/theme.ts";

export type { Article } from "./article/article.ts";
export type { Arguments, Block, BlockContext } from "./article/blocks/block.ts";
export type { Newsroom } from "./edition/newsroom.ts";
export type { PageKind } from "./edition/page.ts";
export type { Options } from "./options.ts";
export type { Summary } from "./press/summary.ts";

/**
 * Broadsheet for Eleventy: articles of a folder as a news site, of which each build prints only what changed.
 * Throws where Eleventy is older than 3.1 or an option is wrong.
 */
export default function broadsheet(eleventyConfig: EleventyConfig, options: Options = {}): void {
  eleventyConfig.versionCheck(">=3.1.0");
  const settings = parseOptions(options);
  ignoreArticles(eleventyConfig, settings);
  registerAll(eleventyConfig, settings, {
    progress: openProgress(process.stderr),
    tell: (summary) => console.log(formatSummary(summary)),
  });
}

/** What the plugin and the command register alike. */
export function registerAll(
  eleventyConfig: EleventyConfig,
  settings: Settings,
  reader: Reader,
  folders?: PressSetup["folders"],
): Press {
  const setup = setUp(eleventyConfig, settings, () => press, folders);
  const press = new Press(setup, reader);
  registerTheme(eleventyConfig);
  registerFilters(eleventyConfig, press);
  registerShortcodes(eleventyConfig, press, setup);
  registerCollections(eleventyConfig, press);
  if (settings.pages !== false) registerTemplates(eleventyConfig, press, setup.kinds);
  registerEditions(eleventyConfig, press);
  return press;
}

/** What Eleventy knows the plugin by. */
broadsheet.eleventyPackage = "eleventy-plugin-broadsheet";
broadsheet.eleventyPluginOptions = { unique: true };
