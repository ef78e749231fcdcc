import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { emptyMeta, openArchive } from "../src/archive/archive.ts";
import { holdCache } from "../src/archive/lock.ts";
import { beginBuild, endOf, readingOf, runBuild } from "./command.ts";
import { anyEdit, edited } from "./law/edits.ts";
import { firstPaper, lay, newStory, type Paper } from "./law/paper.ts";
import { compareTrees, readTree } from "./output-tree.ts";
import { pngOf } from "./pictures.ts";
import { copyOf, failureOf, makeSite, masthead, now, print, printClean, put, type Site } from "./site.ts";

/** Where its random moments come from; set to repeat a run. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** Files of somebody else's in the output, some of them in folders of ours. */
const foreign = [
  ".nojekyll",
  "news/own.html",
  "news/2026/05/note.txt",
  "own/deep/page.html",
  "topics/x.json",
];

const killed = suite("a build that is killed");

killed("at any of 20 moments is mended by the next, which prints what a clean one does", async () => {
  console.log(`SEED=${seed}`);
  const site = makeSite();
  const random = randomFrom(seed);
  const stories = Array.from({ length: 40 }, (_, at) => newStory(at, 0));
  const papers: Paper[] = [{ ...firstPaper, stories }];
  let cut = 0;
  let longest = 600;
  for (const [round, edit] of fc.sample(anyEdit, { numRuns: 20, seed }).entries()) {
    const paper = edited(papers.at(-1) ?? firstPaper, edit, papers.slice(0, -1));
    papers.push(withFooter(paper, round));
    lay(papers.at(-1) ?? paper, site.folder);
    if (round === 0) plant(site);
    const child = beginBuild(site, flagsFor(paper));
    const ending = endOf(child);
    const began = performance.now();
    await Promise.race([readingOf(child).then(() => sleep(random() * longest)), ending]);
    if (child.exitCode === null) cut++;
    else longest = Math.min(longest, performance.now() - began);
    child.kill("SIGKILL");
    await ending;
    // An editor may take the change back before the next build.
    if (round % 3 === 2) papers.push(papers.at(-2) ?? paper);
    const last = papers.at(-1) ?? paper;
    lay(last, site.folder);
    const options = { hold: true, now: new Date(last.now).toISOString() };
    await print(site, options);
    assert.equal(
      await listDifferences(site, options),
      [],
      `round ${round}, ${JSON.stringify(edit)}, SEED=${seed}`,
    );
  }
  assert.ok(cut >= 8, `only ${cut} of 20 builds were still running`);
});

killed("after it removed a page prints this again where the page comes back", async () => {
  const story = copyOf({ headline: "A story", published: "2026-05-01" });
  const broken = "{% include 'no/such/template.njk' %}";
  const site = makeSite({ "_data/masthead.json": masthead, "articles/a.md": story, "articles/b.md": story });
  await print(site);
  put(site, { "articles/a.md": undefined, "_includes/broadsheet/home-front.njk": broken });
  await failureOf(print(site));
  put(site, { "articles/a.md": story, "_includes/broadsheet/home-front.njk": undefined });
  await print(site);
  assert.equal(await listDifferences(site), []);
});

killed.run();

const locked = suite("the lock of a cache");

const own = { pid: process.pid, host: hostname(), since: "2026-01-01T00:00:00Z" };
const boot = existsSync("/proc/sys/kernel/random/boot_id")
  ? readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()
  : "";
const staleLocks: readonly (readonly [string, string])[] = [
  ["a process that has ended", JSON.stringify({ ...own, boot, pid: 4_194_303 })],
  ["this machine before its restart", JSON.stringify({ ...own, boot: "another" })],
  ["nobody, being empty", ""],
  ["nobody, being half written", '{"pid": 12'],
];
for (const [holder, text] of staleLocks) {
  locked(`of ${holder} is taken over`, async () => {
    const site = smallSite();
    mkdirSync(site.cache);
    writeFileSync(join(site.cache, "lock.json"), text);
    await print(site);
    assert.not.ok(existsSync(join(site.cache, "lock.json")));
  });
}

locked(
  "of a build that runs ends a second one with 75, which names the holder and writes nothing",
  async () => {
    const site = smallSite();
    const release = holdCache(site.cache, new Date(now));
    const { status, stderr } = await runBuild(site);
    release();
    assert.is(status, 75);
    assert.match(stderr, `process ${process.pid} on ${hostname()}, since 2026-06-10T12:00:00.000Z`);
    assert.not.ok(existsSync(site.output));
    assert.is((await runBuild(site)).status, 0);
  },
);

locked("of a build on another machine is left alone", async () => {
  const site = smallSite();
  mkdirSync(site.cache);
  writeFileSync(join(site.cache, "lock.json"), JSON.stringify({ ...own, boot, host: "elsewhere" }));
  const { status, stderr } = await runBuild(site);
  assert.is(status, 75);
  assert.match(stderr, "on elsewhere");
  assert.match(stderr, join(site.cache, "lock.json"));
});

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  locked(`is let go on ${signal}, and the next build prints what a clean one does`, async () => {
    const site = largeSite();
    const child = beginBuild(site);
    const ending = endOf(child);
    await readingOf(child);
    await sleep(150);
    child.kill(signal);
    const { status } = await ending;
    assert.is(status, code);
    assert.not.ok(existsSync(join(site.cache, "lock.json")));
    await print(site);
    assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
  });
}

locked.run();

const restored = suite("output and cache that do not belong together");

/** What happens to them between two builds. `first` and `second` hold both as they were after the build of that name. */
type Mishap = readonly [name: string, why: RegExp, mishap: (site: Site, first: Site, second: Site) => void];

const mishaps: readonly Mishap[] = [
  ["an output without its cache", /the cache has no edition of it/, ({ cache }) => remove(cache)],
  [
    "a cache without its output",
    /there is no output folder|holds no edition/,
    ({ output }) => remove(output),
  ],
  [
    "a cache with an empty output",
    /the output folder holds no edition/,
    ({ output }) => {
      remove(output);
      mkdirSync(output);
    },
  ],
  [
    "an output without its marker",
    /the output folder holds no edition/,
    ({ output }) => remove(join(output, ".broadsheet")),
  ],
  [
    "an older output with a newer cache",
    /different editions/,
    ({ output }, first) => restore(first.output, output),
  ],
  [
    "a newer output with an older cache",
    /different editions/,
    ({ cache }, first) => restore(first.cache, cache),
  ],
  [
    "an output of another site",
    /different editions/,
    ({ output }, _, second) => {
      const marker = join(output, ".broadsheet/edition.json");
      const { edition } = JSON.parse(readFileSync(join(second.output, ".broadsheet/edition.json"), "utf8"));
      writeFileSync(
        marker,
        JSON.stringify({ edition: edition.replace(/^./, edition.startsWith("0") ? "1" : "0") }),
      );
    },
  ],
];
for (const [name, why, mishap] of mishaps) {
  restored(`${name}: everything is printed, it says why, and it is what a clean build prints`, async () => {
    const { site, first, second } = await twoEditions();
    mishap(site, first, second);
    plant(site);
    const { why: said, printed, unchanged } = await print(site);
    assert.match(said ?? "", why);
    assert.is(unchanged, 0);
    assert.ok(printed.length > 0);
    assert.equal(await listDifferences(site), []);
  });
}

restored("an output and a cache of one edition: nothing is printed", async () => {
  const { site, first } = await twoEditions();
  restore(first.output, site.output);
  restore(first.cache, site.cache);
  put(site, { "articles/b.md": undefined, "articles/a.md": storyNamed("A") });
  const { why, printed } = await print(site);
  assert.equal([why, printed], [undefined, []]);
});

restored.run();

const damaged = suite("a damaged archive");

const damages: readonly (readonly [string, (data: string) => void | Promise<void>])[] = [
  ["emptied", (data) => truncateSync(data, 0)],
  ["cut to its first bytes", (data) => truncateSync(data, 100)],
  ["cut to a page and a half", (data) => truncateSync(data, 6000)],
  ["cut to half", (data) => truncateSync(data, Math.floor(readFileSync(data).byteLength / 2))],
  ["cut by its last page", (data) => truncateSync(data, readFileSync(data).byteLength - 4096)],
  ["overwritten with garbage", (data) => overwrite(data, 0, 1)],
  ["overwritten with garbage from its middle on", (data) => overwrite(data, 0.5, 1)],
  ["overwritten with garbage behind its first pages", (data) => overwrite(data, 0.02, 0.1)],
  [
    "made by another version",
    async (data) => {
      const { archive } = await openArchive(dirname(dirname(data)));
      archive.transact(() => archive.meta.put(["meta"], { ...emptyMeta, layout: 0 }));
      await archive.close();
    },
  ],
];
for (const [name, damage] of damages) {
  damaged(
    `that was ${name} is made anew: everything is printed, it says why, and it is what a clean build prints`,
    async () => {
      const { site } = await twoEditions();
      await damage(join(site.cache, "archive", "data.mdb"));
      put(site, { "articles/a.md": storyNamed("A changed") });
      const { why, unchanged } = await print(site);
      assert.match(why ?? "", /^the cache was made anew, since |^the cache has no edition/);
      assert.is(unchanged, 0);
      assert.equal(await listDifferences(site), []);
    },
  );
}

damaged(
  "in which one byte is another, wherever it stands, leads to nothing that a clean build would not print",
  async () => {
    const { site } = await twoEditions();
    const random = randomFrom(seed);
    const data = join(site.cache, "archive", "data.mdb");
    const whole = readFileSync(data);
    const output = join(site.root, "kept-output");
    restore(site.output, output);
    put(site, { "articles/a.md": storyNamed("A changed") });
    const offsets = listUsed(whole);
    for (let round = 0; round < 12; round++) {
      const at = offsets[Math.floor(random() * offsets.length)] ?? 0;
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      restore(output, site.output);
      writeFileSync(data, bytes);
      rmSync(join(site.cache, "archive", "lock.mdb"), { force: true });
      const { why } = await print(site);
      assert.is(
        why,
        "the cache was made anew, since its file is not as it was left",
        `byte ${at}, SEED=${seed}`,
      );
      assert.equal(await listDifferences(site), [], `byte ${at}, SEED=${seed}`);
    }
  },
);

damaged.run();

/** Offsets of the bytes that hold something. */
function listUsed(bytes: Buffer): number[] {
  return Array.from(bytes.keys()).filter((at) => bytes[at] !== 0);
}

function storyNamed(name: string): string {
  const mentions = '{% relatedLink "c", text: "See C" %}';
  return copyOf(
    { headline: name, published: "2026-05-01", topics: ["Ferries"], byline: ["Ann Alder"] },
    `Words of ${name}.\n\n${mentions}`,
  );
}

function smallSite(): Site {
  return makeSite({ "_data/masthead.json": masthead, "articles/a.md": storyNamed("A") });
}

function largeSite(): Site {
  const stories = Array.from(
    { length: 150 },
    (_, at) => [`articles/a${at}.md`, storyNamed(`A ${at}`)] as const,
  );
  return makeSite({ "_data/masthead.json": masthead, ...Object.fromEntries(stories) });
}

/** A site that was printed twice, with somebody else's files in its output, and copies of both after each time. */
async function twoEditions(): Promise<{ readonly site: Site; readonly first: Site; readonly second: Site }> {
  const site = makeSite({
    "_data/masthead.json": masthead,
    "media/a.png": pngOf(400, 300),
    "articles/a.md": storyNamed("A"),
    "articles/c.md": storyNamed("C"),
  });
  await print(site);
  plant(site);
  const first = keep(site, "first");
  put(site, { "articles/a.md": undefined, "articles/b.md": storyNamed("B"), "media/a.png": undefined });
  await print(site);
  return { site, first, second: keep(site, "second") };
}

function keep(site: Site, name: string): Site {
  const kept = { ...site, output: join(site.root, name, "output"), cache: join(site.root, name, "cache") };
  restore(site.output, kept.output);
  restore(site.cache, kept.cache);
  return kept;
}

function restore(from: string, to: string): void {
  remove(to);
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

function plant({ output }: Site): void {
  for (const name of foreign) {
    mkdirSync(dirname(join(output, name)), { recursive: true });
    writeFileSync(join(output, name), `not Broadsheet's: ${name}`);
  }
}

/** How an output differs from a clean one, apart from the files of somebody else's, which must all be there still. */
async function listDifferences(site: Site, options = {}): Promise<string[]> {
  const printed = readTree(site.output);
  const isPlanted = foreign.some((name) => existsSync(join(site.output, name)));
  const clean = readTree(await printClean(site, options));
  const expected = new Set(isPlanted ? foreign.map((name) => `- ${name}`) : []);
  const found = compareTrees(printed, clean);
  const lost = [...expected].filter((line) => !found.includes(line)).map((line) => `lost ${line}`);
  return [...found.filter((line) => !expected.has(line)), ...lost];
}

function overwrite(file: string, from: number, to: number): void {
  const bytes = readFileSync(file);
  const end = Math.floor(bytes.byteLength * to);
  for (let at = Math.floor(bytes.byteLength * from); at < end; at++) bytes[at] = (at * 31 + 7) % 251;
  writeFileSync(file, bytes);
}

/** Every second round prints all pages, so that there is something to cut. */
function withFooter(paper: Paper, round: number): Paper {
  if (round % 2) return paper;
  const footer = `<footer>Footer ${round}</footer>`;
  return { ...paper, files: { ...paper.files, "_includes/broadsheet/parts/footer.njk": footer } };
}

function flagsFor(paper: Paper): string[] {
  return ["--hold", "--now", new Date(paper.now).toISOString()];
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
