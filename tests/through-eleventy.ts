import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { Reads } from "../src/archive/table.ts";
import type { BuildEvent, EleventyConfig } from "../src/host.ts";
import { type Options, parseOptions } from "../src/options.ts";
import { silent } from "../src/press/progress.ts";
import { registerAll } from "../src/press/register.ts";
import { ignoreArticles } from "../src/press/setup.ts";
import type { Summary } from "../src/press/summary.ts";
import { now, type Site } from "./site.ts";

/** Prints a site as the plugin does inside an Eleventy project; gives the summary, and how often the archive was read. */
export async function printThroughEleventy(
  { folder, output, cache }: Site,
  options: Options,
  pathPrefix = mountOf(folder),
  runMode: BuildEvent["runMode"] = "build",
): Promise<{ readonly summary: Summary; readonly reads: Reads }> {
  const settings = parseOptions({ now, cache, ...options });
  let summary: Summary | undefined;
  let press: ReturnType<typeof registerAll> | undefined;
  const input = relative(process.cwd(), folder);
  const eleventy = new Eleventy(input, relative(process.cwd(), output), {
    quietMode: true,
    configPath: "src/press/no-config.ts",
    pathPrefix,
    runMode,
    config: (eleventyConfig: EleventyConfig) => {
      ignoreArticles(eleventyConfig, settings);
      const tell = (done: Summary) => {
        summary = done;
      };
      press = registerAll(eleventyConfig, settings, { progress: silent, tell });
    },
  });
  eleventy.disableLogger();
  try {
    await eleventy.write();
    if (!summary || !press) throw new Error("Eleventy ended without an edition.");
    return { summary, reads: press.edition.archive.reads };
  } finally {
    await press?.close();
  }
}

/** The path that a site's masthead is below, as a project would tell Eleventy. */
function mountOf(folder: string): string {
  const file = join(folder, "_data/masthead.json");
  return existsSync(file) ? new URL(JSON.parse(readFileSync(file, "utf8")).url).pathname : "/";
}
