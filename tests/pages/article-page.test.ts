import { suite } from "uvu";
import * as assert from "uvu/assert";
import { articlePage } from "../../src/pages/article-page.ts";
import { redirect } from "../../src/pages/redirect.ts";
import { articleOf, articlesOf, newsroomOf, referenceTo } from "./newsroom.ts";

const ferry = articleOf({
  topics: [{ slug: "ferries", name: "Ferries" }],
  byline: [
    { slug: "maura", name: "Maura T.", role: "by" },
    { slug: "maura", name: "Maura T.", role: "photographs" },
    { slug: "", name: "…", role: "by" },
  ],
  aliases: ["/old/ferry", "/older.html"],
});
const newsroom = newsroomOf([ferry]);

const story = suite("articlePage");
story("does not change when another story appears", () => {
  const others = newsroomOf([ferry, ...articlesOf(50)]);
  assert.equal(articlePage.slice(ferry.file, others), articlePage.slice(ferry.file, newsroom));
});
story("shows related stories once each, in their order, and none that is not public", () => {
  const article = articleOf({
    slug: "main",
    related: ["story-1", "story-0", "gone", "story-1", "main"].map(referenceTo),
  });
  const slice = articlePage.slice(article.file, newsroomOf([article, ...articlesOf(2)]));
  assert.equal(
    slice?.related.map(({ headline }) => headline),
    ["Story 1", "Story 0"],
  );
});
story("knows what its body mentions, and the sizes of its pictures", () => {
  const article = articleOf({
    slug: "main",
    mentions: ["story-0", "gone"].map(referenceTo),
    media: ["/media/a.jpg", "/media/unread.jpg"].map(referenceTo),
  });
  const body = articlePage.slice(
    article.file,
    newsroomOf([article, ...articlesOf(1)], {
      size: (src) => (src === "/media/a.jpg" ? { width: 3, height: 2 } : undefined),
    }),
  )?.body;
  assert.is(body?.mentions["story-0"]?.headline, "Story 0");
  assert.is(body?.mentions.gone, null);
  assert.equal(body?.pictures, { "/media/a.jpg": { width: 3, height: 2 } });
  assert.is(body && "copyHash" in body && body.copyHash, article.copyHash);
});
story("credits each role, names as the newsroom knows them, with their fronts", () => {
  const contributors = new Map([["maura", { slug: "maura", name: "Maura Tiernach", sameAs: [] }]]);
  assert.equal(articlePage.slice(ferry.file, newsroomOf([ferry], { contributors }))?.credits, [
    {
      role: "by",
      label: "By",
      people: [{ name: "Maura Tiernach", url: "/by/maura/", after: " and " }, { name: "…" }],
    },
    {
      role: "photographs",
      label: "Photographs by",
      people: [{ name: "Maura Tiernach", url: "/by/maura/" }],
    },
  ]);
});
const labels = [
  [{}, undefined],
  [{ genre: "opinion" }, "Opinion"],
  [{ genre: "opinion", kicker: "Letters" }, "Letters"],
  [{ genre: "sponsored", kicker: "Holidays" }, "Sponsored"],
] as const;
for (const [fields, label] of labels) {
  story(`is labelled ${label} for ${JSON.stringify(fields)}`, () => {
    const article = articleOf(fields);
    assert.is(articlePage.slice(article.file, newsroomOf([article]))?.label, label);
  });
}
story("is gone with its article", () => {
  assert.is(articlePage.slice("news/gone.md", newsroom), undefined);
});
story.run();

const redirects = suite("redirect");
redirects("leads to the article", () => {
  const slice = redirect.slice("/old/ferry", newsroom);
  assert.is(slice?.to, ferry.url);
  assert.is(slice?.canonical, `https://packet.example${ferry.url}`);
});
for (const alias of [
  ferry.url,
  ferry.url.slice(0, -1),
  "/a/../../etc",
  "/a?b=1",
  "//evil.example/a",
  "a/b",
  "/a\\..\\b",
]) {
  redirects(`is not made for ${alias}`, () => {
    assert.is(redirect.slice(alias, newsroomOf([{ ...ferry, aliases: [alias] }])), undefined);
  });
}
redirects("is not made for a URL that another article has now", () => {
  const other = articleOf({ slug: "other", aliases: [ferry.url] });
  assert.is(redirect.slice(ferry.url, newsroomOf([ferry, other])), undefined);
});
redirects.run();
