import type { Article } from "../article/article.ts";
import { hashOf } from "../kit/hash.ts";
import { present } from "../kit/record.ts";
import { safeUrl } from "../kit/url.ts";
import type { Newsroom } from "./newsroom.ts";
import type { SharedPicture } from "./pictures.ts";
import { sectionName } from "./teaser.ts";

/** Kind of page that draws cards. */
export const cardKind = "social-card";

/** What is drawn for an article that has no picture: what social networks show beside its address. */
export type Card = {
  readonly section: string;
  readonly headline: string;
  /** The masthead's. */
  readonly name: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** The masthead's colour, where it says one: `#rrggbb`. */
  readonly accent?: string;
  /** Hash of the letters that it is drawn with. */
  readonly letters: string;
};

/** Its size in pixels, as the networks ask for it. */
export const cardSize = { width: 1200, height: 630 } as const;

/** How cards are drawn; raised with whatever changes their bytes. */
export const cardRecipe = 2;

/** The card of an article; undefined of one that has a picture, and where the theme's fonts lack one of its letters. */
export function cardOf(article: Article, newsroom: Newsroom): Card | undefined {
  const hasPicture = article.lead !== undefined && safeUrl(article.lead.src) !== undefined;
  if (hasPicture || !newsroom.prints(cardKind)) return undefined;
  const letters = newsroom.letters();
  if (!letters) return undefined;
  const { masthead } = newsroom.in(article.locale);
  const card = present({
    section: sectionName(article.section, newsroom.in(article.locale)),
    headline: article.socialHeadline ?? article.headline,
    name: masthead.name,
    language: article.language,
    direction: article.direction,
    accent: masthead.theme?.accent,
    letters: letters.hash,
  });
  return letters.hold(`${card.section}${card.headline}${card.name}`) ? card : undefined;
}

/** An article's card as others are told of it. */
export function cardPicture(article: Article, newsroom: Newsroom): SharedPicture | undefined {
  const card = cardOf(article, newsroom);
  return card && { src: cardUrl(article, card), alt: card.headline, ...cardSize };
}

/** Path of an article's own card: it holds a hash of what is on it, so that a CDN may keep it for ever. */
export function cardUrl({ slug, url }: Article, card: Card): string {
  return `/cards/${slug}-${hashOf([cardRecipe, url, card]).slice(0, 10)}.png`;
}
