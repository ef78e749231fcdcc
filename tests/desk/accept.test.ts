import { suite } from "uvu";
import * as assert from "uvu/assert";
import { accepted, context, listRules, metadataOf, minimal } from "./accepted.ts";

const accepts = suite("accept");

accepts("makes metadata of the least front matter", () => {
  assert.equal(metadataOf("title: ' The  ferry\n  returns '\ndate: 2031-05-09"), {
    file: "news/ferry-returns.md",
    headline: "The ferry returns",
    slug: "ferry-returns",
    section: "news",
    url: "/news/2031/05/ferry-returns/",
    publishedAt: "2031-05-09T00:00:00+01:00",
    standing: "usable",
    genre: "report",
    language: "en-IE",
    direction: "ltr",
    topics: [],
    byline: [],
    translations: [],
    related: [],
    corrections: [],
    aliases: [],
    access: "free",
    shown: [],
  });
});

accepts("keeps what is said, in the shapes of an article", () => {
  const article = metadataOf(
    minimal(
      [
        "standfirst: >\n  The first boat\n  in two years.",
        "lead: { src: ./ferry.jpg, alt: A ferry, caption: At dawn, creditLine: Mary Byrne, focus: [0.5, 0.25] }",
        "series: Last boats",
        "corrections: { at: 2031-05-10 09:30, text: It left at dawn. }",
        "editorsNote: |\n  One.\n\n  Two.",
        "deskNote: Never seen",
        "data: { pier: 3, 'no': null, list: [1, two, 2031-05-09] }",
        "dateline: 2014",
        "kicker: 007",
      ].join("\n"),
    ),
  );
  assert.is(article.standfirst, "The first boat in two years.");
  assert.equal(article.lead, {
    src: "/media/ferry.jpg",
    alt: "A ferry",
    caption: "At dawn",
    creditLine: "Mary Byrne",
    focus: [0.5, 0.25],
  });
  assert.equal(article.series, { slug: "last-boats", name: "Last boats" });
  assert.equal(article.corrections, [
    { at: "2031-05-10T09:30:00+01:00", kind: "correction", text: "It left at dawn." },
  ]);
  assert.is(article.editorsNote, "One.\n\nTwo.");
  assert.equal(article.data, { pier: 3, no: null, list: [1, "two", "2031-05-09"] });
  assert.equal([article.dateline, article.kicker], ["2014", "007"]);
  assert.not(JSON.stringify(article).includes("Never seen"));
});

accepts("is the same after a way through JSON", () => {
  const article = metadataOf(minimal("lead: /a.jpg\nbyline: Mary Byrne\ndata: { a: [b] }"));
  assert.equal(JSON.parse(JSON.stringify(article)), article);
});

const dates: readonly (readonly [string, string, object])[] = [
  [
    "an embargo wins",
    "published: 2031-05-01\nembargo: 2031-05-09T06:00",
    { publishedAt: "2031-05-09T06:00:00+01:00" },
  ],
  ["an embargo is enough", "publishAt: 2031-05-09T06:00+02:00", { publishedAt: "2031-05-09T05:00:00+01:00" }],
  [
    "a change before the embargo ends is none that readers see",
    "published: 2031-05-01\nupdated: 2031-05-03\nembargo: 2031-05-09",
    { publishedAt: "2031-05-09T00:00:00+01:00" },
  ],
  [
    "a change on the day of publication is right",
    "published: 2031-05-01 18:00\nupdated: 2031-05-01",
    { publishedAt: "2031-05-01T18:00:00+01:00" },
  ],
  [
    "a change and an end are kept",
    "published: 2031-05-01\nlastmod: 2031-05-02\nexpirydate: 2032-01-01",
    {
      publishedAt: "2031-05-01T00:00:00+01:00",
      updatedAt: "2031-05-02T00:00:00+01:00",
      expiresAt: "2032-01-01T00:00:00+00:00",
    },
  ],
];
for (const [name, lines, expected] of dates) {
  accepts(`knows that ${name}`, () => {
    const { publishedAt, updatedAt, expiresAt } = metadataOf(`headline: A\n${lines}`);
    assert.equal(JSON.parse(JSON.stringify({ publishedAt, updatedAt, expiresAt })), expected);
  });
}

const files: readonly (readonly [string, string, string, string])[] = [
  ["2014-03-19-hello-world.md", "headline: A", "2014-03-19", "/news/2014/03/hello-world/"],
  ["2014-03-19-hello.md", "headline: A\ndate: 2015-01-02", "2015-01-02", "/news/2015/01/hello/"],
  ["sport/2014-03-19_Final_Whistle.markdown", "headline: A", "2014-03-19", "/sport/2014/03/final-whistle/"],
  ["Local Politics/2014-03-19 vote.md", "headline: A", "2014-03-19", "/local-politics/2014/03/vote/"],
  ["elsewhere/deep/2014-03-19-a.md", "headline: A", "2014-03-19", "/news/2014/03/a/"],
  ["sport/final/index.md", "headline: A\ndate: 2014-03-19", "2014-03-19", "/sport/2014/03/final/"],
  ["sport/2014-03-19-final/index.md", "headline: A", "2014-03-19", "/sport/2014/03/final/"],
  [
    "sport/a.md",
    "headline: A\ndate: 2014-03-19\nsection: Local Politics",
    "2014-03-19",
    "/local-politics/2014/03/a/",
  ],
  ["2014-13-45-a.md", "headline: A\ndate: 2014-03-19", "2014-03-19", "/news/2014/03/2014-13-45-a/"],
  ["2014-03-19.md", "headline: A\ndate: 2014-03-19", "2014-03-19", "/news/2014/03/2014-03-19/"],
  ["index.md", "headline: A\ndate: 2014-03-19", "2014-03-19", "/news/2014/03/index/"],
  ["Café & Co.md", "headline: A\ndate: 2014-03-19", "2014-03-19", "/news/2014/03/cafe-and-co/"],
  ["a.md", "headline: A\ndate: 2014-03-19\nslug: 日本語", "2014-03-19", "/news/2014/03/日本語/"],
  ["日本語.md", "headline: A\ndate: 2014-03-19", "2014-03-19", "/news/2014/03/日本語/"],
  ["2014-12-31-a.md", "headline: A\ndate: 2014-12-31T23:30-05:00", "2015-01-01", "/news/2015/01/a/"],
];
for (const [file, lines, date, url] of files) {
  accepts(`finds date and address of ${file}: ${url}`, () => {
    const article = metadataOf(lines, { file });
    assert.equal([article.publishedAt.slice(0, 10), article.url], [date, url]);
  });
}

accepts("takes any first folder for a section where none are listed, but for the site's own", () => {
  const found = (file: string) =>
    metadataOf("headline: A\ndate: 2014-03-19", { file, sections: undefined }).section;
  assert.equal(["Arts & Books/a.md", "topics/a.md", "a.md", "!!!/a.md"].map(found), [
    "arts-and-books",
    "news",
    "news",
    "news",
  ]);
  const { problems } = accepted(minimal("section: Topics"), { sections: undefined });
  assert.is(listRules(problems), "4:10 url-reserved");
});

accepts("asks for a section where none can be found", () => {
  const { problems } = accepted(minimal(""), { file: "a.md", sections: new Set(["sport"]) });
  assert.is(problems[0]?.message, "section is missing.");
  assert.is(problems[0]?.hint, "Write it such as section: sport.");
});

accepts("names the nearest section", () => {
  const [problem] = accepted(minimal("category: Local Politcs")).problems;
  assert.is(problem?.message, 'section: "Local Politcs" is not in sections.json.');
  assert.is(problem?.hint, "Write section: local-politics, or add the section to sections.json.");
});

accepts("asks for a slug where the file's name gives none", () => {
  for (const file of ["!!!.md", "news/2014-03-19-—.md", "con.md", `${"a".repeat(200)}.md`]) {
    const { problems } = accepted(minimal(""), { file });
    assert.is(listRules(problems), "1:1 slug-format", file);
  }
});

accepts("makes an address by any pattern", () => {
  const { url } = metadataOf(minimal(""), { articleUrl: "/{yyyy}/{mm}/{dd}/{slug}/" });
  assert.is(url, "/2031/05/09/ferry-returns/");
});

const bylines: readonly (readonly [string, object])[] = [
  ["byline: Mary Byrne", [{ slug: "mary-byrne", name: "Mary Byrne", role: "by" }]],
  ["author: mary-byrne", [{ slug: "mary-byrne", name: "mary-byrne", role: "by" }]],
  [
    "byline: { id: mb, name: Mary Byrne, role: reporting }",
    [{ slug: "mb", name: "Mary Byrne", role: "reporting" }],
  ],
  [
    "authors: [A, { name: B, organisation: Reuters, role: photographs }, A, { id: a, role: video }]",
    [
      { slug: "a", name: "A", role: "by" },
      { slug: "b", name: "B", role: "photographs", organisation: "Reuters" },
      { slug: "a", name: "a", role: "video" },
    ],
  ],
  ["byline: 18F", [{ slug: "18f", name: "18F", role: "by" }]],
];
for (const [line, expected] of bylines) {
  accepts(`reads ${line}`, () => assert.equal(metadataOf(minimal(line)).byline, expected));
}

accepts("keeps topics in order, each once", () => {
  const names = (line: string) => metadataOf(minimal(line)).topics.map(({ slug, name }) => `${slug}=${name}`);
  assert.equal(names("tags: [Ferries, '', Open Data, ferries, 2014]"), [
    "ferries=Ferries",
    "open-data=Open Data",
    "2014=2014",
  ]);
  assert.equal(names("topics: Ferries, Open Data"), ["ferries=Ferries", "open-data=Open Data"]);
});

const standings: readonly (readonly [string, string])[] = [
  ["draft: true", "held"],
  ["draft: false", "usable"],
  ["standing: killed", "killed"],
  ["draft: true\nstanding: usable", "usable"],
];
for (const [lines, standing] of standings) {
  accepts(`knows by ${JSON.stringify(lines)} that it is ${standing}`, () => {
    assert.is(metadataOf(minimal(lines)).standing, standing);
  });
}

const languages: readonly (readonly [string, string, string])[] = [
  ["en-gb", "en-GB", "ltr"],
  ["ar", "ar", "rtl"],
  ["he", "he", "rtl"],
  ["fa-IR", "fa-IR", "rtl"],
  ["ur", "ur", "rtl"],
  ["yi", "yi", "rtl"],
  ["dv", "dv", "rtl"],
  ["ckb", "ckb", "rtl"],
  ["az-Arab", "az-Arab", "rtl"],
  ["ar-Latn", "ar-Latn", "ltr"],
  ["ja", "ja", "ltr"],
];
for (const [written, language, direction] of languages) {
  accepts(`knows that ${written} runs ${direction}`, () => {
    const article = metadataOf(minimal(`language: ${written}`));
    assert.equal([article.language, article.direction], [language, direction]);
  });
}

accepts("gives references and their places", () => {
  const article = metadataOf(
    minimal("related:\n  - a.md\n  -\n  - https://example.org/b/\ntranslations: ga/a.md"),
  );
  assert.equal(article.related, [
    { to: "a.md", file: "ferry.md", line: 5, column: 5 },
    { to: "https://example.org/b/", file: "ferry.md", line: 7, column: 5 },
  ]);
  assert.equal(article.translations, [{ to: "ga/a.md", file: "ferry.md", line: 8, column: 15 }]);
});

accepts("gives former URLs a leading slash, each once", () => {
  const { aliases } = metadataOf(
    minimal("redirect_from:\n  - 2014/03/ferry/\n  - /2014/03/ferry/\n  - ' /old.html '"),
  );
  assert.equal(aliases, ["/2014/03/ferry/", "/old.html"]);
});

const pictures: readonly (readonly [string, string, string])[] = [
  ["image: /assets/a b.jpg", "/assets/a%20b.jpg", "4:8 alt-missing"],
  ["image: photos/a.jpg", "/media/photos/a.jpg", "4:8 alt-missing"],
  ["lead: { src: 'https://example.org/a.jpg', alt: A }", "https://example.org/a.jpg", ""],
  ["lead: { src: media/a.jpg, decorative: true }", "/media/a.jpg", ""],
  ["lead: { src: /a.jpg, decorative: true }", "/a.jpg", ""],
  ["lead: { src: /a.jpg, alt: '' }", "/a.jpg", "4:14 alt-missing"],
];
for (const [line, src, rules] of pictures) {
  accepts(`reads ${line}`, () => {
    const { metadata, problems } = accepted(minimal(line));
    assert.equal([metadata?.lead?.src, listRules(problems)], [src, rules]);
    assert.equal(
      metadata?.shown.map((picture) => [picture.to, picture.line]),
      [[src, 4]],
    );
  });
}

accepts("lets a field's own name win over its aliases, and these by their order", () => {
  assert.is(metadataOf(minimal("excerpt: E\ndescription: D\nsummary: S")).standfirst, "S");
  assert.is(listRules(accepted(minimal("excerpt: E\ndescription: D")).problems), "");
  const same = accepted(minimal("title: Ferry returns"));
  assert.is(listRules(same.problems), "");
  const other = accepted(minimal("title: Another"));
  assert.is(other.metadata?.headline, "Ferry returns");
  assert.is(listRules(other.problems), "4:1 key-twice");
});

accepts("depends on nothing but front matter and context", () => {
  const lines = minimal("byline: [A]\nupdated: 2031-05-10");
  assert.equal(accepted(lines), accepted(lines, { ...context }));
});

accepts.run();

const keys = suite("keys");
const told: readonly (readonly [string, string, string])[] = [
  ["pagination: { data: x }", "4:1 key-forbidden", "Remove pagination."],
  ["templateEngineOverride: njk", "4:1 key-forbidden", "Remove templateEngineOverride."],
  ["eleventyComputed: { permalink: x }", "4:1 key-forbidden", "Remove eleventyComputed."],
  ["eleventyExcludeFromCollections: true", "4:1 key-forbidden", "Remove eleventyExcludeFromCollections."],
  ["override:tags: [a]", "4:1 key-forbidden", "Remove override:tags."],
  ["permalink: ../../etc/passwd", "4:1 key-forbidden", "Remove permalink."],
  ["permalink: '/{{ page.fileSlug }}/'", "4:1 key-forbidden", "Remove permalink."],
  ["permalink: /:year/:title/", "4:1 key-forbidden", "Remove permalink."],
  ["permalink: //evil.example/", "4:1 key-forbidden", "Remove permalink."],
  ["permalink: 'C:\\x'", "4:1 key-forbidden", "Remove permalink."],
  ["permalink: false", "4:1 key-forbidden", "Remove permalink."],
  ["permalink: { build: x }", "4:1 key-forbidden", "Remove permalink."],
  ["permalink: /2015/x/", "4:1 key-ignored", "Remove permalink."],
  ["layout: post", "4:1 key-ignored", "Remove layout."],
  ["layout: ../secret.njk", "4:1 key-forbidden", "Remove layout."],
  ["layout: '{{ x }}'", "4:1 key-forbidden", "Remove layout."],
  ["layout: false", "4:1 key-forbidden", "Remove layout."],
  ["headlin: A", "4:1 key-unknown", "Write headline: if that is meant."],
  ["Title: A", "4:1 key-unknown", "Write title: if that is meant."],
  [
    "embargoUntil: Friday",
    "4:1 key-withholding",
    "Write embargoedUntil: if that is meant, or put embargoUntil under data: if it is something else.",
  ],
  [
    "embargo_date: 2031-05-09T06:00Z",
    "4:1 key-withholding",
    "Write embargoedUntil: if that is meant, or put embargo_date under data: if it is something else.",
  ],
  [
    "expiration: 2041-05-09",
    "4:1 key-withholding",
    "Write expires: if that is meant, or put expiration under data: if it is something else.",
  ],
  [
    "standng: held",
    "4:1 key-withholding",
    "Write standing: if that is meant, or put standng under data: if it is something else.",
  ],
  [
    "drafts: true",
    "4:1 key-withholding",
    "Write draft: if that is meant, or put drafts under data: if it is something else.",
  ],
  // Close to such fields, but with nothing in them that would keep a story back.
  ["craft: beer", "4:1 key-unknown", "Write draft: if that is meant."],
  ["standings: third", "4:1 key-unknown", "Write standing: if that is meant."],
  ["publishedOn: 2031-05-09", "4:1 key-unknown", "Write published: if that is meant."],
  ["locale: es-PR", "4:1 key-unknown", "Put it under data: if the site's own templates need it."],
  ["hero: false", "4:1 key-unknown", "Put it under data: if the site's own templates need it."],
  ["toString: 1", "4:1 key-unknown", "Put it under data: if the site's own templates need it."],
  [
    "lead: { src: /a.jpg, alt: A, scr: x }",
    "4:30 key-unknown",
    "Remove it; lead: is written such as lead: { src: /media/ferry.jpg, alt: A ferry at the quay, caption: The first boat., creditLine: Ada Byrne, focus: [0.8, 0.4] }.",
  ],
  [
    "byline: [A, { name: B, twitter: b }]",
    "4:24 key-unknown",
    "Remove it; byline: is written such as byline: { name: Mary Byrne, role: reporting }.",
  ],
];
for (const [line, rules, hint] of told) {
  keys(`are told: ${line}`, () => {
    const { metadata, problems } = accepted(minimal(line));
    assert.equal([listRules(problems), problems[0]?.hint], [rules, hint]);
    assert.is(Boolean(metadata), problems[0]?.severity === "warn");
  });
}
keys("of no field but data hold what the site likes", () => {
  assert.is(
    listRules(accepted(minimal("data: { hero: false, layout: post, permalink: ../x }")).problems),
    "",
  );
});
keys.run();

const hostile = suite("hostile addresses");
const addresses = [
  "javascript:alert(1)",
  " javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\\tscript:alert(1)",
  "java\\nscript:alert(1)",
  "\\u0001javascript:alert(1)",
  "javascript&colon;alert(1)",
  "&#106;avascript:alert(1)",
  "&#x6A;avascript&#58;alert(1)",
  "javascript%3Aalert(1)//:",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
];
for (const address of addresses) {
  for (const line of [
    `lead: { src: "${address}", alt: A }`,
    `image: "${address}"`,
    `canonicalUrl: "${address}"`,
    `aliases: ["${address}"]`,
  ]) {
    hostile(`are refused: ${line}`, () => {
      const { metadata, problems } = accepted(minimal(line));
      assert.is(metadata, undefined);
      assert.match(listRules(problems), /^4:\d+ (url-unsafe|field-shape)$/);
    });
  }
}
hostile("are told apart from text, which may hold anything printable", () => {
  const headline = "</script><img src=x onerror=alert(1)> {{ 7*7 }} & \u202eabc";
  assert.is(metadataOf(`headline: '${headline}'\ndate: 2031-05-09`).headline, headline);
});
hostile.run();
