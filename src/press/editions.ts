import { CacheHeld } from "../archive/lock.ts";
import type { BuildEvent, BuiltEvent, ContentMapEvent, EleventyConfig, Environment } from "../host.ts";
import type { Press } from "./press.ts";

/** Makes an edition with each build of Eleventy's: planned before, checked and remembered after. */
export function registerEditions(eleventyConfig: EleventyConfig, press: Press): void {
  eleventyConfig.on("eleventy.env", (environment: Environment) => press.know(environment));
  eleventyConfig.on("eleventy.beforeWatch", (files: readonly string[]) => press.watch(files));
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
  eleventyConfig.on("eleventy.after", async (event: BuiltEvent) =>
    press.end(await press.finish(event.results)),
  );
}

/** Ends Eleventy's command as `EX_TEMPFAIL` of sysexits.h says: try again later. */
function endTemporarily(): void {
  process.exitCode = 75;
}
