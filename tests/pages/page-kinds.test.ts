import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pageKinds } from "../../src/pages/page-kinds.ts";
import { articleOf, newsroomOf } from "./newsroom.ts";

const ferry = articleOf({
  topics: [{ slug: "ferries", name: "Ferries" }],
  byline: [
    { slug: "maura", name: "Maura T.", role: "by" },
    { slug: "maura", name: "Maura T.", role: "photographs" },
    { slug: "", name: "…", role: "by" },
  ],
  aliases: ["/old/ferry", "/older.html"],
  series: { slug: "boats", name: "The boats", part: 1 },
});
const newsroom = newsroomOf([ferry]);

function feedsCalled(file: string): Record<string, string> {
  return {
    "": `/${file}`,
    "section/news": `/news/${file}`,
    "section/sport": `/sport/${file}`,
    "topic/ferries": `/topics/ferries/${file}`,
    "contributor/maura": `/by/maura/${file}`,
    "series/boats": `/series/boats/${file}`,
  };
}

const addresses = suite("a kind's pages and their URLs");
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "article-page": { "news/ferry-returns.md": "/news/2031/05/ferry-returns/" },
  "live-updates": {},
  "live-feed": {},
  "home-front": { "": "/" },
  "section-front": { news: "/news/", sport: "/sport/" },
  "topic-front": { ferries: "/topics/ferries/" },
  "contributor-front": { maura: "/by/maura/" },
  "series-front": { boats: "/series/boats/" },
  "month-archive": { "2031-05": "/archive/2031/05/", "news/2031-05": "/news/2031/05/" },
  "year-archive": {
    "2031": "/archive/2031/",
    "section/news/2031": "/news/2031/",
    "topic/ferries/2031": "/topics/ferries/2031/",
    "contributor/maura/2031": "/by/maura/2031/",
  },
  "archive-index": { "": "/archive/" },
  "rss-feed": feedsCalled("feed.xml"),
  "atom-feed": feedsCalled("atom.xml"),
  "json-feed": feedsCalled("feed.json"),
  "sitemap-index": { "": "/sitemap.xml" },
  "sitemap-month": { "2031-05": "/sitemaps/2031-05.xml" },
  "sitemap-fronts": { "": "/sitemaps/fronts.xml" },
  "news-sitemap": { "1": "/sitemaps/news.xml" },
  "not-found": { "": "/404.html" },
  redirect: { "/old/ferry": "/old/ferry/", "/older.html": "/older.html" },
  robots: { "": "/robots.txt" },
};
addresses("are listed here for every kind", () => {
  assert.equal(
    pageKinds.map(({ name }) => name),
    Object.keys(expected),
  );
});
for (const kind of pageKinds) {
  addresses(`are right for ${kind.name}`, () => {
    const keys = [...kind.pagesShowing(ferry), ...(kind.always?.(newsroom) ?? [])].filter(
      (key) => kind.slice(key, newsroom) !== undefined,
    );
    const found = Object.fromEntries(keys.map((key) => [key, kind.url(key, newsroom)]));
    assert.equal(found, expected[kind.name]);
    assert.is(new Set(kind.pagesShowing(ferry)).size, kind.pagesShowing(ferry).length);
  });
  addresses(`are always those of an empty newsroom, or gone: ${kind.name}`, () => {
    const empty = newsroomOf([]);
    const kept = kind.pagesShowing(ferry).filter((key) => kind.slice(key, empty) !== undefined);
    const always = kind.always?.(empty) ?? [];
    assert.ok(kept.every((key) => always.includes(key)));
    assert.ok(always.every((key) => kind.slice(key, empty) !== undefined));
  });
  addresses(`come with slices that are plain data and know no time: ${kind.name}`, () => {
    for (const key of kind.pagesShowing(ferry)) {
      const slice = kind.slice(key, newsroom);
      assert.equal(JSON.parse(JSON.stringify(slice)), slice);
      assert.equal(kind.slice(key, { ...newsroom, now: newsroom.now + 1 }), slice);
    }
  });
}
addresses.run();
