import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import nunjucks from "nunjucks";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Article } from "../../src/article/article.ts";
import type { Newsroom } from "../../src/edition/newsroom.ts";
import { pageKinds } from "../../src/pages/page-kinds.ts";
import { siteOf } from "../../src/pages/site.ts";
import { themeColours } from "../../src/pages/theme-colours.ts";
import { filtersFor } from "../../src/press/filters.ts";
import { articleOf, articlesOf, assets, fullMasthead, newsroomOf, referenceTo } from "./newsroom.ts";

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader("_includes"));
for (const [name, filter] of Object.entries(filtersFor(() => full.masthead)))
  environment.addFilter(name, filter as (...values: unknown[]) => unknown);
const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:standard"] }));

const everything = articleOf({
  headline: `Fish & "chips" <b>`,
  kicker: "Food",
  standfirst: "It's <good>.",
  genre: "analysis",
  byline: [
    { slug: "maura", name: "Maura", role: "by" },
    { slug: "", name: "?", role: "by", organisation: "A & B" },
    { slug: "wire", name: "Wire", role: "agency" },
  ],
  topics: [{ slug: "food", name: "Food & drink" }],
  updatedAt: "2031-05-09T08:00:00+01:00",
  dateline: "Carrigeen",
  lead: { src: "/media/a.jpg", alt: "A & B", caption: "<i>", creditLine: "C" },
  series: { slug: "suppers", name: "Suppers", part: 2 },
  related: [referenceTo("plain"), referenceTo("arabic")],
  translations: [referenceTo("arabic")],
  corrections: [
    { at: "2031-05-09T09:00:00+01:00", kind: "correction", text: "It was cod." },
    { at: "2031-05-09T10:00:00+01:00", kind: "retraction", text: "It was not." },
  ],
  agency: "Wire",
  creditLine: "Wire & The Packet",
  usageTerms: "Until June.",
  editorsNote: "Noted.",
  sensitive: "Fish dies.",
  aliases: ["/old/fish"],
});
const plain = articleOf({ slug: "plain", lead: { src: "/media/b.jpg", alt: "" } });
const arabic = articleOf({ slug: "arabic", headline: "العبّارة", language: "ar", direction: "rtl" });
const full = newsroomOf([everything, plain, arabic, ...articlesOf(40)], {
  masthead: {
    ...fullMasthead,
    name: "Salt & Light",
    url: "https://packet.example/paper/",
    timeZone: "Europe/Dublin",
    language: "en-IE",
    description: "News & more.",
    logo: "/logo.png",
    email: "desk@packet.example",
    sameAs: ["https://social.example/@packet"],
    languages: [],
  },
  contributors: new Map([
    [
      "maura",
      {
        slug: "maura",
        name: "Maura & Co",
        role: "Editor",
        organisation: "The Packet",
        biography: "Edits.",
        portrait: "/media/maura.jpg",
        email: "maura@packet.example",
        sameAs: ["https://social.example/@maura", "javascript:alert(1)"],
      },
    ],
  ]),
  size: () => ({ width: 1200, height: 675 }),
});

type Printed = { readonly kind: string; readonly url: string; readonly text: string };

function printAll(newsroom: Newsroom, articles: readonly Article[]): Printed[] {
  const publication = siteOf(newsroom, assets);
  return pageKinds.flatMap((kind) => {
    const keys = [...(kind.always?.(newsroom) ?? []), ...articles.flatMap(kind.pagesShowing)];
    return [...new Set(keys)].flatMap((key) => {
      const slice = kind.slice(key, newsroom);
      if (!kind.template || slice === undefined) return [];
      const url = kind.url(key, newsroom);
      const body = "<p>Words.</p>";
      return [
        {
          kind: kind.name,
          url,
          text: environment.render(kind.template, { slice, publication, page: { url }, body }),
        },
      ];
    });
  });
}

const pages = [...printAll(full, full.latest({})), ...printAll(newsroomOf([]), [])];

const theme = suite("the theme");
for (const name of new Set(pages.map(({ kind }) => kind))) {
  theme(`prints valid HTML for each ${name}`, () => {
    for (const { text, url } of pages.filter(({ kind }) => kind === name).slice(0, 12)) {
      const { results } = validator.validateStringSync(text);
      const told = results.flatMap(({ messages }) =>
        messages.map(({ line, message }) => `${line} ${message}`),
      );
      assert.equal(told, [], url);
    }
  });
}

theme("gives each page one h1, and headings without a gap", () => {
  for (const { text, url, kind } of pages) {
    if (kind === "redirect") continue;
    const levels = Array.from(text.matchAll(/<h([1-6])/g), ([, level]) => Number(level));
    assert.is(levels.filter((level) => level === 1).length, 1, url);
    levels.reduce((before, level) => {
      assert.ok(level <= before + 1, `${url}: h${level} after h${before}`);
      return level;
    }, 0);
  }
});

theme("gives each page of a newsroom its own title", () => {
  const titles = printAll(full, [everything, plain, arabic])
    // A twin in the text edition is called as its page.
    .filter(({ kind }) => !["article-page", "redirect", "text-article", "text-front"].includes(kind))
    .map(({ text }) => /<title>(.*)<\/title>/.exec(text)?.[1]);
  assert.is(new Set(titles).size, titles.length);
});

theme("leaves out what is not there", () => {
  const page = pages.find(({ url }) => url === plain.url)?.text ?? "";
  assert.not.match(
    page,
    /undefined|NaN|\[object|class="(standfirst|byline|dateline|notice|corrections|related)"/,
  );
});

theme("marks another language in a page, and the paper's own language in another's page", () => {
  const home = pages.find(({ url }) => url === "/")?.text ?? "";
  assert.match(home, /<article class="teaser[^"]*" lang="ar" dir="rtl">/);
  const page = pages.find(({ url }) => url === arabic.url)?.text ?? "";
  assert.match(page, '<html lang="ar" dir="rtl">');
  assert.match(page, '<header class="masthead" lang="en-IE" dir="ltr">');
});

theme("marks no word or date of the publication's as of the story's language", () => {
  const arabic = { language: "ar", direction: "rtl" } as const;
  const letter = articleOf({ slug: "letter", genre: "opinion", kicker: "رسالة", ...arabic });
  const native = articleOf({ slug: "native", genre: "opinion" });
  const paid = articleOf({ slug: "paid", genre: "sponsored", ...arabic });
  const corrections = [{ at: "2031-05-09T09:00:00+01:00", kind: "correction", text: "…" }] as const;
  const view = articleOf({ slug: "view", genre: "opinion", corrections, ...arabic });
  const printed = printAll(newsroomOf([letter, native, paid, view]), [letter, view]);
  const find = (url: string, part: RegExp) => printed.find((page) => page.url === url)?.text.match(part);
  const labels = [
    '<p class="label">رسالة</p>',
    '<p class="label">Opinion</p>',
    '<p class="label" lang="en-IE">Sponsored</p>',
    '<p class="label" lang="en-IE">Opinion</p>',
  ];
  assert.equal(find("/", /<p class="label".*?<\/p>/g), labels);
  assert.equal(find(letter.url, /<p class="label".*?<\/p>/g)?.[0], labels[0]);
  assert.equal(find(view.url, /<p class="label".*?<\/p>/g)?.[0], labels[3]);
  const ofPaper = / lang="en-IE" dir="ltr">/;
  assert.equal(
    find("/", /<time [^>]*>/g)?.map((time) => ofPaper.test(time)),
    [true, false, true, true],
  );
  assert.match(
    find("/corrections/", /<strong.*<time [^>]*>/)?.[0] ?? "",
    /^<strong lang="en-IE">Correction<\/strong> <time [^>]+ lang="en-IE" dir="ltr">$/,
  );
  const lines = find("/archive/2031/05/", /<li>.*class="in-section".*<\/li>/g);
  const line =
    /^<li>(<span class="label">Sponsored<\/span> )?<a href="[^"]+"( lang="ar" dir="rtl")?>.*<\/li>$/;
  assert.equal(
    lines?.map((text) => line.exec(text)?.slice(1).map(Boolean)),
    [
      [false, true],
      [false, false],
      [true, true],
      [false, true],
    ],
  );
  const words = find("/lite/", /(<span lang="en-IE">)?(رسالة|Opinion|Sponsored)(?=(<\/span>)?: <a)/g);
  assert.equal(words, ["رسالة", "Opinion", '<span lang="en-IE">Sponsored', '<span lang="en-IE">Opinion']);
});

theme("marks what a story in no language of the paper's has around it", () => {
  const story = articleOf({
    ...{
      slug: "sgeal",
      language: "ga",
      direction: "ltr",
      editorsNote: "Nóta.",
      updatedAt: "2031-05-10T09:00:00+01:00",
    },
    corrections: [{ at: "2031-05-09T09:00:00+01:00", kind: "correction", text: "…" }],
    byline: [{ slug: "ann", name: "Ann Alder", role: "photographs" }],
    topics: [{ slug: "ferries", name: "Ferries" }],
    series: { slug: "boats", name: "Boats", part: 1 },
    creditLine: "Agency",
  });
  const native = articleOf({ slug: "native", topics: [{ slug: "ferries", name: "Ferries" }] });
  const printed = printAll(newsroomOf([story, native]), [story, native]);
  const textOf = ({ url }: Article) => printed.find((page) => page.url === url)?.text ?? "";
  const marked = Array.from(
    textOf(story).matchAll(/<(\w+)(?: class="([\w-]+)")?(?: id="[\w-]+")?[^>]* lang="en-IE"( dir="ltr")?/g),
    ([, name, part, direction]) => `${name}${part ? `.${part}` : ""}${direction ? " dir" : ""}`,
  );
  assert.equal(marked, [
    ...["a.skip-link dir", "header.masthead dir", "nav.breadcrumbs", "ul.byline", "p.dates", "div.tools dir"],
    ...["strong", "h2", "strong", "time dir", "p", "p.source", "nav.topics", "time dir"],
    "footer.colophon dir",
  ]);
  assert.not.match(textOf(native).slice(textOf(native).indexOf("<body")), / lang=/);
});

theme("links no unsafe address", () => {
  assert.not.ok(pages.some(({ text }) => /javascript:/.test(text)));
});

theme("has neither a script nor a style in its pages", () => {
  for (const { text, url } of pages) {
    assert.not.match(text, / style=| on[a-z]+=/, url);
    const elements = Array.from(text.matchAll(/<script\b[^>]*>/g), ([element]) => element);
    const isData = (element: string) => element === '<script type="application/ld+json">';
    const isFile = (element: string) =>
      /^<script( type="module")? src="\/paper\/[^"]+" integrity="sha384-[^"]+"/.test(element);
    assert.equal(
      elements.filter((element) => !isData(element) && !isFile(element)),
      [],
      url,
    );
    assert.not.match(text, /<style/, url);
  }
});

theme("dresses a page of the site's own", () => {
  const text = environment.renderString(
    '{% extends "broadsheet/base.njk" %}{% block main %}<h1>About</h1>{% endblock %}',
    {
      title: "About <us>",
      description: "Who we are.",
      page: { url: "/about/" },
      publication: siteOf(full, assets),
    },
  );
  assert.equal(validator.validateStringSync(text).results, []);
  assert.match(text, '<html lang="en-IE" dir="ltr">');
  assert.match(text, "<title>About &lt;us&gt; – Salt &amp; Light</title>");
  assert.match(text, '<link rel="canonical" href="https://packet.example/paper/about/">');
});

theme(
  "has the stylesheet's colours where no stylesheet reaches: in heads, the manifest, cards and what an accent is read on",
  () => {
    const css = readFileSync("_includes/broadsheet/styles/base.css", "utf8");
    const stated = Object.keys(themeColours).map((name) => {
      const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\);`).exec(css) ?? [];
      return [name, { light, dark }];
    });
    assert.equal(Object.fromEntries(stated), themeColours);
  },
);

theme("says in each head what the masthead states, and links policies in the footer", () => {
  for (const { text, url, kind } of printAll(full, [everything])) {
    if (["redirect", "text-article", "text-front"].includes(kind)) continue;
    for (const said of [
      '<link rel="icon" href="/paper/media/icon.svg" sizes="any" type="image/svg+xml">',
      '<link rel="icon" href="/paper/media/icon-192.png" sizes="1200x675" type="image/png">',
      '<link rel="apple-touch-icon" href="/paper/media/icon-192.png">',
      '<link rel="manifest" href="/paper/manifest.webmanifest">',
      '<meta name="tdm-reservation" content="1">',
      '<meta name="tdm-policy" content="https://packet.example/paper/tdm.json">',
      '<li><a href="/paper/standards/#corrections">Corrections policy</a></li>',
      '<li><a href="https://society.example/diversity/">Diversity</a></li>',
    ])
      assert.ok(text.includes(said), `${url}: ${said}`);
    // Two policies at one address are one link.
    assert.not.ok(text.includes("Diversity of our staff"), url);
    assert.is(
      text.includes('<link rel="hub" href="https://hub.example/">'),
      /^(home|section|topic|contributor|series)-front$|^corrections-log$/.test(kind),
      url,
    );
  }
  const bare = printAll(newsroomOf([]), []).find(({ kind }) => kind === "home-front")?.text ?? "";
  assert.not.match(bare, /rel="(icon|apple-touch-icon|hub|self)"|tdm-/);
  assert.match(bare, '<link rel="manifest" href=');
});

theme("prints the same text again for a slice that went through JSON", () => {
  const again = environment.render("broadsheet/article-page.njk", {
    slice: JSON.parse(JSON.stringify(pageKinds[0]?.slice(everything.file, full))),
    publication: siteOf(full, assets),
    page: { url: everything.url },
    body: "<p>Words.</p>",
  });
  assert.is(again, pages.find(({ url }) => url === everything.url)?.text);
});

theme.run();
