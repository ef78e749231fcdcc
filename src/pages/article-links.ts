import type { Article } from "../article/article.ts";
import type { Size, Teaser } from "../article/teaser.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { Body } from "../edition/page.ts";
import { teaserOf } from "../edition/teaser.ts";
import { compareText } from "../kit/compare-text.ts";
import { pathFrom } from "../kit/url.ts";
import type { Alternate } from "./head.ts";

/** The same article in another language. */
export type Translation = {
  readonly url: string;
  readonly headline: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
};

/** What the article's body is a function of. Its pictures are known by the path, or by URL where they are elsewhere. */
export function bodyOf(article: Article, newsroom: Newsroom): Body {
  const mentions = article.mentions.map(({ to }): [string, Teaser | null] => {
    const mentioned = newsroom.resolve(to);
    return [to, mentioned ? teaserOf(mentioned, newsroom) : null];
  });
  const sizes = article.media.flatMap((src): [string, Size][] => {
    const size = newsroom.size(pathFrom(src, article.url));
    return size ? [[src, size]] : [];
  });
  const bytes = article.media.flatMap((src): [string, number][] => {
    const count = newsroom.bytes(pathFrom(src, article.url));
    return count === undefined ? [] : [[src, count]];
  });
  const { file, url, copyHash, language, locale } = article;
  // Built from entries, so that a reference such as `__proto__` is a key like any other.
  return {
    file,
    url,
    copyHash,
    language,
    ...(locale && { locale }),
    mentions: Object.fromEntries(mentions),
    sizes: Object.fromEntries(sizes),
    bytes: Object.fromEntries(bytes),
  };
}

/** The article in other languages, in the order of their tags. */
export function listTranslations(article: Article, newsroom: Newsroom): Translation[] {
  return newsroom
    .translations(article)
    .map(({ url, headline, language, direction }) => ({ url, headline, language, direction }))
    .sort((a, b) => compareText(a.language, b.language) || compareText(a.url, b.url));
}

/** All languages of the article, its own among them, as search engines ask for it; none where there is but one. */
export function listLanguages(
  article: Article,
  translations: readonly Translation[],
  newsroom: Newsroom,
): Alternate[] {
  if (translations.length === 0) return [];
  return [article, ...translations].map(({ url, language }) => ({ url: newsroom.absolute(url), language }));
}
