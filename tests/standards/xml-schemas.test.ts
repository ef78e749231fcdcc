import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hasTool, tools } from "../debian-tools.ts";
import { makeSite, put } from "../site.ts";
import { faultsBySchema } from "./xml-schemas.ts";

const schemas = suite("the schemas of sitemaps and feeds");
const site = makeSite();
put(site, { "x.txt": "" });

/** Documents as the standards have them. */
const good = {
  sitemap: `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><loc>https://a.example/b/</loc><lastmod>2031-05-09T06:00:00+01:00</lastmod><xhtml:link rel="alternate" hreflang="ga" href="https://a.example/ga/"/><image:image><image:loc>https://a.example/i.jpg</image:loc></image:image><news:news><news:publication><news:name>The Test</news:name><news:language>en</news:language></news:publication><news:publication_date>2031-05-09</news:publication_date><news:title>Tea</news:title></news:news></url><url><loc>https://a.example/c/</loc></url></urlset>`,
  index: `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://a.example/s.xml</loc><lastmod>2031-05-09</lastmod></sitemap></sitemapindex>`,
  rss: `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title><link>https://a.example/</link><description>D</description><language>en-IE</language><atom:link rel="self" href="https://a.example/feed.xml"/><item><title>I</title><link>https://a.example/i/</link><guid>https://a.example/i/</guid><pubDate>Fri, 09 May 2031 05:00:00 GMT</pubDate><dc:creator>Ann</dc:creator></item></channel></rss>`,
  atom: `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-IE"><id>https://a.example/atom.xml</id><title>T</title><updated>2031-05-09T06:00:00Z</updated><link rel="self" href="https://a.example/atom.xml"/><entry><id>https://a.example/i/</id><title>I</title><updated>2031-05-09T06:00:00Z</updated><author><name>Ann</name></author><link href="https://a.example/i/"/></entry></feed>`,
  opml: `<opml version="2.0"><head><title>T</title></head><body><outline text="News"><outline type="rss" text="All" xmlUrl="https://a.example/feed.xml"/></outline></body></opml>`,
};

/** What breaks one of them, and a text that takes its place. */
const breaks: readonly (readonly [keyof typeof good, string | RegExp, string])[] = [
  ["sitemap", "<loc>https://a.example/c/</loc>", ""],
  ["sitemap", "https://a.example/c/", "/c/"],
  ["sitemap", "https://a.example/c/", "https://a.example/b/"],
  ["sitemap", "https://a.example/c/", `https://a.example/${"c".repeat(2_048)}/`],
  ["sitemap", "2031-05-09T06:00:00+01:00", "2031-05-09T06:00:00"],
  ["sitemap", "2031-05-09T06:00:00+01:00", "9 May 2031"],
  ["sitemap", "<news:title>Tea</news:title>", ""],
  ["sitemap", "<news:title>Tea</news:title>", "<news:title/>"],
  ["sitemap", "<news:title>Tea</news:title>", "<news:title>Tea</news:title><news:keywords>x</news:keywords>"],
  ["sitemap", "<news:language>en<", "<news:language>en-IE<"],
  ["sitemap", "<news:publication_date>2031-05-09<", "<news:publication_date>2031-5-9<"],
  ["sitemap", 'hreflang="ga"', 'hreflang="Irish"'],
  ["sitemap", 'rel="alternate"', 'rel="next"'],
  ["sitemap", "https://a.example/i.jpg", "/i.jpg"],
  ["sitemap", "<image:image>", "<image:image><image:caption>x</image:caption>"],
  ["sitemap", /schemas\/sitemap\/0\.9/, "schemas/sitemap/0.8"],
  ["sitemap", "<url><loc>https://a.example/c/</loc></url>", "<item/>"],
  ["index", "<loc>https://a.example/s.xml</loc>", ""],
  ["index", "<sitemap><loc>https://a.example/s.xml</loc><lastmod>2031-05-09</lastmod></sitemap>", ""],
  ["index", "</sitemap>", "</sitemap><sitemap><loc>https://a.example/s.xml</loc></sitemap>"],
  ["rss", "<description>D</description>", ""],
  ["rss", "<title>I</title>", "<title> I </title>"],
  ["rss", "<link>https://a.example/i/</link>", "<link>/i/</link>"],
  ["rss", "Fri, 09 May 2031", "2031-05-09"],
  ["rss", "<atom:link", "<link"],
  ["rss", "<dc:creator>Ann</dc:creator>", "<author>Ann</author>"],
  ["rss", "<dc:creator>Ann</dc:creator>", "<dc:creator/>"],
  ["rss", "2005/Atom", "2005/Atom/"],
  ["atom", "<id>https://a.example/i/</id>", ""],
  ["atom", "<updated>2031-05-09T06:00:00Z</updated><author>", "<author>"],
  ["atom", "2031-05-09T06:00:00Z", "2031-05-09"],
  ["atom", "<author><name>Ann</name></author>", "<author>Ann</author>"],
  ["atom", 'href="https://a.example/atom.xml"', 'href="/atom.xml"'],
  ["atom", 'xml:lang="en-IE"', 'xml:lang="en_IE"'],
  ["opml", ' xmlUrl="https://a.example/feed.xml"', ""],
  ["opml", ' text="News"', ""],
];

if (hasTool(tools.xmllint, "whether the schemas of sitemaps and feeds refuse what they should")) {
  schemas("accept what is as it should be, and a news sitemap without news", () => {
    const empty = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>';
    assert.equal(faultsBySchema([...Object.values(good), empty].map(fileOf)), []);
  });

  schemas("refuse what is not, and a root that they do not know", () => {
    const broken = breaks.map(([name, from, to]) => {
      const text = good[name].replace(from, to);
      assert.is.not(text, good[name], `${from}`);
      return text;
    });
    for (const [at, text] of [...broken, "<html/>"].entries())
      assert.ok(faultsBySchema([fileOf(text, 100 + at)]).length > 0, text);
  });
} else {
  schemas("cannot be tried", () => {});
}
schemas.run();

function fileOf(text: string, at: number): string {
  const file = join(site.folder, `${at}.xml`);
  writeFileSync(file, text);
  return file;
}
