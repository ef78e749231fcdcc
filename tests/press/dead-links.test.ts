import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { formatProblem } from "../../src/kit/problem.ts";
import { compareTrees, readTree } from "../output-tree.ts";
import { pngOf } from "../pictures.ts";
import { copyOf, makeSite, masthead, print, printClean, put } from "../site.ts";

const story = copyOf(
  { headline: "Our rules", section: "news", published: "2026-05-01" },
  "## Ethics\n\nWords.",
);

/** The masthead with policies, each on a line of its own from the second. */
function mastheadWith(policies: Readonly<Record<string, string>>): string {
  return JSON.stringify({ policies, ...JSON.parse(masthead) }, null, 1)
    .replace("{\n", "{")
    .replace(/^\{ /, "{ ");
}

const named = suite("pages that the masthead names");

named("are told with file and line where they are not there, with each edition until they are", async () => {
  const site = makeSite({
    "articles/our-rules.md": story,
    "_data/masthead.json": mastheadWith({
      publishingPrinciples: "/news/2026/05/our-rules/",
      ethicsPolicy: "/news/2026/05/our-rules/#ethics",
      correctionsPolicy: "/news/2026/05/our-rules/#fairness",
      unnamedSourcesPolicy: "https://test.example/sources/",
      masthead: "https://elsewhere.example/staff/",
      diversityPolicy: "/news/",
      ownershipFundingInfo: "/owners/?a=b#c",
    }),
  });
  const deadIn = async () =>
    (await print(site)).problems
      .filter(({ rule }) => rule === "link-dead")
      .map((problem) => formatProblem(problem).slice(site.folder.length + 1));
  const advice = "  Write the path of a page that is there, or remove it.  [link-dead]";
  const dead = [
    `_data/masthead.json:4:24 /news/2026/05/our-rules/#fairness is no page of this site.${advice}`,
    `_data/masthead.json:5:27 /sources/ is no page of this site.${advice}`,
    `_data/masthead.json:8:27 /owners/?a=b#c is no page of this site.${advice}`,
  ];
  assert.equal(await deadIn(), dead);
  assert.equal(await deadIn(), dead);
  put(site, {
    "articles/our-rules.md": story.replace("Words.", "Words.\n\n## Fairness\n\nMore words."),
    "articles/sources.md": copyOf({
      headline: "Sources",
      published: "2026-05-01",
      aliases: ["/sources/", "/owners/"],
    }),
  });
  assert.equal(await deadIn(), [dead[2]]);
});
named.run();

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
shown.run();
