import type { Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hasTool, tools } from "../debian-tools.ts";
import { tellAtEnd } from "../tell-at-end.ts";
import { inParallel, openBrowser } from "./browser.ts";
import { still } from "./page-pictures.ts";
import { type Focus, probe } from "./probes.ts";
import { choosePages } from "./sample-pages.ts";
import { printSampleSite } from "./sample-site.ts";
import { hostSite } from "./site-host.ts";

const { folder, pages } = await printSampleSite();
const host = await hostSite(folder);
const browser = hasTool(tools.chromium, "the pages by the keyboard") ? await openBrowser() : undefined;
const mostStops = 400;
const fewest = 20;

/** Genres differ in words and not in what one can press. The text edition has nothing to skip. */
const chosen = [...choosePages(pages, ["en"]), ...choosePages(pages, ["ar"])].filter(
  ({ kind, genre, direction }) =>
    !kind.startsWith("text-") &&
    (direction === "ltr" || /^(home-front|article-page)$/.test(kind)) &&
    (genre === undefined || /^(report|live|explainer)$/.test(genre)),
);

/** What is wrong with pages by a look at each: in both widths, or in one after the other by turns, where that takes long. */
async function eachPage(
  look: (page: Page) => Promise<readonly string[]>,
  isByTurns = false,
): Promise<string[]> {
  if (!browser) return [];
  const found = await inParallel([360, 1280], async (width, turn) => {
    const visit = await browser.visit(host.origin, "/404.html", { ...still, width });
    const faults: string[] = [];
    for (const { path } of chosen.filter((_, index) => !isByTurns || index % 2 === turn)) {
      await visit.go(path);
      faults.push(...(await look(visit.page)).map((fault) => `${path} at ${width} px: ${fault}`));
    }
    await visit.close();
    return faults;
  });
  return found.flat();
}

async function press(page: Page): Promise<Focus | undefined> {
  await page.keyboard.press("Tab");
  return probe(page, "focus");
}

/** Everything that the focus comes to, until it leaves the page. A player has stops of its own, which count as one. */
async function walkThrough(page: Page): Promise<Focus[]> {
  const stops: Focus[] = [];
  for (let presses = 0; presses < mostStops; presses++) {
    const focus = await press(page);
    if (focus === undefined || focus.number < stops.length - 1) return stops;
    if (focus.number === stops.length) stops.push(focus);
    else if (!focus.isPlayer) return [...stops, { ...focus, faults: ["keeps the focus"] }];
  }
  return [
    ...stops,
    { number: 0, name: "the page", place: "", className: "", isPlayer: false, faults: ["has no end"] },
  ];
}

const keyboard = suite("the keyboard");
keyboard("comes first to the link that skips to the story, which leads there", async () => {
  const faults = await eachPage(async (page) => {
    const first = await press(page);
    await page.keyboard.press("Enter");
    const next = await press(page);
    return [
      ...(first?.className.includes("skip-link") ? [] : [`the first stop is ${first?.name}`]),
      ...(first?.faults ?? []).map((fault) => `the skip link ${fault}`),
      // Where the story has nothing to press, what follows it comes.
      ...(next === undefined || ["main", "footer"].includes(next.place) ? [] : [`it leads to ${next.name}`]),
    ];
  });
  assert.equal(faults.slice(0, fewest), []);
});
keyboard("goes on through the navigation to the end: always seen, never caught", async () => {
  let stops = 0;
  const faults = await eachPage(async (page) => {
    const walk = await walkThrough(page);
    stops += walk.length;
    const places = walk.map(({ place }) => place);
    const isAhead = places.includes("nav") && places.indexOf("nav") < places.lastIndexOf("main");
    return [
      ...(isAhead || !places.includes("main") ? [] : ["the navigation does not come before the story"]),
      ...walk.flatMap(({ name, faults: own }) => own.map((fault) => `${name} ${fault}`)),
    ];
  }, true);
  assert.equal(faults.slice(0, fewest), []);
  tellAtEnd(`# The keyboard went through ${chosen.length} pages, to ${stops} stops.`);
});
keyboard.after(async () => {
  await browser?.close();
  await host.close();
});
keyboard.run();
