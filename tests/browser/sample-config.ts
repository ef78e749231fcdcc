import { writeFileSync } from "node:fs";
import sample from "../../.eleventy.ts";
import type { ContentMapEvent } from "../../src/host.ts";
import { sampleNow } from "../sample-newsroom.ts";
import { workshop } from "./sample-workshop.ts";

type Config = Parameters<typeof sample>[0];

/**
 * Eleventy's configuration of the sample newsroom, but for three things: it is printed for one moment, with an output and
 * a cache of its own, and which template printed which page is written down beside the output.
 */
export default function (eleventyConfig: Config) {
  const { output, archive, templates } = workshop;
  const { addPlugin } = eleventyConfig;
  eleventyConfig.addPlugin = (plugin, options) =>
    addPlugin.call(eleventyConfig, plugin, { ...options, now: sampleNow, cache: archive });
  const { dir } = sample(eleventyConfig);
  eleventyConfig.on("eleventy.contentMap", ({ urlToInputPath }: ContentMapEvent) => {
    const pairs = Object.entries(urlToInputPath).map(([url, { inputPath }]) => [url, inputPath]);
    writeFileSync(templates, JSON.stringify(Object.fromEntries(pairs)));
  });
  return { dir: { ...dir, output } };
}
