import type { Masthead } from "../article/masthead.ts";
import type { PageKind } from "../edition/page.ts";
import { sha256 } from "../kit/hash.ts";
import type { Assets } from "../pages/site.ts";
import { listFirstFonts, openStylesheet } from "./stylesheet.ts";
import type { Theme } from "./theme.ts";

/** The theme's scripts: each is a file `broadsheet/scripts/{name}.js`, and loaded by the pages that name its address. */
const scriptNames = ["embed", "live"] as const;

/** Paths of the scripts from the site's root, by name: each with its own hash, so that a CDN may keep it for ever. */
export function scriptUrls(theme: Theme): Readonly<Record<string, string>> {
  return Object.fromEntries(
    scriptNames.map((name) => [name, `/assets/${name}-${sha256(sourceOf(theme, name)).slice(0, 10)}.js`]),
  );
}

/** Where the theme's files lie on the site. `isOurs`: whether Broadsheet prints the site's pages, and with them its scripts. */
export function assetsOf(theme: Theme, { theme: looks }: Masthead, isOurs = true): Assets {
  const sheet = openStylesheet(theme, looks);
  return {
    stylesheet: sheet.url,
    scripts: isOurs ? scriptUrls(theme) : {},
    firstFonts: (language) => (isOurs ? listFirstFonts(sheet, language) : []),
  };
}

/** The scripts of an edition, known by their paths. */
export function scriptKind(theme: Theme): PageKind<{ readonly script: string }> {
  const names = new Map(Object.entries(scriptUrls(theme)).map(([name, url]) => [url, name]));
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

function sourceOf(theme: Theme, name: string): string {
  return theme.find(`broadsheet/scripts/${name}.js`) ?? "";
}
