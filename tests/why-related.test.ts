import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { WrongUse } from "../src/folder-use.ts";
import { whyRelated } from "../src/why-related.ts";
import { copyOf, failureOf, makeSite, masthead, print, put, type Site } from "./site.ts";

function storyOf(number: number, fields: Readonly<Record<string, unknown>> = {}): [string, string] {
  const published = new Date(Date.UTC(2026, 0, number + 1, 9)).toISOString();
  const said = { headline: `Story ${number}`, section: "news", byline: ["ann"], published, ...fields };
  return [`articles/story-${number}.md`, copyOf(said)];
}

const dredging = { topics: ["Dredging"] };
const files = {
  "_data/masthead.json": masthead,
  "_data/contributors.json": '{ "ann": { "name": "Ann Alder" } }',
  ...Object.fromEntries([
    ...Array.from({ length: 8 }, (_, number) => storyOf(number, number % 2 ? dredging : {})),
    storyOf(8, { ...dredging, headline: "The channel opens", related: ["story-2"] }),
    storyOf(9, { headline: "The council meets" }),
    storyOf(10, { headline: "Not yet", standing: "held" }),
  ]),
};

function pageOf(site: Site, path: string): string {
  return readFileSync(join(site.output, path, "index.html"), "utf8");
}

function relatedOn(page: string): string[] {
  const [, section = ""] = /<section class="related"([\s\S]*?)<\/section>/.exec(page) ?? [];
  return Array.from(section.matchAll(/<a href="([^"]+)"/g), ([, url = ""]) => url);
}

const why = suite("why-related");
const site = makeSite(files);
await print(site);

why("names what the page shows, in its order, with the parts of each score", async () => {
  const shown = relatedOn(pageOf(site, "news/2026/01/story-8"));
  assert.is(shown.length, 4);
  const urls = ["story-8", "articles/story-8.md", "https://test.example/news/2026/01/story-8/"];
  for (const article of urls) {
    const lines = await whyRelated({ article, folder: site.folder, cache: site.cache });
    const starred = lines.filter((line) => line.startsWith("* ") && line.endsWith(")"));
    assert.equal(starred.map((line) => /\((\S+)\)$/.exec(line)?.[1]).sort(), [...shown].sort());
    assert.match(lines.join("\n"), /^\* pinned {2}Story 2 \(\/news\/2026\/01\/story-2\/\)$/m);
    const [, score, reasons = ""] = /^\* +(\d+) {2}Story 7 .*\n +(.*)$/m.exec(lines.join("\n")) ?? [];
    assert.match(reasons, /^topic dredging 34, within a week 12, contributor ann \d, section news \d$/);
    const parts = Array.from(reasons.matchAll(/ (\d+)(?=,|$)/g), ([, part]) => Number(part));
    assert.is(
      parts.reduce((sum, part) => sum + part, 0),
      Number(score),
    );
  }
});

why("leaves the archive as it was: the next build prints nothing", async () => {
  await whyRelated({ article: "story-8", folder: site.folder, cache: site.cache });
  const { printed, why: cause } = await print(site);
  assert.equal({ printed, cause }, { printed: [], cause: undefined });
});

for (const [article, message] of [
  ["story-80", /story-80 is no article\. Did you mean story-8\?|story-80 is no article\./],
  ["story-10", /story-10 is not public/],
] as const) {
  why(`says what is wrong with ${article}`, async () => {
    const failure = await failureOf(whyRelated({ article, folder: site.folder, cache: site.cache }));
    assert.instance(failure, WrongUse);
    assert.match(failure.message, message);
  });
}

why("says that there is no archive yet", async () => {
  const cache = join(site.root, "none");
  const failure = await failureOf(whyRelated({ article: "story-8", folder: site.folder, cache }));
  assert.match(failure.message, /^There is no archive of this version in .*none\. Build first/);
});

why("is a command", () => {
  const words = ["src/cli.ts", "why-related", "story-9", site.folder, "--cache", site.cache];
  const { status, stdout } = spawnSync(process.execPath, ["--import", "tsx", ...words], { encoding: "utf8" });
  assert.is(status, 0);
  assert.match(stdout, /^Related to The council meets \(\/news\/2026\/01\/story-9\/\):/);
  const wrong = spawnSync(process.execPath, ["--import", "tsx", "src/cli.ts", "why-related"], {
    encoding: "utf8",
  });
  assert.is(wrong.status, 2);
});

why.run();

const pages = suite("pages with related stories");

pages("are byte for byte the same after newer stories appeared", async () => {
  const before = pageOf(site, "news/2026/01/story-8");
  put(site, Object.fromEntries([storyOf(20, dredging), storyOf(21, dredging), storyOf(9, dredging)]));
  const { printed } = await print(site);
  assert.not.ok(printed.includes("/news/2026/01/story-8/"));
  assert.is(pageOf(site, "news/2026/01/story-8"), before);
  assert.ok(relatedOn(pageOf(site, "news/2026/01/story-20")).includes("/news/2026/01/story-8/"));
});

pages("change with the headline of an earlier story, and not with its body", async () => {
  const [path, copy] = storyOf(7, dredging);
  put(site, { [path]: `${copy}\nMore words.\n` });
  const { printed: byBody } = await print(site);
  assert.equal(
    byBody.filter((url) => url.includes("/story-")),
    ["/news/2026/01/story-7/"],
  );
  put(site, Object.fromEntries([storyOf(7, { ...dredging, headline: "Dredging stops" })]));
  const { printed } = await print(site);
  assert.ok(printed.includes("/news/2026/01/story-8/"));
  assert.match(pageOf(site, "news/2026/01/story-8"), /Dredging stops/);
});

pages("change where an earlier story goes, and where one comes", async () => {
  put(site, { "articles/story-7.md": undefined });
  await print(site);
  assert.not.ok(relatedOn(pageOf(site, "news/2026/01/story-8")).includes("/news/2026/01/story-7/"));
  put(site, Object.fromEntries([storyOf(7, dredging)]));
  await print(site);
  assert.ok(relatedOn(pageOf(site, "news/2026/01/story-8")).includes("/news/2026/01/story-7/"));
});

pages.run();
