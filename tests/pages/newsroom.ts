import { spansOf } from "../../src/archive/digests.ts";
import type { Article } from "../../src/article/article.ts";
import { changedAt, newestOf } from "../../src/article/changes.ts";
import type { Masthead } from "../../src/article/masthead.ts";
import { english } from "../../src/article/words.ts";
import type { Newsroom, Scope, ScopeKind } from "../../src/edition/newsroom.ts";
import type { Printing } from "../../src/edition/page.ts";
import { hashOf } from "../../src/kit/hash.ts";
import { present } from "../../src/kit/record.ts";
import { slugOf } from "../../src/kit/slug.ts";
import { pageKinds } from "../../src/pages/page-kinds.ts";
import type { Assets } from "../../src/pages/site.ts";

/** An article with a headline, and whatever a test wants to say of it. */
export function articleOf(fields: Partial<Article> = {}): Article {
  const slug = fields.slug ?? "ferry-returns";
  const section = fields.section ?? "news";
  const publishedAt = fields.publishedAt ?? "2031-05-09T06:00:00+01:00";
  return {
    file: `${section}/${slug}.md`,
    copyHash: "0123456789abcdef0123456789abcdef01234567",
    slug,
    url: `/${section}/${publishedAt.slice(0, 4)}/${publishedAt.slice(5, 7)}/${slug}/`,
    headline: "The ferry returns",
    section,
    topics: [],
    byline: [],
    publishedAt,
    standing: "usable",
    genre: "report",
    language: "en-IE",
    direction: "ltr",
    translations: [],
    related: [],
    corrections: [],
    aliases: [],
    access: "free",
    searchHash: "0123456789abcdef0123456789abcdef",
    wordCount: 600,
    mentions: [],
    links: [],
    anchors: [],
    media: [],
    ...fields,
  };
}

/** So many articles, one a minute, the first the newest. */
export function articlesOf(
  count: number,
  fields: (index: number) => Partial<Article> = () => ({}),
): Article[] {
  const newest = Date.parse("2031-05-09T05:00:00Z");
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(newest - index * 60_000 + 3_600_000).toISOString();
    return articleOf({
      slug: `story-${index}`,
      headline: `Story ${index}`,
      publishedAt: `${at.slice(0, 19)}+01:00`,
      ...fields(index),
    });
  });
}

/** A reference as copy has it. */
export function referenceTo(to: string): Article["related"][number] {
  return { to, file: "news/ferry-returns.md", line: 1, column: 1 };
}

const masthead: Masthead = {
  name: "The Packet",
  url: "https://packet.example/",
  timeZone: "Europe/Dublin",
  language: "en-IE",
  description: "News of the island.",
  sameAs: [],
  languages: [],
};

/** A masthead that says everything that one can say. */
export const fullMasthead: Masthead = {
  ...masthead,
  shortName: "Packet",
  logo: "/media/mark.png",
  icon: ["/media/icon.svg", "/media/icon-192.png", "/media/icon-512.png"],
  email: "desk@packet.example",
  telephone: "+353 1 555 0100",
  address: { streetAddress: "1 Quay Street", addressLocality: "Port", addressCountry: "IE" },
  contactPoint: [
    { contactType: "newsroom", email: "desk@packet.example", telephone: "+353 1 555 0100" },
    { contactType: "corrections", email: "corrections@packet.example", url: "/contact/" },
  ],
  foundingDate: "1887-03-12",
  parentOrganization: { name: "Readers’ Society", url: "https://society.example/" },
  sameAs: ["https://social.example/@packet"],
  policies: {
    publishingPrinciples: "/about/",
    ownershipFundingInfo: "/about/#owners",
    masthead: "/staff/",
    missionCoveragePrioritiesPolicy: "/about/#mission",
    ethicsPolicy: "/standards/#ethics",
    verificationFactCheckingPolicy: "/standards/#facts",
    unnamedSourcesPolicy: "/standards/#sources",
    noBylinesPolicy: "/standards/#bylines",
    correctionsPolicy: "/standards/#corrections",
    actionableFeedbackPolicy: "/contact/",
    diversityPolicy: "https://society.example/diversity/",
    diversityStaffingReport: "https://society.example/diversity/",
  },
  rights: {
    training: false,
    search: true,
    assistants: false,
    agents: { GPTBot: true, NewBot: false },
    licence: "/rsl.xml",
    tdmPolicy: "/tdm.json",
    contact: "rights@packet.example",
  },
  security: {
    contact: ["mailto:security@packet.example", "https://packet.example/security/"],
    expires: "2031-12-01T00:00:00+00:00",
    policy: "/security/policy/",
  },
  trust: {
    belongto: ["https://press.example/"],
    disclosure: ["/about/"],
    controlledby: ["https://society.example/"],
  },
  ads: {
    sellers: ["exchange.example, 1234, DIRECT, f08c47fec0942fa0", "other.example, x-1, RESELLER"],
    ownerDomain: "society.example",
    managerDomain: ["manager.example", "manager.example, IE"],
  },
  hub: "https://hub.example/",
  indexNowKey: "4f1c2a9e07b84d3c",
};

const assetCalled = (name: string) => ({ url: `/assets/${name}`, integrity: "sha384-0123" });

/** The theme's files. */
export const assets: Assets = {
  stylesheet: assetCalled("broadsheet.css"),
  textStylesheet: assetCalled("text.css"),
  firstFonts: () => ["/assets/serif.woff2"],
  scripts: Object.fromEntries(
    ["preferences", "reader", "tools", "lists", "live", "embed"].map((name) => [
      name,
      assetCalled(`${name}.js`),
    ]),
  ),
};

/** A printing of what has no bodies. */
export const noBodies: Printing = {
  body: () => "",
  parts: () => ({ introduction: "", pinned: "", updates: [] }),
};

/** A newsroom in memory, with whatever a test wants of it. */
export function newsroomOf(articles: readonly Article[], fields: Partial<Newsroom> = {}): Newsroom {
  const ordered = [...articles].sort(
    (a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt) || (a.url < b.url ? -1 : 1),
  );
  const paper = fields.masthead ?? masthead;
  const isTranslated = ordered.some(({ translations }) => translations.length > 0);
  const newsroom: Newsroom = {
    locale: "",
    locales: [""],
    in: () => newsroom,
    path: (path) => path,
    masthead: paper,
    sections: [
      { slug: "news", name: "News", description: "What happened." },
      { slug: "sport", name: "Sport" },
    ],
    contributors: new Map(),
    topics: new Map(),
    series: new Map(),
    front: () => undefined,
    topicFronts: () => [],
    words: english,
    now: Date.parse("2031-05-09T12:00:00+01:00"),
    feeds: "standfirst",
    prints: (name) => !pageKinds.some((kind) => kind.name === name && kind.isOptional),
    latest: ({ month, limit, ...scope }) =>
      ordered
        .filter((article) => isIn(article, scope) && article.publishedAt.startsWith(month ?? ""))
        .slice(0, limit),
    parts: (series, limit) => partsOf(ordered, series).slice(-limit),
    neighbours: (article) => {
      const parts = partsOf(ordered, article.series?.slug ?? "");
      const at = parts.indexOf(article);
      return present({ previous: parts[at - 1], next: parts[at + 1] });
    },
    corrections: ({ year, limit }) =>
      ordered
        .flatMap((article) => article.corrections.map(({ at }, index) => ({ at, article, index })))
        .filter(({ at }) => at.startsWith(year ?? ""))
        .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
        .slice(0, limit),
    correctionYears: () =>
      [...new Set(ordered.flatMap(({ corrections }) => corrections.map(({ at }) => at.slice(0, 4))))]
        .sort()
        .reverse(),
    killed: () => [],
    findKilled: () => undefined,
    aliases: () => [...new Set(ordered.flatMap(({ aliases }) => aliases))].sort(),
    translations: (article) => {
      if (!isTranslated) return [];
      const names = (one: Article, other: Article) =>
        one.translations.some(({ to }) => [other.file, other.slug, other.url].includes(to));
      return ordered.filter((other) => other !== article && (names(article, other) || names(other, article)));
    },
    related: () => [],
    count: (scope) => ordered.filter((article) => isIn(article, scope)).length,
    since: (moment) => ordered.filter(({ publishedAt }) => Date.parse(publishedAt) >= moment),
    searched: (span) => {
      const shown = ordered.filter(({ publishedAt }) => spansOf(publishedAt).includes(span));
      return shown.length === 0 ? undefined : { count: shown.length, hash: hashOf(shown) };
    },
    changedIn: (month) =>
      newestOf(ordered.filter(({ publishedAt }) => publishedAt.startsWith(month)).map(changedAt)),
    months: (scope) => {
      const counts = new Map<string, number>();
      for (const article of ordered.filter((each) => isIn(each, scope))) {
        const month = article.publishedAt.slice(0, 7);
        counts.set(month, (counts.get(month) ?? 0) + 1);
      }
      return [...counts].map(([month, count]) => ({ month, count }));
    },
    slugs: (kind) => [...new Set(ordered.flatMap((article) => slugsOf(article)[kind]))].sort(),
    find: (file) => ordered.find((article) => article.file === file),
    answerer: (path) =>
      ordered.find(({ url }) => url === path) ?? ordered.findLast(({ aliases }) => aliases.includes(path)),
    resolve: (to) => ordered.find((each) => [each.file, each.slug, each.url, ...each.aliases].includes(to)),
    media: () => undefined,
    letters: () => undefined,
    raster: () => undefined,
    isBroken: () => false,
    showing: () => [],
    size: () => undefined,
    bytes: () => undefined,
    absolute: (path) => new URL(path.replace(/^\//, ""), paper.url).href,
    ...fields,
  };
  return newsroom;
}

function partsOf(articles: readonly Article[], series: string): Article[] {
  const part = (article: Article) => article.series?.part ?? 1000;
  return articles
    .filter((article) => article.series?.slug === series)
    .sort((a, b) => part(a) - part(b) || Date.parse(a.publishedAt) - Date.parse(b.publishedAt));
}

function isIn(article: Article, scope: Scope): boolean {
  const slugs = slugsOf(article);
  return Object.entries(slugs).every(([kind, own]) => {
    const wanted = scope[kind as ScopeKind];
    return wanted === undefined || own.includes(wanted);
  });
}

function slugsOf({ section, topics, byline, genre, series, dateline }: Article): Record<ScopeKind, string[]> {
  return {
    genre: [genre],
    series: series ? [series.slug] : [],
    place: dateline === undefined ? [] : [slugOf(dateline)],
    section: [section],
    topic: topics.map(({ slug }) => slug),
    contributor: byline.map(({ slug }) => slug),
  };
}
