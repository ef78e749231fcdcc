import type { Article, Genre, Role } from "../article/article.ts";
import { liveChangedAt } from "../article/live.ts";
import { cardPicture } from "../edition/cards.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { type SharedPicture, sharedPictures } from "../edition/pictures.ts";
import { sectionName, topicName } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";
import { absoluteUrl, seriesUrl } from "./addresses.ts";
import { type Author, listAuthors, listCredited } from "./credits.ts";
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
import { isListed } from "./sitemap.ts";

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

/** What a voice may read aloud: headline and standfirst, by the theme's classes. */
const speakableSelectors = [".article-header h1", ".article-header .standfirst"];

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
  const pictures = article.lead ? sharedPictures(article.lead, newsroom) : listCards(article, newsroom);
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
    image: pictures.length > 0 ? pictures.map((picture) => imageNode(picture, newsroom)) : undefined,
    articleSection: sectionName(article.section, newsroom),
    keywords: keywords.length > 0 ? keywords : undefined,
    inLanguage: article.language,
    wordCount: article.wordCount,
    isBasedOn: article.canonicalUrl,
    backstory: article.backstory,
    copyrightHolder: isOwn(article, newsroom) ? publisher : undefined,
    creditText: article.creditLine,
    usageInfo: article.usageTerms && { "@type": "CreativeWork", text: article.usageTerms },
    speakable: { "@type": "SpeakableSpecification", cssSelector: speakableSelectors },
    ...helpersOf(article, newsroom),
    ...seriesOf(article, newsroom),
    ...placeOf(article),
    ...accessOf(article),
    ...correctionsOf(article),
    ...coverageOf(article, newsroom),
  });
}

function listCards(article: Article, newsroom: Newsroom): readonly SharedPicture[] {
  const card = cardPicture(article, newsroom);
  return card ? [card] : [];
}

/** Whether the paper's own people made it, as far as it says. */
function isOwn(article: Article, newsroom: Newsroom): boolean {
  const isFromAgency = article.agency !== undefined || article.byline.some(({ role }) => role === "agency");
  return !isFromAgency && isListed(article, newsroom);
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

/** Who helped beside the authors, by what schema.org calls it. */
function helpersOf(article: Article, newsroom: Newsroom): JsonLd {
  const authors = new Set(listAuthors(article, newsroom).map(({ name }) => name));
  const listHelpers = (...roles: readonly Role[]) =>
    listCredited(article, roles, newsroom).filter(({ name }) => !authors.has(name));
  const nodesOf = (credits: readonly Author[]) =>
    credits.length > 0 ? credits.map((credit) => authorNode(credit, newsroom)) : undefined;
  return present({
    translator: nodesOf(listHelpers("translation")),
    // An editor is a person to schema.org.
    editor: nodesOf(listHelpers("editing").filter(({ type }) => type === "Person")),
    contributor: nodesOf(listHelpers("reporting", "photographs", "video", "data", "illustration")),
  });
}

function seriesOf({ series }: Article, newsroom: Newsroom): JsonLd {
  if (!series) return {};
  const name = newsroom.series.get(series.slug)?.name ?? series.name;
  const url = newsroom.absolute(newsroom.path(seriesUrl(series.slug)));
  return present({
    isPartOf: { "@type": "CreativeWorkSeries", "@id": `${url}#series`, name, url },
    position: series.part,
  });
}

/** By `contentUrl` Google's "Image metadata" knows which picture it is that the credit belongs to. */
function imageNode(picture: SharedPicture, newsroom: Newsroom): JsonLd {
  const url = absoluteUrl(picture.src, newsroom);
  return present({
    "@type": "ImageObject",
    ...{ url, contentUrl: url },
    width: picture.width,
    height: picture.height,
    caption: picture.caption,
    creditText: picture.creditLine,
  });
}

/** `dateline` is a property of news articles alone, and neither a live blog nor advertising is one to schema.org. */
function placeOf({ dateline, genre }: Article): JsonLd {
  if (dateline === undefined) return {};
  const contentLocation = { "@type": "Place", name: dateline };
  return genre === "live" || genre === "sponsored" ? { contentLocation } : { dateline, contentLocation };
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
