import { parseOpml } from "feedsmith";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Masthead } from "../../src/article/masthead.ts";
import type { Newsroom } from "../../src/edition/newsroom.ts";
import type { PageKind } from "../../src/edition/page.ts";
import { adsTxt } from "../../src/pages/ads-txt.ts";
import { articleOEmbed } from "../../src/pages/article-oembed.ts";
import { articlePage } from "../../src/pages/article-page.ts";
import { findTouchIcon } from "../../src/pages/icons.ts";
import { indexNowKey } from "../../src/pages/indexnow-key.ts";
import { opml } from "../../src/pages/opml.ts";
import { securityTxt } from "../../src/pages/security-txt.ts";
import { trustTxt } from "../../src/pages/trust-txt.ts";
import { webManifest } from "../../src/pages/web-manifest.ts";
import { findXmlFault } from "../xml-form.ts";
import { articleOf, fullMasthead, newsroomOf, noBodies } from "./newsroom.ts";

function newsroomWith(fields: Partial<Masthead> = {}, more: Partial<Newsroom> = {}): Newsroom {
  return newsroomOf([], { masthead: { ...fullMasthead, ...fields }, ...more });
}

function printed<Slice>(kind: PageKind<Slice>, newsroom = newsroomWith(), key = ""): string {
  const slice = kind.slice(key, newsroom);
  assert.ok(slice);
  return kind.print?.(slice, noBodies) ?? "";
}

const security = suite("securityTxt");
security("has RFC 9116's fields, one a line", () => {
  const text = printed(securityTxt);
  assert.is(
    text,
    `Contact: mailto:security@packet.example
Contact: https://packet.example/security/
Expires: 2031-12-01T00:00:00+00:00
Preferred-Languages: en-IE
Canonical: https://packet.example/.well-known/security.txt
Policy: https://packet.example/security/policy/
`,
  );
  // Section 4: a field is a name, a colon and a value; Expires once, as RFC 3339 has moments.
  for (const line of text.trimEnd().split("\n")) assert.match(line, /^[A-Z][A-Za-z-]+: \S.*$/);
  assert.equal(text.match(/^Expires: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/gm)?.length, 1);
});
security("names the languages that the masthead does", () => {
  const { security: known } = fullMasthead;
  assert.ok(known);
  const text = printed(
    securityTxt,
    newsroomWith({ security: { ...known, preferredLanguages: ["ga", "en"] } }),
  );
  assert.match(text, "\nPreferred-Languages: ga, en\n");
});
security.run();

const trust = suite("trustTxt");
trust("has one relation a line, profiles, contacts, and whether training is allowed", () => {
  const text = printed(trustTxt);
  assert.is(
    text,
    `belongto=https://press.example/
controlledby=https://society.example/
disclosure=https://packet.example/about/
social=https://social.example/@packet
contact=mailto:desk@packet.example
contact=mailto:corrections@packet.example
datatrainingallowed=no
`,
  );
});
trust.run();

const ads = suite("adsTxt");
ads("has variables, then a record a line", () => {
  assert.is(
    printed(adsTxt),
    `OWNERDOMAIN=society.example
MANAGERDOMAIN=manager.example
MANAGERDOMAIN=manager.example, IE
exchange.example, 1234, DIRECT, f08c47fec0942fa0
other.example, x-1, RESELLER
`,
  );
});
ads("says that nobody may sell in the words of the specification", () => {
  assert.is(
    printed(adsTxt, newsroomWith({ ads: { sellers: [] } })),
    "placeholder.example.com, placeholder, DIRECT, placeholder\n",
  );
});
ads.run();

const indexNow = suite("indexNowKey");
indexNow("is the key alone, and another key is another file", () => {
  assert.is(printed(indexNowKey, newsroomWith(), "4f1c2a9e07b84d3c"), "4f1c2a9e07b84d3c");
  assert.is(indexNowKey.slice("former-key", newsroomWith()), undefined);
});
indexNow.run();

const manifest = suite("webManifest");
const sizes = (src: string) => {
  const width = Number(/(\d+)\.png$/.exec(src)?.[1]);
  return width ? { width, height: width } : undefined;
};
manifest("says how the site stands on a home screen, behind where it is mounted", () => {
  const newsroom = newsroomWith({ url: "https://packet.example/paper/", language: "he" }, { size: sizes });
  assert.equal(JSON.parse(printed(webManifest, newsroom)), {
    id: "/paper/",
    name: "The Packet",
    short_name: "Packet",
    description: "News of the island.",
    lang: "he",
    dir: "rtl",
    start_url: "/paper/",
    scope: "/paper/",
    display: "minimal-ui",
    background_color: "#fdfcf9",
    theme_color: "#fdfcf9",
    icons: [
      { src: "/paper/media/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/paper/media/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/paper/media/icon-512.png", sizes: "512x512", type: "image/png" },
    ],
  });
});
manifest("needs nothing but the name", () => {
  const data = JSON.parse(printed(webManifest, newsroomOf([])));
  assert.equal([data.short_name, data.icons], ["The Packet", []]);
});
const touch: readonly (readonly [readonly string[], string | undefined])[] = [
  [["/a-512.png", "/a-192.png", "/a-32.png"], "/a-192.png"],
  [["/a-16.png", "/a-32.png"], "/a-32.png"],
  [["/a.svg", "https://cdn.example/a.png?v=2"], "https://cdn.example/a.png?v=2"],
  [["/a.svg"], undefined],
  [[], undefined],
];
for (const [icon, expected] of touch) {
  manifest(`leaves iOS the fitting one of ${icon.join(", ") || "no icons"}`, () => {
    assert.is(findTouchIcon(newsroomWith({ icon }, { size: sizes })), expected);
  });
}
manifest.run();

const feedList = suite("opml");
feedList("lists the feeds of home and of each section", () => {
  const text = printed(opml, newsroomWith({ name: "Salt & Light" }));
  assert.is(findXmlFault(text), undefined);
  const { head, body } = parseOpml(text);
  assert.is(head?.title, "Salt & Light");
  assert.equal(
    body?.outlines?.map((outline) => [outline.text, outline.type, outline.xmlUrl, outline.htmlUrl]),
    [
      ["Salt & Light", "rss", "https://packet.example/feed.xml", "https://packet.example/"],
      ["Salt & Light – News", "rss", "https://packet.example/news/feed.xml", "https://packet.example/news/"],
      [
        "Salt & Light – Sport",
        "rss",
        "https://packet.example/sport/feed.xml",
        "https://packet.example/sport/",
      ],
    ],
  );
});
feedList("takes the format that is printed, and is not there without one", () => {
  const atomOnly = newsroomWith({}, { prints: (kind) => kind === "atom-feed" });
  assert.match(printed(opml, atomOnly), 'xmlUrl="https://packet.example/news/atom.xml"');
  const without = newsroomWith({}, { prints: () => false });
  assert.equal([opml.always?.(without), opml.slice("", without)], [[], undefined]);
});
feedList.run();

const oEmbed = suite("articleOEmbed");
const story = articleOf({
  byline: [{ slug: "maura", name: "Maura", role: "by" }],
  lead: { src: "/media/ferry.jpg", alt: "Ferry" },
});
oEmbed("describes an article as a link, by oEmbed 1.0", () => {
  const newsroom = newsroomOf([story], { size: () => ({ width: 1600, height: 900 }) });
  assert.equal(JSON.parse(printed(articleOEmbed, newsroom, story.file)), {
    version: "1.0",
    type: "link",
    title: "The ferry returns",
    author_name: "Maura",
    author_url: "https://packet.example/by/maura/",
    provider_name: "The Packet",
    provider_url: "https://packet.example/",
    thumbnail_url: "https://packet.example/media/ferry.jpg",
    thumbnail_width: 1600,
    thumbnail_height: 900,
  });
});
oEmbed("names several authors and no picture whose size is not known", () => {
  const two = articleOf({ ...story, byline: [...story.byline, { slug: "colm", name: "Colm", role: "by" }] });
  const data = JSON.parse(printed(articleOEmbed, newsroomOf([two]), two.file));
  assert.equal(
    [data.author_name, data.author_url, data.thumbnail_url],
    ["Maura, Colm", undefined, undefined],
  );
});
oEmbed("is found from the article's head, where it is printed", () => {
  const found = (prints: boolean) => {
    const newsroom = newsroomOf([story], { prints: (kind) => prints && kind === "article-oembed" });
    return articlePage.slice(story.file, newsroom)?.head.alternates;
  };
  assert.equal(found(false), []);
  assert.equal(found(true), [
    {
      url: "https://packet.example/news/2031/05/ferry-returns/oembed.json",
      type: "application/json+oembed",
      title: "The ferry returns",
    },
  ]);
});
oEmbed.run();
