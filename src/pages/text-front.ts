import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { labelLanguage, labelOf } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";
import { homeUrl, sectionUrl, textUrl } from "./addresses.ts";
import { type Head, headOf } from "./head.ts";
import { frontLimit } from "./slots.ts";
import { findSection } from "./subject.ts";
import { textUrlOf } from "./text-article.ts";

type TextLink = { readonly name: string; readonly url: string };

/** A front in the text edition: headlines and standfirsts. */
export type TextFront = {
  readonly head: Head;
  readonly name: string;
  /** The front as the paper shows it: a path from the site's root. */
  readonly full: string;
  /** The text edition's other fronts. */
  readonly fronts: readonly TextLink[];
  readonly stories: readonly {
    readonly url: string;
    readonly label?: string;
    /** The language of the label, where it is not the story's. */
    readonly labelLanguage?: string;
    readonly headline: string;
    readonly standfirst?: string;
    readonly language: string;
    readonly direction: "ltr" | "rtl";
  }[];
};

/** The text edition's home front (its key is empty) and those of sections, known by their slugs. */
export const textFront: PageKind<TextFront> = {
  name: "text-front",
  template: "broadsheet/text-front.njk",
  isOptional: true,
  pagesShowing: ({ section }) => ["", section],
  always: ({ sections }) => ["", ...sections.map(({ slug }) => slug)],
  url: (key) => textUrl(fullUrl(key)),
  slice: (key, newsroom) => {
    const section = key === "" ? newsroom.masthead : findSection(key, newsroom);
    if (!section) return undefined;
    const full = newsroom.path(fullUrl(key));
    const scope = key === "" ? {} : { section: key };
    return {
      head: headOf({ title: section.name, canonical: newsroom.absolute(full), robots: "noindex" }, newsroom),
      name: section.name,
      full,
      fronts: listFronts(newsroom).filter(({ url }) => url !== newsroom.path(textUrl(fullUrl(key)))),
      stories: newsroom.latest({ ...scope, limit: frontLimit }).map((article) => {
        const { headline, standfirst, language, direction } = article;
        return present({
          url: newsroom.prints("text-article") ? textUrlOf(article, newsroom) : article.url,
          label: labelOf(article, newsroom.words),
          labelLanguage: labelLanguage(article, newsroom),
          headline,
          standfirst,
          language,
          direction,
        });
      }),
    };
  },
};

function fullUrl(key: string): string {
  return key === "" ? homeUrl : sectionUrl(key);
}

function listFronts({ masthead, sections, path }: Newsroom): TextLink[] {
  return [
    { name: masthead.name, url: path(textUrl(homeUrl)) },
    ...sections.map(({ slug, name }) => ({ name, url: path(textUrl(sectionUrl(slug))) })),
  ];
}
