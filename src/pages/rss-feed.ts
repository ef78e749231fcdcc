import { fileKind } from "../article/blocks/media-file.ts";
import type { ShownPicture } from "../article/teaser.ts";
import type { Printing } from "../edition/page.ts";
import { escapeHtml } from "../kit/html.ts";
import { renderXml, type XmlElement, xml, xmlText } from "../kit/xml.ts";
import { type FeedItem, feedKind } from "./feed.ts";
import { rss } from "./feed-formats.ts";

const namespaces = {
  atom: "http://www.w3.org/2005/Atom",
  content: "http://purl.org/rss/1.0/modules/content/",
  dc: "http://purl.org/dc/elements/1.1/",
  media: "http://search.yahoo.com/mrss/",
};

/** RSS 2.0. Authors are `dc:creator`, since RSS's own `author` is an e-mail address. */
export const rssFeed = feedKind(rss, (feed, printing) => {
  const channel = xml(
    "channel",
    {},
    xml("title", {}, feed.title),
    xml("link", {}, feed.front),
    xml("description", {}, asHtml(feed.description)),
    xml("language", {}, feed.language),
    xmlText("lastBuildDate", feed.changedAt && rssDate(feed.changedAt)),
    xml("atom:link", { rel: "self", type: "application/rss+xml", href: feed.self }),
    feed.hub === undefined ? undefined : xml("atom:link", { rel: "hub", href: feed.hub }),
    ...feed.items.map((item) => itemElement(item, printing)),
  );
  return renderXml(xml("rss", { version: "2.0" }, channel), namespaces);
});

function itemElement(item: FeedItem, printing: Printing): XmlElement {
  return xml(
    "item",
    {},
    xml("title", {}, item.title),
    xml("link", {}, item.url),
    xml("guid", { isPermaLink: "true" }, item.url),
    xml("pubDate", {}, rssDate(item.publishedAt)),
    ...item.authors.map(({ name }) => xml("dc:creator", {}, name)),
    ...item.categories.map((category) => xml("category", {}, category)),
    xmlText("description", item.standfirst && asHtml(item.standfirst)),
    xmlText("content:encoded", item.body && printing.body(item.body)),
    item.picture && enclosureElement(item.picture),
    item.picture && mediaElement(item.picture),
  );
}

/** For readers that do not know Media RSS. RSS asks for its bytes and its type; without both, there is none. */
function enclosureElement({ src, bytes }: NonNullable<FeedItem["picture"]>): XmlElement | undefined {
  const { type } = fileKind(src);
  return bytes === undefined || type === undefined
    ? undefined
    : xml("enclosure", { url: src, length: bytes, type });
}

function mediaElement({ src, width, height, alt, creditLine }: ShownPicture): XmlElement {
  return xml(
    "media:content",
    { url: src, medium: "image", width, height },
    xmlText("media:description", alt || undefined),
    xmlText("media:credit", creditLine),
  );
}

/** RSS's descriptions are HTML: what would be markup in it is escaped. Quotation marks are not, for readers that show it as it stands. */
function asHtml(text: string): string {
  return text.replace(/[&<>]/g, escapeHtml);
}

/** RFC 822 with four digits of year, as RSS asks for it. */
function rssDate(moment: string): string {
  return new Date(moment).toUTCString();
}
