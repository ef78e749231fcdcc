import axeCore, { type AxeResults } from "axe-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hasTool, tools } from "../debian-tools.ts";
import { tellAtEnd } from "../tell-at-end.ts";
import { inParallel, openBrowser, type Visit } from "./browser.ts";
import { still } from "./page-pictures.ts";
import { choosePages } from "./sample-pages.ts";
import { printSampleSite } from "./sample-site.ts";
import { hostSite } from "./site-host.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const { folder, pages } = await printSampleSite();
const chosen = [...choosePages(pages, ["en"]), ...choosePages(pages, ["ar"])];
const host = await hostSite(folder);
const browser = hasTool(tools.chromium, "what axe says of pages") ? await openBrowser() : undefined;

const axe = suite("axe");
/** Each width once, and all colours: what a rule looks at depends on one of them. */
const looks = [
  { ...still, width: 360, colours: "light" },
  { ...still, width: 1280, colours: "dark" },
] as const;
axe("finds nothing wrong with any kind of page, light and dark, to the right and to the left", async () => {
  if (!browser) return;
  const { visit } = browser;
  const faults = await inParallel(looks, async (look) => {
    const seen = await visit(host.origin, "/404.html", look);
    const found: string[] = [];
    for (const { path } of chosen) {
      await seen.go(path);
      found.push(...(await faultsByAxe(seen)).map((fault) => `${path} ${look.colours} ${fault}`));
    }
    await seen.close();
    return found;
  });
  assert.equal(faults.flat().slice(0, 20), []);
  tellAtEnd(`# axe ${axeCore.version} looked at ${chosen.length} pages, light and dark.`);
});
axe("finds what is wrong", async () => {
  if (!browser) return;
  const seen = await browser.visit(host.origin, "/404.html");
  const spoil = 'document.querySelector("main").innerHTML = "<h1></h1><img src=/media/ferry.jpg>"';
  await seen.page.evaluate(spoil);
  const faults = (await faultsByAxe(seen)).join("\n");
  assert.match(faults, /^image-alt: /m);
  assert.match(faults, /^empty-heading: /m);
  await seen.close();
});
axe.after(async () => {
  await browser?.close();
  await host.close();
});
axe.run();

/** What is wrong with the page by axe, a line each. */
async function faultsByAxe({ page }: Visit): Promise<string[]> {
  await page.evaluate(axeCore.source);
  const options = JSON.stringify({ runOnly: tags, resultTypes: ["violations"] });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary?.replaceAll(/\s+/g, " ")}`),
  );
}
