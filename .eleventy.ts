import type { EleventyConfig } from "./src/host.ts";
import broadsheet, { type Options } from "./src/plugin.ts";

/** The sample newsroom: articles in content/articles, ordinary pages beside them. */
export default function (
  eleventyConfig: EleventyConfig & { addPlugin: (plugin: typeof broadsheet, options?: Options) => void },
) {
  eleventyConfig.addPlugin(broadsheet);
  return { dir: { input: "content", includes: "../_includes", data: "../_data", output: "_site" } };
}
