import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Article } from "../../src/article/article.ts";
import type { Newsroom } from "../../src/edition/newsroom.ts";
import { articlePage } from "../../src/pages/article-page.ts";
import { contributorFront } from "../../src/pages/contributor-front.ts";
import type { Head } from "../../src/pages/head.ts";
import { homeFront } from "../../src/pages/home-front.ts";
import { articleOf, fullMasthead, newsroomOf, referenceTo } from "./newsroom.ts";

type Node = { readonly [key: string]: unknown };

function nodesOf(head: Head | undefined): Node[] {
  const graph: { "@graph": Node[] } = JSON.parse(JSON.stringify(head?.jsonLd));
  return graph["@graph"];
}

function headOf(article: Article, fields: Partial<Newsroom> = {}): Head {
  const head = articlePage.slice(article.file, newsroomOf([article], fields))?.head;
  assert.ok(head);
  return head;
}

function nodeOf(article: Article, fields: Partial<Newsroom> = {}): Node {
  return nodesOf(headOf(article, fields)).find((node) => String(node["@id"]).endsWith("#article")) ?? {};
}

const page = "https://packet.example/news/2031/05/ferry-returns/";
const full = articleOf({
  standfirst: "At last.",
  byline: [
    { slug: "maura", name: "Maura", role: "by" },
    { slug: "colm", name: "Colm", role: "photographs" },
    { slug: "sile", name: "Síle", role: "by" },
  ],
  topics: [{ slug: "ferries", name: "Ferries" }],
  updatedAt: "2031-05-09T08:00:00+01:00",
  lead: { src: "/media/ferry.jpg", alt: "Ferry", caption: "In May.", creditLine: "Colm" },
  dateline: "Carrigeen",
  corrections: [{ at: "2031-05-09T09:00:00+01:00", kind: "correction", text: "It was Monday." }],
  access: "metered",
});

const articleNode = suite("an article's node");
const fields: Readonly<Record<string, unknown>> = {
  "@type": "NewsArticle",
  headline: "The ferry returns",
  description: "At last.",
  datePublished: "2031-05-09T06:00:00+01:00",
  dateModified: "2031-05-09T09:00:00+01:00",
  mainEntityOfPage: { "@id": page },
  author: [
    { "@type": "Person", name: "Maura", url: "https://packet.example/by/maura/" },
    { "@type": "Person", name: "Síle", url: "https://packet.example/by/sile/" },
  ],
  publisher: { "@id": "https://packet.example/#publisher" },
  image: [
    {
      "@type": "ImageObject",
      url: "https://packet.example/media/ferry.jpg",
      contentUrl: "https://packet.example/media/ferry.jpg",
      width: 1600,
      height: 900,
      caption: "In May.",
      creditText: "Colm",
    },
  ],
  articleSection: "News",
  keywords: ["Ferries"],
  inLanguage: "en-IE",
  wordCount: 600,
  dateline: "Carrigeen",
  contentLocation: { "@type": "Place", name: "Carrigeen" },
  isAccessibleForFree: false,
  hasPart: { "@type": "WebPageElement", isAccessibleForFree: false, cssSelector: ".article-body" },
  correction: [
    {
      "@type": "CorrectionComment",
      text: "It was Monday.",
      datePublished: "2031-05-09T09:00:00+01:00",
    },
  ],
};
for (const [field, value] of Object.entries(fields)) {
  articleNode(`has its ${field}`, () => {
    assert.equal(nodeOf(full, { size: () => ({ width: 1600, height: 900 }) })[field], value);
  });
}
const types = [
  ["report", "NewsArticle"],
  ["analysis", "AnalysisNewsArticle"],
  ["opinion", "OpinionNewsArticle"],
  ["review", "ReviewNewsArticle"],
  ["explainer", "BackgroundNewsArticle"],
  ["sponsored", "AdvertiserContentArticle"],
] as const;
for (const [genre, type] of types) {
  articleNode(`is a ${type} for ${genre}`, () => {
    assert.is(nodeOf(articleOf({ genre }))["@type"], type);
  });
}
articleNode("credits an agency as an organisation, and nobody as the publisher", () => {
  const wire = nodeOf(articleOf({ agency: "Reuters" }));
  assert.is(wire.copyrightHolder, undefined);
  assert.equal(wire.author, [{ "@type": "Organization", name: "Reuters" }]);
  assert.equal(nodeOf(articleOf()).author, [{ "@id": "https://packet.example/#publisher" }]);
});
articleNode("leaves out what it does not know", () => {
  const node = nodeOf(articleOf());
  for (const field of ["description", "image", "keywords", "dateline", "correction", "hasPart", "expires"]) {
    assert.not.ok(field in node, field);
  }
  assert.is(node.isAccessibleForFree, true);
});
articleNode("knows a house from a person, and claims no right in what others made", () => {
  const desk = { slug: "desk", name: "The desk", kind: "organisation", sameAs: [] } as const;
  const contributors = new Map([["desk", desk]]);
  const byline = [
    { slug: "desk", name: "desk", role: "by" },
    { slug: "desk", name: "desk", role: "editing" },
    { slug: "sile", name: "Síle", role: "editing" },
  ] as const;
  const node = nodeOf(articleOf({ byline }), { contributors });
  const url = "https://packet.example/by/desk/";
  assert.equal(node.author, [{ "@type": "Organization", name: "The desk", url }]);
  assert.equal(node.copyrightHolder, { "@id": "https://packet.example/#publisher" });
  const elsewhere = nodeOf(articleOf({ canonicalUrl: "https://other.example/a/", byline: byline.slice(1) }), {
    contributors,
  });
  assert.is(elsewhere.copyrightHolder, undefined);
  assert.equal(elsewhere.editor, [
    { "@type": "Person", name: "Síle", url: "https://packet.example/by/sile/" },
  ]);
});
articleNode("says where advertising was written, which is no news", () => {
  const node = nodeOf(articleOf({ genre: "sponsored", dateline: "Brussels" }));
  assert.is(node.dateline, undefined);
  assert.equal(node.contentLocation, { "@type": "Place", name: "Brussels" });
});

articleNode.run();

const graph = suite("a graph");
graph("joins article, page, breadcrumbs and publisher", () => {
  const nodes = nodesOf(headOf(full));
  const ids = nodes.map((node) => node["@id"]);
  assert.equal(ids, [`${page}#article`, page, `${page}#breadcrumb`, "https://packet.example/#publisher"]);
  assert.equal(nodes[1]?.breadcrumb, { "@id": `${page}#breadcrumb` });
  assert.equal(nodes[2]?.itemListElement, [
    { "@type": "ListItem", position: 1, name: "The Packet", item: "https://packet.example/" },
    { "@type": "ListItem", position: 2, name: "News", item: "https://packet.example/news/" },
    { "@type": "ListItem", position: 3, name: "The ferry returns", item: page },
  ]);
});
graph("of the home front is the site's and its publisher's", () => {
  const nodes = nodesOf(homeFront.slice("", newsroomOf([]))?.head);
  assert.equal(
    nodes.map((node) => node["@type"]),
    ["WebSite", "NewsMediaOrganization"],
  );
});
const organisation: Readonly<Record<string, unknown>> = {
  "@type": "NewsMediaOrganization",
  "@id": "https://packet.example/#publisher",
  name: "The Packet",
  url: "https://packet.example/",
  alternateName: "Packet",
  description: "News of the island.",
  logo: { "@type": "ImageObject", url: "https://packet.example/media/mark.png", width: 600, height: 600 },
  foundingDate: "1887-03-12",
  email: "desk@packet.example",
  telephone: "+353 1 555 0100",
  address: {
    "@type": "PostalAddress",
    streetAddress: "1 Quay Street",
    addressLocality: "Port",
    addressCountry: "IE",
  },
  contactPoint: [
    {
      "@type": "ContactPoint",
      contactType: "newsroom",
      email: "desk@packet.example",
      telephone: "+353 1 555 0100",
    },
    {
      "@type": "ContactPoint",
      contactType: "corrections",
      email: "corrections@packet.example",
      url: "https://packet.example/contact/",
    },
  ],
  parentOrganization: { "@type": "Organization", name: "Readers’ Society", url: "https://society.example/" },
  publishingPrinciples: "https://packet.example/about/",
  ownershipFundingInfo: "https://packet.example/about/#owners",
  masthead: "https://packet.example/staff/",
  missionCoveragePrioritiesPolicy: "https://packet.example/about/#mission",
  ethicsPolicy: "https://packet.example/standards/#ethics",
  verificationFactCheckingPolicy: "https://packet.example/standards/#facts",
  unnamedSourcesPolicy: "https://packet.example/standards/#sources",
  noBylinesPolicy: "https://packet.example/standards/#bylines",
  correctionsPolicy: "https://packet.example/standards/#corrections",
  actionableFeedbackPolicy: "https://packet.example/contact/",
  diversityPolicy: "https://society.example/diversity/",
  diversityStaffingReport: "https://society.example/diversity/",
  sameAs: ["https://social.example/@packet"],
};
const stated = { masthead: fullMasthead, size: () => ({ width: 600, height: 600 }) };
const publisherOf = (page: Head | undefined) =>
  nodesOf(page).find((node) => node["@id"] === organisation["@id"]);

for (const [field, value] of Object.entries(organisation)) {
  graph(`of the home front has the organisation's ${field}`, () => {
    assert.equal(publisherOf(homeFront.slice("", newsroomOf([], stated))?.head)?.[field], value);
  });
}
graph("of the home front has nothing of the organisation that is not listed here", () => {
  const node = publisherOf(homeFront.slice("", newsroomOf([], stated))?.head) ?? {};
  assert.equal(Object.keys(node).sort(), Object.keys(organisation).sort());
  const bare = publisherOf(homeFront.slice("", newsroomOf([]))?.head) ?? {};
  assert.equal(Object.keys(bare), ["@type", "@id", "name", "url", "description"]);
});
graph("of an article has of its publisher what an article needs, and no more", () => {
  assert.equal(Object.keys(publisherOf(headOf(full, stated)) ?? {}), [
    "@type",
    "@id",
    "name",
    "url",
    "logo",
    "publishingPrinciples",
  ]);
});
graph("of a contributor is about a person", () => {
  const nodes = nodesOf(contributorFront.slice("maura", newsroomOf([full]))?.head);
  assert.is(nodes[0]?.["@type"], "ProfilePage");
  assert.equal(nodes[0]?.mainEntity, {
    "@type": "Person",
    "@id": "https://packet.example/by/maura/#contributor",
    name: "Maura",
    url: "https://packet.example/by/maura/",
    worksFor: { "@id": "https://packet.example/#publisher" },
  });
});
graph.run();

const head = suite("an article's head");
head("says what Open Graph asks of an article", () => {
  const properties = headOf(full).openGraph.map(({ property, content }) => `${property} ${content}`);
  for (const expected of [
    "og:title The ferry returns",
    "og:type article",
    `og:url ${page}`,
    "og:locale en_IE",
    "og:image https://packet.example/media/ferry.jpg",
    "og:image:alt Ferry",
    "article:published_time 2031-05-09T06:00:00+01:00",
    "article:modified_time 2031-05-09T09:00:00+01:00",
    "article:author https://packet.example/by/maura/",
    "article:author https://packet.example/by/sile/",
    "article:section News",
    "article:tag Ferries",
  ]) {
    assert.ok(properties.includes(expected), expected);
  }
});
head("takes the headline that was written for each reader", () => {
  const article = articleOf({ seoHeadline: "For search", socialHeadline: "For friends" });
  const { title, openGraph } = headOf(article);
  assert.is(title, "For search – The Packet");
  assert.is(openGraph[0]?.content, "For friends");
});
head("is canonical elsewhere where the article says so", () => {
  assert.is(headOf(full).canonical, page);
  assert.is(
    headOf(articleOf({ canonicalUrl: "https://agency.example/1" })).canonical,
    "https://agency.example/1",
  );
});
head("names all languages of an article, its own too", () => {
  const irish = articleOf({ slug: "bad", language: "ga" });
  const english = articleOf({ translations: [referenceTo("bad")] });
  const slice = articlePage.slice(english.file, newsroomOf([english, irish]));
  assert.equal(slice?.head.alternates, [
    { url: page, language: "en-IE" },
    { url: "https://packet.example/news/2031/05/bad/", language: "ga" },
  ]);
});
head.run();
