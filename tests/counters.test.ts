import { spawnSync } from "node:child_process";
import fs, { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pngOf } from "./pictures.ts";
import { copyOf, type Files, makeSite, masthead, now, print, put, type Site } from "./site.ts";
import { printThroughEleventy } from "./through-eleventy.ts";

/**
 * What a publish costs, counted and not timed: clocks are noisy, counts are not. Whoever makes one of them grow finds
 * out here; whoever makes it shrink writes the new one down.
 */
const newest = "articles/2026/06/the-news.md";

/** A paper of so many stories: a few this month, and all the others spread over the same months of last year. */
function paperOf(stories: number): Files {
  const copies = Array.from({ length: stories }, (_, number): [string, string] => {
    const month = String((number % 12) + 1).padStart(2, "0");
    const published = number < 12 ? `2026-06-0${(number % 8) + 1}` : `2025-${month}-11`;
    const fields = {
      headline: `Story ${number} of the paper`,
      section: ["news", "sport"][number % 2],
      topics: [`Topic ${number % 6}`],
      byline: [`Writer Number${number % 4}`],
      published: `${published}T09:${String(number % 60).padStart(2, "0")}:00Z`,
    };
    const body = `Words.\n\n{% relatedLink "story-${(number + 5) % stories}" %}`;
    return [`articles/${published.slice(0, 7)}/story-${number}.md`, copyOf(fields, body)];
  });
  return { "_data/masthead.json": masthead, ...Object.fromEntries(copies) };
}

const news = {
  [newest]: copyOf(
    {
      headline: "The news",
      section: "news",
      topics: ["Topic 1"],
      byline: ["Writer Number1"],
      published: "2026-06-10T09:00:00Z",
    },
    'Words.\n\n{% relatedLink "story-14" %}',
  ),
};

type Counts = Record<"copyRead" | "copyListed" | "written" | "printed" | "found" | "listed", number>;

/** What search costs, which makes an index of many stories anew, is counted apart. */
const withoutSearch = { "search-page": false, "search-index": false };

/** Runs an edition, and counts what it asked of the disk and of the archive. */
async function count(site: Site, pages: Record<string, boolean> = withoutSearch): Promise<Counts> {
  const counts = { copyRead: 0, copyListed: 0, written: 0 };
  const articles = join(site.folder, "articles");
  const real = { readFileSync: fs.readFileSync, statSync: fs.statSync, writeFileSync: fs.writeFileSync };
  const isCopy = (path: unknown) => String(path).startsWith(articles) && String(path).endsWith(".md");
  const watch = <Name extends keyof typeof real>(name: Name, see: (path: unknown) => void) => {
    const call = real[name] as (...given: unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (...given: unknown[]) => {
        see(given[0]);
        return call(...given);
      },
    });
  };
  watch("readFileSync", (path) => (counts.copyRead += isCopy(path) ? 1 : 0));
  watch("statSync", (path) => (counts.copyListed += isCopy(path) ? 1 : 0));
  watch("writeFileSync", (path) => (counts.written += resolve(String(path)).startsWith(site.output) ? 1 : 0));
  syncBuiltinESMExports();
  try {
    const { summary, reads } = await printThroughEleventy(site, { pages });
    return { ...counts, printed: summary.printed.length, ...reads };
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
}

/** A paper with a story a day, each with a former URL, a part of the one series, by somebody whom nobody knows; and as many pictures. */
function crowdedPaper(stories: number): Files {
  const days = Array.from({ length: stories }, (_, index) => index + 1);
  return {
    "_data/masthead.json": masthead,
    "_data/contributors.json": '{ "ann": { "name": "Ann" } }',
    ...Object.fromEntries(days.flatMap((day) => Object.entries(crowdedStory(day)))),
    ...Object.fromEntries(days.map((day) => [`media/${day}.png`, pngOf(day, 1)])),
  };
}

function crowdedStory(
  daysAgo: number,
  { words = "Words.", aliases = [`/old/${daysAgo}/`] }: { words?: string; aliases?: string[] } = {},
): Files {
  const fields = {
    headline: `Story ${daysAgo}`,
    section: "news",
    series: "Daily",
    byline: `Guest Writer${daysAgo}`,
    aliases,
    published: new Date(Date.parse(now) - daysAgo * 86_400_000).toISOString(),
  };
  return { [`articles/story-${daysAgo}.md`]: copyOf(fields, words) };
}

/** What it costs to publish nothing, another body of a story, a part more, and a former URL of that. */
async function publishIntoCrowd(
  stories: number,
): Promise<Record<"nothing" | "body" | "part" | "way", Counts>> {
  const site = await makePrinted(crowdedPaper(stories));
  const nothing = await count(site);
  put(site, crowdedStory(5, { words: "Other words." }));
  const body = await count(site);
  put(site, crowdedStory(0, { aliases: [] }));
  const part = await count(site);
  put(site, crowdedStory(0));
  return { nothing, body, part, way: await count(site) };
}

/** A site that was printed long enough ago. */
async function makePrinted(files: Files, pages: Record<string, boolean> = withoutSearch): Promise<Site> {
  const site = makeSite(files);
  age(site.folder);
  await printThroughEleventy(site, { pages });
  await new Promise((resolve) => setTimeout(resolve, 2100));
  await printThroughEleventy(site, { pages });
  return site;
}

/** Makes files older than the coarsest clock, so that none is read again to be sure. */
function age(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = join(folder, name);
    if (fs.statSync(file).isFile()) fs.utimesSync(file, 1_780_000_000, 1_780_000_000);
  }
}

async function publishInto(
  stories: number,
  pages?: Record<string, boolean>,
): Promise<{ readonly quiet: Counts; readonly publish: Counts }> {
  const site = await makePrinted(paperOf(stories), pages);
  const quiet = await count(site, pages);
  put(site, news);
  return { quiet, publish: await count(site, pages) };
}

const counters = suite("what a publish costs");
const [small, large] = [await publishInto(200), await publishInto(600)];

counters("nothing changed: each file is listed, none is read, none is written", () => {
  const { copyRead, copyListed, written, printed } = large.quiet;
  assert.equal(
    { copyRead, copyListed, written, printed },
    { copyRead: 0, copyListed: 600, written: 0, printed: 0 },
  );
});

counters("one story: its file is read to be judged and to be printed, and no other", () => {
  assert.is(large.publish.copyRead, 2);
  assert.is(large.publish.copyListed, 601);
});

// Besides the pages: a share of the list of files, the marker twice, the journal.
counters("one story: so many pages are printed, and so many files written", () => {
  const { printed, written } = large.publish;
  assert.equal({ printed, written }, { printed: 27, written: 31 });
});

counters("three times the archive costs nothing more but the listing", () => {
  for (const step of ["quiet", "publish"] as const) {
    const { copyListed: _, found: fewer, listed: short, ...less } = small[step];
    const { copyListed: __, found, listed, ...more } = large[step];
    assert.equal(more, less, step);
    // The fronts show others of the newest stories, but not more of them.
    assert.ok(Math.abs(found - fewer) < 20, `${step}: ${found} records looked up, ${fewer} before`);
    // The output's list of files is one share up to a thousand files, and no share is ever larger.
    assert.is(listed - short, step === "quiet" ? 0 : 400, step);
  }
});

// What is related to the story is chosen among the newest 20 of each list that it is on, whatever the archive holds.
counters("so many records of the archive are looked up and listed", () => {
  const { found, listed } = large.publish;
  assert.ok(found <= 370 && listed <= 2378, `${found} looked up, ${listed} listed`);
  const { found: quietly, listed: inQuiet } = large.quiet;
  assert.ok(
    quietly <= 138 && inQuiet <= 453,
    `${quietly} looked up, ${inQuiet} listed, though nothing changed`,
  );
});

counters(
  "with search: nothing more where nothing changed; else the stories of one index are read",
  async () => {
    const [few, many] = [await publishInto(200, {}), await publishInto(600, {})];
    for (const [searched, plain] of [
      [few, small],
      [many, large],
    ] as const) {
      assert.equal([searched.quiet.copyRead, searched.quiet.written], [0, 0]);
      // A digest of each of the two volumes, and of the years.
      assert.ok(searched.quiet.found - plain.quiet.found <= 12);
      // The twelve others of this year, and the story once more.
      assert.is(searched.publish.copyRead - plain.publish.copyRead, 13);
      assert.is(searched.publish.printed - plain.publish.printed, 2);
      // The index's own files that changed, the one story's among them; the page; their shares of the list of files.
      const written = searched.publish.written - plain.publish.written;
      assert.ok(written <= 28, `${written} more files are written`);
    }
  },
);

counters("where each story has a former URL, a part, an unknown writer: more cost no more", async () => {
  const [few, many] = [await publishIntoCrowd(110), await publishIntoCrowd(330)];
  for (const step of ["nothing", "body", "part", "way"] as const) {
    // Only the files that list all former URLs look each of these up, once.
    const ways = step === "way" ? 220 : 0;
    const more = many[step].found - few[step].found - ways;
    assert.ok(Math.abs(more) < 20, `${step}: ${more} more records looked up`);
    assert.is(many[step].printed, few[step].printed, step);
  }
});

counters("a fresh clone: all times are new, and only what git says changed is read", async () => {
  const site = makeSite(paperOf(600));
  const git = (...words: string[]) => {
    const asked = ["-c", "user.name=Test", "-c", "user.email=test@test.example", ...words];
    const { status, stderr } = spawnSync("git", asked, { cwd: site.root, encoding: "utf8" });
    assert.is(status, 0, stderr);
  };
  git("init", "-q", "folder");
  git("-C", "folder", "add", "-A");
  git("-C", "folder", "commit", "-qm", "paper");
  await printThroughEleventy(site, { pages: withoutSearch });
  fs.renameSync(site.folder, join(site.root, "origin"));
  git("clone", "-q", "origin", "folder");
  put(site, {
    "articles/2025-01/story-12.md": copyOf({
      headline: "Story 12 again",
      section: "news",
      published: "2025-01-11",
    }),
  });
  const { copyRead, copyListed } = await count(site);
  // To be judged, to be printed, and for the pages of the one story that links to it and of two that it is related to.
  assert.equal({ copyRead, copyListed }, { copyRead: 5, copyListed: 600 });
});

counters("so many modules are loaded, and none that only a large edition needs", async () => {
  const site = makeSite(paperOf(20));
  await print(site);
  assert.not.ok(listModules(site).some((name) => name.includes("/pagefind/")));
  put(site, news);
  const names = listModules(site);
  const packages = new Set(names.map((name) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1]));
  for (const unneeded of ["piscina", "sharp", "feedsmith"]) assert.not.ok(packages.has(unneeded), unneeded);
  const source = new URL("../src/", import.meta.url).href;
  const own = names.filter((name) => name.startsWith(source));
  assert.not.ok(own.some((name) => /press\/(?:hand|crew|worker)\./.test(name)));
  assert.ok(own.length <= 295 && names.length <= 938, `${own.length} of ours, ${names.length} in all`);
});

/** Files of code that the command loads for an edition, as V8 tells of them. */
function listModules({ folder, output, cache }: Site): string[] {
  const said = mkdtempSync(join(tmpdir(), "broadsheet-modules-"));
  try {
    const words = ["src/cli.ts", "build", folder, "--output", output, "--cache", cache, "--now", now];
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", ...words], {
      encoding: "utf8",
      env: { ...process.env, NODE_V8_COVERAGE: said },
    });
    assert.is(status, 0, stderr);
    const [report = ""] = readdirSync(said).sort(
      (a, b) => fs.statSync(join(said, b)).size - fs.statSync(join(said, a)).size,
    );
    const { result }: { result: { url: string }[] } = JSON.parse(readFileSync(join(said, report), "utf8"));
    const files = result.map(({ url }) => url.replace(/\?.*$/, ""));
    return [...new Set(files)].filter(
      (url) => url.startsWith("file:") && !/node_modules\/(?:tsx|esbuild|get-tsconfig)\//.test(url),
    );
  } finally {
    rmSync(said, { recursive: true });
  }
}

counters.run();
