import type { Masthead } from "../article/masthead.ts";
import type { ShownPicture } from "../article/teaser.ts";
import type { Words } from "../article/words.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { shownPicture } from "../edition/pictures.ts";
import type { Asset } from "../kit/asset.ts";
import { directionOf } from "../kit/direction.ts";
import { languageName } from "../kit/language.ts";
import { decodedPath, localPath, safeUrl } from "../kit/url.ts";
import {
  addressName,
  archiveUrl,
  correctionsUrl,
  homeUrl,
  savedUrl,
  searchUrl,
  sectionUrl,
  textUrl,
} from "./addresses.ts";
import { type Alternate, listFeeds } from "./head.ts";
import { findTouchIcon, type Icon, listIcons } from "./icons.ts";
import { type ListedPolicy, listPolicies } from "./listed-policies.ts";
import { savedStories } from "./saved-stories.ts";
import { serviceWorker, serviceWorkerUrl } from "./service-worker.ts";
import { type TdmReservation, tdmReservation } from "./tdmrep.ts";
import { textFront } from "./text-front.ts";
import { themeColours } from "./theme-colours.ts";
import { hasSearch } from "./volumes.ts";
import { manifestUrl, webManifest } from "./web-manifest.ts";

/** What every page of an edition shares: `publication` in a template. A change of it changes every page. */
export type Site = {
  readonly masthead: Masthead;
  /** What the interface says, in the masthead's language. */
  readonly words: Words;
  /** The direction of the masthead's language. */
  readonly direction: "ltr" | "rtl";
  /** Paths from the site's root. */
  readonly home: string;
  readonly archive: string;
  readonly corrections: string;
  /** The page to search the paper, where it is printed. */
  readonly search: string | undefined;
  /** The text edition's home front, where it is printed. */
  readonly textEdition: string | undefined;
  /** The page of what a reader's browser saved, where it is printed. */
  readonly saved: string | undefined;
  /** The service worker, where it is printed. */
  readonly serviceWorker: string | undefined;
  readonly stylesheet: Asset;
  /** The text edition's stylesheet. */
  readonly textStylesheet: Asset;
  /** The theme's scripts, by name. */
  readonly scripts: Readonly<Record<string, Asset>>;
  /** Fonts to be loaded before a page is laid out: paths from the site's root. */
  readonly fonts: readonly string[];
  /** Pictures of the name, in place of it: by day, and by night where there is another. */
  readonly wordmarks: readonly Wordmark[];
  /** The navigation: sections in their order. */
  readonly sections: readonly { readonly slug: string; readonly name: string; readonly url: string }[];
  /** The home front's feeds, absolute. */
  readonly feeds: readonly Alternate[];
  /** The paper in its other languages: what each calls itself, and its home front. */
  readonly languages: readonly SiteLanguage[];
  /** The masthead's policies, each a path from the site's root or an address elsewhere. */
  readonly policies: readonly ListedPolicy[];
  /** The publication's mark, with its size where that is known. */
  readonly logo: ShownPicture | undefined;
  /** The masthead's icons, and which of them is for the home screen of iOS. */
  readonly icons: readonly Icon[];
  readonly touchIcon: string | undefined;
  /** The manifest's path from the site's root, where it is printed. */
  readonly manifest: string | undefined;
  /** The theme's paper, by day and by night. */
  readonly colours: { readonly light: string; readonly dark: string };
  /** What is said of text and data mining, where the masthead has rights. */
  readonly tdm: TdmReservation | undefined;
  /** The masthead's profiles elsewhere. */
  readonly profiles: readonly { readonly name: string; readonly url: string }[];
};

export type Wordmark = { readonly picture: ShownPicture; readonly scheme?: "light" | "dark" };

export type SiteLanguage = {
  readonly name: string;
  readonly url: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
};

/** The theme's files that pages load. Scripts are known by name. */
export type Assets = Pick<Site, "stylesheet" | "textStylesheet" | "scripts"> & {
  /** Fonts that a page in a language is sure to need. */
  readonly firstFonts: (language: string) => readonly string[];
};

/** What pages share, by the key of the language that they appear in. */
export function sitesOf(newsroom: Newsroom, assets: Assets): ReadonlyMap<string, Site> {
  return new Map(newsroom.locales.map((locale) => [locale, siteOf(newsroom.in(locale), assets)]));
}

/** What pages share that appear in a newsroom's language. */
export function siteOf(newsroom: Newsroom, assets: Assets): Site {
  const { stylesheet, textStylesheet, scripts, firstFonts } = assets;
  const { masthead, sections } = newsroom;
  const { logo, rights } = masthead;
  return {
    masthead,
    words: newsroom.words,
    direction: directionOf(masthead.language),
    home: newsroom.path(homeUrl),
    archive: newsroom.path(archiveUrl),
    corrections: newsroom.path(correctionsUrl),
    search: hasSearch(newsroom) ? newsroom.path(searchUrl) : undefined,
    textEdition: newsroom.prints(textFront.name) ? newsroom.path(textUrl(homeUrl)) : undefined,
    saved: newsroom.prints(savedStories.name) ? newsroom.path(savedUrl) : undefined,
    serviceWorker: newsroom.prints(serviceWorker.name) ? serviceWorkerUrl : undefined,
    stylesheet,
    textStylesheet,
    scripts,
    fonts: firstFonts(masthead.language),
    wordmarks: listWordmarks(newsroom),
    sections: sections.map(({ slug, name }) => ({ slug, name, url: newsroom.path(sectionUrl(slug)) })),
    feeds: listFeeds(homeUrl, masthead.name, newsroom),
    languages: newsroom.locales
      .filter((locale) => locale !== newsroom.locale)
      .map((locale) => {
        const { masthead: other, path } = newsroom.in(locale);
        const { language } = other;
        return {
          name: languageName(language),
          url: path(homeUrl),
          language,
          direction: directionOf(language),
        };
      }),
    profiles: masthead.sameAs.flatMap((address) => {
      const url = safeUrl(address);
      return url ? [{ name: addressName(url), url }] : [];
    }),
    policies: listPolicies(newsroom),
    logo: logo === undefined ? undefined : shownPicture({ src: logo, alt: masthead.name }, newsroom),
    icons: listIcons(newsroom),
    touchIcon: findTouchIcon(newsroom),
    manifest: newsroom.prints(webManifest.name) ? manifestUrl : undefined,
    colours: themeColours.paper,
    tdm: rights && tdmReservation(rights, newsroom),
  };
}

/** The masthead's pictures; none where the file is not there: its name stands in letters then. */
function listWordmarks(newsroom: Newsroom): Wordmark[] {
  const { name, url, theme: { wordmark, wordmarkDark } = {} } = newsroom.masthead;
  const isMissing = (src: string) => {
    const path = decodedPath(localPath(src, url));
    return path.startsWith("/media/") && newsroom.media(path) === undefined;
  };
  const pictureOf = (src: string | undefined) =>
    src === undefined || isMissing(src) ? undefined : shownPicture({ src, alt: name }, newsroom);
  const [picture, dark] = [pictureOf(wordmark), pictureOf(wordmarkDark)];
  if (!picture) return [];
  return dark
    ? [
        { picture, scheme: "light" },
        { picture: dark, scheme: "dark" },
      ]
    : [{ picture }];
}
