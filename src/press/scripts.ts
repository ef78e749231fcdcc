import type { PageKind } from "../edition/page.ts";
import { sha256 } from "../kit/hash.ts";
import type { Site } from "../pages/site.ts";
import type { Theme } from "./theme.ts";

/** The theme's scripts, each `scripts/{name}.js`. No page needs one to be read. */
const names = ["live"] as const;

function textOf(theme: Theme, name: string): string {
  return theme.find(`broadsheet/scripts/${name}.js`) ?? "";
}

/** Paths of the scripts from the site's root, by name: each with its own hash, so that a CDN may keep it for ever. */
export function scriptUrls(theme: Theme): Site["scripts"] {
  return Object.fromEntries(
    names.map((name) => [name, `/assets/${name}-${sha256(textOf(theme, name)).slice(0, 10)}.js`]),
  );
}

/** The scripts of an edition, each known by its path. */
export function scriptsKind(theme: Theme): PageKind<{ readonly js: string }> {
  const byUrl = new Map(Object.entries(scriptUrls(theme)).map(([name, url]) => [url, name]));
  return {
    name: "scripts",
    once: true,
    pagesShowing: () => [],
    always: () => [...byUrl.keys()],
    url: (key) => key,
    slice: (key) => {
      const name = byUrl.get(key);
      return name === undefined ? undefined : { js: textOf(theme, name) };
    },
    print: ({ js }) => js,
  };
}
