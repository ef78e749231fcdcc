import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Masthead } from "../article/masthead.ts";
import type { PageKind } from "../edition/page.ts";
import { type Asset, assetOf } from "../kit/asset.ts";
import { packageFolder } from "../package-folder.ts";
import { type ServiceWorker, serviceWorker } from "../pages/service-worker.ts";
import type { Assets } from "../pages/site.ts";
import { textFront } from "../pages/text-front.ts";
import { listFirstFonts, openStylesheet, openTextStylesheet } from "./stylesheet.ts";
import type { Theme } from "./theme.ts";

/** The theme's scripts, each loaded by the pages that name it. */
const scriptNames = ["preferences", "reader", "tools", "lists", "live", "embed", "search"] as const;

/** Where the scripts of `src/reader` are, as browsers run them. */
const compiled = join(packageFolder, "dist", "reader");

/** The scripts by name. */
function scriptsOf(theme: Theme): Readonly<Record<string, Asset>> {
  return Object.fromEntries(scriptNames.map((name) => [name, assetOf(name, "js", sourceOf(theme, name))]));
}

/** Where the theme's files lie on the site. `isOurs`: whether Broadsheet prints the site's pages, and with them its scripts. */
export function assetsOf(theme: Theme, { theme: looks }: Masthead, isOurs = true): Assets {
  const sheet = openStylesheet(theme, looks);
  return {
    stylesheet: sheet.asset,
    textStylesheet: openTextStylesheet(theme).asset,
    scripts: isOurs ? scriptsOf(theme) : {},
    firstFonts: (language) => (isOurs ? listFirstFonts(sheet, language) : []),
  };
}

/** The scripts of an edition, known by their paths. */
export function scriptKind(theme: Theme): PageKind<{ readonly script: string }> {
  const names = new Map(Object.entries(scriptsOf(theme)).map(([name, { url }]) => [url, name]));
  return {
    name: "script",
    once: true,
    pagesShowing: () => [],
    always: () => [...names.keys()],
    url: (key) => key,
    slice: (key) => {
      const name = names.get(key);
      return name === undefined ? undefined : { script: sourceOf(theme, name) };
    },
    print: ({ script }) => script,
  };
}

/** The service worker with what it does: the kind knows the site alone. */
export function workerKind(
  theme: Theme,
  masthead: Masthead,
): PageKind<ServiceWorker & { readonly script: string }> {
  const { stylesheet, textStylesheet, scripts } = assetsOf(theme, masthead);
  const assets = [stylesheet, ...Object.values(scripts)];
  return {
    ...serviceWorker,
    slice: (key, newsroom) => {
      const site = serviceWorker.slice(key, newsroom);
      const hasText = newsroom.prints(textFront.name);
      return (
        site && {
          ...site,
          assets: [...assets, ...(hasText ? [textStylesheet] : [])].map(
            ({ url }) => new URL(newsroom.absolute(url)).pathname,
          ),
          script: sourceOf(theme, "service-worker"),
        }
      );
    },
    print: ({ script, ...site }, printing) => `${serviceWorker.print?.(site, printing)}${script}`,
  };
}

/** A site's own script, else ours. */
function sourceOf(theme: Theme, name: string): string {
  const own = theme.find(`broadsheet/scripts/${name}.js`);
  const file = join(compiled, `${name}.js`);
  if (own === undefined && !existsSync(file))
    throw new Error(`${file} is missing. Make it with: npm run compile:reader`);
  return own ?? readFileSync(file, "utf8");
}
