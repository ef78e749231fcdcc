import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pageKinds } from "../../src/pages/page-kinds.ts";
import { articleOf, fullMasthead, newsroomOf } from "./newsroom.ts";

const ferry = articleOf({
  topics: [{ slug: "ferries", name: "Ferries" }],
  byline: [
    { slug: "maura", name: "Maura T.", role: "by" },
    { slug: "maura", name: "Maura T.", role: "photographs" },
    { slug: "", name: "…", role: "by" },
  ],
  aliases: ["/old/ferry", "/older.html"],
  series: { slug: "boats", name: "The boats", part: 1 },
  corrections: [{ at: "2031-05-10T09:00:00+01:00", kind: "correction", text: "It is 90 metres." }],
});
const newsroom = newsroomOf([ferry], { masthead: fullMasthead });

function feedsCalled(file: string): Record<string, string> {
  return {
    "": `/${file}`,
    corrections: `/corrections/${file}`,
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
  "corrections-log": { "": "/corrections/", "2031": "/corrections/2031/" },
  "killed-notice": {},
  redirect: { "/old/ferry": "/old/ferry/", "/older.html": "/older.html" },
  "redirects-file": { "": "/_redirects" },
  "redirects-nginx": { "": "/_redirects.nginx" },
  "redirects-caddy": { "": "/_redirects.caddy" },
  robots: { "": "/robots.txt" },
  tdmrep: { "": "/.well-known/tdmrep.json" },
  "trust-txt": { "": "/trust.txt" },
  "security-txt": { "": "/.well-known/security.txt" },
  "ads-txt": { "": "/ads.txt" },
  "llms-txt": { "": "/llms.txt" },
  "indexnow-key": { "4f1c2a9e07b84d3c": "/4f1c2a9e07b84d3c.txt" },
  manifest: { "": "/manifest.webmanifest" },
  opml: { "": "/opml.xml" },
  "article-oembed": { "news/ferry-returns.md": "/news/2031/05/ferry-returns/oembed.json" },
  "text-article": { "news/ferry-returns.md": "/lite/news/2031/05/ferry-returns/" },
  "text-front": { "": "/lite/", news: "/lite/news/", sport: "/lite/sport/" },
  "saved-stories": { "": "/saved/" },
  "service-worker": { "": "/sw.js" },
  "offline-page": {},
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
    for (const key of new Set([...kind.pagesShowing(ferry), ...(kind.always?.(newsroom) ?? [])])) {
      const slice = kind.slice(key, newsroom);
      assert.equal(JSON.parse(JSON.stringify(slice)), slice);
      assert.equal(kind.slice(key, { ...newsroom, now: newsroom.now + 1 }), slice);
    }
  });
}
addresses("are not there for a masthead that does not say what they would", () => {
  const silent = ["tdmrep", "trust-txt", "security-txt", "ads-txt", "llms-txt", "indexnow-key"];
  const there = pageKinds.filter(({ always }) => always && always(newsroomOf([])).length > 0);
  assert.equal(
    there.filter(({ name }) => silent.includes(name)).map(({ name }) => name),
    [],
  );
});
addresses("change with no story: what the publication states of itself", () => {
  const stated = "tdmrep trust-txt security-txt ads-txt llms-txt indexnow-key manifest opml robots".split(
    " ",
  );
  const more = newsroomOf([ferry, articleOf({ slug: "next", headline: "Another" })], {
    masthead: fullMasthead,
  });
  for (const kind of pageKinds.filter(({ name }) => stated.includes(name)))
    for (const key of kind.always?.(newsroom) ?? [])
      assert.equal(kind.slice(key, more), kind.slice(key, newsroom), kind.name);
  assert.is(pageKinds.filter(({ name }) => stated.includes(name)).length, stated.length);
});
addresses.run();
