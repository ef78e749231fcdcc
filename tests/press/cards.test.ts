import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import sharp from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { listRuns } from "../../src/press/cards/bidi-runs.ts";
import { openLettering } from "../../src/press/cards/lettering.ts";
import { compareTrees, readTree } from "../output-tree.ts";
import { pngOf } from "../pictures.ts";
import { copyOf, makeSite, masthead, now, print, put, type Site } from "../site.ts";
import { printThroughEleventy } from "../through-eleventy.ts";

const theme = resolve(import.meta.dirname, "../../_includes");
const pages = { "social-card": true };
const story = { headline: "Forty-one houses, eleven lights", section: "news", published: "2026-05-01" };
const page = "news/2026/05/a/index.html";

const paperWith = (fields: object = {}) =>
  makeSite({ "_data/masthead.json": masthead, "articles/a.md": copyOf({ ...story, ...fields }) });
const listCards = ({ output }: Site) =>
  existsSync(join(output, "cards")) ? readdirSync(join(output, "cards")) : [];
const printCards = (site: Site) => printThroughEleventy(site, { pages, now });
/** The output of the same folder, printed with neither cache nor output. */
async function printAnew(site: Site): Promise<string> {
  const clean = { ...site, output: join(site.root, "clean"), cache: join(site.root, "clean-cache") };
  await printCards(clean);
  return clean.output;
}
const sharedBy = ({ output }: Site) =>
  /property="og:image" content="https:\/\/test\.example\/([^"]+)"/.exec(
    readFileSync(join(output, page), "utf8"),
  )?.[1];

const cards = suite("a card");

cards("is drawn for an article without a picture, which names it", async () => {
  const site = paperWith();
  await printCards(site);
  const [name = ""] = listCards(site);
  assert.match(name, /^a-[0-9a-f]{10}\.png$/);
  assert.is(sharedBy(site), `cards/${name}`);
  const bytes = readFileSync(join(site.output, "cards", name));
  const { width, height, format } = await sharp(bytes).metadata();
  assert.equal([width, height, format], [1200, 630, "png"]);
  assert.ok(bytes.byteLength < 60_000, `${bytes.byteLength} bytes`);
  // Ink where the headline stands, none where nothing does.
  const inkAt = async (left: number, top: number) => {
    const part = sharp(await sharp(bytes).extract({ left, top, width: 400, height: 80 }).png().toBuffer());
    return (await part.greyscale().stats()).channels[0]?.min ?? 255;
  };
  assert.ok((await inkAt(80, 180)) < 60);
  assert.ok((await inkAt(700, 400)) > 200);
});

cards("is not there unless a site asks for it, nor for an article that has a picture", async () => {
  const site = paperWith();
  await print(site);
  assert.equal(listCards(site), []);
  put(site, {
    "media/a.png": pngOf(400, 300),
    "articles/a.md": copyOf({ ...story, lead: { src: "/media/a.png", alt: "" } }),
  });
  await printCards(site);
  assert.equal(listCards(site), []);
  assert.match(sharedBy(site) ?? "", /^pictures\//);
});

cards("is not drawn where the fonts lack a letter: the mark of the publication stands in", async () => {
  const site = paperWith({ headline: "مخبز على الرصيف" });
  put(site, {
    "_data/masthead.json": masthead.replace("}", ',"logo":"/media/a.png"}'),
    "media/a.png": pngOf(40, 40),
  });
  await printCards(site);
  assert.equal(listCards(site), []);
  assert.is(sharedBy(site), "media/a.png");
});

cards("is another when what is on it changes, and is the same in a clean edition", async () => {
  const site = paperWith();
  await printCards(site);
  const seen = new Set(listCards(site));
  const changes = [
    { "articles/a.md": copyOf({ ...story, headline: "Другий заголовок" }) },
    { "_data/sections.json": '[{ "slug": "news", "name": "What is new" }]' },
    { "_data/masthead.json": masthead.replace("The Test", "The Trial") },
  ];
  for (const change of changes) {
    put(site, change);
    await printCards(site);
    const [name = "", ...more] = listCards(site);
    assert.equal([seen.has(name), more], [false, []], JSON.stringify(change));
    assert.is(sharedBy(site), `cards/${name}`);
    seen.add(name);
  }
  assert.equal(compareTrees(readTree(site.output), readTree(await printAnew(site))), []);
});

cards("is each story's own where two are called alike", async () => {
  const site = paperWith();
  put(site, {
    "articles/a.md": undefined,
    "articles/2026-04-03-letters.md": copyOf({ ...story, published: "2026-04-03" }),
    "articles/2026-05-03-letters.md": copyOf({ ...story, published: "2026-05-03" }),
  });
  await printCards(site);
  assert.is(listCards(site).length, 2);
});

cards("has the same bytes whenever it is drawn", async () => {
  const given = process.env.BROADSHEET_MADE;
  delete process.env.BROADSHEET_MADE;
  try {
    const site = paperWith({
      headline: "A headline that is broken into lines, and says: “Ångström” – п’ять €",
    });
    await printCards(site);
    rmSync(join(site.cache, "made"), { recursive: true });
    assert.equal(compareTrees(readTree(site.output), readTree(await printAnew(site))), []);
  } finally {
    if (given !== undefined) process.env.BROADSHEET_MADE = given;
  }
});

cards.run();

const letters = suite("the letters of cards");

letters("are those of the theme's fonts", () => {
  const { hold } = openLettering((name) => readFileSync(join(theme, name))) ?? {};
  for (const text of ["Ferry", "Ångström – “é”", "п’ять", "Łódź", "\u2067"]) assert.ok(hold?.(text), text);
  for (const text of ["مخبز", "面包", "🍞"]) assert.not.ok(hold?.(text), text);
});

letters("are none where the theme has no fonts", () => {
  assert.is(
    openLettering(() => undefined),
    undefined,
  );
});

letters.run();

const runs = suite("the runs of a line");

/** What the line is in logical order, and its runs as they stand from left to right. */
const lines: readonly (readonly [line: string, base: "ltr" | "rtl", shown: string[]])[] = [
  ["A ferry", "ltr", ["A ferry"]],
  ["שלום עולם", "rtl", ["<שלום עולם"]],
  ["שלום BBC עולם", "rtl", ["< עולם", "BBC", "<שלום "]],
  ["BBC: שלום!", "ltr", ["BBC: ", "<שלום", "!"]],
  ["עוד 24 שעות", "rtl", ["< שעות", "24", "<עוד "]],
];
for (const [line, base, shown] of lines)
  runs(`stand in their order: ${line}`, () => {
    assert.equal(
      listRuns(line, base).map(({ text, direction }) => (direction === "rtl" ? `<${text}` : text)),
      shown,
    );
  });

runs.run();
