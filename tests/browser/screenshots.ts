/**
 * `npm run screenshots`: pictures of a page of every kind in every width, light and dark, and of some pages as few see
 * them, with sheets of them to look at. `npm run screenshots -- home 360 dark`: only those whose name has each of these
 * words; a page's name is its kind, genre and language.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { inParallel, type Look, openBrowser, type Visit } from "./browser.ts";
import { type Shot, writeIndex, writeSheets } from "./contact-sheet.ts";
import { nameOfPage, schemes, still, takePicture, widths } from "./page-pictures.ts";
import { choosePages, type SamplePage } from "./sample-pages.ts";
import { printSampleSite } from "./sample-site.ts";
import { hostSite } from "./site-host.ts";

/** A way to look at pages: what it is called, and what is done to a page before it is looked at. */
type Sight = {
  readonly name: string;
  readonly look: Look & { readonly width: number };
  readonly prepare?: (visit: Visit) => Promise<unknown>;
  readonly pages: readonly SamplePage[];
};

const folder = resolve(import.meta.dirname, "../../.cache/screenshots");
const tallest = 6_000;
const words = process.argv.slice(2);

const { folder: output, pages } = await printSampleSite();
const host = await hostSite(output);
const browser = await openBrowser();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const chosen = ["en", "fr", "ar"].flatMap((language) => choosePages(pages, [language]));
const shots = (await inParallel(listSights(), takeAll, 2)).flat();
await browser.close();
await host.close();
const sheets = await writeAllSheets();
writeIndex(folder, shots, sheets);
console.log([...sheets.map((name) => join(folder, name)), join(folder, "index.html")].join("\n"));

function listSights(): Sight[] {
  const usual = widths.flatMap((width) =>
    schemes.map((colours) => ({ name: `${width} ${colours}`, look: { width, colours }, pages: chosen })),
  );
  return [...usual, ...listRareSights()].flatMap((sight) => {
    const wanted = sight.pages.filter((page) => isWanted(`${nameOfPage(page)} ${sight.name}`));
    return wanted.length > 0 ? [{ ...sight, pages: wanted }] : [];
  });
}

function isWanted(name: string): boolean {
  const parts = name.split(/[- ]/);
  return words.every((word) => parts.includes(word));
}

/** What is seen seldom, and must look well all the same. */
function listRareSights(): Sight[] {
  const some = chosen.filter(
    ({ kind, genre, language }) =>
      /^(en|ar)/.test(language) &&
      (/^(home|section|contributor)-front$/.test(kind) || genre === "report" || genre === "live"),
  );
  const headline = (length: number) => (visit: Visit) => visit.page.evaluate(rename(length));
  const rare: readonly Omit<Sight, "pages">[] = [
    { name: "print", look: { width: 794 }, prepare: ({ page }) => page.emulateMedia({ media: "print" }) },
    { name: "zoom 200", look: { width: 640, density: 2 } },
    { name: "reflow 320", look: { width: 320 } },
    { name: "pictures missing", look: { width: 360 }, prepare: withoutPictures },
    { name: "headlines of 3", look: { width: 360 }, prepare: headline(3) },
    { name: "headlines of 160", look: { width: 360 }, prepare: headline(160) },
    { name: "wide headlines of 3", look: { width: 1_280 }, prepare: headline(3) },
    { name: "wide headlines of 160", look: { width: 1_280 }, prepare: headline(160) },
    { name: "without script", look: { width: 360, script: false } },
    { name: "forced colours", look: { width: 360, forcedColours: true } },
    { name: "more contrast", look: { width: 360, contrast: "more" } },
  ];
  return rare.map((sight) => ({ ...sight, pages: some }));
}

async function withoutPictures({ page }: Visit): Promise<void> {
  await page.route("**", (route) =>
    route.request().resourceType() === "image" ? route.abort() : route.continue(),
  );
  await page.reload();
}

/** Headlines of so many letters, in the letters that they have. */
function rename(length: number): string {
  return `for (const headline of document.querySelectorAll(".article h1, .teaser-headline a")) {
    const text = headline.textContent.trim() + " ";
    headline.textContent = text.repeat(${length}).slice(0, ${length});
  }`;
}

/** One window for all pages of a sight: a new one for each costs more than the page. */
async function takeAll({ name, look, prepare, pages: wanted }: Sight): Promise<Shot[]> {
  const visit = await browser.visit(host.origin, "/404.html", { ...still, ...look });
  const taken: Shot[] = [];
  for (const page of wanted) {
    await visit.go(page.path);
    await prepare?.(visit);
    await visit.scrollThrough();
    const file = `${nameOfPage(page)}-${name.replaceAll(" ", "-")}.png`;
    writeFileSync(join(folder, file), await takePicture(visit, tallest));
    taken.push({ file, name: nameOfPage(page), path: page.path, look: name });
  }
  await visit.close();
  return taken;
}

async function writeAllSheets(): Promise<string[]> {
  const usual = widths.flatMap((width) =>
    schemes.map((colours) => ({ name: `${width} ${colours}`, width, look: `${width} ${colours}` })),
  );
  const names: string[] = [];
  for (const { name, width, look } of usual) {
    const own = shots.filter((shot) => shot.look === look);
    names.push(...(await writeSheets(folder, `sheet-${name.replace(" ", "-")}`, own, width)));
  }
  const rare = shots.filter(({ look }) => !usual.some((each) => each.look === look));
  return [...names, ...(await writeSheets(folder, "sheet-rare", rare, 800))];
}
