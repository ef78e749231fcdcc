import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hasTool, tools } from "../debian-tools.ts";
import { sampleNow } from "../sample-newsroom.ts";
import { tellAtEnd } from "../tell-at-end.ts";
import { inParallel, openBrowser, type Visit } from "./browser.ts";
import { probe, type Reading } from "./probes.ts";
import { choosePages, type SamplePage } from "./sample-pages.ts";
import { printSampleSite } from "./sample-site.ts";
import { hostSite } from "./site-host.ts";

const { folder, pages } = await printSampleSite();
const chosen = choosePages(pages, ["en", "fr", "ar"]);
const host = await hostSite(folder);
const browser = hasTool(tools.chromium, "the pages in a browser") ? await openBrowser() : undefined;
const fewest = 20;

/** What was found, a line each with the page that it is of. */
type Seen = Record<"faults" | "sideways" | "small", string[]>;

/** Each page is opened once a look; to make the window another size is cheaper than to open another. */
const seen: Seen = { faults: [], sideways: [], small: [] };
const looks = [
  { width: 360, colours: "light", now: sampleNow },
  { width: 1280, colours: "dark", now: sampleNow },
] as const;
if (browser)
  await inParallel(looks, async (look) => {
    const visit = await browser.visit(host.origin, "/404.html", look);
    for (const page of chosen) await lookAt(visit, page, look.width);
    await visit.close();
  });

async function lookAt(visit: Visit, { path }: SamplePage, width: number): Promise<void> {
  const { page } = visit;
  const note = (list: string[], what: readonly string[]) =>
    list.push(...what.map((line) => `${path} at ${width} px: ${line}`));
  note(seen.faults, await readTo(visit, path));
  note(seen.small, await probe(page, "controls"));
  note(seen.sideways, await probe(page, "overflow"));
  if (width < 600) {
    // A window of 1,280 pixels at 400 %, and at 200 %.
    for (const zoomed of [320, 640]) {
      await page.setViewportSize({ width: zoomed, height: 640 });
      note(seen.sideways, await probe(page, "overflow"));
    }
    await page.setViewportSize({ width, height: 800 });
  } else {
    await page.evaluate('document.documentElement.style.fontSize = "200%"');
    note(seen.sideways, await probe(page, "overflow"));
  }
  // What moved then was to move.
  await visit.faults();
}

/**
 * What is wrong with a page while it is read to its end. A busy machine may show a page that is half there, where
 * something moves: what moves is looked at once more.
 */
async function readTo(visit: Visit, path: string, isAgain = false): Promise<string[]> {
  await visit.go(path);
  await visit.scrollThrough();
  const faults = await visit.faults();
  const onlyMoves = faults.length > 0 && faults.every((fault) => fault.startsWith("layout shift"));
  return onlyMoves && !isAgain ? readTo(visit, path, true) : faults;
}

const all = suite("every kind of page");
all("is there to be looked at: all kinds, genres and both directions", () => {
  const kinds = new Set(chosen.map(({ kind }) => kind));
  const genres = new Set(chosen.map(({ genre }) => genre));
  assert.ok(kinds.size > 15, [...kinds].join());
  assert.equal(
    [...new Set(pages.map(({ genre }) => genre))].filter((genre) => !genres.has(genre)),
    [],
  );
  assert.ok(chosen.filter(({ direction }) => direction === "rtl").length > 10);
  if (browser) tellAtEnd(`# ${chosen.length} pages of ${kinds.size} kinds were opened in a browser.`);
});
all("loads and is read to its end without an error, a word in the console, another host or a shift", () => {
  assert.equal(seen.faults.slice(0, fewest), []);
});
all("is never wider than its window, down to 320 px, at 200 % and with letters of twice the size", () => {
  assert.equal(seen.sideways.slice(0, fewest), []);
});
all("has no control that is too small for a finger", () => {
  assert.equal(seen.small.slice(0, fewest), []);
});
all("stands still over a slow line too", async () => {
  if (!browser) return;
  const slow = { latency: 200, downloadThroughput: 200_000, uploadThroughput: 50_000, offline: false };
  const some = chosen.filter(
    ({ kind, genre, language }) =>
      language.startsWith("en") &&
      (/^(home|section)-front$/.test(kind) || genre === "report" || genre === "live"),
  );
  const found = await inParallel(some, async ({ path }) => {
    const visit = await browser.visit(host.origin, "/404.html", { width: 360, now: sampleNow });
    const session = await visit.context.newCDPSession(visit.page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    await session.send("Network.emulateNetworkConditions", slow);
    await visit.go(path);
    await visit.scrollThrough();
    const faults = await visit.faults();
    await visit.close();
    return faults.map((fault) => `${path}: ${fault}`);
  });
  assert.equal(found.flat(), []);
});
all.run();

const bare = suite("a story without scripts");
bare("reads as it does with them", async () => {
  if (!browser) return;
  const stories = chosen.filter(({ kind }) => kind === "article-page" || kind === "live-updates");
  const [withScripts = [], without = []] = await inParallel([true, false], async (script) => {
    const visit = await browser.visit(host.origin, "/404.html", { width: 360, script, now: sampleNow });
    const read: (Reading & { readonly path: string })[] = [];
    for (const { path } of stories) {
      await visit.go(path);
      await visit.scrollThrough();
      read.push({ path, ...(await probe(visit.page, "reading")) });
    }
    await visit.close();
    return read;
  });
  for (const [index, { path, paragraphs, faults }] of without.entries()) {
    const seen = withScripts[index];
    // Some is for paper alone, whoever looks.
    assert.equal(
      faults.filter((fault) => !seen?.faults.includes(fault)),
      [],
      path,
    );
    assert.equal(
      seen?.paragraphs.filter((text) => !paragraphs.includes(text)),
      [],
      path,
    );
    assert.ok(paragraphs.length > 0, path);
  }
});
bare.after(async () => {
  await browser?.close();
  await host.close();
});
bare.run();
