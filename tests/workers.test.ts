import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Problem } from "../src/kit/problem.ts";
import { beginBuild, endOf, readingOf, runBuild } from "./command.ts";
import { compareTrees, readTree } from "./output-tree.ts";
import { makeProject, type Project } from "./project.ts";
import { copyOf, makeSite, masthead, now, put, type Site } from "./site.ts";
import { printThroughEleventy } from "./through-eleventy.ts";

/** `ARTICLES=10000`: the law at scale; a few thousand are enough for every worker to have several tasks, and for several transactions. */
const articles = Number(process.env.ARTICLES ?? 2500);
const day = 24 * 60 * 60 * 1000;

function publishedAt(number: number): string {
  return new Date(Date.parse(now) - day - ((number * 3650) / articles) * day).toISOString();
}

function storyOf(number: number): string {
  const published = publishedAt(number);
  const fields = {
    headline: `Story ${number} of the paper`,
    standfirst: `What happened on day ${number}.`,
    section: ["news", "sport", "arts"][number % 3],
    topics: [`Topic ${number % 40}`, `Topic ${(number * 3) % 155}`],
    byline: [`Writer Number${number % 24}`],
    published,
    ...(number % 70 === 0 && { aliases: [`/old/${number}/`] }),
    ...(number % 90 === 0 && { standing: "killed" }),
    ...(number % 600 === 1 && { genre: "live" }),
  };
  const quote = '{% quote "Ada Byrne", "harbour master" %}It will sail.{% endquote %}';
  const updates = number % 600 === 1 ? updatesOf(published, number) : "";
  return copyOf(
    fields,
    `Words of story ${number}.\n\n${quote}\n\n{% relatedLink "story-${number + 7}" %}\n\n${updates}`,
  );
}

/** Updates of a live blog, an hour apart; the newest of the newest blogs are not public yet. */
function updatesOf(published: string, number: number): string {
  return Array.from({ length: 30 }, (_, at) => {
    const moment = new Date(Date.parse(published) + at * 60 * 60 * 1000).toISOString();
    const words = `Words ${at}.\n\n{% relatedLink "story-${number + at}" %}`;
    return `{% liveUpdate at: "${moment}", headline: "Update ${at}", key: ${at % 5 === 0} %}\n${words}\n{% endliveUpdate %}`;
  }).join("\n\n");
}

function placeOf(number: number): string {
  return `articles/${2010 + (number % 14)}/story-${number}.md`;
}

const law = suite(`${articles} articles, printed by workers`);
const site = makeSite({ "_data/masthead.json": masthead });
for (let number = 0; number < articles; number++) put(site, { [placeOf(number)]: storyOf(number) });

function withOutput(name: string): Site {
  return { ...site, output: join(site.root, name), cache: join(site.root, `${name}-cache`) };
}

let byOne: ReturnType<typeof readTree>;

/** A program's Eleventy has no workers: what no file says of it, no worker could print alike. */
let byMain: ReturnType<typeof readTree>;
let told: readonly Problem[];

law("are printed by one process alone", async () => {
  const alone = withOutput("alone");
  const { summary } = await printThroughEleventy(alone, {});
  told = summary.problems;
  byMain = readTree(alone.output);
  assert.ok(byMain.size > articles);
});

law("are printed by one worker", async () => {
  const one = withOutput("one");
  const { status, stderr } = await runBuild(one, ["--workers", "1"]);
  assert.is(status, 0, stderr);
  byOne = readTree(one.output);
  // The edition's id knows in which folders the theme was looked for, which are the command's own.
  assert.equal(compareTrees(byMain, byOne), ["≠ .broadsheet/edition.json"]);
});

for (const workers of [2, 4]) {
  law(`are the same by ${workers}, byte for byte`, async () => {
    const several = withOutput(`by-${workers}`);
    const { status, stderr, stdout } = await runBuild(several, ["--workers", String(workers), "--json"]);
    assert.is(status, 0, stderr);
    assert.equal(compareTrees(byOne, readTree(several.output)), []);
    const { problems } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
    assert.ok(told.some(({ rule }) => rule === "reference-unknown"));
    assert.equal(problems, told, "what is wrong with references is told alike");
    for (const folder of [several.output, several.cache]) rmSync(folder, { recursive: true });
  });
}

law(
  "are the same where the run was killed while it read, and while it printed, and was repeated",
  async () => {
    const killed = withOutput("killed");
    const reading = beginBuild(killed, ["--workers", "2"]);
    const read = endOf(reading);
    await readingOf(reading);
    await wait(1500);
    reading.kill("SIGKILL");
    await read;
    const printing = beginBuild(killed, ["--workers", "2"]);
    const printed = endOf(printing);
    const begun = join(killed.output, ".broadsheet/begun.json");
    while (printing.exitCode === null && !existsSync(begun)) await wait(5);
    await wait(1500);
    printing.kill("SIGKILL");
    assert.is((await printed).signal, "SIGKILL", "it ended before it was killed");
    const { status, stderr, stdout } = await runBuild(killed, ["--workers", "2"]);
    assert.is(status, 0, stderr);
    assert.match(stdout, /Everything is printed: /);
    assert.equal(compareTrees(byOne, readTree(killed.output)), []);
  },
);

law.run();

const configuration = `
import { existsSync, appendFileSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import broadsheet from "eleventy-plugin-broadsheet";

const say = (what) => appendFileSync("said.txt", what + (isMainThread ? " main\\n" : " worker\\n"));

export default function (eleventyConfig) {
  eleventyConfig.on("eleventy.before", () => { say("before"); });
  eleventyConfig.on("eleventy.after", () => { say("after"); });
  eleventyConfig.addCollection("own", () => { say("collection"); return []; });
  eleventyConfig.addPassthroughCopy({ "content/plain.css": "plain.css" });
  eleventyConfig.addTemplate("virtual.njk", "<p>virtual</p>", { permalink: "/virtual/index.html" });
  eleventyConfig.addFilter("shout", (text) => String(text).toUpperCase());
  eleventyConfig.addShortcode("stamp", (name) => "<b>stamp " + name + "</b>");
  eleventyConfig.addTransform("mark", (content, path) =>
    path?.endsWith(".html") ? content + "<!-- marked -->\\n" : content);
  eleventyConfig.addTransform("fall", (content, path) => {
    if (!isMainThread && path?.includes("story-700/") && existsSync("deaths.txt")) {
      appendFileSync("said.txt", "death worker\\n");
      if (existsSync("died.txt") && !existsSync("always.txt")) return content;
      writeFileSync("died.txt", "");
      process.exit(3);
    }
    return content;
  });
  eleventyConfig.addPlugin(broadsheet, { workers: 2, now: "${now}" });
  return { dir: { input: "content" } };
}
`;

const page = `{% extends "broadsheet/base.njk" %}
{% block main %}<h1>{{ slice.headline | shout }}</h1>{% stamp slice.headline %}{{ body | safe }}<i>{{ rates.usd }}</i>{% endblock %}
`;

function makePaper(files: Readonly<Record<string, string>> = {}): Project {
  const stories = Object.fromEntries(
    Array.from({ length: 2500 }, (_, number) => [`content/${placeOf(number)}`, storyOf(number)]),
  );
  return makeProject(undefined, {
    ...stories,
    "eleventy.config.js": configuration,
    "content/_data/masthead.json": masthead,
    "content/_data/rates.json": '{ "usd": "a rate" }',
    "content/_includes/broadsheet/article-page.njk": page,
    "content/about.md": "# About",
    "content/plain.css": "p {}",
    ...files,
  });
}

const inSite = suite("workers inside an existing site");
const paper = makePaper({ "deaths.txt": "" });

inSite("print with its filters, shortcodes, transforms and data, though one of them dies", () => {
  const { status, stdout, stderr } = paper.build();
  assert.is(status, 0, `${stdout}\n${stderr}`);
  assert.match(paper.read("said.txt"), /death worker/);
  const story = paper.read(
    `_site/news/${publishedAt(501).slice(0, 7).replace("-", "/")}/story-501/index.html`,
  );
  assert.match(story, /<h1>STORY 501 OF THE PAPER<\/h1><b>stamp Story 501 of the paper<\/b>/);
  assert.match(story, /<i>a rate<\/i>/);
  assert.match(story, /<!-- marked -->\n$/);
});

inSite("leave its own templates, copies, collections and event handlers to the main process", () => {
  assert.match(paper.read("_site/about/index.html"), /<h1>About<\/h1>[\s\S]*<!-- marked -->/);
  assert.match(paper.read("_site/virtual/index.html"), /virtual/);
  assert.is(paper.read("_site/plain.css"), "p {}");
  const said = paper.read("said.txt").trim().split("\n");
  assert.equal(
    said.filter((line) => !line.startsWith("death")),
    ["before main", "collection main", "after main"],
  );
});

inSite("print the same where none of them dies", () => {
  const clean = makePaper({
    "eleventy.config.js": configuration.replace("workers: 2", "workers: 2, blocks: []"),
  });
  assert.is(clean.build().status, 0);
  assert.equal(compareTrees(readTree(join(paper.root, "_site")), readTree(join(clean.root, "_site"))), []);
});

inSite("stop the build where one dies twice, and name the page", () => {
  const doomed = makePaper({ "deaths.txt": "", "always.txt": "" });
  const { status, stdout, stderr } = doomed.build();
  assert.is.not(status, 0);
  assert.match(
    stdout + stderr,
    /\/sport\/\d+\/\d+\/story-700\/ ended two workers that were to print it: worker exited with code: 3/,
  );
});

inSite("stop the build with the reason where a template is wrong", () => {
  const wrong = makePaper({
    "content/_includes/broadsheet/article-page.njk": "{{ slice.headline | nosuchfilter }}",
  });
  const { status, stdout, stderr } = wrong.build();
  assert.is.not(status, 0);
  assert.match(stdout + stderr, /nosuchfilter/);
});

inSite.run();
