import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { ProblemsError } from "../src/kit/problem.ts";
import { formatSummary } from "../src/press/summary.ts";
import { compareTrees, readTexts, readTree } from "./output-tree.ts";
import { copyOf, makeSite, masthead, print, printClean, put, type Site } from "./site.ts";

const story = { section: "news", published: "2026-06-09T08:00", topics: ["Boats"] };

function textOf(site: Site, path: string): string {
  return readFileSync(join(site.output, path), "utf8");
}

async function isLawful(site: Site): Promise<void> {
  assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
}

const killed = suite("a killed article");
killed("answers with a notice, and is nowhere else", async () => {
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/a.md": copyOf({ ...story, headline: "Zwitschern", standfirst: "Zwitschern." }),
    "articles/b.md": copyOf({ ...story, headline: "B", related: ["a"] }),
  });
  const listTraces = () =>
    [...readTexts(site.output)].flatMap(([name, text]) => (/Zwitschern/.test(name + text) ? [name] : []));
  await print(site);
  assert.ok(listTraces().length > 2);
  const note = "The court forbade it.";
  put(site, {
    "articles/a.md": copyOf({ ...story, headline: "Zwitschern", standing: "killed", editorsNote: note }),
  });
  await print(site);
  const notice = textOf(site, "news/2026/06/a/index.html");
  assert.match(notice, /<meta name="robots" content="noindex">/);
  assert.match(notice, /withdrawn by the newsroom/);
  assert.match(notice, note);
  assert.not.match(notice, /rel="canonical"/);
  assert.equal(listTraces(), []);
  await isLawful(site);
  put(site, { "articles/a.md": undefined });
  await print(site);
  assert.not.ok(existsSync(join(site.output, "news/2026/06/a/index.html")));
});
killed("gives way to another article at its address, and shows nothing before its time", async () => {
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/a.md": copyOf({ ...story, headline: "A", standing: "killed", slug: "same" }),
    "articles/b.md": copyOf({ ...story, headline: "B", slug: "same" }),
    "articles/c.md": copyOf({ ...story, headline: "C", standing: "killed", published: "2026-07-01" }),
  });
  await print(site);
  assert.match(textOf(site, "news/2026/06/same/index.html"), /<h1>B<\/h1>/);
  assert.not.ok(existsSync(join(site.output, "news/2026/07/c/index.html")));
  await print(site, { now: "2026-07-02T00:00:00Z" });
  assert.match(textOf(site, "news/2026/07/c/index.html"), /withdrawn/);
});
killed.run();

const corrections = suite("corrections");
corrections("stand with their story, in the log and in its feeds, until they go", async () => {
  const wrong = (index: number, at: string) => ({ at, kind: "correction", text: `It was ${index} metres.` });
  const many = Array.from({ length: 60 }, (_, index) =>
    wrong(index, `2026-06-09T09:${String(index % 60).padStart(2, "0")}:00Z`),
  );
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/a.md": copyOf({ ...story, headline: "A", corrections: many }),
    "articles/b.md": copyOf({
      ...story,
      headline: "B & B",
      published: "2025-12-30T08:00",
      corrections: [{ at: "2025-12-31T12:00Z", kind: "retraction", text: "None of it <was> true." }],
    }),
  });
  await print(site);
  const log = textOf(site, "corrections/index.html");
  assert.is(log.match(/class="notice/g)?.length, 50);
  const anchor = /href="\/news\/2026\/06\/a\/#(correction_\d+)"/.exec(log)?.[1];
  assert.match(textOf(site, "news/2026/06/a/index.html"), `id="${anchor}"`);
  assert.match(log, /href="\/corrections\/2025\/"/);
  const old = textOf(site, "corrections/2025/index.html");
  assert.match(old, /<strong>Retraction<\/strong>[\s\S]*None of it &lt;was&gt; true\./);
  assert.match(textOf(site, "corrections/feed.xml"), /<title>Correction: A<\/title>/);
  assert.is(JSON.parse(textOf(site, "corrections/feed.json")).items.length, 30);
  assert.match(textOf(site, "news/2025/12/b/index.html"), /"CorrectionComment"/);
  put(site, { "articles/b.md": copyOf({ ...story, headline: "B & B", published: "2025-12-30T08:00" }) });
  await print(site);
  assert.not.ok(existsSync(join(site.output, "corrections/2025/index.html")));
  await isLawful(site);
});
corrections.run();

const redirects = suite("former addresses");
redirects("are small pages, and lines for servers, with what the site begins with", async () => {
  const site = makeSite({
    "_data/masthead.json": masthead.replace(".example/", ".example/paper/"),
    "_data/topics.json": JSON.stringify({
      ships: { mergedInto: "boats" },
      "old boats": { mergedInto: "ships" },
    }),
    "articles/a.md": copyOf({
      ...story,
      headline: "A",
      aliases: ["/old/a/", "/über uns.html", "/a$b/", "/100%25-off/", "/50%/", "/:x/", "/old/*/"],
    }),
    "articles/b.md": copyOf({ ...story, headline: "B", topics: ["Ships"] }),
  });
  const { problems } = await print(site);
  assert.equal(
    problems.map(({ rule, file }) => `${rule} ${file.split("/").at(-1)}`),
    ["topic-chain topics.json"],
  );
  const to = "/paper/news/2026/06/a/";
  assert.equal(textOf(site, "_redirects").trim().split("\n"), [
    `/paper/100%25-off/ ${to} 301`,
    `/paper/50%25/ ${to} 301`,
    `/paper/a$b/ ${to} 301`,
    `/paper/old/a/ ${to} 301`,
    `/paper/%C3%BCber%20uns.html ${to} 301`,
  ]);
  assert.match(textOf(site, "_redirects.nginx"), `"/paper/über uns.html" "${to}";\n`);
  assert.match(textOf(site, "_redirects.nginx"), `"/paper/a$b/" "${to}";\n`);
  assert.match(textOf(site, "_redirects.caddy"), `"/paper/old/a/" "${to}"\n`);
  assert.match(textOf(site, "topics/ships/index.html"), /url=\/paper\/topics\/boats\//);
  assert.match(textOf(site, "topics/boats/index.html"), />B</);
  put(site, { "_data/topics.json": undefined, "articles/a.md": copyOf({ ...story, headline: "A" }) });
  await print(site);
  assert.not.ok(existsSync(join(site.output, "_redirects")));
  await isLawful(site);
});
redirects("a note on another story that follows is told by the edition in which it does", async () => {
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/a.md": copyOf({ headline: "A", published: "2026-06-01" }),
    "articles/b.md": copyOf({ headline: "B", published: "2026-06-02", related: ["a"] }),
  });
  const told = async () => formatSummary(await print(site)).includes("a is not public");
  assert.not.ok(await told());
  put(site, { "articles/a.md": copyOf({ headline: "A", published: "2026-06-01", standing: "killed" }) });
  assert.ok(await told());
  assert.not.ok(await told());
});
redirects("a folder that has no article any more stops the edition, which stays as it is", async () => {
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/a.md": copyOf({ headline: "A", published: "2026-06-01" }),
    "articles/b.md": copyOf({ headline: "B", published: "2026-06-02" }),
  });
  await print(site);
  const before = readTree(site.output);
  put(site, { "articles/a.md": undefined, "articles/b.md": undefined });
  for (const hold of [false, true]) {
    const rules = await print(site, { hold }).then(
      (): unknown[] => [],
      (error: unknown) => (error instanceof ProblemsError ? error.problems.map(({ rule }) => rule) : [error]),
    );
    assert.ok(rules.includes("articles-gone"));
    assert.equal(compareTrees(before, readTree(site.output)), []);
  }
  const { articles, removed } = await print(site, { force: true });
  assert.is(articles, 0);
  assert.ok(removed.length > 5);
});
redirects.run();
