import type { Printing } from "../edition/page.ts";
import { renderXml, type XmlElement, xml, xmlText } from "../kit/xml.ts";
import { type FeedItem, feedKind } from "./feed.ts";
import { atom } from "./feed-formats.ts";

/** RFC 4287 § 4.1.1 wants `updated` even where there is nothing to tell of. */
const never = "1970-01-01T00:00:00Z";

/** Atom 1.0. The feed's author is the publication, for entries that name none. */
export const atomFeed = feedKind(atom, (feed, printing) => {
  const root = xml(
    "feed",
    { "xml:lang": feed.language },
    xml("id", {}, feed.self),
    xml("title", {}, feed.title),
    xml("subtitle", {}, feed.description),
    xml("updated", {}, feed.changedAt ?? never),
    xml("author", {}, xml("name", {}, feed.publisher)),
    xml("link", { rel: "self", type: "application/atom+xml", href: feed.self }),
    feed.hub === undefined ? undefined : xml("link", { rel: "hub", href: feed.hub }),
    xml("link", { rel: "alternate", type: "text/html", href: feed.front }),
    ...feed.items.map((item) => entryElement(item, printing)),
  );
  return renderXml(root, { "": "http://www.w3.org/2005/Atom" });
});

function entryElement(item: FeedItem, printing: Printing): XmlElement {
  return xml(
    "entry",
    { "xml:lang": item.language },
    xml("id", {}, item.url),
    xml("title", {}, item.title),
    xml("published", {}, item.publishedAt),
    xml("updated", {}, item.changedAt),
    ...item.authors.map(({ name, url }) => xml("author", {}, xml("name", {}, name), xmlText("uri", url))),
    ...item.categories.map((term) => xml("category", { term })),
    xml("link", { rel: "alternate", type: "text/html", href: item.url }),
    xmlText("summary", item.standfirst),
    item.body && xml("content", { type: "html" }, printing.body(item.body)),
  );
}
