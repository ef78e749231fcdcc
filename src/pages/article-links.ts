import type { Article, Reference } from "../article/article.ts";
import type { KnownPicture, Teaser } from "../article/teaser.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { Body } from "../edition/page.ts";
import { knownPicture } from "../edition/pictures.ts";
import { teaserOf } from "../edition/teaser.ts";
import { compareText } from "../kit/compare-text.ts";
import { pathFrom } from "../kit/url.ts";
import type { Alternate } from "./head.ts";
import { listUpdates, partsOf, updatesAtOnce } from "./live.ts";
import { isListed } from "./sitemap.ts";

/** The same article in another language. */
export type Translation = {
  readonly url: string;
  readonly headline: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
};

/** What the article's body is a function of; of a live blog, its introduction and its newest updates. */
export function bodyOf(article: Article, newsroom: Newsroom): Body {
  const { copyHash, mentions, media, live } = article;
  if (!live) {
    const namesOf = (named: readonly Reference[]) => named.map(({ to }) => to);
    return { ...contextOf(article, namesOf(mentions), namesOf(media), newsroom), copyHash };
  }
  const updates = listUpdates(article).slice(-updatesAtOnce).reverse();
  return liveBodyOf(article, { pinned: undefined, updates, introduction: live.introduction.hash }, newsroom);
}

/** What parts of a live blog's body are a function of. */
export function liveBodyOf(article: Article, shown: Parameters<typeof partsOf>[1], newsroom: Newsroom): Body {
  const introduction = shown.introduction === undefined ? [] : (article.live?.introduction ?? []);
  const parts = [introduction, shown.pinned ?? [], ...shown.updates].flat();
  const listed = (field: "mentions" | "media") => [...new Set(parts.flatMap((part) => part[field]))];
  const context = contextOf(article, listed("mentions"), listed("media"), newsroom);
  return { ...context, parts: partsOf(article, shown, newsroom) };
}

/** What is looked up for a body. Pictures are known by the path, or by URL where they are elsewhere. */
function contextOf(
  article: Article,
  references: readonly string[],
  media: readonly string[],
  newsroom: Newsroom,
): Omit<Body, "copyHash" | "parts"> {
  const mentions = references.map((to): [string, Teaser | null] => {
    const mentioned = newsroom.resolve(to);
    return [to, mentioned ? teaserOf(mentioned, newsroom) : null];
  });
  const pictures = media.flatMap((src): [string, KnownPicture][] => {
    const picture = knownPicture(pathFrom(src, article.url), newsroom);
    return picture ? [[src, picture]] : [];
  });
  const bytes = media.flatMap((src): [string, number][] => {
    const path = pathFrom(src, article.url);
    // What a picture shows does not depend on them.
    const count = newsroom.size(path) ? undefined : newsroom.bytes(path);
    return count === undefined ? [] : [[src, count]];
  });
  const { file, url, language, locale } = article;
  // Built from entries, so that a reference such as `__proto__` is a key like any other.
  return {
    file,
    url,
    language,
    ...(locale && { locale }),
    mentions: Object.fromEntries(mentions),
    pictures: Object.fromEntries(pictures),
    bytes: Object.fromEntries(bytes),
  };
}

/** The article in other languages, in the order of their tags. */
export function listTranslations(article: Article, newsroom: Newsroom): Article[] {
  return [...newsroom.translations(article)].sort(
    (a, b) => compareText(a.language, b.language) || compareText(a.url, b.url),
  );
}

export function translationOf({ url, headline, language, direction }: Article): Translation {
  return { url, headline, language, direction };
}

/**
 * All languages of the article, its own among them, as search engines ask for it: one address a language, of stories that
 * are first told here. None where there is but one.
 */
export function listLanguages(
  article: Article,
  translations: readonly Article[],
  newsroom: Newsroom,
): Alternate[] {
  if (!isListed(article, newsroom)) return [];
  const urls = new Map([[article.language, article.url]]);
  for (const other of translations)
    if (!urls.has(other.language) && isListed(other, newsroom)) urls.set(other.language, other.url);
  if (urls.size === 1) return [];
  return Array.from(urls, ([language, url]) => ({ url: newsroom.absolute(url), language }));
}
