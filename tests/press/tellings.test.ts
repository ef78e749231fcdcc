import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareTrees, readTree } from "../output-tree.ts";
import { pngOf } from "../pictures.ts";
import { copyOf, makeSite, masthead, print, printClean, put } from "../site.ts";

const shown = suite("files that are to be shown");

shown(
  "are told where they are named and are not there, with the one of that name that may be meant",
  async () => {
    const theme = { wordmark: "/media/wordmark.svg" };
    const site = makeSite({
      "_data/masthead.json": `{"theme":${JSON.stringify(theme)},\n${masthead.slice(1)}`,
      "_data/contributors.json": '{ "mary": { "name": "Mary",\n"portrait": "/media/mary.png" } }',
      "articles/a.md": copyOf(
        { headline: "A", published: "2026-05-01", lead: { src: "/media/faces/pier.png", alt: "A" } },
        "Words.\n\n![B](media/mary-byrne.png) and ![C](near.png)",
      ),
      "media/pier.png": pngOf(8, 4),
      "media/mary-byrne.png": pngOf(8, 4),
    });
    const missing = async () => {
      const { problems } = await print(site);
      return problems
        .filter(({ rule }) => rule === "picture-missing")
        .map(({ file, line, message, hint }) => `${file.split("/").at(-1)}:${line} ${message} ${hint}`);
    };
    const advice = "is not in the media folder. Put the file there, or write another address.";
    const meant = (path: string) => `is not in the media folder. Write ${path} if that is meant.`;
    assert.equal(await missing(), [
      `contributors.json:2 /media/mary.png ${advice}`,
      `masthead.json:1 /media/wordmark.svg ${advice}`,
      `a.md:4 /media/faces/pier.png ${meant("/media/pier.png")}`,
      `a.md:9 media/mary-byrne.png ${meant("/media/mary-byrne.png")}`,
      `a.md:9 near.png ${advice}`,
    ]);
    const home = () => readFileSync(join(site.output, "index.html"), "utf8");
    assert.not.match(home(), /wordmark/, "the name stands in letters");
    put(site, {
      "media/wordmark.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"/>',
      "media/near.png": pngOf(8, 4),
    });
    const [, second = "", ...others] = await missing();
    assert.match(second, /faces\/pier/);
    assert.match(others.at(-1) ?? "", `near.png ${meant("/media/near.png")}`);
    assert.match(home(), 'src="/media/wordmark.svg"');
    assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
  },
);
shown("are not advised while only stories under embargo name them, nor where they are broken", async () => {
  const lead = (src: string) => ({ lead: { src, alt: "A" } });
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/a.md": copyOf({ headline: "A", published: "2026-05-01", ...lead("/media/old/winner.png") }),
    "articles/b.md": copyOf({ headline: "B", published: "2026-05-01", ...lead("/media/old/cut.png") }),
    "articles/c.md": copyOf({ headline: "C", embargoedUntil: "2027-05-01", ...lead("/media/winner.png") }),
    "media/winner.png": pngOf(8, 4),
    "media/cut.png": pngOf(8, 4).slice(0, 30),
  });
  const { problems } = await print(site);
  const hints = problems.flatMap(({ rule, hint }) => (rule === "picture-missing" ? hint : []));
  assert.equal(hints, Array(2).fill("Put the file there, or write another address."));
});

shown("may be written with the site's own URL", async () => {
  const own = (path: string) => `${JSON.parse(masthead).url}${path}`;
  const site = makeSite({
    "_data/masthead.json": JSON.stringify({
      ...JSON.parse(masthead),
      theme: { wordmark: own("media/wordmark.svg") },
    }),
    "_data/contributors.json": JSON.stringify({ mary: { name: "Mary", portrait: own("media/mary.png") } }),
    "articles/a.md": copyOf({ headline: "A", published: "2026-05-01", byline: "mary" }),
    "media/mary.png": pngOf(8, 4).slice(0, 30),
  });
  const { problems } = await print(site, { hold: true });
  assert.equal(problems.map(({ rule }) => rule).sort(), ["picture-broken", "picture-missing"]);
  assert.match(problems.map(({ message }) => message).join(), /shown in \S+contributors\.json:1\./);
  assert.not.match(readFileSync(join(site.output, "index.html"), "utf8"), /wordmark/);
});
shown.run();
