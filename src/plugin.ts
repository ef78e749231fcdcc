import type { EleventyConfig } from "./host.ts";
import type { Options } from "./options.ts";
import { listAhead } from "./press/listing.ts";

export type { Article } from "./article/article.ts";
export type { Arguments, Block, BlockContext } from "./article/blocks/block.ts";
export type { Newsroom } from "./edition/newsroom.ts";
export type { PageKind } from "./edition/page.ts";
export type { Options } from "./options.ts";
export type { Summary } from "./press/summary.ts";

/**
 * Broadsheet for Eleventy: articles of a folder as a news site, of which each build prints only what changed.
 * Rejects where Eleventy is older than 3.1 or an option is wrong.
 */
export default async function broadsheet(
  eleventyConfig: EleventyConfig,
  options: Options = {},
): Promise<void> {
  eleventyConfig.versionCheck(">=3.1.0");
  // The folder is listed while all the other modules are loaded. A wrong option is told once they are.
  listAhead(eleventyConfig.directories, options);
  const { registerPlugin } = await import("./press/register.ts");
  registerPlugin(eleventyConfig, options);
}

/** What Eleventy knows the plugin by. */
broadsheet.eleventyPackage = "eleventy-plugin-broadsheet";
broadsheet.eleventyPluginOptions = { unique: true };
