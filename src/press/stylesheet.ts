import type { PageKind } from "../edition/page.ts";
import { sha256 } from "../kit/hash.ts";
import type { Theme } from "./theme.ts";

/** The theme's stylesheet, as it lies on disk. */
const source = "broadsheet/broadsheet.css";

/** Path of the stylesheet from the site's root: with its own hash, so that a CDN may keep it for ever. */
export function stylesheetUrl(theme: Theme): string {
  return `/assets/broadsheet-${sha256(theme.find(source) ?? "").slice(0, 10)}.css`;
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
    slice: (key) => (key === url ? { css: theme.find(source) ?? "" } : undefined),
    print: ({ css }) => css,
  };
}
