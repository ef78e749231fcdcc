import type { Article, Genre } from "../article/article.ts";
import { liveChangedAt } from "../article/live.ts";
import type { ShownPicture } from "../article/teaser.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { sectionName, shownPicture, topicName } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";
import { absoluteUrl } from "./addresses.ts";
import { listAuthors } from "./credits.ts";
import {
  authorNode,
  breadcrumbNode,
  type Crumb,
  graphOf,
  type JsonLd,
  nodeAt,
  publisherId,
  publisherNode,
} from "./json-ld.ts";
import { listUpdates, pickUpdates } from "./live.ts";
import { postingNode } from "./live-json-ld.ts";

/** schema.org's type for a genre. A fact check would owe properties that the article does not have. */
const types: Readonly<Record<Genre, string>> = {
  report: "NewsArticle",
  analysis: "AnalysisNewsArticle",
  opinion: "OpinionNewsArticle",
  review: "ReviewNewsArticle",
  explainer: "BackgroundNewsArticle",
  interview: "NewsArticle",
  obituary: "NewsArticle",
  live: "LiveBlogPosting",
  factcheck: "NewsArticle",
  sponsored: "AdvertiserContentArticle",
};

/** The class of the element that holds what a subscription is needed for; the theme's article template bears it. */
const paidSelector = ".article-body";

/**
 * An article's page as a graph of schema.org: the article, its page, breadcrumbs and publisher, joined by `@id`.
 * Properties as Google's "Article" asks for them: dates with zone, one object an author.
 */
export function articleGraph(article: Article, breadcrumbs: readonly Crumb[], newsroom: Newsroom): JsonLd {
  const url = newsroom.absolute(article.url);
  const page = {
    "@type": "WebPage",
    "@id": url,
    url,
    name: article.headline,
    inLanguage: article.language,
    breadcrumb: nodeAt(`${url}#breadcrumb`),
  };
  return graphOf(
    articleNode(article, url, newsroom),
    page,
    breadcrumbNode(url, breadcrumbs, newsroom),
    publisherNode(newsroom),
  );
}

function articleNode(article: Article, url: string, newsroom: Newsroom): JsonLd {
  const picture = shownPicture(article.lead, newsroom);
  const authors = listAuthors(article, newsroom).map((author) => authorNode(author, newsroom));
  const keywords = article.topics.map((topic) => topicName(topic, newsroom));
  const publisher = nodeAt(publisherId(newsroom));
  return present({
    "@type": types[article.genre],
    "@id": `${url}#article`,
    mainEntityOfPage: nodeAt(url),
    headline: article.seoHeadline ?? article.headline,
    alternativeHeadline: article.shortHeadline,
    description: article.standfirst,
    datePublished: article.publishedAt,
    dateModified: liveChangedAt(article),
    expires: article.expiresAt,
    author: authors.length > 0 ? authors : [publisher],
    publisher,
    image: picture && [imageNode(picture, newsroom)],
    articleSection: sectionName(article.section, newsroom),
    keywords: keywords.length > 0 ? keywords : undefined,
    inLanguage: article.language,
    wordCount: article.wordCount,
    isBasedOn: article.canonicalUrl,
    ...placeOf(article),
    ...accessOf(article),
    ...correctionsOf(article),
    ...coverageOf(article, newsroom),
  });
}

/** What Google asks of a live blog, of the updates that the page shows. */
function coverageOf(article: Article, newsroom: Newsroom): JsonLd {
  if (!article.live) return {};
  const { pinned, updates } = pickUpdates(listUpdates(article));
  const shown = [...(pinned ? [pinned] : []), ...updates];
  const parts = [article.live.introduction, ...shown];
  return present({
    // What is not on the page does not change it.
    wordCount: parts.reduce((sum, { wordCount }) => sum + wordCount, 0),
    coverageStartTime: article.coverageStartsAt ?? article.publishedAt,
    coverageEndTime: article.coverageEndsAt,
    liveBlogUpdate: shown.map((update) => postingNode(update, article, newsroom)),
  });
}

function imageNode(picture: ShownPicture, newsroom: Newsroom): JsonLd {
  return present({
    "@type": "ImageObject",
    url: absoluteUrl(picture.src, newsroom),
    width: picture.width,
    height: picture.height,
    caption: picture.caption,
    creditText: picture.creditLine,
  });
}

function placeOf({ dateline }: Article): JsonLd {
  return dateline === undefined ? {} : { dateline, contentLocation: { "@type": "Place", name: dateline } };
}

function accessOf({ access }: Article): JsonLd {
  if (access === "free") return { isAccessibleForFree: true };
  const part = { "@type": "WebPageElement", isAccessibleForFree: false, cssSelector: paidSelector };
  return { isAccessibleForFree: false, hasPart: part };
}

function correctionsOf({ corrections }: Article): JsonLd {
  if (corrections.length === 0) return {};
  return {
    correction: corrections.map(({ at, text }) => ({
      "@type": "CorrectionComment",
      text,
      datePublished: at,
    })),
  };
}
