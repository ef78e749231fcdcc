import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Newsroom } from "../../src/edition/newsroom.ts";
import type { PageKind } from "../../src/edition/page.ts";
import { newsSitemap } from "../../src/pages/news-sitemap.ts";
import { robots } from "../../src/pages/robots.ts";
import { sitemapFronts } from "../../src/pages/sitemap-fronts.ts";
import { sitemapIndex } from "../../src/pages/sitemap-index.ts";
import { sitemapMonth } from "../../src/pages/sitemap-month.ts";
import { articleOf, articlesOf, newsroomOf, noBodies } from "./newsroom.ts";

const now = Date.parse("2031-05-09T12:00:00+01:00");

function printed<Slice>(kind: PageKind<Slice>, key: string, newsroom: Newsroom): string | undefined {
  const slice = kind.slice(key, newsroom);
  return slice === undefined ? undefined : kind.print?.(slice, noBodies);
}

function listed(text: string | undefined, name = "loc"): string[] {
  return Array.from((text ?? "").matchAll(new RegExp(`<${name}>([^<]*)<`, "g")), ([, value]) => value ?? "");
}

const news = suite("newsSitemap");
const recent = (count: number) =>
  newsroomOf(
    articlesOf(count, () => ({ publishedAt: "2031-05-09T06:00:00+01:00" })),
    { now },
  );
const counts: readonly (readonly [number, readonly number[]])[] = [
  [0, [0]],
  [1, [1]],
  [1000, [1000]],
  [1001, [1000, 1]],
];
for (const [count, files] of counts) {
  news(`puts ${count} articles into ${files.length} files`, () => {
    const newsroom = recent(count);
    const keys = newsSitemap.always?.(newsroom) ?? [];
    assert.equal(
      keys.map((key) => listed(printed(newsSitemap, key, newsroom)).length),
      files,
    );
    assert.is(newsSitemap.slice(String(files.length + 1), newsroom), undefined);
  });
}
const ages: readonly (readonly [string, string, number])[] = [
  ["47:59:59", "2031-05-07T12:00:01+01:00", 1],
  ["48:00:00", "2031-05-07T12:00:00+01:00", 1],
  ["48:00:01", "2031-05-07T11:59:59+01:00", 0],
];
for (const [age, publishedAt, count] of ages) {
  news(`${count === 1 ? "lists" : "leaves out"} what is ${age} old`, () => {
    const newsroom = newsroomOf([articleOf({ publishedAt })], { now });
    assert.is(listed(printed(newsSitemap, "1", newsroom)).length, count);
  });
}
const languages: readonly (readonly [string, string])[] = [
  ["en-IE", "en"],
  ["zh-Hant-HK", "zh-tw"],
  ["zh-TW", "zh-tw"],
  ["zh", "zh-cn"],
  ["ga", "ga"],
];
for (const [language, expected] of languages) {
  news(`calls ${language} ${expected}`, () => {
    const text = printed(newsSitemap, "1", newsroomOf([articleOf({ language })], { now }));
    assert.equal(listed(text, "news:language"), [expected]);
  });
}
news("gives publication, title and first publication, and nothing that Google no longer reads", () => {
  const article = articleOf({ headline: "Tea & toast", updatedAt: "2031-05-09T08:00:00+01:00" });
  const text = printed(newsSitemap, "1", newsroomOf([article], { now }));
  assert.equal(listed(text, "news:name"), ["The Packet"]);
  assert.equal(listed(text, "news:title"), ["Tea &amp; toast"]);
  assert.equal(listed(text, "news:publication_date"), ["2031-05-09T06:00:00+01:00"]);
  assert.not.match(text ?? "", /news:(genres|keywords)/);
});
news("leaves out what is canonical elsewhere", () => {
  const article = articleOf({ canonicalUrl: "https://agency.example/story" });
  const text = printed(newsSitemap, "1", newsroomOf([article], { now }));
  assert.match(text ?? "", '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>');
});
news("lists what names its own page as canonical", () => {
  const article = articleOf({ canonicalUrl: "https://packet.example/news/2031/05/ferry-returns/" });
  assert.is(listed(printed(newsSitemap, "1", newsroomOf([article], { now }))).length, 1);
});
news.run();

const month = suite("sitemapMonth");
month("lists a month's articles with their newest change", () => {
  const newsroom = newsroomOf([
    articleOf({ updatedAt: "2031-05-10T08:00:00+01:00" }),
    articleOf({ slug: "april", publishedAt: "2031-04-30T23:59:59+01:00" }),
  ]);
  const text = printed(sitemapMonth, "2031-05", newsroom);
  assert.equal(listed(text), ["https://packet.example/news/2031/05/ferry-returns/"]);
  assert.equal(listed(text, "lastmod"), ["2031-05-10T08:00:00+01:00"]);
});
month("is gone with its last article", () => {
  assert.is(sitemapMonth.slice("2031-05", newsroomOf([])), undefined);
});
month("is split after 50,000 articles", () => {
  const newsroom = newsroomOf(articlesOf(50_001, () => ({ publishedAt: "2031-05-09T06:00:00+01:00" })));
  assert.equal(sitemapMonth.always?.(newsroom), ["2031-05-2"]);
  assert.is(sitemapMonth.slice("2031-05", newsroom)?.entries.length, 50_000);
  assert.is(sitemapMonth.slice("2031-05-2", newsroom)?.entries.length, 1);
  assert.is(sitemapMonth.url("2031-05-2", newsroom), "/sitemaps/2031-05-2.xml");
});
month.run();

const index = suite("sitemapIndex");
index("lists fronts, news and months with their newest change", () => {
  const newsroom = newsroomOf(
    [
      articleOf({ corrections: [{ at: "2031-05-09T09:00:00+01:00", kind: "correction", text: "Wrong." }] }),
      articleOf({ slug: "april", publishedAt: "2031-04-30T10:00:00+01:00" }),
    ],
    { now },
  );
  const text = printed(sitemapIndex, "", newsroom);
  assert.equal(listed(text), [
    "https://packet.example/sitemaps/fronts.xml",
    "https://packet.example/sitemaps/news.xml",
    "https://packet.example/sitemaps/2031-05.xml",
    "https://packet.example/sitemaps/2031-04.xml",
  ]);
  assert.equal(listed(text, "lastmod"), ["2031-05-09T09:00:00+01:00", "2031-04-30T10:00:00+01:00"]);
});
index("lists each file of the news sitemap", () => {
  assert.ok(
    listed(printed(sitemapIndex, "", recent(1001))).includes("https://packet.example/sitemaps/news-2.xml"),
  );
});
index.run();

const fronts = suite("sitemapFronts");
fronts("lists home, sections, topics and contributors", () => {
  const article = articleOf({
    topics: [{ slug: "ferries", name: "Ferries" }],
    byline: [{ slug: "maura", name: "Maura", role: "by" }],
  });
  assert.equal(
    listed(printed(sitemapFronts, "", newsroomOf([article]))),
    ["", "corrections/", "news/", "sport/", "topics/ferries/", "by/maura/"].map(
      (path) => `https://packet.example/${path}`,
    ),
  );
});
fronts.run();

const robotsFile = suite("robots");
robotsFile("names the sitemap", () => {
  assert.match(printed(robots, "", newsroomOf([])) ?? "", "\nSitemap: https://packet.example/sitemap.xml\n");
});
robotsFile.run();
