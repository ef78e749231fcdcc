import { escapeHtml, scriptJson } from "../../src/kit/html.ts";

type Json = { [property: string]: unknown };

/** A page that is as it should be: its address, its graph, and what stands around it. Written by hand, not by our code. */
export type Sheet = { url: string; graph: Json[]; head: string[]; body: string[] };

const site = "https://paper.example/";
const day = "2031-05-09T06:00:00+01:00";
const publisher = {
  "@type": "NewsMediaOrganization",
  "@id": `${site}#publisher`,
  name: "The Paper",
  url: site,
  logo: { "@type": "ImageObject", url: `${site}media/logo.png`, width: 200, height: 200 },
  sameAs: ["https://social.example/@paper", "http://old.example/paper"],
  ethicsPolicy: `${site}ethics/`,
};

/** The HTML file of a page. */
export function htmlOf(sheet: Sheet): string {
  const data = { "@context": "https://schema.org", "@graph": sheet.graph };
  return htmlWith(sheet, scriptElement(scriptJson(data)));
}

/** The HTML file of a page with another script, or with several. */
export function htmlWith({ head, body }: Sheet, script: string): string {
  return `<!doctype html>\n<html lang="en-IE"><head>${head.join("")}${script}</head><body>${body.join("\n")}</body></html>`;
}

export function scriptElement(text: string): string {
  return `<script type="application/ld+json">${text}</script>`;
}

const pages: Readonly<Record<string, () => Sheet>> = {
  article: () => ({
    url: `${site}news/2031/05/ferry/`,
    graph: [
      {
        "@type": "ReportageNewsArticle",
        "@id": `${site}news/2031/05/ferry/#article`,
        mainEntityOfPage: { "@id": `${site}news/2031/05/ferry/` },
        headline: "The ferry returns",
        description: "At last.",
        datePublished: day,
        dateModified: "2031-05-09T09:00:00+01:00",
        author: [
          { "@type": "Person", name: "Maura Tiernach", url: `${site}by/maura/` },
          { "@type": "Organization", name: "Wire & Sons" },
        ],
        publisher: { "@id": `${site}#publisher` },
        image: [
          {
            "@type": "ImageObject",
            url: `${site}media/ferry.jpg`,
            contentUrl: `${site}media/ferry.jpg`,
            width: 1200,
            height: 675,
            creditText: "Colm",
          },
        ],
        articleSection: "News",
        keywords: ["Ferries", "Islands"],
        inLanguage: "en-IE",
        wordCount: 600,
        isAccessibleForFree: false,
        hasPart: { "@type": "WebPageElement", isAccessibleForFree: false, cssSelector: ".paid" },
        correction: [
          {
            "@type": "CorrectionComment",
            text: "It was Monday.",
            datePublished: "2031-05-09T09:00:00+01:00",
          },
        ],
        speakable: { "@type": "SpeakableSpecification", cssSelector: ["h1", ".standfirst"] },
      },
      ...pageNodes("WebPage", "The ferry returns", "news/2031/05/ferry/", "News"),
    ],
    head: [
      ...headOf("The ferry returns", "news/2031/05/ferry/"),
      '<meta name="description" content="At last.">',
      `<meta property="og:image" content="${site}media/ferry.jpg"><meta property="og:image:width" content="1200">`,
      '<meta property="article:modified_time" content="2031-05-09T09:00:00+01:00">',
      '<meta property="article:section" content="News">',
    ],
    body: [
      ...bodyOf("The ferry returns"),
      '<p class="standfirst">At last.</p><a rel="author" href="/by/maura/">Maura Tiernach</a>, Wire &amp; Sons',
      `<time datetime="${day}">Today</time><img src="/media/ferry.jpg" alt="">`,
      '<div class="paid">Words.</div><p>It was Monday.</p>',
    ],
  }),
  live: () => ({
    url: `${site}news/2031/05/count/`,
    graph: [
      {
        "@type": "LiveBlogPosting",
        "@id": `${site}news/2031/05/count/#article`,
        mainEntityOfPage: { "@id": `${site}news/2031/05/count/` },
        headline: "The count",
        datePublished: day,
        dateModified: day,
        author: [{ "@id": `${site}#publisher` }],
        publisher: { "@id": `${site}#publisher` },
        isAccessibleForFree: true,
        coverageStartTime: day,
        coverageEndTime: "2031-05-09T12:00:00+01:00",
        liveBlogUpdate: [
          {
            "@type": "BlogPosting",
            headline: "Polls close",
            articleBody: "They closed.",
            datePublished: "2031-05-09T07:00:00+01:00",
            url: `${site}news/2031/05/count/#polls-close`,
          },
        ],
      },
      ...pageNodes("WebPage", "The count", "news/2031/05/count/", "News"),
    ],
    head: headOf("The count", "news/2031/05/count/"),
    body: [
      ...bodyOf("The count"),
      `<p>The Paper</p><time datetime="${day}">Today</time><article id="polls-close">They closed.</article>`,
    ],
  }),
  profile: () => ({
    url: `${site}by/maura/`,
    graph: pageNodes("ProfilePage", "Maura Tiernach", "by/maura/", "The Paper", {
      mainEntity: {
        "@type": "Person",
        "@id": `${site}by/maura/#contributor`,
        name: "Maura Tiernach",
        url: `${site}by/maura/`,
        jobTitle: "Editor",
        worksFor: { "@id": `${site}#publisher` },
      },
    }),
    head: headOf("Maura Tiernach", "by/maura/"),
    body: [...bodyOf("Maura Tiernach"), "<p>Editor</p>"],
  }),
  home: () => ({
    url: site,
    graph: [
      {
        "@type": "WebSite",
        "@id": `${site}#website`,
        name: "The Paper",
        url: site,
        inLanguage: "en-IE",
        publisher: { "@id": `${site}#publisher` },
      },
      structuredClone(publisher),
    ],
    head: headOf("The Paper", ""),
    body: bodyOf("The Paper"),
  }),
};

/** Good pages, made anew each time, so that a test can break one. */
export function makeSheet(name: string): Sheet {
  const make = pages[name];
  if (!make) throw new Error(`There is no page ${name}.`);
  return make();
}

export const sheetNames = Object.keys(pages);

function pageNodes(type: string, name: string, path: string, front: string, more: Json = {}): Json[] {
  const url = site + path;
  const steps = [
    ["The Paper", site],
    [front, `${site}news/`],
    [name, url],
  ];
  return [
    {
      ...{ "@type": type, "@id": url, url, name, inLanguage: "en-IE" },
      ...{ breadcrumb: { "@id": `${url}#breadcrumb` }, publisher: { "@id": `${site}#publisher` }, ...more },
    },
    {
      "@type": "BreadcrumbList",
      "@id": `${url}#breadcrumb`,
      itemListElement: steps.map(([step, item], at) => ({
        ...{ "@type": "ListItem", position: at + 1, name: step, item },
      })),
    },
    structuredClone(publisher),
  ];
}

function headOf(title: string, path: string): string[] {
  return [`<title>${escapeHtml(title)} – The Paper</title>`, `<link rel="canonical" href="${site}${path}">`];
}

function bodyOf(heading: string): string[] {
  return [`<a href="/">The Paper</a> <a href="/news/">News</a>`, `<h1>${escapeHtml(heading)}</h1>`];
}
