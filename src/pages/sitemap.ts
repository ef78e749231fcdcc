import type { Article } from "../article/article.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { renderXml, type XmlElement, xml, xmlText } from "../kit/xml.ts";
import type { Alternate } from "./head.ts";

/** A page or a sitemap in a sitemap: absolute URL, and when it last changed (never when it was built). */
export type SitemapEntry = {
  readonly url: string;
  readonly changedAt?: string;
  /** Absolute URLs of the page's pictures. */
  readonly images?: readonly string[];
  /** The page in all its languages, its own among them. */
  readonly alternates?: readonly Pick<Alternate, "url" | "language">[];
};

const namespaces = {
  "": "http://www.sitemaps.org/schemas/sitemap/0.9",
  image: "http://www.google.com/schemas/sitemap-image/1.1",
  xhtml: "http://www.w3.org/1999/xhtml",
};

/** A sitemap of pages; one without pages is valid. */
export function renderSitemap(entries: readonly SitemapEntry[]): string {
  return renderXml(xml("urlset", {}, ...entries.map((entry) => entryElement("url", entry))), namespaces);
}

/** A sitemap of sitemaps. */
export function renderSitemapIndex(entries: readonly SitemapEntry[]): string {
  return renderXml(
    xml("sitemapindex", {}, ...entries.map((entry) => entryElement("sitemap", entry))),
    namespaces,
  );
}

/** Whether search engines are to find the article here: one that names another page as canonical is not ours to list. */
export function isListed({ canonicalUrl, url }: Article, newsroom: Newsroom): boolean {
  return canonicalUrl === undefined || canonicalUrl === newsroom.absolute(url);
}

function entryElement(name: "url" | "sitemap", entry: SitemapEntry): XmlElement {
  const { url, changedAt, images = [], alternates = [] } = entry;
  return xml(
    name,
    {},
    xml("loc", {}, url),
    xmlText("lastmod", changedAt),
    ...alternates.map(({ url: href, language: hreflang }) =>
      xml("xhtml:link", { rel: "alternate", hreflang, href }),
    ),
    ...images.map((image) => xml("image:image", {}, xml("image:loc", {}, image))),
  );
}
