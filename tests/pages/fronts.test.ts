import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Slot } from "../../src/article/front.ts";
import { archiveIndex } from "../../src/pages/archive-index.ts";
import { contributorFront } from "../../src/pages/contributor-front.ts";
import { homeFront } from "../../src/pages/home-front.ts";
import { monthArchive } from "../../src/pages/month-archive.ts";
import { sectionFront } from "../../src/pages/section-front.ts";
import { topicFront } from "../../src/pages/topic-front.ts";
import { articleOf, articlesOf, newsroomOf } from "./newsroom.ts";

const ferry = articleOf({ byline: [{ slug: "maura", name: "Maura T.", role: "by" }] });
const newsroom = newsroomOf([ferry]);

const home = suite("homeFront");
home("shows no story twice, and newest first", () => {
  const articles = articlesOf(60, (index) => ({ section: index % 3 === 0 ? "sport" : "news" }));
  const slice = homeFront.slice("", newsroomOf(articles));
  const [lead, beside, ...sections] = slice?.slots ?? [];
  const urls = slice?.slots.flatMap(({ stories }) => stories.map(({ url }) => url)) ?? [];
  assert.is(new Set(urls).size, urls.length);
  assert.equal([lead?.style, lead?.stories[0]?.headline], ["lead", "Story 0"]);
  assert.is(beside?.stories.length, 6);
  assert.equal(
    sections.map(({ title, stories }) => [title, stories.map(({ headline }) => headline)]),
    [
      ["News", ["Story 7", "Story 8", "Story 10", "Story 11"]],
      ["Sport", ["Story 9", "Story 12", "Story 15", "Story 18"]],
    ],
  );
});
home("leaves out a section that has no further story", () => {
  assert.is(homeFront.slice("", newsroom)?.slots.length, 1);
});
home("exists without a story", () => {
  assert.equal(homeFront.slice("", newsroomOf([]))?.slots, []);
});
home("is laid out by an editor: pins first, then the source, no story twice, empty slots left out", () => {
  const articles = articlesOf(9, (index) => ({
    section: index < 5 ? "news" : "sport",
    genre: index === 8 ? "opinion" : "report",
  }));
  const place = { file: "fronts/home.json", line: 1, column: 1 };
  const pin = (to: string) => ({ ...place, to });
  const slots: readonly Slot[] = [
    { ...place, pins: [pin("story-7"), pin("embargoed")], source: {}, count: 1, style: "lead" },
    {
      ...place,
      pins: [pin("story-7"), pin("story-3")],
      source: { section: "sport" },
      count: 3,
      style: "grid",
    },
    { ...place, title: "Views", pins: [], source: { genre: "opinion" }, count: 4, style: "brief" },
    { ...place, title: "None", pins: [pin("embargoed")], count: 1, style: "list" },
    { ...place, title: "Ours", pins: [], source: { section: "news" }, count: 2, style: "list" },
  ];
  const slice = homeFront.slice(
    "",
    newsroomOf(articles, { front: (name) => (name === "home" ? { file: place.file, slots } : undefined) }),
  );
  assert.equal(
    slice?.slots.map(({ title, url, stories }) => [
      title,
      url,
      stories.map(({ url: at }) => at.split("-").at(-1)),
    ]),
    [
      [undefined, undefined, ["7/"]],
      ["Sport", "/sport/", ["3/", "5/", "6/"]],
      ["Views", undefined, ["8/"]],
      ["Ours", "/news/", ["0/", "1/"]],
    ],
  );
});
home.run();

const fronts = suite("a front");
fronts("shows the 30 newest", () => {
  const many = newsroomOf(
    articlesOf(40, () => ({
      topics: [{ slug: "ferries", name: "Ferries" }],
      byline: [{ slug: "maura", name: "Maura", role: "by" }],
    })),
  );
  for (const slice of [
    sectionFront.slice("news", many),
    topicFront.slice("ferries", many),
    contributorFront.slice("maura", many),
  ]) {
    assert.is(slice?.stories.length, 30);
    assert.is(slice?.stories[0]?.headline, "Story 0");
  }
});
fronts("announces the feeds that the site prints, and no others", () => {
  const articles = articlesOf(1, () => ({ topics: [{ slug: "ferries", name: "Ferries" }] }));
  const namesWithout = (...kinds: readonly string[]) => {
    const without = newsroomOf(articles, { prints: (kind) => !kinds.includes(kind) });
    return topicFront.slice("ferries", without)?.head.alternates.map(({ name }) => name);
  };
  assert.equal(namesWithout(), ["RSS", "Atom", "JSON Feed"]);
  assert.equal(namesWithout("rss-feed", "json-feed"), ["Atom"]);
});
fronts("of a section exists without a story where sections.json names it", () => {
  assert.equal(sectionFront.slice("sport", newsroom)?.stories, []);
  assert.is(sectionFront.slice("weather", newsroom), undefined);
});
fronts("of a section leads to its months", () => {
  assert.equal(sectionFront.slice("news", newsroom)?.years, [
    {
      year: "2031",
      url: "/news/2031/",
      months: [{ month: "2031-05", name: "May 2031", url: "/news/2031/05/" }],
    },
  ]);
});
fronts("of a contributor tells what the newsroom knows", () => {
  const maura = {
    slug: "maura",
    name: "Maura Tiernach",
    role: "Editor",
    portrait: "/media/maura.jpg",
    email: "maura@packet.example",
    url: "https://www.maura.example/",
    sameAs: ["javascript:alert(1)"],
  };
  const known = newsroomOf([ferry], {
    contributors: new Map([["maura", maura]]),
    size: () => ({ width: 8, height: 9 }),
  });
  const slice = contributorFront.slice("maura", known);
  assert.is(slice?.name, "Maura Tiernach");
  assert.equal(slice?.portrait, { src: "/media/maura.jpg", alt: "Maura Tiernach", width: 8, height: 9 });
  assert.equal(slice?.contacts, [
    { name: "maura@packet.example", url: "mailto:maura@packet.example" },
    { name: "maura.example", url: "https://www.maura.example/" },
  ]);
});
fronts("of somebody not in contributors.json has the name of the newest byline", () => {
  assert.is(contributorFront.slice("maura", newsroom)?.name, "Maura T.");
});
fronts("of a section shows what an editor laid out, and under it the newest others", () => {
  const place = { file: "fronts/section/news.json", line: 1, column: 1 };
  const slots: readonly Slot[] = [{ ...place, pins: [{ ...place, to: "story-4" }], count: 1, style: "lead" }];
  const slice = sectionFront.slice(
    "news",
    newsroomOf(articlesOf(40), {
      front: (name) => (name === "section/news" ? { ...place, slots } : undefined),
    }),
  );
  assert.is(slice?.slots[0]?.stories[0]?.headline, "Story 4");
  assert.is(slice?.stories.length, 30);
  assert.not.ok(slice?.stories.some(({ headline }) => headline === "Story 4"));
});
fronts.run();

const archives = suite("the archive");
archives("groups a month's headlines by local day", () => {
  const late = articleOf({ slug: "late", publishedAt: "2031-05-08T23:59:59+01:00" });
  const slice = monthArchive.slice("2031-05", newsroomOf([ferry, late]));
  assert.equal(
    slice?.spans.map(({ span, stories }) => [span, stories.length]),
    [
      ["2031-05-09", 1],
      ["2031-05-08", 1],
    ],
  );
  assert.is(slice?.name, "May 2031");
  assert.is(slice?.spans[0]?.stories[0]?.section, "News");
});
archives("of a section holds that section alone, without naming it in each line", () => {
  const goal = articleOf({ slug: "goal", section: "sport" });
  const slice = monthArchive.slice("sport/2031-05", newsroomOf([ferry, goal]));
  assert.is(slice?.name, "Sport, May 2031");
  assert.equal(
    slice?.spans.flatMap(({ stories }) => stories.map(({ url, section }) => [url, section])),
    [["/sport/2031/05/goal/", undefined]],
  );
});
archives("has no page for a month without stories", () => {
  assert.is(monthArchive.slice("2031-04", newsroom), undefined);
  assert.is(monthArchive.slice("sport/2031-05", newsroom), undefined);
});
archives("lists each month in its index", () => {
  assert.equal(
    archiveIndex.slice("", newsroom)?.years.flatMap(({ months }) => months.map(({ url }) => url)),
    ["/archive/2031/05/"],
  );
});
archives.run();
