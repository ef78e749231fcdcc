import type { FieldName } from "../src/article/fields.ts";
import { copyOf, type Files } from "./site.ts";

/** Where a trace may be seen once the article is public: files of the output. */
export const places = {
  page: "zq7section/2031/05/zq7slug/index.html",
  home: "index.html",
  section: "zq7section/index.html",
  topic: "topics/zq7topics/index.html",
  contributor: "by/zq7byline/index.html",
  month: "archive/2031/05/index.html",
  rss: "feed.xml",
  atom: "zq7section/atom.xml",
  json: "feed.json",
  redirect: "zq7aliases/index.html",
  fronts: "sitemaps/fronts.xml",
  picture: "media/zq7lead.svg",
  /** A folder: what is in any of its files. */
  search: "search/2031",
} as const;
type Place = keyof typeof places;

/** A field of the embargoed article: its value, what of it must not be seen, and where it is to be seen afterwards. */
export type Canary = {
  readonly value: unknown;
  readonly traces: readonly string[];
  readonly seen: readonly Place[];
};

/** When the embargo ends, as the masthead's clock has it, and a later moment. */
export const embargo = "2031-05-09T06:07:08+01:00";
export const beforeEmbargo = "2031-05-09T06:07:07+01:00";
export const afterEmbargo = "2031-05-09T12:00:00+01:00";
export const laterEmbargo = "2032-01-01T00:00:00+00:00";

const teasers = ["home", "section", "topic", "contributor"] as const;
const feeds = ["rss", "atom", "json"] as const;
const text = (name: string, seen: readonly Place[]): Canary => ({
  value: `zq7${name} and more`,
  traces: [`zq7${name}`],
  seen,
});

/** Every field, each with a trace of its own. One that `fields` has and this has not is a fault of the types, and of the test. */
export const canary: Readonly<Record<FieldName, Canary>> = {
  headline: text("headline", ["page", "month", "search", ...feeds]),
  shortHeadline: text("short", teasers),
  seoHeadline: text("seo", ["page"]),
  socialHeadline: text("social", ["page"]),
  standfirst: text("standfirst", ["page", "search", ...teasers, ...feeds]),
  slug: {
    value: "zq7slug",
    traces: ["zq7slug"],
    seen: ["page", "month", "search", ...teasers, ...feeds, "redirect"],
  },
  section: {
    value: "zq7section",
    traces: ["zq7section"],
    seen: ["page", "section", "home", "fronts", "search", ...feeds],
  },
  topics: {
    value: ["zq7topics"],
    traces: ["zq7topics"],
    seen: ["page", "topic", "fronts", "search", ...feeds],
  },
  byline: {
    value: [
      { id: "zq7byline", role: "by" },
      { name: "zq7photographer", role: "photographs", organisation: "zq7organisation" },
    ],
    traces: ["zq7byline", "zq7name", "zq7photographer", "zq7organisation"],
    seen: ["page", "search"],
  },
  // The embargo wins over it: no reader is told.
  published: { value: "2029-03-04T05:06:07+00:00", traces: ["2029-03-04", "05:06:07"], seen: [] },
  updated: { value: "2031-05-09T09:10:11+01:00", traces: ["09:10:11"], seen: ["page", "atom", "json"] },
  embargoedUntil: { value: embargo, traces: ["06:07:08"], seen: ["page", "atom", "json"] },
  expires: { value: "2041-02-03T04:05:06+00:00", traces: ["2041-02-03", "04:05:06"], seen: ["page"] },
  standing: { value: "usable", traces: [], seen: [] },
  draft: { value: false, traces: [], seen: [] },
  genre: { value: "live", traces: ["genre-live"], seen: ["page"] },
  coverageStartsAt: { value: "2031-05-09T07:01:02+01:00", traces: ["07:01:02"], seen: ["page"] },
  coverageEndsAt: { value: "2031-05-09T23:01:02+01:00", traces: ["23:01:02"], seen: ["page"] },
  kicker: text("kicker", ["page", ...teasers]),
  dateline: text("dateline", ["page"]),
  language: {
    value: "cy",
    traces: ['lang="cy"', '"cy"', ">cy<"],
    seen: ["page", "home", "search", "atom", "json"],
  },
  translations: { value: ["zq7sister"], traces: ["zq7sister"], seen: ["page"] },
  lead: {
    value: {
      src: "/media/zq7lead.svg",
      alt: "zq7alt",
      caption: "zq7caption",
      creditLine: "zq7credit",
      focus: [0.1237, 0.9871],
    },
    traces: ["zq7lead", "zq7alt", "zq7caption", "zq7credit", "0.1237"],
    seen: ["page"],
  },
  series: { value: { name: "zq7series", part: 7 }, traces: ["zq7series"], seen: ["page", "fronts"] },
  related: { value: ["zq7cousin"], traces: ["zq7cousin"], seen: ["page"] },
  corrections: {
    value: [{ at: "2031-05-09T08:09:13+01:00", kind: "clarification", text: "zq7correction" }],
    traces: ["zq7correction", "08:09:13"],
    seen: ["page"],
  },
  canonicalUrl: {
    value: "https://zq7canonical.example/",
    traces: ["zq7canonical"],
    seen: ["page", "redirect"],
  },
  // The credit line wins over it, and so does who wrote it.
  agency: text("agency", []),
  creditLine: text("creditline", ["page"]),
  usageTerms: text("usage", ["page"]),
  aliases: { value: ["/zq7aliases/", "/former/"], traces: ["zq7aliases"], seen: [] },
  editorsNote: text("editors", ["page"]),
  backstory: text("backstory", ["page"]),
  deskNote: text("desk", []),
  access: { value: "paid", traces: ['"isAccessibleForFree":false'], seen: ["page"] },
  sensitive: text("sensitive", ["page"]),
  data: { value: { zq7key: ["zq7data"] }, traces: ["zq7key", "zq7data"], seen: [] },
};

/** What a body may hold, and whether it is to be seen on the page. */
export const bodyTraces: Readonly<Record<string, boolean>> = {
  zq7words: true,
  zq7heading: true,
  zq7quoted: true,
  zq7speaker: true,
  zq7role: true,
  zq7source: true,
  zq7figure: true,
  zq7figalt: true,
  zq7figcaption: true,
  zq7figcredit: true,
  zq7inline: true,
  zq7linktext: true,
  zq7linked: true,
  zq7plan: true,
  zq7own: true,
  zq7later: true,
  zq7title: true,
  zq7comment: false,
  zq7related: true,
  zq7update: true,
  zq7upwords: true,
  zq7unused: false,
};

const body = `zq7words and {{ zq7words }}, ![zq7inline](/media/zq7inline.svg)

## zq7heading

{% quote "zq7speaker", "zq7role", source: "https://zq7source.example/" %}
zq7quoted
{% endquote %}

{% figure "/media/zq7figure.svg", alt: "zq7figalt", caption: "zq7figcaption", creditLine: "zq7figcredit" %}

[zq7linktext](/zq7linked/ "zq7title") <!-- zq7comment -->
[The plan](/media/zq7plan.pdf), [the same](https://cage.example/media/zq7own.pdf)

{% relatedLink "zq7sister", text: "zq7related" %}

{% article "zq7cousin", style: "card" %}

{% liveUpdate at: "2031-05-09T07:08:09+01:00", headline: "zq7update" %}
zq7upwords, [the new plan](/media/zq7later.pdf)
{% endliveUpdate %}

[zq7unused]: https://zq7unused.example/
`;

const picture = (bytes: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><!-- ${bytes} --></svg>`;

/** A newsroom with the canary, two stories that it alone names, and a public one that names it by a neutral address. */
export function canaryNewsroom(until: string): Files {
  const sibling = (name: string) =>
    copyOf({ headline: `zq7${name}`, published: "2030-01-01", embargoedUntil: until, section: "news" });
  const fields = Object.entries(canary).map(([name, { value }]) => [name, value] as const);
  return {
    "_data/masthead.json": JSON.stringify({
      name: "The Cage",
      url: "https://cage.example/",
      timeZone: "Europe/Dublin",
      language: "en",
    }),
    "_data/contributors.json": JSON.stringify({
      zq7byline: {
        name: "zq7name",
        role: "zq7jobtitle",
        biography: "zq7biography",
        email: "zq7@cage.example",
        portrait: "/media/zq7portrait.svg",
      },
      ann: { name: "Ann Alder" },
    }),
    "media/zq7lead.svg": picture("zq7leadbytes"),
    "media/zq7inline.svg": picture("zq7inlinebytes"),
    "media/zq7figure.svg": picture("zq7figurebytes"),
    "media/zq7portrait.svg": picture("zq7portraitbytes"),
    "media/zq7plan.pdf": "zq7planbytes",
    "media/zq7own.pdf": "zq7ownbytes",
    "media/zq7later.pdf": "zq7laterbytes",
    "fronts/home.json": JSON.stringify({
      slots: [{ pins: ["zq7slug"], source: "latest", count: 20, style: "list" }],
    }),
    "articles/zq7file.md": copyOf({ ...Object.fromEntries(fields), embargoedUntil: until }, body),
    "articles/zq7sister.md": sibling("sister"),
    "articles/zq7cousin.md": sibling("cousin"),
    "articles/public.md": copyOf(
      {
        headline: "A public story",
        published: "2031-05-01",
        section: "news",
        byline: "ann",
        related: ["/former/"],
      },
      '{% relatedLink "/former/", text: "See this" %}\n\n{% article "/former/" %}\n\n[A link](/former/)',
    ),
  };
}
