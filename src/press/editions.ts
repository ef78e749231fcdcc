import { CacheHeld } from "../archive/lock.ts";
import type { BuildEvent, BuiltEvent, ContentMapEvent, EleventyConfig } from "../host.ts";
import { liquidView } from "./liquid-view.ts";
import type { Press } from "./press.ts";
import { Publication } from "./publication.ts";

/** Makes an edition with each build of Eleventy's: planned before, checked and remembered after. */
export function registerEditions(eleventyConfig: EleventyConfig, press: Press): void {
  eleventyConfig.addGlobalData("publication", liquidView(new Publication(press)));
  eleventyConfig.addTransform("broadsheet-progress", (content) => {
    press.tick();
    return content;
  });
  eleventyConfig.on("eleventy.before", async (event: BuildEvent) => {
    await press.begin(event).catch((error) => {
      if (error instanceof CacheHeld) process.once("exit", endTemporarily);
      throw error;
    });
  });
  eleventyConfig.on("eleventy.contentMap", ({ urlToInputPath }: ContentMapEvent) =>
    press.checkTemplates(
      Object.fromEntries(Object.entries(urlToInputPath).map(([url, { inputPath }]) => [url, inputPath])),
    ),
  );
  eleventyConfig.on("eleventy.after", (event: BuiltEvent) => press.end(press.finish(event.results)));
}

/** Ends Eleventy's command as `EX_TEMPFAIL` of sysexits.h says: try again later. */
function endTemporarily(): void {
  process.exitCode = 75;
}
