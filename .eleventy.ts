import type { EleventyConfig } from "./src/host.ts";
import broadsheet, { type Options } from "./src/plugin.ts";

/** The sample newsroom: articles in content/articles, ordinary pages beside them. */
export default function (
  eleventyConfig: EleventyConfig & { addPlugin: (plugin: typeof broadsheet, options?: Options) => void },
) {
  // What is off unless a site asks for it.
  const pages = {
    "article-oembed": true,
    "service-worker": true,
    "social-card": true,
    "text-article": true,
    "text-front": true,
  };
  eleventyConfig.addPlugin(broadsheet, { pages });
  return { dir: { input: "content", includes: "../_includes", data: "../_data", output: "_site" } };
}
