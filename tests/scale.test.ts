import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareTrees, readTree } from "./output-tree.ts";
import { pngOf } from "./pictures.ts";
import { copyOf, type Files, makeSite, masthead, now, print, printClean, put, readStamps } from "./site.ts";
import { printThroughEleventy } from "./through-eleventy.ts";

const articles = 1000;
const sections = ["news", "sport", "arts", "opinion", "business", "local-politics"];
const names = Array.from({ length: 24 }, (_, at) => `Writer Number${at}`);
const day = 24 * 60 * 60 * 1000;

/** One of a thousand stories over ten years: every third quotes somebody, every story links an earlier one. */
function storyOf(number: number, change: { readonly words?: string } = {}): Files {
  const published = new Date(Date.parse(now) - day - number * 3.65 * day).toISOString();
  const fields = {
    headline: `Story ${number} of the paper`,
    standfirst: `What happened on day ${number}.`,
    section: sections[(number * 7) % sections.length],
    topics: [`Topic ${number % 40}`, `Topic ${(number * 3) % 55}`],
    byline: [names[number % names.length], names[(number * 5) % names.length]],
    published,
    ...(number % 11 === 0 && { related: [`story-${number + 1}`] }),
    ...(number % 50 === 0 && { lead: { src: "/media/a.png", alt: "A picture" } }),
  };
  const quote =
    number % 3 === 0 ? '{% quote "Ada Byrne", "harbour master" %}It will sail.{% endquote %}' : "";
  const link = number + 2 < articles ? `{% relatedLink "story-${number + 2}" %}` : "";
  const words = `${change.words ?? "Words"} of story ${number}. `.repeat(20);
  return {
    [`articles/${published.slice(0, 4)}/story-${number}.md`]: copyOf(
      fields,
      [words, quote, link].join("\n\n"),
    ),
  };
}

const site = makeSite({ "_data/masthead.json": masthead, "media/a.png": pngOf(400, 300) });
for (let number = 0; number < articles; number++) put(site, storyOf(number));

const scale = suite("a thousand articles");

scale("are printed once, and then no file is written where nothing changed", async () => {
  const first = await print(site);
  assert.is(first.articles, articles);
  assert.ok(first.printed.length > articles);
  const before = readStamps(site.output);
  const second = await print(site);
  assert.equal([second.printed, second.removed], [[], []]);
  assert.is(second.unchanged, first.printed.length);
  assert.equal(compareTrees(before, readStamps(site.output)), []);
});

scale("print one page, and the search of its year, where one word of an old body changes", async () => {
  put(site, storyOf(700, { words: "Wards" }));
  const { printed } = await print(site);
  assert.equal(printed, [urlOf(700), "/search/2019/pagefind-entry.json", "/search/"]);
});

scale("do so where one word of the newest body changes, since feeds carry standfirsts", async () => {
  put(site, storyOf(0, { words: "Wards" }));
  const { printed } = await print(site);
  assert.equal(printed, [urlOf(0), "/search/2026/pagefind-entry.json", "/search/"]);
});

scale("print no more than 60 pages for a new story", async () => {
  put(site, newStory("A new story"));
  const { printed, removed } = await print(site);
  assert.ok(printed.includes("/news/2026/06/new-story/"));
  assert.ok(printed.includes("/") && printed.includes("/news/feed.xml") && printed.includes("/sitemap.xml"));
  assert.ok(printed.length <= 60, `${printed.length} pages`);
  assert.equal(removed.filter(isOfPages), []);
});

scale("print no more than 60 pages where a headline changes, those that link to it among them", async () => {
  put(site, newStory("A new headline"));
  const { printed } = await print(site);
  assert.ok(printed.length <= 60, `${printed.length} pages`);
});

scale("print no more than 60 pages where a story goes", async () => {
  put(site, { "articles/2026/new-story.md": undefined });
  const { printed, removed } = await print(site);
  assert.ok(removed.includes("/news/2026/06/new-story/"));
  assert.ok(printed.length <= 60, `${printed.length} pages`);
});

scale("are at the end what a clean build prints", async () => {
  const clean = await printClean(site);
  assert.equal(compareTrees(readTree(site.output), readTree(clean)), []);
});

scale("print the page and its feeds where one word changes and feeds are full", async () => {
  const full = { ...site, output: join(site.root, "full"), cache: join(site.root, "full-cache") };
  await printThroughEleventy(full, { feeds: "full" });
  for (const [number, feeds] of [
    // In three formats: of home, the section, the topic and the writer.
    [0, 12],
    [800, 0],
  ] as const) {
    put(site, storyOf(number, { words: `Wurds ${number}` }));
    const { summary } = await printThroughEleventy(full, { feeds: "full" });
    const [page, ...others] = summary.printed.filter(isOfPages);
    assert.is(page, urlOf(number));
    assert.is(others.length, feeds, others.join("\n"));
    for (const url of others) assert.match(url, /\/(?:feed\.xml|atom\.xml|feed\.json)$/);
  }
});

scale(
  "are not all read again for one edit: the archive is asked for each file's stamp, and for little more",
  async () => {
    const plugin = { ...site, output: join(site.root, "full"), cache: join(site.root, "full-cache") };
    put(site, storyOf(701, { words: "Wards" }));
    const { reads } = await printThroughEleventy(plugin, { feeds: "full" });
    assert.ok(reads.found < articles + 4000, `${reads.found} records were looked up`);
    assert.ok(reads.listed < articles + 6500, `${reads.listed} records were listed`);
  },
);

scale.run();

function newStory(headline: string): Files {
  const fields = {
    headline,
    section: "news",
    topics: ["Topic 1", "Topic 2"],
    byline: names.slice(0, 2),
    published: now,
  };
  return { "articles/2026/new-story.md": copyOf(fields, '{% relatedLink "story-5" %}') };
}

/** Whether a file is of a page that one reads, and not of an index, whose files are called as their bytes. */
function isOfPages(url: string): boolean {
  return !url.startsWith("/search/");
}

function urlOf(number: number): string {
  const published = new Date(Date.parse(now) - day - number * 3.65 * day);
  const local = published.toLocaleDateString("sv-SE", { timeZone: "Europe/Dublin" });
  return `/${sections[(number * 7) % sections.length]}/${local.slice(0, 7).replace("-", "/")}/story-${number}/`;
}
