/** A format in which every front has a feed. */
export type FeedFormat = {
  /** The kind of page that prints it. */
  readonly kind: string;
  /** What stands behind the front's path. */
  readonly file: string;
  /** Its name to a reader. */
  readonly name: string;
  /** Its media type. */
  readonly type: string;
};

export const rss: FeedFormat = {
  kind: "rss-feed",
  file: "feed.xml",
  name: "RSS",
  type: "application/rss+xml",
};
export const atom: FeedFormat = {
  kind: "atom-feed",
  file: "atom.xml",
  name: "Atom",
  type: "application/atom+xml",
};
/** JSON Feed 1.1. */
export const json: FeedFormat = {
  kind: "json-feed",
  file: "feed.json",
  name: "JSON Feed",
  type: "application/feed+json",
};

/** In the order in which a page announces them: readers take the first that they know. */
export const feedFormats: readonly FeedFormat[] = [rss, atom, json];
