import type { EleventyConfig } from "../host.ts";
import type { Settings } from "../options.ts";
import { registerCollections } from "./collections.ts";
import { registerEditions } from "./editions.ts";
import { registerFilters } from "./filters.ts";
import type { PressSetup } from "./open-edition.ts";
import { Press, type Reader } from "./press.ts";
import { setUp } from "./setup.ts";
import { registerShortcodes } from "./shortcodes.ts";
import { registerTemplates } from "./templates.ts";
import { registerTheme } from "./theme.ts";

/** What the plugin and the command register alike. `folders`: where the site lies, unless Eleventy's folders say so. */
export function registerAll(
  eleventyConfig: EleventyConfig,
  settings: Settings,
  reader: Reader,
  folders?: PressSetup["folders"],
): Press {
  const setup = setUp(eleventyConfig, settings, () => press, folders);
  const press = new Press(setup, reader);
  registerTheme(eleventyConfig);
  registerFilters(eleventyConfig, press);
  registerShortcodes(eleventyConfig, press, setup);
  registerCollections(eleventyConfig, press);
  if (settings.pages !== false) registerTemplates(eleventyConfig, press, setup.kinds);
  registerEditions(eleventyConfig, press);
  return press;
}
