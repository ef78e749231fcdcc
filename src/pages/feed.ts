import type { Article } from "../article/article.ts";
import { changedAt, newestOf } from "../article/changes.ts";
import type { ShownPicture } from "../article/teaser.ts";
import type { Newsroom, Scope } from "../edition/newsroom.ts";
import type { Body, PageKind, Printing } from "../edition/page.ts";
import { shownPicture } from "../edition/pictures.ts";
import { sectionName, topicName } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";
import { absoluteUrl, correctionsUrl, frontUrl } from "./addresses.ts";
import { bodyOf } from "./article-links.ts";
import { entryOf } from "./corrections-log.ts";
import { listAuthors } from "./credits.ts";
import type { FeedFormat } from "./feed-formats.ts";
import { frontLimit } from "./slots.ts";
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
  /** `bytes`: where it is a file of the media folder. */
  readonly picture?: ShownPicture & { readonly bytes?: number };
  /** Where feeds are full. */
  readonly body?: Body;
};

/**
 * The feeds of a format: of the home front (its key is empty), and of each section, topic, contributor and series, known by
 * kind and slug: `topic/ferries`.
 */
export function feedKind(
  { kind, file }: FeedFormat,
  print: (feed: Feed, printing: Printing) => string,
): PageKind<Feed> {
  const url = (key: string) => `${frontOf(key)}${file}`;
  return {
    name: kind,
    showsBodies: true,
    pagesShowing: ({ section, topics, byline, series, corrections }) => [
      "",
      ...(corrections.length > 0 ? [correctionsKey] : []),
      `section/${section}`,
      ...topics.map(({ slug }) => `topic/${slug}`),
      ...new Set(byline.flatMap(({ slug }) => (slug ? [`contributor/${slug}`] : []))),
      ...(series ? [`series/${series.slug}`] : []),
    ],
    always: ({ sections }) => ["", correctionsKey, ...sections.map(({ slug }) => `section/${slug}`)],
    url,
    slice: (key, newsroom) => sliceOf(key, url(key), newsroom),
    print,
  };
}

const correctionsKey = "corrections";

/** The front that a feed is of. */
function frontOf(key: string): string {
  return key === correctionsKey ? correctionsUrl : frontUrl(scopeOf(key));
}

function scopeOf(key: string): Scope {
  const at = key.indexOf("/");
  return at < 0 ? {} : { [key.slice(0, at)]: key.slice(at + 1) };
}

function sliceOf(key: string, path: string, newsroom: Newsroom): Feed | undefined {
  const { masthead, words } = newsroom;
  const isLog = key === correctionsKey;
  const subject = isLog
    ? { name: words.correctionsLog, description: words.correctionsIntro }
    : findSubject(scopeOf(key), newsroom);
  if (!subject) return undefined;
  const items = isLog ? listCorrectionItems(newsroom) : listItems(scopeOf(key), newsroom);
  const title = key === "" ? masthead.name : `${masthead.name} – ${subject.name}`;
  return present({
    title,
    description: subject.description ?? title,
    publisher: masthead.name,
    language: masthead.language,
    self: newsroom.absolute(newsroom.path(path)),
    front: newsroom.absolute(newsroom.path(frontOf(key))),
    hub: masthead.hub,
    changedAt: newestOf(items.map((item) => item.changedAt)),
    items,
  });
}

function listItems(scope: Scope, newsroom: Newsroom): FeedItem[] {
  return newsroom.latest({ ...scope, limit: frontLimit }).map((article) => itemOf(article, newsroom));
}

/** What was wrong in the paper, each as an item of its own. */
function listCorrectionItems(newsroom: Newsroom): FeedItem[] {
  return newsroom.corrections({ limit: frontLimit }).map((logged) => {
    const { at, label, text, headline, url, language } = entryOf(logged, newsroom);
    return {
      url: newsroom.absolute(url),
      title: `${label}: ${headline}`,
      standfirst: text,
      authors: [],
      categories: [label],
      language,
      publishedAt: at,
      changedAt: at,
    };
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
    picture:
      picture &&
      present({ ...picture, src: absoluteUrl(picture.src, newsroom), bytes: newsroom.bytes(picture.src) }),
    body: newsroom.feeds === "full" ? bodyOf(article, newsroom) : undefined,
  });
}
