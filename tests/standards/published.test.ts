import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hasTool, tools } from "../debian-tools.ts";
import { compareTrees, readTree } from "../output-tree.ts";
import { makeSampleFolder, sampleNow } from "../sample-newsroom.ts";
import { makeSite, print, type Site } from "../site.ts";
import { tellAtEnd } from "../tell-at-end.ts";
import { type ReadFeed, readByFeedparser, readByFeedsmith } from "./feed-readers.ts";
import { jsonFeedSchema } from "./json-feed-schema.ts";
import { readPublishedArticle } from "./published-article.ts";
import { faultsBySchema } from "./xml-schemas.ts";

const blog = "../shared/corpora/18f";
type Options = Parameters<typeof print>[1];

/** A newsroom to print, where it says that it is, and how many feeds and sitemaps it has at least. */
type Newsroom = {
  readonly name: string;
  readonly site: Site;
  readonly url: string;
  readonly options: Options;
  readonly feeds: number;
  readonly sitemaps: number;
};

const newsrooms: readonly Newsroom[] = [
  {
    name: "the sample newsroom",
    site: makeSampleFolder(),
    url: "https://packet.example/",
    options: { now: sampleNow },
    feeds: 21,
    sitemaps: 20,
  },
  ...(existsSync(blog)
    ? [
        {
          name: "the 18F blog",
          site: { ...makeSite(), folder: blog },
          url: "https://example.org/",
          options: { hold: true, unknownShortcodes: "drop" } as const,
          feeds: 6,
          sitemaps: 80,
        },
      ]
    : []),
];

const hasLint = hasTool(tools.xmllint, "sitemaps and feeds by their schemas");
const hasReader = hasTool(tools.feedparser, "feeds by Python's feedparser");

for (const { name, site, url, options, feeds, sitemaps } of newsrooms) {
  const { printed } = await print(site, options);
  const files = listFiles(site.output);
  const maps = files.filter((file) => /^(?:[a-z]{2}\/)?sitemaps?[./]/.test(file));
  const feedFiles = files.filter((file) => /(^|\/)(feed\.xml|atom\.xml|feed\.json)$/.test(file));
  const at = (file: string) => join(site.output, file);
  const published = suite(`what ${name} publishes for programs`);

  if (hasLint)
    published("is valid by the schemas of sitemaps, RSS and Atom", () => {
      assert.ok(maps.length >= sitemaps && feedFiles.length >= feeds, `${maps.length}, ${feedFiles.length}`);
      assert.equal(faultsBySchema(files.filter(isXml).map(at)), []);
    });

  published("has all its sitemaps in the index, and none that is empty but for the news", () => {
    const listed = locationsIn(readFileSync(at("sitemap.xml"), "utf8"));
    const others = maps.filter((file) => file !== "sitemap.xml");
    assert.equal([...listed].sort(), others.map((file) => url + file).sort());
    for (const file of others)
      if (!file.includes("sitemaps/news"))
        assert.ok(locationsIn(readFileSync(at(file), "utf8")).length > 0, file);
  });

  published("says the same in each format of a feed to each reader as the articles' pages say", () => {
    const read = new Map<string, ReadFeed[]>();
    const add = (file: string, feed: ReadFeed) => read.set(file, [...(read.get(file) ?? []), feed]);
    for (const file of feedFiles) add(file, readByFeedsmith(at(file)));
    const xml = feedFiles.filter((file) => file.endsWith(".xml"));
    if (hasReader)
      for (const [index, feed] of readByFeedparser(xml.map(at)).entries()) add(xml[index] ?? "", feed);
    for (const file of feedFiles.filter((each) => each.endsWith(".json")))
      jsonFeedSchema.parse(JSON.parse(readFileSync(at(file), "utf8")));
    // The log of corrections has none of the articles: see tests/withdrawn.test.ts.
    for (const [file, readings] of read)
      if (!file.includes("corrections/")) for (const feed of readings) assertFeed(file, feed);
  });

  published("is the same bytes when it is printed again", async () => {
    const first = readTree(site.output);
    assert.equal((await print(site, options)).printed, []);
    assert.equal(compareTrees(first, readTree(site.output)), []);
    if (site.folder === blog) return;
    assert.equal([...(await print(site, { ...options, force: true })).printed].sort(), [...printed].sort());
    assert.equal(compareTrees(first, readTree(site.output)), []);
  });

  console.log(
    `# ${name}: ${files.filter(isXml).length} XML files by ${hasLint ? "their schemas" : "no schema"}`,
  );
  tellAtEnd(`# ${name}: ${feedFiles.length} feeds by ${hasReader ? "two readers" : "one reader"}`);
  published.run();

  function assertFeed(file: string, feed: ReadFeed): void {
    assert.is(feed.self, url + file, file);
    assert.is(feed.front, url + file.replace(/[^/]*$/, ""), file);
    assert.ok(feed.title && feed.description && feed.language, file);
    assert.ok(feed.items.length <= 30, file);
    const times = feed.items.map((item) => item.published ?? 0);
    assert.equal(
      times,
      [...times].sort((a, b) => b - a),
      file,
    );
    for (const item of feed.items) {
      const { body, updated, ...page } = readPublishedArticle(site.output, url, item.link ?? "");
      const { title, authors, categories, published: publishedAt, summary } = item;
      assert.equal(
        { title, authors, categories, published: publishedAt, summary },
        page,
        `${file} ${item.link}`,
      );
      assert.is(item.id, item.link, file);
      if (!file.endsWith("feed.xml")) assert.is(item.updated, updated, `${file} ${item.link}`);
    }
  }
}
if (!existsSync(blog)) tellAtEnd(`! Not tested: the 18F blog is not at ${blog}.`);

function listFiles(output: string): string[] {
  return readdirSync(output, { recursive: true, encoding: "utf8" }).sort();
}

function isXml(file: string): boolean {
  return /\.(xml|opml)$/.test(file);
}

function locationsIn(sitemap: string): string[] {
  return Array.from(sitemap.matchAll(/<loc>(.*?)<\/loc>/g), ([, loc]) => loc ?? "");
}
