import type { BuildEvent, BuiltEvent, ContentMapEvent, EleventyConfig } from "../host.ts";
import type { Press } from "./press.ts";
import { Publication } from "./publication.ts";

/** Makes an edition with each build of Eleventy's: planned before, checked and remembered after. */
export function registerEditions(eleventyConfig: EleventyConfig, press: Press): void {
  eleventyConfig.addGlobalData("publication", new Publication(press));
  eleventyConfig.addTransform("broadsheet-progress", (content) => {
    press.tick();
    return content;
  });
  eleventyConfig.on("eleventy.before", (event: BuildEvent) => press.begin(event));
  eleventyConfig.on("eleventy.contentMap", ({ urlToInputPath }: ContentMapEvent) =>
    press.checkTemplates(Object.fromEntries(Object.entries(urlToInputPath).map(([url, { inputPath }]) => [url, inputPath]))),
  );
  eleventyConfig.on("eleventy.after", (event: BuiltEvent) => press.end(press.finish(event.results)));
}
