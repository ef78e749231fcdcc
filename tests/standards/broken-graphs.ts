import { scriptJson } from "../../src/kit/html.ts";
import { htmlOf, htmlWith, makeSheet, type Sheet, scriptElement } from "./good-graphs.ts";

type Json = { [property: string]: unknown };
type Break = (nodes: Record<string, Json>, sheet: Sheet) => string | undefined;

/** A page that is good but for one thing: the rule that must refuse it, and its file. */
export type BrokenPage = { readonly rule: string; readonly url: string; readonly html: string };

/** By rule: the good page, and what breaks it. Nodes by type; a text that is returned is the whole file. */
const breaks: readonly (readonly [rule: string, page: string, breaking: Break])[] = [
  ["script-one", "home", (_, sheet) => htmlOf({ ...sheet, head: [...sheet.head, scriptElement("{}")] })],
  ["script-one", "home", (_, sheet) => htmlWith(sheet, "")],
  ["script-json", "home", (_, sheet) => htmlWith(sheet, scriptElement("{ no: JSON }"))],
  ["script-json", "home", (_, sheet) => htmlWith(sheet, scriptElement("[]"))],
  ...["<", ">", "&", "\u2028", "\u2029"].map(
    (sign) =>
      [
        "script-escaped",
        "home",
        (_: unknown, sheet: Sheet) =>
          rawHtml(sheet, (text) => text.replace("The Paper", `The ${sign} Paper`)),
      ] as const,
  ),
  [
    "graph-context",
    "home",
    (_, sheet) => rawHtml(sheet, (text) => text.replace("https://schema.org", "http://schema.org")),
  ],
  [
    "graph-one",
    "home",
    (_, sheet) => rawHtml(sheet, (text) => text.replace('"@graph":', '"name":"x","@graph":')),
  ],
  ["graph-one", "home", (_, sheet) => rawHtml(sheet, () => '{"@context":"https://schema.org","@graph":[]}')],
  [
    "graph-reference",
    "article",
    ({ WebPage }) => put(WebPage, { publisher: { "@id": "https://paper.example/#nobody" } }),
  ],
  [
    "graph-id-once",
    "article",
    ({ BreadcrumbList, WebPage }) => put(BreadcrumbList, { "@id": WebPage?.["@id"] }),
  ],
  ["graph-id-absolute", "home", ({ WebSite }) => put(WebSite, { "@id": "#website" })],
  ["graph-joined", "article", (_, { graph }) => push(graph, { "@type": "Place", name: "Carrigeen" })],
  ["type-known", "home", ({ WebSite }) => put(WebSite, { about: { "@type": "Thingy", name: "x" } })],
  ["type-known", "home", ({ WebSite }) => put(WebSite, { about: { name: "x" } })],
  ["property-known", "home", ({ WebSite }) => put(WebSite, { headlines: "x" })],
  ["property-known", "profile", ({ Person }) => put(Person, { masthead: "https://paper.example/masthead/" })],
  ["value-present", "home", ({ WebSite }) => put(WebSite, { description: "" })],
  ["value-present", "home", ({ WebSite }) => put(WebSite, { description: null })],
  ["value-present", "home", ({ WebSite }) => put(WebSite, { sameAs: [] })],
  ["value-type", "article", ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { wordCount: "600" })],
  ["value-type", "article", ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { wordCount: 6.5 })],
  [
    "value-type",
    "article",
    ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { isAccessibleForFree: "False" }),
  ],
  ["value-type", "article", ({ WebPage }) => put(WebPage, { publisher: { "@type": "Place", name: "Here" } })],
  [
    "value-type",
    "article",
    ({ WebPage, BreadcrumbList }) => put(WebPage, { publisher: { "@id": BreadcrumbList?.["@id"] } }),
  ],
  ["url-absolute", "profile", ({ Person }) => put(Person, { url: "/by/maura/" })],
  ["url-absolute", "profile", ({ Person }) => put(Person, { url: "http://paper.example/by/maura/" })],
  ["url-absolute", "profile", ({ Person }) => put(Person, { sameAs: ["social.example/@maura"] })],
  [
    "date-zoned",
    "article",
    ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { datePublished: "2031-05-09T06:00:00" }),
  ],
  [
    "date-zoned",
    "article",
    ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { expires: "9 May 2041" }),
  ],
  ["date-zoned", "live", ({ LiveBlogPosting }) => put(LiveBlogPosting, { coverageStartTime: "2031-05-09" })],
  ["text-tidy", "home", ({ WebSite }) => put(WebSite, { alternateName: "Tea &amp; Toast" })],
  ["text-tidy", "home", ({ WebSite }) => put(WebSite, { alternateName: "<em>Tea</em>" })],
  ["text-tidy", "home", ({ WebSite }) => put(WebSite, { alternateName: " Tea " })],
  ["language-tag", "home", ({ WebSite }) => put(WebSite, { inLanguage: "en_IE" })],
  ["language-tag", "home", ({ WebSite }) => put(WebSite, { inLanguage: "English" })],
  ["page-one", "article", (_, { graph }) => drop(graph, "WebPage")],
  ["page-address", "article", ({ WebPage }) => put(WebPage, { url: "https://paper.example/news/" })],
  ["page-canonical", "article", (_, sheet) => swap(sheet.head, "ferry/", "other/")],
  ["page-canonical", "article", (_, sheet) => swap(sheet.head, "canonical", "next")],
  ["page-named", "article", ({ WebPage }) => put(WebPage, { name: "Another name" })],
  ["page-language", "article", ({ WebPage }) => put(WebPage, { inLanguage: "ga" })],
  ["page-breadcrumb", "article", ({ WebPage }) => put(WebPage, { breadcrumb: undefined })],
  [
    "description-agrees",
    "article",
    ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { description: "Never." }),
  ],
  ["site-named", "home", ({ WebSite }) => put(WebSite, { name: undefined })],
  ["site-at-home", "home", ({ WebSite }) => put(WebSite, { url: "https://paper.example/news/" })],
  [
    "breadcrumb-two",
    "article",
    ({ BreadcrumbList }) => put(BreadcrumbList, { itemListElement: steps(BreadcrumbList).slice(0, 1) }),
  ],
  ["breadcrumb-order", "article", ({ BreadcrumbList }) => put(steps(BreadcrumbList)[1], { position: 3 })],
  ["breadcrumb-step", "article", ({ BreadcrumbList }) => put(steps(BreadcrumbList)[1], { name: undefined })],
  ["breadcrumb-step", "article", ({ BreadcrumbList }) => put(steps(BreadcrumbList)[1], { item: undefined })],
  ["breadcrumb-step", "article", ({ BreadcrumbList }) => put(steps(BreadcrumbList)[1], { "@type": "Thing" })],
  [
    "breadcrumb-last",
    "article",
    ({ BreadcrumbList }) => put(steps(BreadcrumbList)[2], { item: "https://paper.example/" }),
  ],
  ["breadcrumb-shown", "article", (_, sheet) => swap(sheet.body, '<a href="/news/">', "<a>")],
  ...["headline", "author", "publisher", "datePublished", "dateModified", "mainEntityOfPage"].map(
    (property) =>
      [
        "article-complete",
        "article",
        ({ ReportageNewsArticle }: Record<string, Json>) =>
          put(ReportageNewsArticle, { [property]: undefined }),
      ] as const,
  ),
  [
    "article-of-page",
    "article",
    ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { mainEntityOfPage: "https://paper.example/" }),
  ],
  [
    "headline-agrees",
    "article",
    ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { headline: "Another" }),
  ],
  [
    "dates-ordered",
    "article",
    ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { dateModified: "2031-05-08T06:00:00Z" }),
  ],
  [
    "dates-ordered",
    "article",
    ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { expires: "2031-05-08" }),
  ],
  ["date-shown", "article", (_, sheet) => swap(sheet.body, "datetime", "title")],
  ["date-shown", "article", (_, sheet) => swap(sheet.head, "09:00:00", "10:00:00")],
  [
    "section-agrees",
    "article",
    ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { articleSection: "news" }),
  ],
  [
    "keywords-form",
    "article",
    ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { keywords: ["Ferries", "Ferries"] }),
  ],
  [
    "keywords-form",
    "article",
    ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { keywords: ["Ferries, boats", "Piers"] }),
  ],
  ["paid-part", "article", ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { hasPart: undefined })],
  ["paid-part", "article", ({ WebPageElement }) => put(WebPageElement, { cssSelector: "#paid" })],
  ["paid-part", "article", ({ WebPageElement }) => put(WebPageElement, { cssSelector: ".story .paid" })],
  ["paid-part", "article", ({ WebPageElement }) => put(WebPageElement, { isAccessibleForFree: undefined })],
  ["paid-part-there", "article", (_, sheet) => swap(sheet.body, 'class="paid"', "")],
  [
    "free-part",
    "article",
    ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { isAccessibleForFree: true }),
  ],
  ["correction-comment", "article", ({ CorrectionComment }) => put(CorrectionComment, { text: undefined })],
  [
    "correction-comment",
    "article",
    ({ CorrectionComment }) => put(CorrectionComment, { datePublished: undefined }),
  ],
  [
    "correction-comment",
    "article",
    ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { correction: "Wrong." }),
  ],
  ["correction-shown", "article", (_, sheet) => swap(sheet.body, "It was Monday.", "")],
  [
    "correction-counted",
    "article",
    ({ CorrectionComment }) => put(CorrectionComment, { datePublished: "2031-05-10T09:00:00Z" }),
  ],
  ["speakable-there", "article", (_, sheet) => swap(sheet.body, "standfirst", "dek")],
  [
    "publisher-organisation",
    "article",
    ({ ReportageNewsArticle }) =>
      put(ReportageNewsArticle, { publisher: { "@type": "Person", name: "The Paper" } }),
  ],
  [
    "author-object",
    "article",
    ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { author: ["Maura Tiernach"] }),
  ],
  ["author-object", "article", ({ Person }) => put(Person, { name: undefined })],
  ["author-object", "article", ({ Person }) => put(Person, { "@type": "Place" })],
  ...[
    "Maura Tiernach and Colm Garrihan",
    "Maura Tiernach, Colm Garrihan",
    "Maura & Colm",
    "Maura; Colm",
    "Maura/Colm",
  ].map(
    (name) => ["author-one", "profile", ({ Person }: Record<string, Json>) => put(Person, { name })] as const,
  ),
  ...[
    "By Maura Tiernach",
    "Posted by Maura",
    "Maura Tiernach, Editor",
    "Dr Maura Tiernach",
    "Sports reporter",
  ].map(
    (name) =>
      ["author-plain", "profile", ({ Person }: Record<string, Json>) => put(Person, { name })] as const,
  ),
  ["author-no-publisher", "article", ({ Person }) => put(Person, { name: "The Paper" })],
  ["author-address", "article", ({ Person }) => put(Person, { url: undefined })],
  ["author-shown", "article", ({ Person }) => put(Person, { name: "Somebody Else" })],
  ["profile-entity", "profile", ({ ProfilePage }) => put(ProfilePage, { mainEntity: undefined })],
  ["profile-named", "profile", ({ Person }) => put(Person, { name: "Somebody Else" })],
  ["person-title-shown", "profile", ({ Person }) => put(Person, { jobTitle: "Columnist" })],
  [
    "image-address",
    "home",
    ({ NewsMediaOrganization }) =>
      put(NewsMediaOrganization, { image: { "@type": "ImageObject", caption: "x" } }),
  ],
  [
    "image-content",
    "article",
    ({ ReportageNewsArticle }) => put(pictureOf(ReportageNewsArticle), { contentUrl: undefined }),
  ],
  [
    "image-sides",
    "article",
    ({ ReportageNewsArticle }) => put(pictureOf(ReportageNewsArticle), { height: undefined }),
  ],
  [
    "image-large",
    "article",
    ({ ReportageNewsArticle }) => put(pictureOf(ReportageNewsArticle), { width: 200, height: 200 }),
  ],
  [
    "image-no-logo",
    "article",
    ({ ReportageNewsArticle }) =>
      put(pictureOf(ReportageNewsArticle), { url: "https://paper.example/media/logo.png" }),
  ],
  ["image-shown", "article", (_, sheet) => swap(sheet.body, "<img", "<source")],
  ["image-agrees", "article", ({ ReportageNewsArticle }) => put(ReportageNewsArticle, { image: undefined })],
  ["live-begins", "live", ({ LiveBlogPosting }) => put(LiveBlogPosting, { coverageStartTime: undefined })],
  [
    "live-ends",
    "live",
    ({ LiveBlogPosting }) => put(LiveBlogPosting, { coverageEndTime: "2031-05-08T12:00:00Z" }),
  ],
  ["live-updates", "live", ({ LiveBlogPosting }) => put(LiveBlogPosting, { liveBlogUpdate: undefined })],
  ["live-updates", "live", ({ BlogPosting }) => put(BlogPosting, { "@type": "Article" })],
  [
    "update-words",
    "live",
    ({ BlogPosting }) => put(BlogPosting, { headline: undefined, articleBody: undefined }),
  ],
  ["update-dated", "live", ({ BlogPosting }) => put(BlogPosting, { datePublished: undefined })],
  [
    "update-anchor",
    "live",
    ({ BlogPosting }) => put(BlogPosting, { url: "https://paper.example/news/2031/05/count/" }),
  ],
  ["update-anchor", "live", (_, sheet) => swap(sheet.body, "polls-close", "polls")],
  [
    "organisation-named",
    "home",
    ({ NewsMediaOrganization }) => put(NewsMediaOrganization, { name: undefined }),
  ],
  [
    "organisation-address",
    "home",
    ({ NewsMediaOrganization }) => put(NewsMediaOrganization, { url: "https://other.example/" }),
  ],
  ["organisation-logo", "home", ({ ImageObject }) => put(ImageObject, { width: 80, height: 80 })],
  ["organisation-logo", "home", ({ ImageObject }) => put(ImageObject, { url: undefined })],
  [
    "organisation-policies",
    "home",
    ({ NewsMediaOrganization }) => put(NewsMediaOrganization, { ownershipFundingInfo: "/owners/" }),
  ],
  [
    "organisation-elsewhere",
    "home",
    ({ NewsMediaOrganization }) => put(NewsMediaOrganization, { sameAs: ["https://paper.example/about/"] }),
  ],
];

/** Every broken page. */
export function listBroken(): BrokenPage[] {
  return breaks.map(([rule, name, breaking]) => {
    const sheet = makeSheet(name);
    const html = breaking(byType(sheet.graph), sheet) ?? htmlOf(sheet);
    return { rule, url: sheet.url, html };
  });
}

/** The first object of each type, wherever it stands. */
function byType(value: unknown, found: Record<string, Json> = {}): Record<string, Json> {
  if (typeof value !== "object" || value === null) return found;
  const type = "@type" in value ? String(value["@type"]) : undefined;
  if (type !== undefined) found[type] ??= value as Json;
  for (const inside of Object.values(value)) byType(inside, found);
  return found;
}

function put(node: Json | undefined, values: Json): undefined {
  if (!node) throw new Error("There is no such node to break.");
  Object.assign(node, values);
}

function push(graph: Json[], node: Json): undefined {
  graph.push(node);
}

function drop(graph: Json[], type: string): undefined {
  graph.splice(
    graph.findIndex((node) => node["@type"] === type),
    1,
  );
}

/** Replaces a text in the page around the graph. */
function swap(lines: string[], from: string, to: string): undefined {
  const changed = lines.map((line) => line.replaceAll(from, to));
  if (changed.join() === lines.join()) throw new Error(`${from} is not on the page.`);
  lines.splice(0, lines.length, ...changed);
}

function rawHtml(sheet: Sheet, change: (text: string) => string): string {
  const data = { "@context": "https://schema.org", "@graph": sheet.graph };
  return htmlWith(sheet, scriptElement(change(scriptJson(data))));
}

function steps(list: Json | undefined): Json[] {
  return (list?.itemListElement ?? []) as Json[];
}

function pictureOf(article: Json | undefined): Json | undefined {
  return ((article?.image ?? []) as Json[])[0];
}
