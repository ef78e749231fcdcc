import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parseOptions, WrongOptions } from "../../src/options.ts";
import { kindsOf, knownKinds } from "../../src/press/setup.ts";
import { compareTrees, readTree } from "../output-tree.ts";
import { copyOf, makeSite, masthead } from "../site.ts";
import { printThroughEleventy } from "../through-eleventy.ts";

const names = (pages: unknown) => kindsOf(parseOptions({ pages })).map(({ name }) => name);
const optional = knownKinds.filter(({ isOptional }) => isOptional).map(({ name }) => name);

const kinds = suite("kindsOf");
kinds("leaves out the kinds that are off by themselves, and no others", () => {
  assert.equal(optional.includes("article-oembed"), true);
  assert.equal(
    names({}),
    knownKinds.map(({ name }) => name).filter((name) => !optional.includes(name)),
  );
});
kinds("switches a kind on with true, and off with false", () => {
  assert.ok(names({ "article-oembed": true }).includes("article-oembed"));
  assert.not.ok(names({ "article-oembed": false, robots: false }).some((name) => /robots|oembed/.test(name)));
  assert.equal(names({ robots: true }), names({}));
});
kinds("takes a kind of the site's own in place of one that is off", () => {
  const own = {
    name: "article-oembed",
    once: true,
    pagesShowing: () => [],
    url: () => "/",
    slice: () => undefined,
  };
  assert.is(kindsOf(parseOptions({ pages: { "article-oembed": own } })).at(-1), own);
  assert.is(names({ "article-oembed": own }).filter((name) => name === own.name).length, 1);
});
for (const choice of [true, false]) {
  kinds(`knows no kind of another name to be ${choice}`, () => {
    assert.throws(
      () => names({ "article-oembde": choice }),
      (error: unknown) => error instanceof WrongOptions && /article-oembed is/.test(error.message),
    );
  });
}
kinds.run();

const switched = suite("a kind that is switched");
switched("changes the pages that link to it: as a clean edition prints them", async () => {
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/a.md": copyOf({ headline: "A", section: "news", published: "2026-05-01" }),
  });
  const clean = { ...site, output: join(site.root, "clean"), cache: join(site.root, "clean-cache") };
  const url = "/news/2026/05/a/";
  const edition = async (isOn: boolean, place = site) =>
    (await printThroughEleventy(place, isOn ? { pages: { "article-oembed": true } } : {})).summary;
  await edition(false);
  for (const isOn of [true, false, true]) {
    const { printed, removed } = await edition(isOn);
    assert.ok(printed.includes(url));
    assert.equal(
      [printed, removed].map((urls) => urls.includes(`${url}oembed.json`)),
      [isOn, !isOn],
    );
  }
  await edition(true, clean);
  assert.equal(compareTrees(readTree(site.output), readTree(clean.output)), []);
  assert.equal((await edition(true)).printed, []);
});
switched.run();
