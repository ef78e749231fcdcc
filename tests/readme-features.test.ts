import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { copyOf, makeSite } from "./site.ts";
import { printThroughEleventy } from "./through-eleventy.ts";

/** A feature of the README: a file that a reader would write. */
const feature = /### ([^\n]+)\n(?:(?!\n### )[\s\S])*?<!-- feature -->\n`([^`]+)`\n\n```\w+\n([\s\S]*?)```\n/g;
/** Lines of a file that is printed of it: what follows at once. */
const output = /\n`([^`]+)` shows\n\n```\w+\n([\s\S]*?)```\n/y;
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
  "media/ferry.jpg": readFileSync(resolve(import.meta.dirname, "../content/media/ferry.jpg")),
  "articles/pier-opens.md": copyOf({
    headline: "Pier opens",
    published: "2026-05-20T08:00",
    byline: "Mary Byrne",
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
  assert.ok(shown.length >= 10);
});
for (const found of shown) {
  const [, name = "", file = "", text = ""] = found;
  const outputs = listOutputs(found.index + found[0].length);
  features(`${name}: prints what is shown, in ten lines at most`, async () => {
    assert.ok(outputs.length > 0);
    assert.ok(countLines(text) <= 10);
    const site = makeSite({ ...paper, [file]: text });
    await printThroughEleventy(site, {
      pages: { "text-article": true, "text-front": true, "article-oembed": true },
    });
    for (const { url, lines } of outputs) {
      assert.ok(countLines(lines) <= 10);
      const page = readFileSync(join(site.output, url.endsWith("/") ? `${url}index.html` : url), "utf8");
      let at = 0;
      for (const part of lines.split(/^…\n/m)) {
        const place = page.indexOf(part.trim(), at);
        assert.ok(place >= 0, `not in ${url}, or not in that order:\n${part}\nin\n${page}`);
        at = place + part.trim().length;
      }
    }
  });
}
features.run();

function listOutputs(from: number): { readonly url: string; readonly lines: string }[] {
  output.lastIndex = from;
  const [whole, url = "", lines = ""] = output.exec(readme) ?? [];
  return whole === undefined ? [] : [{ url, lines }, ...listOutputs(from + whole.length)];
}

function countLines(text: string): number {
  return text.trim().split("\n").length;
}
