import type { Masthead } from "../article/masthead.ts";
import type { Words } from "../article/words.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { directionOf } from "../kit/direction.ts";
import { languageName } from "../kit/language.ts";
import { safeUrl } from "../kit/url.ts";
import { addressName, archiveUrl, homeUrl, sectionUrl } from "./addresses.ts";
import { type Alternate, listFeeds } from "./head.ts";

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
  readonly stylesheet: string;
  /** The theme's scripts by name. */
  readonly scripts: Readonly<Record<string, string>>;
  /** The navigation: sections in their order. */
  readonly sections: readonly { readonly slug: string; readonly name: string; readonly url: string }[];
  /** The home front's feeds, absolute. */
  readonly feeds: readonly Alternate[];
  /** The paper in its other languages: what each calls itself, and its home front. */
  readonly languages: readonly SiteLanguage[];
  /** The masthead's profiles elsewhere. */
  readonly profiles: readonly { readonly name: string; readonly url: string }[];
};

export type SiteLanguage = {
  readonly name: string;
  readonly url: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
};

/** What pages share, by the key of the language that they appear in. */
export function sitesOf(
  newsroom: Newsroom,
  stylesheet: string,
  scripts: Site["scripts"],
): ReadonlyMap<string, Site> {
  return new Map(
    newsroom.locales.map((locale) => [locale, siteOf(newsroom.in(locale), stylesheet, scripts)]),
  );
}

/** `stylesheet`, `scripts`: paths from the site's root. */
export function siteOf(newsroom: Newsroom, stylesheet: string, scripts: Site["scripts"] = {}): Site {
  const { masthead, sections } = newsroom;
  return {
    masthead,
    words: newsroom.words,
    direction: directionOf(masthead.language),
    home: newsroom.path(homeUrl),
    archive: newsroom.path(archiveUrl),
    stylesheet,
    scripts,
    sections: sections.map(({ slug, name }) => ({ slug, name, url: newsroom.path(sectionUrl(slug)) })),
    feeds: listFeeds({}, masthead.name, newsroom),
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
  };
}
