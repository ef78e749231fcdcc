import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Looks } from "../../src/article/masthead.ts";
import { contrast, parseColour } from "../../src/kit/colour.ts";
import { themeFolder } from "../../src/press/setup.ts";
import { listFirstFonts, openStylesheet } from "../../src/press/stylesheet.ts";
import { openTheme } from "../../src/press/theme.ts";

const theme = openTheme([themeFolder]);
const sheetOf = (looks?: Looks) => openStylesheet(theme, looks);

const sheet = suite("openStylesheet");

sheet("holds all that it is a list of, and names each font by its hash", () => {
  const { css, fonts } = sheetOf();
  assert.not.match(css, /@import|url\("\.\./);
  assert.match(css, /--paper: light-dark\(/);
  assert.ok(fonts.size > 8);
  for (const [url, file] of fonts) {
    assert.match(url, /^\/assets\/[\w-]+-[0-9a-f]{10}\.woff2$/);
    assert.match(css, `url("${url.slice("/assets/".length)}")`);
    assert.ok(theme.findBytes(file));
  }
});

sheet("has another address for each setting of the theme", () => {
  const settings: Looks[] = [
    {},
    { accent: "#0a5c8f" },
    { density: "airy" },
    { fonts: "system" },
    { dropCap: true },
  ];
  assert.is(new Set(settings.map((looks) => sheetOf(looks).asset.url)).size, settings.length);
});

sheet("reads no property without another value that no file defines", () => {
  const folder = join(themeFolder, "broadsheet", "styles");
  const css = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
  const defined = new Set(Array.from(css.matchAll(/(--[\w-]+)\s*:/g), ([, name]) => name));
  const read = Array.from(css.matchAll(/var\((--[\w-]+)\)/g), ([, name]) => name);
  assert.ok(read.length > 100, `${read.length} of them`);
  assert.equal(
    read.filter((name) => !defined.has(name)),
    [],
  );
});

sheet("loads no font where the masthead says so", () => {
  const { css, fonts } = sheetOf({ fonts: "system" });
  assert.is(fonts.size, 0);
  assert.not.match(css, /@font-face/);
  assert.match(css, /--plain: system-ui/);
});

for (const accent of ["#ffd500", "#0a5c8f", "#ffffff", "#000000", "#14161a", "#fdfcf9", "#777777"])
  sheet(`makes letters in ${accent} legible on both papers, and lines to be seen`, () => {
    const { css } = sheetOf({ accent });
    const own = css.slice(css.lastIndexOf(":root"));
    const coloursOf = (property: string, text: string) =>
      new RegExp(`--${property}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(text)?.slice(1) ?? [];
    for (const [property, ratios] of [
      ["accent", [4.5, 4.5]],
      ["brand", [1.15, 2.1]],
    ] as const)
      for (const paper of ["paper", "tint"])
        for (const at of [0, 1]) {
          const [colour, ground] = [coloursOf(property, own)[at], coloursOf(paper, css)[at]].map(
            (text = "") => parseColour(text),
          );
          const isSeen = colour && ground && contrast(colour, ground) >= (ratios[at] ?? 21);
          assert.ok(isSeen, `${property} on ${paper} ${at}`);
        }
  });
sheet("has the wordmark of dark paper on screens alone: a printed sheet is light", () => {
  const { css } = sheetOf({});
  const elsewhere = css.replace(/@media screen[^{]*\{(?:[^{}]*\{[^}]*\})*\s*\}/g, "");
  assert.match(css, /\.wordmark-dark \{\s+display: block/);
  assert.not.match(elsewhere, /\.wordmark-dark \{\s+display: block/);
});
sheet("keeps an accent as it is where it is seen", () => {
  const own = (accent: string) => sheetOf({ accent }).css;
  assert.match(own("#ffd500"), "--brand: light-dark(#ffd500, #ffd500);");
  assert.match(own("#0a6b5c"), "--brand: light-dark(#0a6b5c, #0a6b5c);");
  assert.match(own("#112244"), /--brand: light-dark\(#112244, #(?!112244)/);
});

sheet.run();

const first = suite("listFirstFonts");
for (const [language, names] of [
  ["en-IE", ["serif-latin-", "sans-latin-"]],
  ["uk", ["serif-latin-", "serif-cyrillic-", "sans-latin-", "sans-cyrillic-"]],
  ["ar", []],
] as const)
  first(`are those of the script of ${language}`, () => {
    const found = listFirstFonts(sheetOf(), language).map((url) =>
      url.replace(/^\/assets\/(.*-)[0-9a-f]+\.woff2$/, "$1"),
    );
    assert.equal(found.sort(), [...names].sort());
  });
first.run();
