import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareTrees, readTree } from "./output-tree.ts";
import { fullMasthead } from "./pages/newsroom.ts";
import { pngOf } from "./pictures.ts";
import { copyOf, makeSite, masthead, print, printClean, put } from "./site.ts";

/** Files in which a publication states what it is. */
const files = [
  "robots.txt",
  ".well-known/tdmrep.json",
  ".well-known/security.txt",
  "trust.txt",
  "ads.txt",
  "llms.txt",
  "4f1c2a9e07b84d3c.txt",
  "manifest.webmanifest",
  "opml.xml",
];
const always = ["robots.txt", "manifest.webmanifest", "opml.xml"];
const story = (headline: string) => copyOf({ headline, section: "news", published: "2026-05-01" });
const picture = (width: number) => pngOf(width, width);

const stated = suite("what a publication states of itself");

stated("is printed once, and not again with a story", async () => {
  const site = makeSite({
    "_data/masthead.json": JSON.stringify(fullMasthead),
    "articles/a.md": story("A"),
    "media/icon-192.png": picture(192),
  });
  const first = await print(site);
  assert.equal(
    files.filter((file) => !first.printed.includes(`/${file}`)),
    [],
  );
  put(site, { "articles/b.md": story("B") });
  const second = await print(site);
  assert.ok(second.printed.length > 5);
  assert.equal(
    files.filter((file) => second.printed.includes(`/${file}`)),
    [],
  );
});

stated("is not there where the masthead does not state it, and goes when it no longer does", async () => {
  const site = makeSite({ "_data/masthead.json": masthead, "articles/a.md": story("A") });
  const there = () => files.filter((file) => existsSync(join(site.output, file)));
  await print(site);
  assert.equal(there(), always);
  put(site, { "_data/masthead.json": JSON.stringify(fullMasthead) });
  await print(site);
  assert.equal(there(), files);
  put(site, { "_data/masthead.json": masthead });
  await print(site);
  assert.equal(there(), always);
  assert.not.ok(existsSync(join(site.output, ".well-known")));
  assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
});

stated("has the icon's size as its file has it, on every page", async () => {
  const site = makeSite({
    "_data/masthead.json": JSON.stringify({
      ...JSON.parse(masthead),
      icon: "/media/icon.png",
      logo: "/media/icon.png",
    }),
    "articles/a.md": story("A"),
    "media/icon.png": picture(64),
  });
  await print(site);
  put(site, { "media/icon.png": picture(96) });
  const { printed } = await print(site);
  const read = (file: string) => readFileSync(join(site.output, file), "utf8");
  assert.ok(printed.includes("/news/2026/05/a/"));
  assert.match(read("news/2026/05/a/index.html"), 'sizes="96x96"');
  assert.match(read("news/2026/05/a/index.html"), '"width":96,"height":96');
  assert.is(JSON.parse(read("manifest.webmanifest")).icons[0].sizes, "96x96");
  assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
});
stated("keeps an icon that only a story shows which is held back", async () => {
  const held = { headline: "Held", published: "2026-05-01", standing: "held" };
  const site = makeSite({
    "_data/masthead.json": JSON.stringify({ ...JSON.parse(masthead), icon: "/media/icon.png" }),
    "articles/a.md": copyOf({ ...held, lead: { src: "/media/icon.png", alt: "The icon" } }),
    "media/icon.png": picture(64),
  });
  await print(site);
  assert.ok(existsSync(join(site.output, "media/icon.png")));
});
stated.run();
