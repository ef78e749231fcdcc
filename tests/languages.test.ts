import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareTrees, readTree } from "./output-tree.ts";
import { copyOf, makeSite, print, printClean, put, type Site } from "./site.ts";
import { printThroughEleventy } from "./through-eleventy.ts";

const masthead = {
  name: "The Test",
  url: "https://test.example/",
  timeZone: "Europe/Dublin",
  language: "en-IE",
  description: "News.",
  languages: [{ language: "fr", name: "L’Essai", description: "Des nouvelles." }, "ar"],
};
const sections = [
  { slug: "harbour", name: "Harbour", translations: { fr: { name: "Port" }, ar: { name: "الميناء" } } },
];
const contributors = {
  ann: { name: "Ann Alder", role: "Editor", translations: { fr: { role: "Rédactrice" } } },
};
const topics = { boats: { name: "Boats", translations: { fr: { name: "Bateaux" } } } };
const story = { section: "harbour", byline: "ann", topics: ["boats"] };

function paper(): Site {
  return makeSite({
    "_data/masthead.json": JSON.stringify(masthead),
    "_data/sections.json": JSON.stringify(sections),
    "_data/contributors.json": JSON.stringify(contributors),
    "_data/topics.json": JSON.stringify(topics),
    "articles/ferry.md": copyOf({ ...story, headline: "The ferry", published: "2026-06-09T08:00" }),
    "articles/fr/harbour/bac.md": copyOf({
      headline: "Le bac",
      byline: "ann",
      topics: ["boats"],
      published: "2026-06-09T09:00",
      translations: ["ferry"],
      series: { name: "Les bateaux", part: 1 },
    }),
    "articles/abbara.md": copyOf({
      ...story,
      headline: "العبّارة",
      language: "ar-EG",
      published: "2026-06-09T10:00",
      translations: ["bac"],
    }),
    "articles/bad.md": copyOf({
      ...story,
      headline: "An bád",
      language: "ga",
      published: "2026-06-08T10:00",
    }),
  });
}

const languages = suite("a paper in several languages");

languages("prints all of it again below each language, in its words and dates", async () => {
  const site = paper();
  await print(site);
  const read = (path: string) => readFileSync(join(site.output, path), "utf8");
  const french = read("fr/index.html");
  assert.match(french, /<html lang="fr" dir="ltr">/);
  assert.match(french, /<title>L’Essai<\/title>/);
  assert.match(french, /Aller au contenu/);
  assert.match(french, /href="\/fr\/harbour\/">Port</);
  assert.match(french, />9 juin 2026</);
  assert.match(french, /Le bac/);
  assert.not.match(french, /The ferry|العبّارة/);
  assert.match(read("ar/index.html"), /<html lang="ar" dir="rtl">/);
  assert.match(read("ar/harbour/2026/06/abbara/index.html"), /<html lang="ar-EG" dir="rtl">/);
  assert.match(read("fr/topics/boats/index.html"), /<h1>Bateaux<\/h1>/);
  assert.match(read("fr/by/ann/index.html"), /Rédactrice/);
  assert.match(read("fr/archive/index.html"), /juin 2026/);
  assert.match(read("fr/series/les-bateaux/index.html"), /<h1>Les bateaux<\/h1>/);
  assert.match(read("fr/feed.xml"), /<title>L’Essai<\/title>[\s\S]*<language>fr<\/language>[\s\S]*Le bac/);
  assert.match(read("fr/sitemaps/news.xml"), /<news:language>fr</);
  for (const sitemap of ["sitemaps/2026-06.xml", "fr/sitemaps/2026-06.xml", "ar/sitemaps/news.xml"])
    assert.match(read("sitemap.xml"), `https://test.example/${sitemap}`);
  assert.not.match(read("sitemaps/2026-06.xml"), /<loc>[^<]*\/fr\//);
  assert.match(read("sitemaps/2026-06.xml"), /hreflang="fr" href="[^"]*\/fr\/harbour\//);
});

languages("keeps an article of no language of the paper's among its own", async () => {
  const site = paper();
  await print(site);
  const page = readFileSync(join(site.output, "harbour/2026/06/bad/index.html"), "utf8");
  assert.match(page, /<html lang="ga" dir="ltr">/);
  assert.match(page, /<a class="skip-link" href="#page_main" lang="en-IE"/);
  assert.match(readFileSync(join(site.output, "index.html"), "utf8"), /An bád/);
});

languages("lead both ways between translations, whichever of them names the other", async () => {
  const site = paper();
  await print(site);
  const page = (path: string) => readFileSync(join(site.output, path, "index.html"), "utf8");
  const places = ["harbour/2026/06/ferry", "fr/harbour/2026/06/bac", "ar/harbour/2026/06/abbara"];
  const tags = ["en-IE", "fr", "ar-EG"];
  const pairs = [
    [0, 1],
    [1, 0],
    [1, 2],
    [2, 1],
  ] as const;
  for (const [from, to] of pairs) {
    const link = `href="https://test.example/${places[to]}/" hreflang="${tags[to]}"`;
    assert.ok(page(places[from] ?? "").includes(link), `${places[from]} leads to ${places[to]}`);
  }
  for (const path of ["", "fr", "ar", "harbour", "fr/harbour"])
    for (const tag of ["en-IE", "fr", "ar"])
      assert.match(
        page(path),
        new RegExp(`rel="alternate" href="https://test.example/[^"]*" hreflang="${tag}"`),
      );
});

languages("tell their translations when another one joins, and forget it when it goes", async () => {
  const site = paper();
  await print(site);
  const irish = copyOf({
    ...story,
    headline: "An bád",
    language: "ga",
    translations: "bac",
    published: "2026-06-08T10:00",
  });
  put(site, { "articles/bad.md": irish });
  await print(site);
  assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
  assert.match(readFileSync(join(site.output, "fr/harbour/2026/06/bac/index.html"), "utf8"), /hreflang="ga"/);
  put(site, { "articles/bad.md": undefined });
  await print(site);
  assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
  assert.not.match(
    readFileSync(join(site.output, "fr/harbour/2026/06/bac/index.html"), "utf8"),
    /hreflang="ga"/,
  );
});

languages("go and come with the masthead", async () => {
  const site = paper();
  await print(site);
  const french = copyOf({ ...story, headline: "Le bac", language: "fr", published: "2026-06-09T09:00" });
  put(site, {
    "_data/masthead.json": JSON.stringify({ ...masthead, languages: [] }),
    "articles/fr/harbour/bac.md": french,
  });
  await print(site);
  assert.not.ok(existsSync(join(site.output, "fr/index.html")));
  assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
  put(site, { "_data/masthead.json": JSON.stringify(masthead) });
  await print(site);
  assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
});

languages("describes a story for oEmbed as the paper of its language", async () => {
  const site = paper();
  await printThroughEleventy(site, { pages: { "article-oembed": true } });
  const { author_url, provider_name, provider_url } = JSON.parse(
    readFileSync(join(site.output, "fr/harbour/2026/06/bac/oembed.json"), "utf8"),
  );
  assert.equal(
    [author_url, provider_name, provider_url],
    ["https://test.example/fr/by/ann/", "L’Essai", "https://test.example/fr/"],
  );
});

languages("names one address a language, of stories that are first told here", async () => {
  const site = paper();
  const french = (headline: string, more: object = {}) =>
    copyOf({ headline, language: "fr", published: "2026-06-09T09:00", translations: ["ferry"], ...more });
  put(site, {
    "articles/fr/harbour/second-bac.md": french("Encore le bac"),
    "articles/abbara.md": copyOf({
      ...story,
      headline: "العبّارة",
      language: "ar",
      published: "2026-06-09T10:00",
      translations: ["ferry"],
      canonicalUrl: "https://other.example/abbara/",
    }),
  });
  await print(site);
  const page = readFileSync(join(site.output, "harbour/2026/06/ferry/index.html"), "utf8");
  const named = Array.from(
    page.matchAll(/<link rel="alternate" href="([^"]*)" hreflang="([^"]*)">/g),
    ([, url, language]) => [url, language],
  );
  assert.equal(named, [
    ["https://test.example/harbour/2026/06/ferry/", "en-IE"],
    ["https://test.example/fr/harbour/2026/06/bac/", "fr"],
  ]);
  const other = readFileSync(join(site.output, "ar/harbour/2026/06/abbara/index.html"), "utf8");
  assert.not.match(other, /<link rel="alternate"[^>]* hreflang/);
});

languages.run();
