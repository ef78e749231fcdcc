import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareTrees, readTree } from "../output-tree.ts";
import { pngOf } from "../pictures.ts";
import { copyOf, makeSite, masthead, print, printClean, put, type Site } from "../site.ts";

const gif = (width: number) => pngOf(width, 20);
const story = (fields: object, body?: string) =>
  copyOf({ section: "news", published: "2026-06-09T08:00:00Z", ...fields }, body);

async function isKept(
  site: Site,
  options: { readonly now?: string; readonly hold?: boolean } = {},
): Promise<void> {
  await print(site, options);
  assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site, options))), []);
}

const kept = suite("the law, where it was once broken");

kept("a story that is related to a live blog says when that is over", async () => {
  const common = { topics: ["Storm", "Harbour"], dateline: "Rossvarna" };
  const blog = {
    ...common,
    headline: "The storm in the harbour",
    genre: "live",
    coverageEndsAt: "2026-06-10T13:00:00Z",
  };
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/storm.md": story(
      blog,
      '{% liveUpdate at: "2026-06-09T09:00:00Z", headline: "It blows" %}Hard.{% endliveUpdate %}',
    ),
    "articles/after.md": story({
      ...common,
      headline: "The harbour after the storm",
      published: "2026-06-09T20:00:00Z",
    }),
  });
  await print(site);
  await isKept(site, { now: "2026-06-10T14:00:00Z" });
  assert.match(readFileSync(join(site.output, "news/2026/06/after/index.html"), "utf8"), "As it happened");
});

kept("a picture of an embargoed story comes and goes as the paper's icon", async () => {
  const files = {
    "_data/masthead.json": masthead,
    "media/a b.png": gif(8),
    "articles/a.md": story({
      headline: "A",
      embargoedUntil: "2027-01-01",
      lead: { src: "/media/a%20b.png", alt: "A" },
    }),
  };
  const site = makeSite(files);
  await print(site);
  assert.not.ok(existsSync(join(site.output, "media/a b.png")));
  put(site, { "_data/masthead.json": masthead.replace("}", ',"icon":["/media/a%20b.png"]}') });
  await isKept(site);
  assert.ok(existsSync(join(site.output, "media/a b.png")));
  put(site, { "_data/masthead.json": masthead });
  await isKept(site);
  assert.not.ok(existsSync(join(site.output, "media/a b.png")));
});

kept("a portrait of another size is another portrait, whatever its file is called", async () => {
  const site = makeSite({
    "_data/masthead.json": masthead,
    "_data/contributors.json": '{ "ann": { "name": "Ann", "portrait": "/media/ann b.png" } }',
    "media/ann b.png": gif(8),
    "articles/a.md": story({ headline: "A", byline: "ann" }),
  });
  await print(site);
  put(site, { "media/ann b.png": gif(9) });
  await isKept(site);
});

kept("of two stories that were killed at one address, one answers", async () => {
  const killed = { headline: "A", slug: "same", standing: "killed" };
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/a.md": story({ ...killed, editorsNote: "First." }),
    "articles/b.md": story({ ...killed, editorsNote: "Second." }),
  });
  await print(site);
  assert.match(readFileSync(join(site.output, "news/2026/06/same/index.html"), "utf8"), "First.");
  put(site, { "articles/a.md": undefined });
  await isKept(site);
  assert.match(readFileSync(join(site.output, "news/2026/06/same/index.html"), "utf8"), "Second.");
});

kept("what a later update names is told of when it is there, and not before", async () => {
  const update =
    '{% liveUpdate at: "2026-06-11T09:00:00Z", headline: "Later" %}\n{% relatedLink "no-such-story" %}\n\n[x](/nowhere/) ![](/media/none.png)\n{% endliveUpdate %}';
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/storm.md": story({ headline: "The storm", genre: "live" }, `Words.\n\n${update}`),
  });
  assert.equal((await print(site)).problems, []);
  const { problems } = await print(site, { now: "2026-06-11T10:00:00Z" });
  assert.equal([...new Set(problems.map(({ rule }) => rule))].sort(), [
    "image-alt",
    "link-dead",
    "picture-missing",
    "reference-unknown",
  ]);
});

kept("another name of a topic prints the pages that name it, and no others", async () => {
  const site = makeSite({
    "_data/masthead.json": masthead,
    "_data/topics.json": '{ "ferries": { "name": "Ferries" } }',
    "articles/a.md": story({ headline: "A", topics: ["Ferries"] }),
    "articles/b.md": story({ headline: "B", published: "2025-01-01" }),
  });
  await print(site);
  put(site, { "_data/topics.json": '{ "ferries": { "name": "Boats" } }' });
  const { printed } = await print(site);
  assert.ok(printed.includes("/topics/ferries/") && printed.includes("/news/2026/06/a/"));
  assert.not.ok(printed.includes("/news/2025/01/b/"));
  assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
});

kept(
  "a redirect that was printed gives way to a front, and returns; no server is led away from that",
  async () => {
    const site = makeSite({
      "_data/masthead.json": masthead,
      "articles/a.md": story({ headline: "A", aliases: ["/topics/ferries/", "/old/"] }),
    });
    const hold = { hold: true };
    const lines = () => readFileSync(join(site.output, "_redirects"), "utf8").split("\n");
    await isKept(site, hold);
    assert.ok(lines().includes("/topics/ferries/ /news/2026/06/a/ 301"));
    put(site, { "articles/b.md": story({ headline: "B", topics: ["Ferries"] }) });
    await isKept(site, hold);
    assert.match(readFileSync(join(site.output, "topics/ferries/index.html"), "utf8"), "<h1>Ferries</h1>");
    assert.not.ok(existsSync(join(site.output, "_redirects")));
    await isKept(site, hold);
    put(site, { "articles/b.md": undefined });
    await isKept(site, hold);
    assert.match(readFileSync(join(site.output, "topics/ferries/index.html"), "utf8"), "/news/2026/06/a/");
    assert.is(lines().length, 3);
  },
);

kept("a story that is not public is in no list of redirects, wherever its former address leads", async () => {
  const site = makeSite({
    "_data/masthead.json": masthead,
    "_data/topics.json": '{ "ships": { "mergedInto": "ferries" } }',
    "articles/a.md": story({ headline: "A", topics: ["Ferries"] }),
    "articles/b.md": story({ headline: "B", aliases: ["/old/"] }),
  });
  await isKept(site);
  for (const standing of ["held", "killed"]) {
    put(site, { "articles/c.md": story({ headline: "C", standing, aliases: ["/topics/ships/"] }) });
    await isKept(site);
    assert.is(readFileSync(join(site.output, "_redirects"), "utf8"), "/old/ /news/2026/06/b/ 301\n");
  }
  put(site, { "articles/a.md": undefined });
  await isKept(site);
});

kept(
  "the newest change of a month is that of the stories there are, though the paper had several languages meanwhile",
  async () => {
    const several = masthead.replace("}", ',"languages":["fr"]}');
    const site = makeSite({
      "_data/masthead.json": masthead,
      "articles/a.md": story({ headline: "A", updated: "2026-06-09T20:00:00Z" }),
      "articles/b.md": story({ headline: "B" }),
    });
    await print(site);
    put(site, { "_data/masthead.json": several });
    await isKept(site);
    put(site, { "articles/a.md": undefined });
    await isKept(site);
    put(site, { "_data/masthead.json": masthead });
    await isKept(site);
  },
);

kept.run();
