import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hasTool, tools } from "../debian-tools.ts";
import { compareTrees, readTree } from "../output-tree.ts";
import { attribute, elementsOf, textOf } from "../page-tree.ts";
import { copyOf, makeSite, put } from "../site.ts";
import { printThroughEleventy } from "../through-eleventy.ts";
import { type ReadFeed, readByFeedparser, readByFeedsmith } from "./feed-readers.ts";
import { jsonFeedSchema } from "./json-feed-schema.ts";
import { readPublishedArticle, wordsOf } from "./published-article.ts";
import { faultsBySchema } from "./xml-schemas.ts";

const url = "https://test.example/mounted/";
const name = `The "Fish" & <Chips> 'Paper' — ]]>`;
const section = "R&D <labs> &amp; ☕";

/** Texts that a feed may spoil: as they are written, and as readers must see them where that is another text. */
const awkward: readonly (readonly [string, string?])[] = [
  [`Fish & chips < > " ' “quoted” — ]]>`],
  ["&amp; stays, and &lt;b&gt;, &#8212; and &nbsp; too"],
  ["<b>Bold</b> <script>alert(1)</script> <!-- no comment -->"],
  ["<![CDATA[ no section ]]> <?no instruction?>"],
  ["Ferry ⛴️ returns 🛟 with 👩‍🚒 on board"],
  ["العبّارة تعود إلى الجزيرة"],
  ["\u200fעברית, then English (1) again\u200e"],
  ["  spaces  inside   and around  ", "spaces inside and around"],
  ["a line\nand another\ttab", "a line and another tab"],
  ["\u00a0no break\u2028line\u2029paragraph\ufeff", "no break line paragraph"],
  ["{{ 7*7 }} {% x %} $1 %20 C:\\new\\table"],
  ["𝔘𝔫𝔦𝔠𝔬𝔡𝔢 beyond the 65,536th, e\u0301 and \u00e9"],
];

const body = `A “word” & another: <em>here</em>, [there](/news/2031/05/story-1/), [below](#more), [near](../story-2/).

## More

![A pier](/media/pier.svg)

{% quote "Ann & Sons", source: "https://elsewhere.example/?a=1&b=2" %}
]]> "said" she.
{% endquote %}
`;

const site = makeSite({
  "_data/masthead.json": JSON.stringify({
    name,
    description: section,
    url,
    timeZone: "UTC",
    language: "en-GB",
  }),
  "_data/sections.json": JSON.stringify([{ slug: "news", name: section, description: name }]),
  "media/pier.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"/>',
  ...Object.fromEntries(
    awkward.map(([text], at) => [`articles/story-${at}.md`, copyOf(fieldsOf(text, at), body)]),
  ),
});
const options = { now: "2031-05-20T00:00:00Z", feeds: "full" } as const;
await printThroughEleventy(site, options);

const files = readdirSync(site.output, { recursive: true, encoding: "utf8" }).filter((file) =>
  /(^|\/)(feed\.xml|atom\.xml|feed\.json)$/.test(file),
);
const pathOf = (file: string) => join(site.output, file);
/** Those of home and the section, which have every story; the others are made by the same code. */
const paths = files.filter((file) => /^(?:news\/)?[^/]+$/.test(file)).map(pathOf);
const readings: (readonly [string, ReadFeed])[] = paths.map((path) => [path, readByFeedsmith(path)]);
if (hasTool(tools.feedparser, "awkward feeds by Python's feedparser")) {
  const xml = paths.filter((path) => path.endsWith(".xml"));
  readings.push(...readByFeedparser(xml).map((feed, at) => [xml[at] ?? "", feed] as const));
}

const feeds = suite("feeds of awkward texts");

feeds("are valid by their schemas", () => {
  assert.is(paths.length, 6);
  const all = files.map(pathOf);
  if (hasTool(tools.xmllint, "awkward feeds by their schemas"))
    assert.equal(faultsBySchema(all.filter((path) => path.endsWith(".xml"))), []);
  for (const path of all.filter((each) => each.endsWith(".json")))
    jsonFeedSchema.parse(JSON.parse(readFileSync(path, "utf8")));
});

feeds("bring back names, descriptions and addresses as they were written", () => {
  for (const [path, feed] of readings) {
    const file = path.slice(site.output.length + 1);
    const isSection = file.startsWith("news/");
    assert.is(feed.title, isSection ? `${name} – ${section}` : name, file);
    assert.is(feed.description, isSection ? name : section, file);
    assert.is(feed.language, "en-GB", file);
    assert.is(feed.self, url + file);
    assert.is(feed.front, isSection ? `${url}news/` : url, file);
  }
});

feeds("bring back every title, author, category, date and standfirst as it was written", () => {
  for (const [path, feed] of readings) {
    assert.is(feed.items.length, awkward.length, path);
    for (const [at, [written, shown = written]] of awkward.entries()) {
      const item = feed.items.find(({ link }) => link === addressOf(at));
      if (!item) throw new Error(`${path} has no ${addressOf(at)}`);
      const { title, summary, authors, categories, published, updated, id } = item;
      assert.equal(
        { title, summary, authors, categories, published, id },
        {
          title: shown,
          summary: `${shown} is said.`,
          authors: [`${shown} A`, `${shown} B`],
          categories: [section, shown],
          published: Date.parse(dayOf(at)),
          id: addressOf(at),
        },
        path,
      );
      if (!path.endsWith("feed.xml")) assert.is(updated, Date.parse(changedOf(at)));
    }
  }
});

feeds("carry each body once, the same in all formats, with absolute addresses", () => {
  const contents = new Map<string, Set<string | null>>();
  for (const [, feed] of readings)
    for (const { link, content } of feed.items)
      contents.set(link ?? "", new Set([...(contents.get(link ?? "") ?? []), content]));
  for (const [link, [content, ...others]] of contents) {
    assert.equal(others, [], link);
    const elements = elementsOf(content ?? "");
    for (const element of elements)
      for (const address of ["href", "src", "cite"].flatMap((each) => attribute(element, each) ?? []))
        assert.match(address, /^https:\/\//, `${link}: ${address}`);
    for (const target of [`${url}news/2031/05/story-1/`, `${link}#more`, `${url}news/2031/05/story-2/`])
      assert.ok(
        elements.some((element) => attribute(element, "href") === target),
        `${link} does not link ${target}`,
      );
    const [root] = elements;
    assert.is(root && wordsOf(textOf(root)), readPublishedArticle(site.output, url, link).body);
  }
});

feeds(
  "stay the same bytes when nothing changed, when all is printed again, and when time passes",
  async () => {
    const first = readTree(site.output);
    const isFeed = (line: string) => /(feed\.xml|atom\.xml|feed\.json)$/.test(line);
    const moved = async (more: object) => {
      await printThroughEleventy(site, { ...options, ...more });
      return compareTrees(first, readTree(site.output)).filter(isFeed);
    };
    assert.equal(await moved({}), []);
    assert.equal(await moved({ force: true }), []);
    assert.equal(await moved({ now: "2033-01-01T00:00:00Z" }), []);
    const noted = copyOf({ ...fieldsOf(awkward[0]?.[0] ?? "", 0), deskNote: "Ring the pier." }, body);
    put(site, { "articles/story-0.md": noted });
    assert.equal(await moved({}), []);
    put(site, { "articles/story-0.md": noted.replace("Fish", "Crab") });
    // Of home, the section, its topics and its author.
    assert.ok((await moved({})).length >= 6);
  },
);

feeds.run();

function fieldsOf(text: string, at: number): Record<string, unknown> {
  return {
    headline: text,
    standfirst: `${text} is said.`,
    section: "news",
    topics: [text],
    byline: [{ name: `${text} A` }, { name: `${text} B` }, { name: "A photographer", role: "photographs" }],
    published: dayOf(at),
    updated: changedOf(at),
    lead: { src: "/media/pier.svg", alt: text, creditLine: text },
  };
}

function dayOf(at: number): string {
  return `2031-05-${String(at + 1).padStart(2, "0")}T06:00:00+00:00`;
}

function changedOf(at: number): string {
  return `2031-05-${String(at + 1).padStart(2, "0")}T09:30:00+00:00`;
}

function addressOf(at: number): string {
  return `${url}news/2031/05/story-${at}/`;
}
