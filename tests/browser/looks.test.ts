import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hasTool, tools } from "../debian-tools.ts";
import { tellAtEnd } from "../tell-at-end.ts";
import { inParallel, openBrowser, type Visit } from "./browser.ts";
import { nameOfPage, schemes, still, takePicture, widths } from "./page-pictures.ts";
import { comparePictures, keepPicture } from "./picture-comparison.ts";
import { choosePages } from "./sample-pages.ts";
import { printSampleSite } from "./sample-site.ts";
import { hostSite } from "./site-host.ts";

/** The pictures that were agreed on. `UPDATE=1` takes them anew where a page looks otherwise. */
const kept = join(import.meta.dirname, "looks");
const isUpdate = process.env.UPDATE === "1";
/** How much of a page is kept: on a wide screen more of it is seen at once. */
const tallestIn = (width: number) => (width < 1_000 ? 2_400 : 1_600);
/** A busy machine may be caught before it has painted all. */
const attempts = 3;

const { folder, pages } = await printSampleSite();
/**
 * What would be here by chance: a font that comes late, which the theme leaves out, and how finely a picture is drawn in
 * another size. So a picture is a box.
 */
const steady = (style: string) =>
  `${style.replace(/font-display: ?optional/g, "font-display:block")}\nimg{object-position:-9999px!important;background:#7a8a99!important}`;
const host = await hostSite(folder, (file, text) =>
  file.endsWith(".css") ? steady(text) : text.replace(/ integrity="[^"]*"/g, ""),
);
const browser = hasTool(tools.chromium, "how pages look") ? await openBrowser() : undefined;

const chosen = [...choosePages(pages, ["en"]), ...choosePages(pages, ["ar"])].filter(
  ({ kind, genre, direction }) =>
    (direction === "ltr" || /^(home-front|article-page)$/.test(kind)) &&
    (genre === undefined || /^(report|live|explainer)$/.test(genre)),
);
const story = chosen.find(({ genre }) => genre === "explainer")?.path ?? "/";

const comparison = suite("pictures that are compared");
/** What is done to a story, and whether it is seen. */
const changes: Readonly<Record<string, readonly [script: string, isSeen: boolean]>> = {
  nothing: ["", false],
  "a margin": ['document.querySelector(".article-header").style.paddingBlockEnd = "3px"', true],
  "the colour of an accent": [
    'for (const name of ["--accent", "--brand"]) document.documentElement.style.setProperty(name, "#0050c0")',
    true,
  ],
  "the paper": ['document.body.style.background = "#f7f5ee"', true],
  "the weight of a headline": ['document.querySelector("h1").style.fontWeight = 400', true],
  "a line that is missing": [
    'document.querySelector(".byline, .article-meta").style.visibility = "hidden"',
    true,
  ],
};
for (const width of [360, 1920])
  comparison(`tell what somebody changed at ${width} px, and not what a machine blurs`, async () => {
    if (!browser) return;
    const visit = await browser.visit(host.origin, story, { ...still, width });
    const take = () => takePicture(visit, tallestIn(width));
    await visit.scrollThrough();
    const before = await take();
    const blurred = await sharp(before).blur(0.7).png().toBuffer();
    assert.is((await comparePictures(await keepPicture(before), await keepPicture(blurred))).why, undefined);
    for (const [what, [script, isSeen]] of Object.entries(changes)) {
      await visit.go(story);
      await visit.scrollThrough();
      await visit.page.evaluate(script);
      const { why, sheet } = await comparePictures(
        await keepPicture(before),
        await keepPicture(await take()),
      );
      assert.is(why !== undefined, isSeen, `${what}: ${why}`);
      if (isSeen) assert.is((await sharp(await sheet()).metadata()).format, "png");
    }
    await visit.close();
  });
comparison.run();

const looks = suite("how pages look");
looks("is as it was agreed on, in every width, light and dark", async () => {
  if (!browser) return;
  if (isUpdate) mkdirSync(kept, { recursive: true });
  assert.ok(existsSync(kept), "No pictures are kept: UPDATE=1 npm test -- browser/looks");
  const found = (await inParallel(widths, lookAt, 2)).flat();
  const names = new Set(found.map(({ name }) => name));
  const strange = readdirSync(kept).filter((name) => !names.has(name));
  if (isUpdate) for (const name of strange) rmSync(join(kept, name));
  const faults = [
    ...found.flatMap(({ name, why }) => (why === undefined ? [] : [`${name}: ${why}`])),
    ...(isUpdate ? [] : strange.map((name) => `${name} is of no page`)),
  ];
  assert.equal(faults, []);
  tellAtEnd(`# ${found.length} pictures of ${chosen.length} pages were compared.`);
});
looks.after(async () => {
  await browser?.close();
  await host.close();
});
looks.run();

type Look = { readonly name: string; readonly why: string | undefined };

/** All pages in one width. Under `UPDATE=1` what looks otherwise is what is agreed on from now on. */
async function lookAt(width: number): Promise<Look[]> {
  const found: Look[] = [];
  const visit = await browser?.visit(host.origin, "/404.html", { ...still, width });
  for (const page of visit ? chosen : []) {
    await visit?.go(page.path);
    await visit?.scrollThrough();
    for (const colours of schemes) {
      const name = `${nameOfPage(page)}-${width}-${colours}.webp`;
      await visit?.page.emulateMedia({ colorScheme: colours, reducedMotion: "reduce" });
      if (visit) found.push({ name, why: await compareKept(visit, name, tallestIn(width)) });
    }
  }
  await visit?.close();
  return found;
}

async function compareKept(visit: Visit, name: string, tallest: number): Promise<string | undefined> {
  const file = join(kept, name);
  for (let attempt = 1; ; attempt++) {
    const now = await keepPicture(await takePicture(visit, tallest));
    const before = existsSync(file) ? readFileSync(file) : undefined;
    const { why, sheet } = before ? await comparePictures(before, now) : { why: "is not kept yet" };
    if (why === undefined) return undefined;
    if (attempt < attempts && before) continue;
    if (isUpdate) {
      writeFileSync(file, now);
      return undefined;
    }
    if (sheet === undefined) return why;
    const shown = join(mkdtempSync(join(tmpdir(), "broadsheet-looks-")), name.replace(/webp$/, "png"));
    writeFileSync(shown, await sheet());
    return `${why}: ${shown}`;
  }
}
