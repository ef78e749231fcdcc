import type { EleventyConfig } from "./host.ts";
import { type Options, parseOptions } from "./options.ts";
import { openProgress } from "./press/progress.ts";
import { registerAll } from "./press/register.ts";
import { ignoreArticles } from "./press/setup.ts";
import { formatSummary } from "./press/summary.ts";

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

/** What Eleventy knows the plugin by. */
broadsheet.eleventyPackage = "eleventy-plugin-broadsheet";
broadsheet.eleventyPluginOptions = { unique: true };
