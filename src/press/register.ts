import type { EleventyConfig } from "../host.ts";
import { linesOf, ProblemsError } from "../kit/problem.ts";
import { type Options, parseOptions, type Settings } from "../options.ts";
import type { BareSite } from "./bare-site.ts";
import { registerCollections } from "./collections.ts";
import { registerEditions } from "./editions.ts";
import { registerFilters } from "./filters.ts";
import type { PressSetup } from "./open-edition.ts";
import { Press, type Reader } from "./press.ts";
import type { PrintRoom } from "./print-room.ts";
import { openProgress } from "./progress.ts";
import { registerPublication } from "./publication.ts";
import { findRole } from "./role.ts";
import { ignoreArticles, setUp } from "./setup.ts";
import { registerShortcodes } from "./shortcodes.ts";
import { formatSummary } from "./summary.ts";
import { registerTemplates } from "./templates.ts";
import { registerTheme } from "./theme.ts";

/**
 * What the plugin and the command register alike. `bare`: the folder, where Eleventy's configuration does not say it.
 * Gives the press; none in a worker, which prints for another's.
 */
export function registerAll(
  eleventyConfig: EleventyConfig,
  settings: Settings,
  reader: Reader,
  bare?: BareSite,
): Press | undefined {
  const role = findRole();
  if (role) {
    const setup = setUp(eleventyConfig, settings, () => role.room, bare);
    registerPrinting(eleventyConfig, role.room, setup, true);
    role.setUp(setup);
    return undefined;
  }
  const setup = setUp(eleventyConfig, settings, () => press, bare);
  const press = new Press(setup, reader);
  registerPrinting(eleventyConfig, press, setup, false);
  registerCollections(eleventyConfig, press);
  registerEditions(eleventyConfig, press);
  return press;
}

/** Registers the plugin, as a site's configuration wants it. Throws where an option is wrong. */
export function registerPlugin(eleventyConfig: EleventyConfig, options: Options): void {
  const settings = parseOptions(options);
  ignoreArticles(eleventyConfig, settings);
  registerAll(eleventyConfig, settings, {
    progress: openProgress(process.stderr),
    tell: (summary) => console.log(formatSummary(summary)),
    // Eleventy prints twice what it is thrown: so the problems are told here.
    refuse: (error) => {
      console.error(linesOf(error.problems).join("\n"));
      return new ProblemsError(error.problems, true);
    },
  });
}

/** What prints pages, in the main process and in a worker. */
function registerPrinting(
  eleventyConfig: EleventyConfig,
  room: PrintRoom,
  setup: PressSetup,
  isWorker: boolean,
): void {
  registerTheme(eleventyConfig, isWorker);
  registerFilters(eleventyConfig, room);
  registerShortcodes(eleventyConfig, room, setup);
  registerPublication(eleventyConfig, room);
  if (setup.settings.pages !== false) registerTemplates(eleventyConfig, room, setup.kinds);
}
