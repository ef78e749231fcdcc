import type { PageKind } from "../edition/page.ts";
import { sha256 } from "../kit/hash.ts";
import type { Theme } from "./theme.ts";

/** The theme's stylesheet: a list of the files that it consists of. */
const source = "broadsheet/broadsheet.css";

/** Path of the stylesheet from the site's root: with its own hash, so that a CDN may keep it for ever. */
export function stylesheetUrl(theme: Theme): string {
  return `/assets/broadsheet-${sha256(stylesheetOf(theme)).slice(0, 10)}.css`;
}

/** The stylesheet of an edition, known by its path. */
export function stylesheetKind(theme: Theme): PageKind<{ readonly css: string }> {
  const url = stylesheetUrl(theme);
  return {
    name: "stylesheet",
    once: true,
    pagesShowing: () => [],
    always: () => [url],
    url: (key) => key,
    slice: (key) => (key === url ? { css: stylesheetOf(theme) } : undefined),
    print: ({ css }) => css,
  };
}

const fileOfTheme = /^@import "(styles\/[\w-]+\.css)";$/gm;

/** The stylesheet as one file: what it imports of the theme stands in its place. */
function stylesheetOf(theme: Theme): string {
  return (theme.find(source) ?? "").replace(
    fileOfTheme,
    (_line, name: string) => theme.find(`broadsheet/${name}`) ?? "",
  );
}
