import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hasTool, tools } from "../debian-tools.ts";
import { tellAtEnd } from "../tell-at-end.ts";
import { openBrowser } from "./browser.ts";
import { choosePages, type SamplePage } from "./sample-pages.ts";
import { printSampleSite } from "./sample-site.ts";
import { hostSite } from "./site-host.ts";

/** In bytes; what is text, compressed as hosts do. */
const most = {
  article: 15_000,
  text: 10_000,
  // The fonts that a page begins with; italics, where it has some, come later and hold nothing up.
  firstFonts: 60_000,
  loaded: { ".css": 14_000, ".js": 5_000, ".woff2": 80_000 },
};
/** A story as newspapers have them. */
const words = { least: 400, most: 700 };

const { folder, pages } = await printSampleSite();
const host = await hostSite(folder);
const browser = hasTool(tools.chromium, "what pages weigh") ? await openBrowser() : undefined;

const zipped = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length;
const bytesOf = (name: string) =>
  name.endsWith(".woff2") ? readFileSync(join(folder, name)).length : zipped(join(folder, name));
const largest = (some: readonly SamplePage[]) => Math.max(...some.map(({ file }) => zipped(file)));

/** How many words a story has, without what stands around it. */
function wordsOf({ file }: SamplePage): number {
  const [, story = ""] =
    /<div class="article-body[^"]*">(.*?)<\/article>/s.exec(readFileSync(file, "utf8")) ?? [];
  return story
    .replace(/<[^>]*>/g, " ")
    .trim()
    .split(/\s+/).length;
}

/** What a browser loads for a page besides, by what its files end in: bytes of stylesheets, scripts and fonts. */
type Load = { readonly path: string; readonly bytes: ReadonlyMap<string, number> };

async function loadsOf(some: readonly SamplePage[]): Promise<Load[]> {
  const visit = await browser?.visit(host.origin, "/404.html");
  const loads: Load[] = [];
  for (const { path } of visit ? some : []) {
    await visit?.go(path);
    const names = await visit?.page.evaluate<string[]>(
      'performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname)',
    );
    const bytes = new Map<string, number>();
    for (const name of new Set(names)) {
      bytes.set(extname(name), (bytes.get(extname(name)) ?? 0) + bytesOf(name));
    }
    loads.push({ path, bytes });
  }
  await visit?.close();
  return loads;
}

const weights = suite("what pages weigh");
weights(
  "is 15 kB of HTML at most for a story of some 600 words, and 10 kB for any page of words alone",
  () => {
    const stories = pages.filter((page) => {
      const count = page.kind === "article-page" ? wordsOf(page) : 0;
      return count >= words.least && count <= words.most;
    });
    const texts = pages.filter(({ kind }) => kind.startsWith("text-"));
    assert.ok(stories.length > 5 && texts.length > 50);
    const [story, text] = [largest(stories), largest(texts)];
    tellAtEnd(
      `# HTML, gzipped: a story ${story} bytes at most of ${stories.length}, in words alone ${text}.`,
    );
    assert.ok(story <= most.article, `${story} bytes`);
    assert.ok(text <= most.text, `${text} bytes`);
  },
);
weights("is 60 kB at most of the fonts that a page begins with", () => {
  const preload = /<link rel="preload" href="([^"]*\.woff2)"/g;
  const sizes = choosePages(pages).map(({ file }) =>
    Array.from(readFileSync(file, "utf8").matchAll(preload), ([, name = ""]) => bytesOf(name)).reduce(
      (sum, size) => sum + size,
      0,
    ),
  );
  const heaviest = Math.max(...sizes);
  tellAtEnd(`# Of fonts a page begins with ${heaviest} bytes at most.`);
  assert.ok(heaviest > 0 && heaviest <= most.firstFonts, `${heaviest} bytes`);
});
weights("is 14 kB of style, 5 kB of scripts and 80 kB of fonts at most, on a page of any kind", async () => {
  if (!browser) return;
  const loads = await loadsOf(choosePages(pages));
  for (const [part, limit] of Object.entries(most.loaded)) {
    const sizes = loads.map(({ path, bytes }) => ({ path, size: bytes.get(part) ?? 0 }));
    const heaviest = sizes.reduce((a, b) => (b.size > a.size ? b : a));
    tellAtEnd(`# Of ${part} a page loads ${heaviest.size} bytes at most: ${heaviest.path}`);
    assert.ok(heaviest.size > 0 && heaviest.size <= limit, `${heaviest.path}: ${heaviest.size} of ${part}`);
  }
});
weights.after(async () => {
  await browser?.close();
  await host.close();
});
weights.run();
