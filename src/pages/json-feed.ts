import type { Printing } from "../edition/page.ts";
import { type FeedItem, feedKind } from "./feed.ts";
import { json } from "./feed-formats.ts";

/** JSON Feed 1.1. Made as data: its texts are texts, not HTML. */
export const jsonFeed = feedKind(json, (feed, printing) => {
  const data = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.front,
    feed_url: feed.self,
    description: feed.description,
    language: feed.language,
    authors: [{ name: feed.publisher }],
    hubs: feed.hub === undefined ? undefined : [{ type: "WebSub", url: feed.hub }],
    items: feed.items.map((item) => itemData(item, printing)),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
});

/** An item must have content: its body, or else its standfirst or headline. Undefined fields are left out of JSON. */
function itemData(item: FeedItem, printing: Printing): object {
  return {
    id: item.url,
    url: item.url,
    title: item.title,
    summary: item.standfirst,
    ...(item.body
      ? { content_html: printing.body(item.body) }
      : { content_text: item.standfirst ?? item.title }),
    image: item.picture?.src,
    date_published: item.publishedAt,
    date_modified: item.changedAt,
    authors: item.authors.length > 0 ? item.authors : undefined,
    tags: item.categories,
    language: item.language,
  };
}
