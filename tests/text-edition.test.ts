import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { copyOf, makeSite, masthead, put } from "./site.ts";
import { printThroughEleventy } from "./through-eleventy.ts";

const body = `The first **boat** [sailed](/about/) & sang.

![A ferry](/media/ferry.jpg)

{% quote "Ada <Byrne>", "harbour master" %}
She *& I*, [we](/we/).
{% endquote %}

{% embed "https://vimeo.com/123456789", "The ferry" %}

{% document "/media/plan.pdf", "The plan", description: "Of the pier." %}

{% relatedLink "abbara" %}

{% relatedLink "abbara", "In *Arabic*" %}

{% relatedLink "nobody", "Not there" %}

{% article "abbara" %}

{% chart "Boats a day", type: "bar" %}
| Day | Boats |
| --- | --- |
| Monday | 3 |
{% endchart %}
`;
const pages = { "text-article": true, "text-front": true };
const files = {
  "_data/masthead.json": JSON.stringify({ ...JSON.parse(masthead), languages: ["ar"] }),
  "_data/sections.json": '[{ "slug": "news", "name": "News" }]',
  "articles/ferry.md": copyOf(
    { headline: "Ferry", standfirst: "It sails.", published: "2026-06-09", section: "news" },
    body,
  ),
  "articles/abbara.md": copyOf({
    headline: "العبّارة",
    language: "ar",
    published: "2026-06-08",
    section: "news",
  }),
};

const edition = suite("the text edition");
edition("is words alone, leads to the page as it is, and is not for search engines", async () => {
  const site = makeSite(files);
  await printThroughEleventy(site, { pages });
  const read = (path: string) => readFileSync(join(site.output, path, "index.html"), "utf8");
  const twin = read("lite/news/2026/06/ferry");
  for (const page of [
    twin,
    read("lite"),
    read("lite/news"),
    read("ar/lite"),
    read("ar/lite/news/2026/06/abbara"),
  ]) {
    assert.not.match(page, /<img|<script|<svg|<iframe/);
    assert.equal(
      page.match(/<link rel="stylesheet"[^>]*>/g)?.filter((link) => !/\/assets\/text-/.test(link)),
      [],
    );
    assert.match(page, '<meta name="robots" content="noindex">');
    assert.ok(Buffer.byteLength(page) < 10_000);
  }
  assert.match(twin, '<link rel="canonical" href="https://test.example/news/2026/06/ferry/">');
  assert.match(twin, '<p>The first <strong>boat</strong> <a href="/about/">sailed</a> &amp; sang.</p>');
  for (const line of [
    '<p>She <em>&amp; I</em>, <a href="/we/">we</a>.</p>',
    "<p>Ada &lt;Byrne&gt;, harbour master</p>",
    '<p><a href="https://vimeo.com/123456789">The ferry</a></p>',
    '<p><a href="/media/plan.pdf">The plan</a></p>\n<p>Of the pier.</p>',
    '<p><a href="/ar/news/2026/06/abbara/">العبّارة</a></p>',
    '<p><a href="/ar/news/2026/06/abbara/">In *Arabic*</a></p>',
    "<p>Not there</p>",
    "<p>Boats a day</p>\n<table>",
  ])
    assert.match(twin, line);
  assert.match(twin, "A ferry");
  assert.match(read("lite"), /<a href="\/lite\/news\/2026\/06\/ferry\/">Ferry<\/a><br>It sails\./);
  assert.match(read("ar/lite/news/2026/06/abbara"), '<html lang="ar" dir="rtl">');
  assert.match(read("news/2026/06/ferry"), '<a href="/lite/news/2026/06/ferry/">Text only</a>');
  assert.match(read("news"), '<a href="/lite/">Text only</a>');
});
edition("is not there unless it is asked for, and goes with its story", async () => {
  const site = makeSite(files);
  await printThroughEleventy(site, {});
  assert.not.ok(existsSync(join(site.output, "lite")));
  assert.not.match(readFileSync(join(site.output, "index.html"), "utf8"), /Text only/);
  await printThroughEleventy(site, { pages });
  put(site, { "articles/ferry.md": undefined });
  await printThroughEleventy(site, { pages });
  assert.not.ok(existsSync(join(site.output, "lite/news/2026/06/ferry/index.html")));
});
edition("is whole without its articles or its fronts: what it leads to is there", async () => {
  const site = makeSite(files);
  const read = (path: string) => readFileSync(join(site.output, path, "index.html"), "utf8");
  await printThroughEleventy(site, { pages: { "text-article": true } });
  assert.match(read("lite/news/2026/06/ferry"), '<p><a href="/">The Test</a></p>');
  await printThroughEleventy(site, { pages: { "text-front": true } });
  assert.match(read("lite"), '<a href="/news/2026/06/ferry/">Ferry</a>');
});
edition("says which language its own words are in, where the story is in another", async () => {
  const site = makeSite({
    ...files,
    "articles/bad.md": copyOf({ headline: "An bád", language: "ga", published: "2026-06-08" }),
  });
  await printThroughEleventy(site, { pages });
  const twin = readFileSync(join(site.output, "lite/news/2026/06/bad/index.html"), "utf8");
  assert.is(twin.split('<p lang="en" dir="ltr"><a').length, 3);
});
edition.run();
