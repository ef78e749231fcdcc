import type { EleventyConfig } from "../host.ts";

/** Which engines have a shortcode, tag or function of a name already: the site's own, which are left to it. */
export function findOwn({ nunjucks, liquid, javascript }: EleventyConfig, name: string) {
  const has = (registries: (object | undefined)[]) =>
    registries.some((registry) => registry !== undefined && Object.hasOwn(registry, name));
  return {
    nunjucks: has([
      nunjucks?.shortcodes,
      nunjucks?.pairedShortcodes,
      nunjucks?.asyncShortcodes,
      nunjucks?.asyncPairedShortcodes,
      nunjucks?.tags,
    ]),
    liquid: has([liquid?.shortcodes, liquid?.pairedShortcodes, liquid?.tags]),
    javascript: has([javascript?.functions]),
  };
}
