import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareTrees, readTree } from "../output-tree.ts";
import { gifOf } from "../pictures.ts";
import { copyOf, type Files, makeSite, masthead, print, printClean, put, type Site } from "../site.ts";

const gif = gifOf(8, 20);
const url = "https://test.example/paper/";
const paper = { ...JSON.parse(masthead), url };
const story = { section: "news", published: "2026-05-01" };
const embargo = "2026-06-11T06:00:00Z";

/** How a story may name a file of the media folder, here each another: `x y.gif` by its place. */
const ways: readonly (readonly [string, (file: string) => string])[] = [
  ["a link", (file) => `[A](/media/${file})`],
  ["a link with query and anchor", (file) => `[A](/media/${file}?b=c#d)`],
  ["a link from the page", (file) => `[A](../../../../media/${file})`],
  ["a link by reference", (file) => `[A]\n\n[A]: </media/${decodeURIComponent(file)}>`],
  ["a link in HTML", (file) => `<a href="/media/${file}">A</a>`],
  ["a link with the site's own URL", (file) => `[A](${url}media/${file})`],
  ["a link with the site's own URL over http", (file) => `<http://test.example/paper/media/${file}>`],
  ["a picture with the site's own URL", (file) => `![A](${url}media/${file})`],
  ["a document with the site's own URL", (file) => `{% document "${url}media/${file}", "A" %}`],
  ["a source with the site's own URL", (file) => quote(`${url}media/${file}`)],
];

function quote(source: string): string {
  return `{% quote "Ada", source: "${source}" %}\nWords.\n{% endquote %}`;
}

/** A paper with a story for each way, and the file that it alone names. */
function paperOf(fields: object, bodyOf: (body: string) => string = (body) => body): Site {
  const stories = ways.map(([headline, bodyWith], at): Files => {
    const body = bodyOf(bodyWith(`x%20${at}.gif`));
    return {
      [`media/x ${at}.gif`]: gif,
      [`articles/${at}.md`]: copyOf({ ...story, headline, ...fields }, body),
    };
  });
  return makeSite({ "_data/masthead.json": JSON.stringify(paper), ...Object.assign({}, ...stories) });
}

/** The ways whose file is in the output. */
function copied({ output }: Site): string[] {
  return ways.flatMap(([name], at) => (existsSync(join(output, `media/x ${at}.gif`)) ? [name] : []));
}

async function isLawful(site: Site, now?: string): Promise<void> {
  const clean = await printClean(site, now === undefined ? {} : { now });
  assert.equal(compareTrees(readTree(site.output), readTree(clean)), []);
}

const all = ways.map(([name]) => name);
const named = suite("a file that one story names, in whatever way");

named("is there from the end of the embargo until the story goes", async () => {
  const site = paperOf({ embargoedUntil: embargo });
  await print(site);
  assert.equal(copied(site), []);
  const { problems } = await print(site, { now: embargo });
  assert.equal(problems, []);
  assert.equal(copied(site), all);
  await isLawful(site, embargo);
  await print(site);
  assert.equal(copied(site), []);
  await isLawful(site);
});

for (const standing of ["held", "killed"]) {
  named(`is not there while the story is ${standing}`, async () => {
    const site = paperOf({ standing });
    await print(site);
    assert.equal(copied(site), []);
  });
}

named("is there from the update on that names it", async () => {
  const at = "2026-06-11T09:00:00Z";
  const site = paperOf(
    { genre: "live" },
    (body) => `Words.\n\n{% liveUpdate at: "${at}", headline: "Later" %}\n${body}\n{% endliveUpdate %}`,
  );
  await print(site);
  assert.equal(copied(site), []);
  await print(site, { now: at });
  assert.equal(copied(site), all);
  await isLawful(site, at);
});

named("is there as soon as a public story names it", async () => {
  const site = paperOf({ embargoedUntil: embargo });
  await print(site);
  put(site, { "articles/b.md": copyOf({ ...story, headline: "B" }, "[B](/media/x%200.gif)") });
  await print(site);
  assert.equal(copied(site), ["a link"]);
  await isLawful(site);
});

named.run();

/** A paper with one file, a story, and what else its masthead and its contributors.json say. */
function paperWith(fields: object, body: string, more: object = {}, contributors: object = {}): Site {
  return makeSite({
    "_data/masthead.json": JSON.stringify({ ...paper, ...more }),
    "_data/contributors.json": JSON.stringify(contributors),
    "media/a.gif": gif,
    "articles/a.md": copyOf({ ...story, headline: "A", ...fields }, body),
  });
}

const own = `${url}media/a.gif`;
const isThere = ({ output }: Site) => existsSync(join(output, "media/a.gif"));
const picture = suite("a picture with the site's own URL");

picture("leads a story, and is there with it", async () => {
  const site = paperWith({ lead: { src: own, alt: "A" }, embargoedUntil: embargo }, "Words.");
  await print(site);
  assert.not.ok(isThere(site));
  await print(site, { now: embargo });
  assert.ok(isThere(site));
});

picture("leads a live blog before an update that shows it too", async () => {
  const update = `{% liveUpdate at: "2026-06-11T09:00:00Z", headline: "B" %}\n![A](/media/a.gif)\n{% endliveUpdate %}`;
  const site = paperWith({ genre: "live", lead: { src: own, alt: "A" } }, `Words.\n\n${update}`);
  await print(site);
  assert.ok(isThere(site));
});

picture("portrays the writer of a story, and is there with it", async () => {
  const contributors = { ann: { name: "Ann", portrait: own } };
  const site = paperWith({ byline: "ann", embargoedUntil: embargo }, "Words.", {}, contributors);
  await print(site);
  assert.not.ok(isThere(site));
  await print(site, { now: embargo });
  assert.ok(isThere(site));
});

picture("is the masthead's, whatever story under embargo names it", async () => {
  const site = paperWith({ embargoedUntil: embargo }, "[A](/media/a.gif)", { logo: own });
  await print(site);
  assert.ok(isThere(site));
});

picture("is printed with its size, and again when it is another", async () => {
  const body = `![A](${own})\n\n{% figure "${own}", "B" %}`;
  const site = paperWith({ lead: { src: own, alt: "C" } }, body);
  const page = join(site.output, "news/2026/05/a/index.html");
  const sizes = () => readFileSync(page, "utf8").match(/width="\d+" height="\d+"/g);
  await print(site);
  assert.equal(sizes(), Array(3).fill('width="8" height="20"'));
  put(site, { "media/a.gif": gifOf(9, 20) });
  await print(site);
  assert.equal(sizes(), Array(3).fill('width="9" height="20"'));
  await isLawful(site);
});

picture.run();

const dead = suite("a link to a file");

dead("that is not there is told once, with its line, until the file is", async () => {
  const site = paperWith({}, `Words.\n\n[B](/media/b.pdf),\n[C](${url}media/c.pdf).`);
  const told = async () =>
    (await print(site)).problems.map(({ rule, line, message }) => `${line} ${rule} ${message}`);
  const lines = [
    "9 link-dead /media/b.pdf is no page of this site.",
    "10 link-dead /media/c.pdf is no page of this site.",
  ];
  assert.equal(await told(), lines);
  put(site, { "media/b.pdf": "a file, of a kind" });
  assert.equal(await told(), lines.slice(1));
  put(site, { "media/b.pdf": undefined });
  assert.equal(await told(), lines);
});

dead.run();
