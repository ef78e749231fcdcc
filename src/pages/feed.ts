import type { Article } from "../article/article.ts";
import { changedAt, newestChange } from "../article/changes.ts";
import type { ShownPicture } from "../article/teaser.ts";
import type { Newsroom, Scope } from "../edition/newsroom.ts";
import type { Body, PageKind, Printing } from "../edition/page.ts";
import { sectionName, shownPicture, topicName } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";
import { absoluteUrl, frontUrl } from "./addresses.ts";
import { bodyOf } from "./article-links.ts";
import { listAuthors } from "./credits.ts";
import { frontLimit } from "./section-front.ts";
import { findSubject } from "./subject.ts";

/** A front's newest articles, in whichever format. URLs are absolute. */
export type Feed = {
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  readonly language: string;
  /** The feed's own address, and that of the front it belongs to. */
  readonly self: string;
  readonly front: string;
  /** The newest change among the items; absent where there are none. */
  readonly changedAt?: string;
  readonly items: readonly FeedItem[];
};

export type FeedItem = {
  readonly url: string;
  readonly title: string;
  readonly standfirst?: string;
  readonly authors: readonly { readonly name: string; readonly url?: string }[];
  /** The section, then the topics. */
  readonly categories: readonly string[];
  readonly language: string;
  readonly publishedAt: string;
  readonly changedAt: string;
  readonly picture?: ShownPicture;
  /** Where feeds are full. */
  readonly body?: Body;
};

/**
 * A format of feed: of the home front (its key is empty), and of each section, topic, contributor and series, known by
 * kind and slug: `topic/ferries`.
 */
export function feedKind(
  name: string,
  file: string,
  print: (feed: Feed, printing: Printing) => string,
): PageKind<Feed> {
  const url = (key: string) => `${frontUrl(scopeOf(key))}${file}`;
  return {
    name,
    showsBodies: true,
    pagesShowing: ({ section, topics, byline, series }) => [
      "",
      `section/${section}`,
      ...topics.map(({ slug }) => `topic/${slug}`),
      ...new Set(byline.flatMap(({ slug }) => (slug ? [`contributor/${slug}`] : []))),
      ...(series ? [`series/${series.slug}`] : []),
    ],
    always: ({ sections }) => ["", ...sections.map(({ slug }) => `section/${slug}`)],
    url,
    slice: (key, newsroom) => sliceOf(key, url(key), newsroom),
    print,
  };
}

function scopeOf(key: string): Scope {
  const at = key.indexOf("/");
  return at < 0 ? {} : { [key.slice(0, at)]: key.slice(at + 1) };
}

function sliceOf(key: string, path: string, newsroom: Newsroom): Feed | undefined {
  const { masthead } = newsroom;
  const scope = scopeOf(key);
  const subject = findSubject(scope, newsroom);
  if (!subject) return undefined;
  const articles = newsroom.latest({ ...scope, limit: frontLimit });
  const title = key === "" ? masthead.name : `${masthead.name} – ${subject.name}`;
  return present({
    title,
    description: subject.description ?? title,
    publisher: masthead.name,
    language: masthead.language,
    self: newsroom.absolute(newsroom.path(path)),
    front: newsroom.absolute(newsroom.path(frontUrl(scope))),
    changedAt: newestChange(articles),
    items: articles.map((article) => itemOf(article, newsroom)),
  });
}

function itemOf(article: Article, newsroom: Newsroom): FeedItem {
  const { headline, standfirst, language, publishedAt } = article;
  const picture = shownPicture(article.lead, newsroom);
  return present({
    url: newsroom.absolute(article.url),
    title: headline,
    ...{ standfirst, language, publishedAt },
    authors: listAuthors(article, newsroom).map(({ name, path }) =>
      present({ name, url: path && newsroom.absolute(path) }),
    ),
    categories: [
      sectionName(article.section, newsroom),
      ...article.topics.map((topic) => topicName(topic, newsroom)),
    ],
    changedAt: changedAt(article),
    picture: picture && { ...picture, src: absoluteUrl(picture.src, newsroom) },
    body: newsroom.feeds === "full" ? bodyOf(article, newsroom) : undefined,
  });
}
