import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Article } from "../../src/article/article.ts";
import { siteNode } from "../../src/pages/json-ld.ts";
import { searchPage } from "../../src/pages/search-page.ts";
import { articleOf, newsroomOf } from "./newsroom.ts";

const ferry = articleOf();
const pages = suite("the search page");

const kind = searchPage({ version: () => "1", url: () => "/search/program/" });
const newsroom = newsroomOf(
  [
    ferry,
    articleOf({
      slug: "race",
      section: "sport",
      genre: "opinion",
      publishedAt: "2030-01-01T10:00:00+00:00",
      byline: [{ slug: "ann", name: "ann", role: "by" }],
    }),
  ],
  {
    contributors: new Map([["ann", { slug: "ann", name: "Ann Alder", kind: "person", sameAs: [] }]]),
    sections: [
      { slug: "sport", name: "Sport" },
      { slug: "arts", name: "Arts" },
      { slug: "news", name: "News" },
    ],
  },
);

pages("offers what stories stand in, by names as the site has them now", () => {
  const { filters } = kind.slice("", newsroom) ?? { filters: [] };
  assert.equal(
    filters.map(({ name, choices }) => [name, choices.map((choice) => `${choice.value}: ${choice.name}`)]),
    [
      ["section", ["sport: Sport", "news: News"]],
      ["genre", ["opinion: Opinion"]],
      ["contributor", ["ann: Ann Alder"]],
      ["year", ["2031: 2031", "2030: 2030"]],
      ["sort", ["date: Newest first"]],
    ],
  );
});

pages("says of each index which state of it is meant", () => {
  const states = (articles: readonly Article[]) => kind.slice("", newsroomOf(articles))?.volumes ?? [];
  const old = articleOf({ slug: "old", publishedAt: "2030-01-01T10:00:00+00:00" });
  const [newest, oldest] = states([ferry, old]);
  const [changed, same] = states([{ ...ferry, searchHash: "0".repeat(32) }, old]);
  assert.is(newest?.volume, "2031");
  assert.is.not(changed?.state, newest?.state);
  assert.equal(same, oldest);
});

pages("is not there without indexes", () => {
  const without = newsroomOf([ferry], { prints: (name) => name !== "search-index" });
  assert.is(kind.slice("", without), undefined);
});

pages("is told to those who read the home front's data, where it is printed", () => {
  assert.equal(siteNode(newsroom).potentialAction, {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: "https://packet.example/search/?q={search_term_string}" },
    "query-input": "required name=search_term_string",
  });
  assert.not.ok("potentialAction" in siteNode(newsroomOf([], { prints: () => false })));
});

pages.run();
