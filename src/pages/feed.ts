import type { Article } from "../article/article.ts";
import { changedAt, newestChange } from "../article/changes.ts";
import type { ShownPicture } from "../article/teaser.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { Body, PageKind, Printing } from "../edition/page.ts";
import { sectionName, shownPicture } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";
import { absoluteUrl, frontUrl } from "./addresses.ts";
import { bodyOf } from "./article-links.ts";
import { listAuthors } from "./credits.ts";
import { findSection, frontLimit } from "./section-front.ts";

/** A front's newest articles, in whichever format. URLs are absolute. */
export type Feed = {
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  readonly language: string;
  /** The feed's own address, and that of the front it belongs to. */
  readonly self: string;
  readonly front: string;
  /** The WebSub hub at which it can be subscribed to. */
  readonly hub?: string;
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

/** A format of feed: of the home front (the key is empty) and of each section (the key is its slug). */
export function feedKind(
  name: string,
  file: string,
  print: (feed: Feed, printing: Printing) => string,
): PageKind<Feed> {
  const url = (key: string) => `${frontUrl(scopeOf(key))}${file}`;
  return {
    name,
    showsBodies: true,
    pagesShowing: ({ section }) => ["", section],
    always: ({ sections }) => ["", ...sections.map(({ slug }) => slug)],
    url,
    slice: (key, newsroom) => sliceOf(key, url(key), newsroom),
    print,
  };
}

function scopeOf(key: string): { readonly section?: string } {
  return key === "" ? {} : { section: key };
}

function sliceOf(key: string, path: string, newsroom: Newsroom): Feed | undefined {
  const { masthead } = newsroom;
  const scope = scopeOf(key);
  const section = key === "" ? undefined : findSection(key, newsroom);
  if (key !== "" && !section) return undefined;
  const articles = newsroom.latest({ ...scope, limit: frontLimit });
  const title = section ? `${masthead.name} – ${section.name}` : masthead.name;
  return present({
    title,
    description: (section ? section.description : masthead.description) ?? title,
    publisher: masthead.name,
    language: masthead.language,
    self: newsroom.absolute(path),
    front: newsroom.absolute(frontUrl(scope)),
    hub: masthead.hub,
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
    categories: [sectionName(article.section, newsroom), ...article.topics.map(({ name }) => name)],
    changedAt: changedAt(article),
    picture: picture && { ...picture, src: absoluteUrl(picture.src, newsroom) },
    body: newsroom.feeds === "full" ? bodyOf(article, newsroom) : undefined,
  });
}
