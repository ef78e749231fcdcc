import type { PageKind } from "../edition/page.ts";
import { directionOf } from "../kit/direction.ts";
import { present } from "../kit/record.ts";
import { homeUrl } from "./addresses.ts";
import { type Icon, listIcons } from "./icons.ts";
import { themeColours } from "./theme-colours.ts";

export const manifestUrl = "/manifest.webmanifest";

/** What the manifest says; `root` is the path at which the site begins on its server. */
export type WebManifest = {
  readonly name: string;
  readonly shortName: string;
  readonly description?: string;
  readonly language: string;
  readonly root: string;
  readonly icons: readonly Icon[];
};

/** `/manifest.webmanifest` (W3C Web Application Manifest): how the site stands on a home screen. */
export const webManifest: PageKind<WebManifest> = {
  name: "manifest",
  once: true,
  pagesShowing: () => [],
  always: () => [""],
  url: () => manifestUrl,
  slice: (_, newsroom) => {
    const { name, shortName = name, description, language } = newsroom.masthead;
    const root = new URL(newsroom.absolute(homeUrl)).pathname;
    const icons = listIcons(newsroom).map((icon) => ({ ...icon, src: pathOf(icon.src, root) }));
    return present({ name, shortName, description, language, root, icons });
  },
  print: ({ name, shortName, description, language, root, icons }) => {
    const data = {
      id: root,
      name,
      short_name: shortName,
      description,
      lang: language,
      dir: directionOf(language),
      start_url: root,
      scope: root,
      // With the browser's way back: the theme has none of its own.
      display: "minimal-ui",
      background_color: themeColours.paper.light,
      theme_color: themeColours.paper.light,
      icons,
    };
    return `${JSON.stringify(data, undefined, 2)}\n`;
  },
};

/** A path of the site behind where it begins; an address elsewhere as it is. */
function pathOf(src: string, root: string): string {
  return src.startsWith("/") ? root + src.slice(1) : src;
}
