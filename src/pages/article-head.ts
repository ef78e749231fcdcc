import type { Article } from "../article/article.ts";
import { liveChangedAt } from "../article/live.ts";
import { cardPicture } from "../edition/cards.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { sharedPictures } from "../edition/pictures.ts";
import { sectionName, topicName } from "../edition/teaser.ts";
import { articleGraph } from "./article-json-ld.ts";
import { listLanguages } from "./article-links.ts";
import { articleOEmbed, oEmbedUrl } from "./article-oembed.ts";
import { listAuthors } from "./credits.ts";
import { type Head, headOf } from "./head.ts";
import type { Crumb } from "./json-ld.ts";

/** The head of an article's page: Open Graph's `article:` properties, its translations, its graph. */
export function articleHead(
  article: Article,
  breadcrumbs: readonly Crumb[],
  translations: readonly Article[],
  newsroom: Newsroom,
): Head {
  return headOf(
    {
      title: article.seoHeadline ?? article.headline,
      socialTitle: article.socialHeadline ?? article.headline,
      description: article.standfirst,
      path: article.url,
      canonical: article.canonicalUrl,
      language: article.language,
      direction: article.direction,
      type: "article",
      picture: sharedPictures(article.lead, newsroom)[0] ?? cardPicture(article, newsroom),
      openGraph: listArticleProperties(article, newsroom),
      alternates: [...listLanguages(article, translations, newsroom), ...listDescriptions(article, newsroom)],
      jsonLd: articleGraph(article, breadcrumbs, newsroom),
    },
    newsroom,
  );
}

/** Open Graph's properties of an article; `article:author` is a URL, so only authors with a front have one. */
function listArticleProperties(article: Article, newsroom: Newsroom): Head["openGraph"] {
  const changed = liveChangedAt(article);
  const authors = listAuthors(article, newsroom).flatMap(({ path }) => path ?? []);
  const all: readonly (readonly [string, string | undefined])[] = [
    ["article:published_time", article.publishedAt],
    ["article:modified_time", changed === article.publishedAt ? undefined : changed],
    ["article:expiration_time", article.expiresAt],
    ...authors.map((path) => ["article:author", newsroom.absolute(path)] as const),
    ["article:section", sectionName(article.section, newsroom)],
    ...article.topics.map((topic) => ["article:tag", topicName(topic, newsroom)] as const),
  ];
  return all.flatMap(([property, content]) => (content === undefined ? [] : [{ property, content }]));
}

/** Where other sites find what to show of the article, if that is printed. */
function listDescriptions({ url, headline }: Article, newsroom: Newsroom): Head["alternates"] {
  if (!newsroom.prints(articleOEmbed.name)) return [];
  return [{ url: newsroom.absolute(oEmbedUrl(url)), type: "application/json+oembed", title: headline }];
}
