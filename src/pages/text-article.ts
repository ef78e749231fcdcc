import type { Newsroom } from "../edition/newsroom.ts";
import type { Body, PageKind } from "../edition/page.ts";
import { labelLanguage, labelOf } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";
import { absoluteUrl, homeUrl, textUrl } from "./addresses.ts";
import { bodyOf } from "./article-links.ts";
import { type LabelledCorrection, sortCorrections } from "./corrections.ts";
import { type CreditLine, listCreditLines } from "./credits.ts";
import { type Head, headOf } from "./head.ts";

/** A story in the text edition: words alone, for slow lines and old machines. */
export type TextArticle = {
  readonly head: Head;
  /** The story as the paper shows it: a path from the site's root. */
  readonly full: string;
  /** The home front, of the text edition where that has one. */
  readonly home: string;
  /** Above the headline: the kicker, or the genre. */
  readonly label?: string;
  /** The language of the label, where it is not the story's. */
  readonly labelLanguage?: string;
  readonly headline: string;
  readonly standfirst?: string;
  readonly credits: readonly CreditLine[];
  readonly publishedAt: string;
  readonly updatedAt?: string;
  readonly dateline?: string;
  readonly sensitive?: string;
  readonly editorsNote?: string;
  /** Who is to be credited for it. */
  readonly source?: string;
  readonly retractions: readonly LabelledCorrection[];
  readonly corrections: readonly LabelledCorrection[];
  readonly body: Body;
};

/** An article's twin in the text edition, known by its file: no script, no picture, no stylesheet; not for search engines. */
export const textArticle: PageKind<TextArticle> = {
  name: "text-article",
  template: "broadsheet/text-article.njk",
  isOptional: true,
  showsBodies: "text",
  once: true,
  pagesShowing: (article) => [article.file],
  url: (file, newsroom) => textUrlOf(newsroom.find(file), newsroom),
  slice: (file, newsroom) => {
    const article = newsroom.find(file);
    if (!article) return undefined;
    const own = newsroom.in(article.locale);
    const { headline, standfirst, publishedAt, updatedAt, dateline, language, direction, url } = article;
    const { sensitive, editorsNote, creditLine, agency } = article;
    const canonical = absoluteUrl(article.canonicalUrl ?? url, own);
    return present({
      head: headOf(
        { title: article.seoHeadline ?? headline, canonical, robots: "noindex", language, direction },
        own,
      ),
      full: url,
      home: own.path(own.prints("text-front") ? textUrl(homeUrl) : homeUrl),
      ...{ headline, standfirst, publishedAt, updatedAt, dateline, sensitive, editorsNote },
      label: labelOf(article, own.words),
      labelLanguage: labelLanguage(article, own),
      source: creditLine ?? agency,
      credits: listCreditLines(article, own),
      ...sortCorrections(article, own.words),
      body: bodyOf(article, own),
    });
  },
};

/** Path of an article's twin: below the text edition of its language. */
export function textUrlOf(
  article: { readonly url: string; readonly locale?: string } | undefined,
  newsroom: Newsroom,
): string {
  if (!article) return "";
  const { path } = newsroom.in(article.locale);
  return path(textUrl(`/${article.url.slice(path("/").length)}`));
}
