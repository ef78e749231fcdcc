import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { copyOf, makeSite, print } from "./site.ts";

/** A feature of the README: files that a reader would write, and lines of a page that is printed of them. */
const feature =
  /### ([^\n]+)\n(?:(?!\n### )[\s\S])*?<!-- feature -->\n`([^`]+)`\n\n```\w+\n([\s\S]*?)```\n\n`([^`]+)` shows\n\n```html\n([\s\S]*?)```/g;
const readme = readFileSync(resolve(import.meta.dirname, "../README.md"), "utf8");

/** The paper that the README's features are shown with. */
const paper = {
  "_data/masthead.json": JSON.stringify({
    name: "The Packet",
    url: "https://packet.example/",
    timeZone: "Europe/Dublin",
    language: "en-IE",
  }),
  "_data/sections.json": JSON.stringify([{ slug: "news", name: "News" }]),
  "articles/pier-opens.md": copyOf({
    headline: "Pier opens",
    published: "2026-05-20T08:00",
    series: { name: "The last boats", part: 1 },
  }),
  "articles/ferry-returns.md": copyOf({
    headline: "Ferry returns",
    published: "2026-06-01T08:00",
    topics: ["Ferries"],
    series: { name: "The last boats", part: 2 },
  }),
  "articles/le-bac.md": copyOf({
    headline: "Le bac",
    language: "fr",
    published: "2026-06-02T08:00",
    topics: ["Ships"],
    translations: "ferry-returns",
  }),
};

const features = suite("features of the README");
const shown = [...readme.matchAll(feature)];
features("are all found", () => {
  assert.is(shown.length, readme.split("<!-- feature -->").length - 1);
  assert.ok(shown.length >= 5);
});
for (const [, name = "", file = "", text = "", url = "", lines = ""] of shown)
  features(`${name}: prints what is shown, in ten lines at most`, async () => {
    for (const part of [text, lines]) assert.ok(part.trim().split("\n").length <= 10);
    const site = makeSite({ ...paper, [file]: text });
    await print(site);
    const page = readFileSync(join(site.output, url, "index.html"), "utf8");
    let at = 0;
    for (const part of lines.split(/^…\n/m)) {
      const found = page.indexOf(part.trim(), at);
      assert.ok(found >= 0, `not there, or not in that order:\n${part}\nin\n${page}`);
      at = found + part.trim().length;
    }
  });
features.run();
