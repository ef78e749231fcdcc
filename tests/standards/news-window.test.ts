import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { momentFrom } from "../../src/kit/clock.ts";
import { hasTool, tools } from "../debian-tools.ts";
import { copyOf, type Files, makeSite, masthead, print, type Site } from "../site.ts";
import { faultsBySchema } from "./xml-schemas.ts";

const zone = "Europe/Dublin";
const second = 1_000;
const hour = 3_600 * second;
const address = "https://test.example/";
const hasLint = hasTool(tools.xmllint, "the news sitemap by its schema");

/** Stories that become public at the same moment, and how. */
type Batch = { readonly at: number; readonly count: number; readonly how?: "embargo" };

const start = Date.parse("2031-05-09T06:00:00Z");
const batches: readonly Batch[] = [
  { at: start, count: 1 },
  { at: start + hour, count: 998, how: "embargo" },
  { at: start + 2 * hour, count: 1 },
  { at: start + 3 * hour, count: 1, how: "embargo" },
  { at: start + 4 * hour, count: 1_499 },
  { at: start + 500 * hour, count: 1, how: "embargo" },
  { at: start + 500 * hour, count: 1 },
];

/** Moments in their order, what each is, and the sizes of the files of the news sitemap then. */
const moments: readonly (readonly [name: string, at: number, files: readonly number[]])[] = [
  ["a second before the first story", start - second, [0]],
  ["the first story", start, [1]],
  ["999 stories", start + hour, [999]],
  ["1,000 stories", start + 2 * hour, [1_000]],
  ["1,001 stories", start + 3 * hour, [1_000, 1]],
  ["2,500 stories", start + 4 * hour, [1_000, 1_000, 500]],
  ["the first story is 47:59:59 old", start + 48 * hour - second, [1_000, 1_000, 500]],
  ["it is 48:00:00 old", start + 48 * hour, [1_000, 1_000, 500]],
  ["it is 48:00:01 old", start + 48 * hour + second, [1_000, 1_000, 499]],
  ["1,501 stories are left", start + 49 * hour + second, [1_000, 501]],
  ["the others are 48:00:00 old", start + 52 * hour, [1_000, 499]],
  ["all are older", start + 52 * hour + second, [0]],
];

const window = suite("the news sitemap of 2,500 stories");
const large = makeSite({ "_data/masthead.json": masthead, ...storiesOf(batches) });
for (const [name, at, sizes] of moments) {
  window(`${sizes.join(" + ")}: ${name}`, async () => {
    // Threads would take longer to begin than they save.
    await print(large, { now: new Date(at).toISOString(), workers: 1 });
    const files = listNews(large);
    assert.equal(
      files.map(({ stories }) => stories.length),
      sizes,
    );
    const stories = files.flatMap((file) => file.stories);
    assert.is(new Set(stories.map(({ loc }) => loc)).size, stories.length);
    for (const { date } of stories)
      assert.ok(Date.parse(date) <= at && Date.parse(date) >= at - 48 * hour, `${date} at ${at}`);
    assertListed(large, files);
  });
}
window.run();

/** A story's moment as its front matter has it in Dublin, and the offset that the sitemap must give. */
const changes: readonly (readonly [name: string, published: string, offset: string])[] = [
  ["into summer time, on 30 March 2031", "2031-03-29T12:00:00", "+00:00"],
  ["into winter time, on 26 October 2031", "2031-10-25T12:00:00", "+01:00"],
  ["in the hour that comes twice, the second time", "2031-10-26T01:30:00Z", "+00:00"],
  ["in the hour that comes twice, the first time", "2031-10-26T00:30:00Z", "+01:00"],
];
const clock = suite("the news sitemap while the clocks change");
for (const [name, published, offset] of changes) {
  clock(`keeps a story for 48 hours of the clock that never changes: ${name}`, async () => {
    const story = copyOf({ headline: "A story", published, section: "news" });
    const site = makeSite({ "_data/masthead.json": masthead, "articles/story.md": story });
    const at = Date.parse(published.endsWith("Z") ? published : published + offset);
    for (const [age, count] of [
      [0, 1],
      [48 * hour - second, 1],
      [48 * hour, 1],
      [48 * hour + second, 0],
    ] as const) {
      // As the reader of a clock in Dublin would type it, with its offset.
      await print(site, { now: momentFrom(at + age, zone).moment });
      const [file] = listNews(site);
      assert.is(file?.stories.length, count, `${age / second} s`);
      for (const { date } of file?.stories ?? []) {
        assert.is(Date.parse(date), at);
        assert.ok(date.endsWith(offset), date);
      }
      assertListed(site, listNews(site));
    }
  });
}
clock.run();

function storiesOf(all: readonly Batch[]): Files {
  const stories = all.flatMap(({ at, count, how }, batch) =>
    Array.from({ length: count }, (_, index) => {
      const moment = new Date(at).toISOString();
      const times =
        how === "embargo" ? { published: "2031-01-01", embargoedUntil: moment } : { published: moment };
      const fields = { headline: `Story ${batch} ${index}`, section: "news", ...times };
      return [`articles/${batch}-${index}.md`, copyOf(fields)] as const;
    }),
  );
  return Object.fromEntries(stories);
}

type NewsFile = {
  readonly file: string;
  readonly stories: readonly { readonly loc: string; readonly date: string }[];
};

/** The files of a site's news sitemap, in their order. */
function listNews({ output }: Site): NewsFile[] {
  const numberOf = (file: string) => Number(/-(\d+)\.xml$/.exec(file)?.[1] ?? 1);
  const names = readdirSync(join(output, "sitemaps")).filter((name) => name.startsWith("news"));
  return names
    .sort((a, b) => numberOf(a) - numberOf(b))
    .map((name) => {
      const text = readFileSync(join(output, "sitemaps", name), "utf8");
      const entries = text.matchAll(/<loc>(.*?)<\/loc>[\s\S]*?<news:publication_date>(.*?)</g);
      const stories = Array.from(entries, ([, loc = "", date = ""]) => ({ loc, date }));
      return { file: `sitemaps/${name}`, stories };
    });
}

/** The index names these files, each once, and no other of the news sitemap's; all are valid. */
function assertListed({ output }: Site, files: readonly NewsFile[]): void {
  const index = readFileSync(join(output, "sitemap.xml"), "utf8");
  const listed = Array.from(index.matchAll(/<loc>(.*?)<\/loc>/g), ([, loc = ""]) => loc);
  assert.equal(
    listed.filter((loc) => loc.includes("/sitemaps/news")),
    files.map(({ file }) => address + file),
  );
  if (hasLint)
    assert.equal(
      faultsBySchema([...files.map(({ file }) => file), "sitemap.xml"].map((file) => join(output, file))),
      [],
    );
}
