import { cardPicture } from "../edition/cards.ts";
import type { PageKind } from "../edition/page.ts";
import { sharedPictures } from "../edition/pictures.ts";
import { present } from "../kit/record.ts";
import { absoluteUrl, homeUrl } from "./addresses.ts";
import { listAuthors } from "./credits.ts";

/** What another site shows of an article that it links to. URLs are absolute. */
export type OEmbed = {
  readonly title: string;
  readonly author_name?: string;
  readonly author_url?: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly thumbnail_url?: string;
  readonly thumbnail_width?: number;
  readonly thumbnail_height?: number;
};

/** Path of an article's description for oEmbed, by the article's own. */
export function oEmbedUrl(articleUrl: string): string {
  return `${articleUrl}oembed.json`;
}

/**
 * An article as oEmbed 1.0 describes it, known by its file: a `link`, since what is printed once has no frame of its own
 * to show. A picture is named only with its size, as section 2.3.4 asks for it.
 */
export const articleOEmbed: PageKind<OEmbed> = {
  name: "article-oembed",
  isOptional: true,
  once: true,
  pagesShowing: ({ file }) => [file],
  url: (file, newsroom) => oEmbedUrl(newsroom.find(file)?.url ?? ""),
  slice: (file, newsroom) => {
    const article = newsroom.find(file);
    if (!article) return undefined;
    const own = newsroom.in(article.locale);
    const authors = listAuthors(article, own);
    const [author] = authors.length === 1 ? authors : [];
    const picture = sharedPictures(article.lead, own)[0] ?? cardPicture(article, own);
    return present({
      title: article.socialHeadline ?? article.headline,
      author_name: authors.length > 0 ? authors.map(({ name }) => name).join(", ") : undefined,
      author_url: author?.path && own.absolute(author.path),
      provider_name: own.masthead.name,
      provider_url: own.absolute(own.path(homeUrl)),
      ...(picture?.width &&
        picture.height && {
          thumbnail_url: absoluteUrl(picture.src, own),
          thumbnail_width: picture.width,
          thumbnail_height: picture.height,
        }),
    });
  },
  print: (description) =>
    `${JSON.stringify({ version: "1.0", type: "link", ...description }, undefined, 2)}\n`,
};
