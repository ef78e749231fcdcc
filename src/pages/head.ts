import type { Newsroom } from "../edition/newsroom.ts";
import type { SharedPicture } from "../edition/pictures.ts";
import { directionOf } from "../kit/direction.ts";
import { present } from "../kit/record.ts";
import { absoluteUrl, homeUrl } from "./addresses.ts";
import { feedFormats } from "./feed-formats.ts";
import type { JsonLd } from "./json-ld.ts";

/** What a page says of itself in its `head`. URLs are absolute. */
export type Head = {
  /** The `title` element's text: the page's own title and the masthead's name. */
  readonly title: string;
  readonly description?: string;
  /** Absent where the page is no address of its own, such as the page for what is not found. */
  readonly canonical?: string;
  readonly robots: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Key of the paper's language in which the page appears; empty for the masthead's own. */
  readonly locale: string;
  /** Open Graph, in RDFa: `property` and `content`. */
  readonly openGraph: readonly { readonly property: string; readonly content: string }[];
  readonly twitterCard: "summary" | "summary_large_image";
  readonly alternates: readonly Alternate[];
  /** The WebSub hub at which this page, under its canonical address, can be subscribed to. */
  readonly hub?: string;
  readonly jsonLd?: JsonLd;
};

/** The page's content elsewhere: as a feed (`type`, `title`, and `name` of its format) or in another language (`language`). */
export type Alternate = {
  readonly url: string;
  readonly type?: string;
  readonly title?: string;
  readonly name?: string;
  readonly language?: string;
};

/** What a kind of page knows of its head. `title` without the masthead's name; `path` from the site's root. */
export type HeadFacts = {
  readonly title: string;
  readonly description?: string | undefined;
  readonly path?: string;
  /** In place of the page's own address. */
  readonly canonical?: string | undefined;
  readonly language?: string;
  readonly direction?: "ltr" | "rtl";
  readonly robots?: string;
  /** As social networks show it; without: the title. */
  readonly socialTitle?: string;
  readonly type?: "website" | "article" | "profile";
  readonly picture?: SharedPicture | undefined;
  /** Open Graph beyond what every page has. */
  readonly openGraph?: Head["openGraph"];
  readonly alternates?: readonly Alternate[];
  readonly jsonLd?: JsonLd;
};

export const openRobots = "index, follow, max-image-preview:large";

/** A page's head, from what its kind knows of it. */
export function headOf(facts: HeadFacts, newsroom: Newsroom): Head {
  const { masthead } = newsroom;
  const language = facts.language ?? masthead.language;
  const canonical = facts.canonical ?? (facts.path === undefined ? undefined : newsroom.absolute(facts.path));
  return present({
    title: facts.title === masthead.name ? facts.title : `${facts.title} – ${masthead.name}`,
    description: facts.description,
    canonical,
    robots: facts.robots ?? openRobots,
    language,
    locale: newsroom.locale,
    direction: facts.direction ?? directionOf(language),
    openGraph: listOpenGraph(facts, canonical, language, newsroom),
    twitterCard: facts.picture ? ("summary_large_image" as const) : ("summary" as const),
    alternates: facts.alternates ?? [],
    hub: hasFeed(facts, newsroom) ? masthead.hub : undefined,
    jsonLd: facts.jsonLd,
  });
}

/** Whether a page has a feed, which names its format; those of the home front are announced on every page. */
function hasFeed({ path, alternates = [] }: HeadFacts, newsroom: Newsroom): boolean {
  return path === newsroom.path(homeUrl) || alternates.some(({ name }) => name !== undefined);
}

/** A path's page in each of the paper's languages, as search engines ask for it; none where there is but one. `isThere`: whether a language has it. */
export function listEditions(
  path: string,
  newsroom: Newsroom,
  isThere: (own: Newsroom) => boolean = () => true,
): Alternate[] {
  if (newsroom.locales.length === 1) return [];
  return newsroom.locales
    .map(newsroom.in)
    .filter(isThere)
    .map(({ masthead, path: pathOf, absolute }) => {
      return { url: absolute(pathOf(path)), language: masthead.language };
    });
}

/** The feeds of a front that the site prints, by the front's path, as a head announces them. */
export function listFeeds(front: string, title: string, newsroom: Newsroom): Alternate[] {
  return feedFormats
    .filter(({ kind }) => newsroom.prints(kind))
    .map(({ file, name, type }) => {
      const url = newsroom.absolute(newsroom.path(`${front}${file}`));
      return { url, type, title: `${title} (${name})`, name };
    });
}

function listOpenGraph(
  facts: HeadFacts,
  canonical: string | undefined,
  language: string,
  newsroom: Newsroom,
): Head["openGraph"] {
  const { masthead } = newsroom;
  const picture = facts.picture ?? (masthead.logo ? { src: masthead.logo, alt: masthead.name } : undefined);
  const all: readonly (readonly [string, string | number | undefined])[] = [
    ["og:title", facts.socialTitle ?? facts.title],
    ["og:type", facts.type ?? "website"],
    ["og:url", canonical],
    ["og:site_name", masthead.name],
    ["og:description", facts.description],
    ["og:locale", openGraphLocale(language)],
    ["og:image", picture && absoluteUrl(picture.src, newsroom)],
    ["og:image:alt", picture?.alt || undefined],
    ["og:image:width", facts.picture?.width],
    ["og:image:height", facts.picture?.height],
  ];
  const own = all.flatMap(([property, content]) =>
    content === undefined ? [] : [{ property, content: String(content) }],
  );
  return [...own, ...(facts.openGraph ?? [])];
}

const locales = new Map<string, string | undefined>();

/** `en_IE`; undefined where the language names no country, since the protocol asks for one. Remembered: to read a tag is dear. */
function openGraphLocale(tag: string): string | undefined {
  if (!locales.has(tag)) {
    const { language, region } = new Intl.Locale(tag);
    locales.set(tag, region ? `${language}_${region}` : undefined);
  }
  return locales.get(tag);
}
