import type { EleventyConfig } from "../host.ts";
import type { Settings } from "../options.ts";
import type { Reader } from "./press.ts";
import { silent } from "./progress.ts";
import { registerAll } from "./register.ts";
import type { SiteFolders } from "./setup.ts";

/** A folder that is printed without any configuration of Eleventy's. */
export type BareSite = {
  readonly settings: Settings;
  readonly folders: SiteFolders;
  /** The JSON files of its data folder by name, for the theme's templates. */
  readonly globalData: readonly (readonly [name: string, data: unknown])[];
};

const unheard: Reader = { progress: silent, tell: () => {} };

/** Whatever lies in the folder is data: no template, no code and no configuration in it is read by Eleventy, but for its theme. */
export function registerBareSite(eleventyConfig: EleventyConfig, site: BareSite, reader = unheard) {
  eleventyConfig.ignores.add("**/*");
  eleventyConfig.setUseGitIgnore(false);
  eleventyConfig.setDataDirectory(".no-data");
  eleventyConfig.setDataFileSuffixes([]);
  for (const [name, value] of site.globalData) eleventyConfig.addGlobalData(name, value);
  return registerAll(eleventyConfig, site.settings, reader, site);
}
