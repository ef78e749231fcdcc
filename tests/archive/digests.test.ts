import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { openArchive } from "../../src/archive/archive.ts";
import { findDigest, openDigests, spansOf } from "../../src/archive/digests.ts";
import type { Article, LiveUpdate } from "../../src/article/article.ts";
import { articleOf } from "../pages/newsroom.ts";

const cache = mkdtempSync(join(tmpdir(), "broadsheet-digests-"));
const { archive } = await openArchive(cache);
process.once("exit", () => rmSync(cache, { recursive: true, force: true }));

const now = Date.parse("2031-06-01T12:00:00Z");

/** What the archive holds of spans once articles came (+) and went (-). */
async function after(
  changes: readonly (readonly ["+" | "-", Article, number?])[],
  spans: readonly string[],
  locale?: string,
) {
  await archive.transact(() => archive.digests.clear());
  // Each in a transaction of its own, as by one edition after the other.
  for (const [sign, article, at = now] of changes)
    await archive.transact(() => {
      const digests = openDigests(archive);
      if (sign === "+") digests.add(article, at);
      else digests.remove(article, at);
      digests.keep();
    });
  return spans.map((span) => findDigest(archive, span, locale));
}

const story = (day: string, fields: Partial<Article> = {}) =>
  articleOf({
    slug: `on-${day}`,
    publishedAt: `${day}T08:00:00+00:00`,
    searchHash: Buffer.from(day).toString("hex").slice(0, 20).padStart(32, "0"),
    ...fields,
  });

const spans = suite("spans of time");

spans("are a year, a month, a week of the month, and a day", () => {
  const weeks = ["01", "07", "08", "14", "15", "21", "22", "28", "29", "31"].map(
    (day) => spansOf(`2031-05-${day}`)[2] ?? "",
  );
  assert.equal(
    weeks.map((week) => week.slice(-2)),
    ["w1", "w1", "w2", "w2", "w3", "w3", "w4", "w4", "w5", "w5"],
  );
  assert.equal(spansOf("2031-05-09T06:00:00+01:00"), ["2031", "2031-05", "2031-05-w2", "2031-05-09"]);
});

spans.run();

const digests = suite("digests of what search shows");
const [first, second, third] = [story("2031-05-02"), story("2031-05-09"), story("2030-12-31")];
const all = ["2031", "2031-05", "2031-05-w1", "2031-05-w2", "2030", "2030-12", "2030-12-w5", "2030-12-31"];

digests("count the stories of each span, whatever the order in which they came", async () => {
  const found = await after(
    [
      ["+", first],
      ["+", second],
      ["+", third],
    ],
    all,
  );
  assert.equal(
    found.map((digest) => digest?.count),
    [2, 2, 1, 1, 1, 1, 1, 1],
  );
  const other = await after(
    [
      ["+", third],
      ["+", second],
      ["+", first],
    ],
    all,
  );
  assert.equal(other, found);
});

digests("are what they were once a story is gone, or is as it was", async () => {
  const before = await after([["+", first]], all);
  const changed = { ...second, searchHash: "f".repeat(32) };
  assert.equal(
    await after(
      [
        ["+", first],
        ["+", second],
        ["-", second],
        ["+", changed],
        ["-", changed],
      ],
      all,
    ),
    before,
  );
  assert.is(before[3], undefined);
});

digests("differ where one story does", async () => {
  const [before] = await after([["+", first]], ["2031"]);
  const [other] = await after([["+", { ...first, searchHash: "1".repeat(32) }]], ["2031"]);
  assert.is.not(other?.hash, before?.hash);
});

digests("of a language hold its stories alone; those of all languages are kept beside them", async () => {
  const french = story("2031-05-03", { locale: "fr" });
  const own = story("2031-05-04", { locale: "" });
  const changes = [["+", french] as const, ["+", own] as const];
  const counts = async (locale?: string) =>
    (await after(changes, ["2031"], locale)).map((each) => each?.count);
  assert.equal([await counts("fr"), await counts(""), await counts()], [[1], [1], [2]]);
});

digests("of a live blog follow the updates that are public", async () => {
  const update = (at: string): LiveUpdate => ({
    ...{ id: at, at, headline: at, text: "Words.", hash: at, wordCount: 1, isKey: false, isPinned: false },
    ...{ mentions: [], links: [], media: [] },
  });
  const introduction = { hash: "", wordCount: 0, mentions: [], links: [], media: [] };
  const updates = [update("2031-06-01T10:00:00+00:00"), update("2031-06-01T14:00:00+00:00")];
  const blog = story("2031-06-01", { genre: "live", live: { isOver: false, introduction, updates } });
  const later = now + 4 * 60 * 60 * 1000;
  const [early] = await after([["+", blog, now]], ["2031"]);
  const [late] = await after([["+", blog, later]], ["2031"]);
  assert.is.not(late?.hash, early?.hash);
  const [turned] = await after(
    [
      ["+", blog, now],
      ["-", blog, now],
      ["+", blog, later],
    ],
    ["2031"],
  );
  assert.equal(turned, late);
});

digests.after(() => archive.close());
digests.run();
