import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Printing } from "../../src/edition/page.ts";
import { atomFeed } from "../../src/pages/atom-feed.ts";
import type { Feed } from "../../src/pages/feed.ts";
import { jsonFeed } from "../../src/pages/json-feed.ts";
import { rssFeed } from "../../src/pages/rss-feed.ts";
import { articleOf, articlesOf, newsroomOf } from "./newsroom.ts";

const printing: Printing = {
  body: ({ file }) => `<p>${file} & “words” ]]></p>`,
  parts: () => ({ introduction: "", pinned: "", updates: [] }),
};
const ferry = articleOf({
  standfirst: "Tea & <biscuits> aboard.",
  byline: [
    { slug: "maura", name: "maura", role: "by" },
    { slug: "", name: "Ó Sé & Sons", role: "by" },
    { slug: "colm", name: "Colm", role: "photographs" },
  ],
  topics: [{ slug: "ferries", name: "Ferries & boats" }],
  lead: { src: "/media/ferry.jpg", alt: "The ferry", creditLine: "Colm" },
});
const wire = articleOf({
  slug: "wire",
  publishedAt: "2031-05-08T06:00:00+01:00",
  updatedAt: "2031-05-09T08:00:00+01:00",
  agency: "Reuters",
});
const contributors = new Map([["maura", { slug: "maura", name: "Maura", sameAs: [] }]]);
const newsroom = newsroomOf([ferry, wire], { contributors, size: () => ({ width: 1200, height: 675 }) });

function sliceOf(key: string, from = newsroom): Feed {
  const slice = rssFeed.slice(key, from);
  assert.ok(slice);
  return JSON.parse(JSON.stringify(slice));
}

function printed(slice: Feed): { rss: string; atom: string; json: string } {
  const [rss, atom, json] = [rssFeed, atomFeed, jsonFeed].map((kind) => kind.print?.(slice, printing) ?? "");
  return { rss: rss ?? "", atom: atom ?? "", json: json ?? "" };
}

const titles = suite("a title in a feed");
for (const title of [
  "Fish & chips",
  "a < b > c",
  `"It's" “quoted”`,
  "]]> is no end",
  "Ferry ⛴️ returns 🛟",
  "&amp; stays as written",
  "العبّارة تعود",
]) {
  titles(`comes back as it was: ${title}`, () => {
    const { rss, atom, json } = printed(sliceOf("", newsroomOf([articleOf({ headline: title })])));
    assert.is(parseRssFeed(rss).items?.[0]?.title, title);
    assert.is(parseAtomFeed(atom).entries?.[0]?.title?.value, title);
    assert.is(parseJsonFeed(json).items?.[0]?.title, title);
    assert.is(JSON.parse(json).items[0].title, title);
  });
}
titles.run();

const rss = suite("rssFeed");
rss("names the front, itself and its newest change", () => {
  const feed = parseRssFeed(printed(sliceOf("section/news")).rss);
  assert.is(feed.title, "The Packet – News");
  assert.is(feed.link, "https://packet.example/news/");
  assert.is(feed.description, "What happened.");
  assert.is(feed.language, "en-IE");
  assert.is(feed.lastBuildDate, "Fri, 09 May 2031 07:00:00 GMT");
  assert.is(feed.atom?.links?.[0]?.href, "https://packet.example/news/feed.xml");
});
rss("credits each item to its own authors", () => {
  const [first, second] = parseRssFeed(printed(sliceOf("")).rss).items ?? [];
  assert.equal(first?.dc?.creators, ["Maura", "Ó Sé & Sons"]);
  assert.equal(second?.dc?.creators, ["Reuters"]);
});
rss("gives an item its date, guid, categories, standfirst and picture", () => {
  const [item] = parseRssFeed(printed(sliceOf("")).rss).items ?? [];
  assert.is(item?.pubDate, "Fri, 09 May 2031 05:00:00 GMT");
  assert.is(item?.guid?.value, "https://packet.example/news/2031/05/ferry-returns/");
  assert.equal(
    item?.categories?.map(({ name }) => name),
    ["News", "Ferries & boats"],
  );
  assert.is(item?.description, "Tea &amp; &lt;biscuits&gt; aboard.");
  assert.is(item?.media?.contents?.[0]?.url, "https://packet.example/media/ferry.jpg");
  assert.is(item?.media?.contents?.[0]?.width, 1200);
});
rss("encloses a picture of the paper's own, with its bytes and its type", () => {
  const [item] = parseRssFeed(printed(sliceOf("", { ...newsroom, bytes: () => 2400 })).rss).items ?? [];
  const url = "https://packet.example/media/ferry.jpg";
  assert.equal(item?.enclosures, [{ url, length: 2400, type: "image/jpeg" }]);
  assert.is(parseRssFeed(printed(sliceOf("")).rss).items?.[0]?.enclosures, undefined);
});
rss("carries bodies only where feeds are full", () => {
  assert.is(parseRssFeed(printed(sliceOf("")).rss).items?.[0]?.content?.encoded, undefined);
  assert.not.match(printed(sliceOf("")).rss, "xmlns:content");
  const full = printed(sliceOf("", { ...newsroom, feeds: "full" })).rss;
  assert.is(parseRssFeed(full).items?.[0]?.content?.encoded, "<p>news/ferry-returns.md & “words” ]]></p>");
});
rss.run();

const atom = suite("atomFeed");
atom("has an id, and the newest change", () => {
  const feed = parseAtomFeed(printed(sliceOf("")).atom);
  assert.is(feed.id, "https://packet.example/feed.xml");
  assert.is(feed.updated, "2031-05-09T08:00:00+01:00");
  assert.is(feed.authors?.[0]?.name, "The Packet");
});
atom("tells an entry's publication from its change", () => {
  const entry = parseAtomFeed(printed(sliceOf("")).atom).entries?.[1];
  assert.is(entry?.published, wire.publishedAt);
  assert.is(entry?.updated, wire.updatedAt);
});
atom("gives each author a name and a front", () => {
  const entry = parseAtomFeed(printed(sliceOf("")).atom).entries?.[0];
  assert.equal(entry?.authors, [
    { name: "Maura", uri: "https://packet.example/by/maura/" },
    { name: "Ó Sé & Sons" },
  ]);
});
atom("holds its body as HTML where feeds are full", () => {
  const full = printed(sliceOf("", { ...newsroom, feeds: "full" })).atom;
  assert.match(full, '<content type="html">&lt;p&gt;news/ferry-returns.md &amp; “words” ]]&gt;&lt;/p&gt;<');
});
atom("is valid without an entry", () => {
  const feed = parseAtomFeed(printed(sliceOf("", newsroomOf([]))).atom);
  assert.is(feed.updated, "1970-01-01T00:00:00Z");
});
atom.run();

const json = suite("jsonFeed");
json("is version 1.1 and describes itself", () => {
  const feed = JSON.parse(printed(sliceOf("")).json);
  assert.is(feed.version, "https://jsonfeed.org/version/1.1");
  assert.is(feed.home_page_url, "https://packet.example/");
});
json("always has content", () => {
  const items = JSON.parse(printed(sliceOf("")).json).items;
  assert.equal(
    items.map((item: { content_text: string }) => item.content_text),
    ["Tea & <biscuits> aboard.", "The ferry returns"],
  );
  const [full] = JSON.parse(printed(sliceOf("", { ...newsroom, feeds: "full" })).json).items;
  assert.is(full.content_html, "<p>news/ferry-returns.md & “words” ]]></p>");
  assert.is(full.content_text, undefined);
});
json("names authors, tags, language and moments", () => {
  const [item] = JSON.parse(printed(sliceOf("")).json).items;
  assert.equal(item.authors[0], { name: "Maura", url: "https://packet.example/by/maura/" });
  assert.equal(item.tags, ["News", "Ferries & boats"]);
  assert.is(item.language, "en-IE");
  assert.is(item.date_published, ferry.publishedAt);
});
json.run();

const slices = suite("a feed's slice");
slices("holds the 30 newest", () => {
  const { items } = sliceOf("", newsroomOf(articlesOf(31)));
  assert.is(items.length, 30);
  assert.is(items[0]?.title, "Story 0");
});
slices("is of known sections only", () => {
  assert.is(rssFeed.slice("section/weather", newsroom), undefined);
  assert.is(sliceOf("section/sport").items.length, 0);
});
slices("says the same whenever it is asked", () => {
  assert.equal(sliceOf("", { ...newsroom, now: 0 }), sliceOf(""));
});
slices.run();

const hubs = suite("WebSub");
hubs("is advertised beside the feed's own address in each format, where the masthead names a hub", () => {
  const hub = "https://hub.example/?a=b&c=d";
  const { masthead } = newsroom;
  const { rss, atom, json } = printed(
    sliceOf("section/news", { ...newsroom, masthead: { ...masthead, hub } }),
  );
  const links = (
    feed: { readonly links?: readonly { readonly rel?: string; readonly href?: string }[] } | undefined,
  ) =>
    (feed?.links ?? [])
      .filter(({ rel }) => rel === "hub" || rel === "self")
      .map(({ rel, href }) => `${rel} ${href}`);
  const self = "self https://packet.example/news/feed.xml";
  assert.equal(links(parseRssFeed(rss).atom), [self, `hub ${hub}`]);
  assert.equal(links(parseAtomFeed(atom)), [self, `hub ${hub}`]);
  assert.equal(JSON.parse(json).hubs, [{ type: "WebSub", url: hub }]);
});
hubs("is not named without a hub", () => {
  const { rss, atom, json } = printed(sliceOf("section/news"));
  for (const text of [rss, atom, json]) assert.not.match(text, /hub/);
});
hubs.run();
