import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Problem, ProblemsError } from "../src/kit/problem.ts";
import { compareTrees } from "./output-tree.ts";
import { attribute, type Element, elementsOf, hasClass, textOf } from "./page-tree.ts";
import { copyOf, type Files, failureOf, makeSite, masthead, print, put, type Site } from "./site.ts";

/** What lies in the folder besides a good story and the hostile ones. */
type Laying = Files | ((folder: string) => void);

/** The longest that a hostile build may take, in milliseconds. */
const longest = 60_000;
const good = copyOf({ headline: "A good story", published: "2026-05-02", section: "news" });
const evil = "articles/e.md";

/** Copy with lines of front matter, which begin on the file's fourth line, and a body. */
function front(lines: string, body = "Words."): Files {
  return { [evil]: `---\nheadline: Evil\npublished: 2026-05-01\n${lines}\n---\n\n${body}\n` };
}

/** Copy with a body, which begins on the file's sixth line. */
function body(text: string): Files {
  return { [evil]: `---\nheadline: Evil\npublished: 2026-05-01\n---\n\n${text}\n` };
}

const told = suite("hostile copy that is told");

/** Name, what lies there, and the problem: file, line and rule. */
const problems: readonly (readonly [string, Laying, string])[] = [
  [
    "front matter in JavaScript",
    { [evil]: "---js\n{ headline: process.exit(3) }\n---\nx\n" },
    `${evil}:1 front-matter-language`,
  ],
  ["front matter in JSON", { [evil]: '{"headline": "x"}\n' }, `${evil}:1 front-matter-language`],
  ["templateEngineOverride", front("templateEngineOverride: njk"), `${evil}:4 key-forbidden`],
  ["eleventyComputed", front("eleventyComputed: { permalink: x }"), `${evil}:4 key-forbidden`],
  ["pagination", front("pagination: { data: collections.all, size: 1 }"), `${evil}:4 key-forbidden`],
  ["a permalink out of the site", front("permalink: ../../x"), `${evil}:4 key-forbidden`],
  ["a permalink with template code", front('permalink: "{{ 7*7 }}"'), `${evil}:4 key-forbidden`],
  ["__proto__", front("__proto__: { polluted: true }"), `${evil}:4 key-forbidden`],
  ["an escaped __proto__", front('"\\u005f_proto__": { polluted: true }'), `${evil}:4 key-forbidden`],
  ["__proto__ in data", front("data: { a: [{ __proto__: { polluted: true } }] }"), `${evil}:4 key-forbidden`],
  [
    "constructor.prototype",
    front("constructor: { prototype: { polluted: true } }"),
    `${evil}:4 key-forbidden`,
  ],
  [
    "__proto__ in a lead",
    front("lead: { src: /media/a.png, __proto__: { alt: x } }"),
    `${evil}:4 key-forbidden`,
  ],
  [
    "__proto__ as a shortcode's argument",
    body('{% quote "A", __proto__: "x" %}\nwords\n{% endquote %}'),
    `${evil}:6 shortcode-form`,
  ],
  [
    "__proto__ as a contributor",
    { "_data/contributors.json": '{"__proto__": {"name": "x"}}' },
    "_data/contributors.json:1 data-file",
  ],
  [
    "__proto__ in global data",
    { "_data/menu.json": '{"__proto__": {"polluted": true}}' },
    "_data/menu.json:1 data-file",
  ],
  ["a code tag of YAML", front('data: !!js/function "function(){}"'), `${evil}:4 front-matter-yaml`],
  [
    "a bomb of aliases",
    front(
      "data:\n  a: &a [x,x,x,x,x,x,x,x]\n  b: &b [*a,*a,*a,*a,*a,*a]\n  c: &c [*b,*b,*b,*b,*b,*b]\n  d: [*c,*c,*c,*c,*c,*c]",
    ),
    `${evil}:5 front-matter-yaml`,
  ],
  [
    "data nested 20,000 deep",
    front(`data: ${"[".repeat(20_000)}${"]".repeat(20_000)}`),
    `${evil}:4 front-matter-yaml`,
  ],
  ["5 MB of front matter", front(`standfirst: ${"a".repeat(5_000_000)}`), `${evil}:2 front-matter-yaml`],
  ["100,000 topics", front(`topics: [${listOf(100_000)}]`), `${evil}:2 front-matter-yaml`],
  ["3,000 topics", front(`topics: [${listOf(3_000)}]`), `${evil}:4 field-shape`],
  ["3,000 topics in one text", front(`topics: ${listOf(3_000)}`), `${evil}:4 field-shape`],
  ["3,000 names in a byline", front(`byline: [${listOf(3_000)}]`), `${evil}:4 field-shape`],
  ["3,000 former URLs", front(`aliases: [${listOf(3_000)}]`), `${evil}:4 field-shape`],
  ["a topic of 300 letters", front(`topics: [${"a".repeat(300)}]`), `${evil}:4 field-shape`],
  ["a name of 10,000 letters", front(`byline: ${"a".repeat(10_000)}`), `${evil}:4 field-shape`],
  ["a section of 10,000 letters", front(`section: ${"a".repeat(10_000)}`), `${evil}:4 field-shape`],
  ["a slug of 10,000 letters", front(`slug: ${"a".repeat(10_000)}`), `${evil}:4 slug-format`],
  ["a slug out of the site", front("slug: ../../x"), `${evil}:4 slug-format`],
  ["an encoded slug out of the site", front("slug: '%2e%2e%2fx'"), `${evil}:4 slug-format`],
  ["a language that closes its attribute", front("language: 'en\"><script>'"), `${evil}:4 field-shape`],
  [
    "a year that no URL has",
    { [evil]: "---\nheadline: x\npublished: 99999-01-01\n---\nx" },
    `${evil}:3 date-format`,
  ],
  ["{% include %}", body('{% include "/etc/hosts" %}'), `${evil}:6 shortcode-unknown`],
  ["{% raw %} around code", body("{% raw %}{{ 7*7 }}{% endraw %}"), `${evil}:6 shortcode-unknown`],
  [
    "an unsafe source of a quote",
    body('{% quote source: "javascript:alert(1)" %}\nwords\n{% endquote %}'),
    `${evil}:6 shortcode-argument`,
  ],
  ["an unsafe figure", body('{% figure "javascript:alert(1)", alt: "x" %}'), `${evil}:6 shortcode-argument`],
  ["a list 20,000 deep", body(`${"- ".repeat(20_000)}x`), `${evil}:6 nesting-depth`],
  ["a quotation 20,000 deep", body(`${"> ".repeat(20_000)}x`), `${evil}:6 nesting-depth`],
  ["an 11 MB file", body("a".repeat(11_000_000)), `${evil}:1 file-size`],
  ["a NUL byte", body("a\u0000b"), `${evil}:6 file-characters`],
  ["a NUL in a field", front('standfirst: "a\\0b"'), `${evil}:4 field-shape`],
  [
    "bytes that are not UTF-8",
    { [evil]: Buffer.concat([Buffer.from(good), Buffer.from([0xff, 0xfe])]) },
    `${evil}:8 file-encoding`,
  ],
  ["UTF-16", { [evil]: Buffer.from(`\ufeff${good}`, "utf16le") }, `${evil}:1 file-encoding`],
  ["an empty file", { [evil]: "" }, `${evil}:1 front-matter-missing`],
  [
    "a file that links out of the folder",
    (folder) => {
      writeFileSync(join(folder, "secret.txt"), "SECRET");
      symlinkSync("../secret.txt", join(folder, "articles/link.md"));
    },
    "articles/link.md:1 file-link",
  ],
  [
    "a folder that links out of the folder",
    (folder) => {
      mkdirSync(join(folder, "secrets"));
      writeFileSync(join(folder, "secrets/s.md"), copyOf({ headline: "SECRET", published: "2026-05-01" }));
      symlinkSync("../secrets", join(folder, "articles/link"));
    },
    "articles/link:1 file-link",
  ],
  [
    "a folder that links to itself",
    (folder) => symlinkSync("../articles", join(folder, "articles/loop")),
    "articles/loop:1 file-link",
  ],
  [
    "a link to nothing",
    (folder) => symlinkSync("nothing.md", join(folder, "articles/link.md")),
    "articles/link.md:1 file-link",
  ],
  [
    "slugs that differ by case",
    { "articles/Ferry.md": good, "articles/ferry.md": good },
    "articles/ferry.md:1 url-clash",
  ],
  [
    "slugs that differ by Unicode form",
    { "articles/\u304c.md": good, "articles/\u304b\u3099.md": good },
    "articles/\u304c.md:1 url-clash",
  ],
  [
    "accents in two Unicode forms",
    { "articles/caf\u00e9.md": good, "articles/cafe\u0301.md": good },
    "articles/caf\u00e9.md:1 url-clash",
  ],
  ["a Windows device", { "articles/2026-01-01-nul.md": good }, "articles/2026-01-01-nul.md:1 slug-format"],
  ["a name without a letter", { "articles/😀.md": good }, "articles/😀.md:1 slug-format"],
  ["a name with a line break", { "articles/a\nb.md": good }, "articles/a\ufffdb.md:1 file-name"],
  [
    "a name that is not UTF-8",
    (folder) => {
      writeFileSync(
        Buffer.concat([Buffer.from(`${folder}/articles/a`), Buffer.from([0xff]), Buffer.from(".md")]),
        good,
      );
    },
    "articles/a\ufffd.md:1 file-name",
  ],
  [
    "a path of 3,000 letters",
    (folder) => {
      const deep = join(folder, "articles", ...Array.from({ length: 15 }, () => "a".repeat(200)));
      mkdirSync(deep, { recursive: true });
      writeFileSync(join(deep, "b.md"), good);
    },
    `articles/${Array.from({ length: 3 }, () => "a".repeat(200)).join("/")}:1 file-name`,
  ],
  ["pictures that differ by case", { "media/a.pdf": "a", "media/A.pdf": "b" }, "media/a.pdf:1 file-name"],
  ...["topics", "by", "archive", "media", "assets", "sitemaps"].map(
    (name) => [`a section named ${name}`, front(`section: ${name}`), `${evil}:4 url-reserved`] as const,
  ),
  ["a section out of the site", front('section: ".."'), `${evil}:4 section-unknown`],
  [
    "a reserved section in sections.json",
    { "_data/sections.json": '[{ "slug": "news", "name": "News" }, { "slug": "archive", "name": "Old" }]' },
    "_data/sections.json:1 url-reserved",
  ],
  [
    "a masthead without an address",
    { "_data/masthead.json": '{ "name": "x", "url": "javascript:alert(1)" }' },
    "_data/masthead.json:1 data-shape",
  ],
  [
    "a portrait that is a script",
    { "_data/contributors.json": '{ "a": { "name": "A", "portrait": "javascript:alert(1)" } }' },
    "_data/contributors.json:1 data-shape",
  ],
  ...["javascript:alert(1)", "&#106;avascript:alert(1)", "data:text/html,x"].flatMap((address) => [
    [`a canonicalUrl ${address}`, front(`canonicalUrl: "${address}"`), `${evil}:4 url-unsafe`] as const,
    [`a lead ${address}`, front(`lead: { src: "${address}", alt: x }`), `${evil}:4 url-unsafe`] as const,
    [`an alias ${address}`, front(`aliases: ["${address}"]`), `${evil}:4 url-unsafe`] as const,
  ]),
  ...[
    "../../x",
    "/a/../../x",
    "/..%2f..%2fx/",
    "/%2e%2e/%2e%2e/x",
    "//evil.example/x",
    "/x?y",
    "/.broadsheet/edition.json",
    "/x/index.html/y/",
    `/${"a".repeat(300)}/`,
  ].map(
    (alias) =>
      [
        `an alias ${alias.slice(0, 40)}`,
        front(`aliases: [${JSON.stringify(alias)}]`),
        `${evil}:4 field-shape`,
      ] as const,
  ),
  ...["/", "/index.html", "/./"].map(
    (alias) => [`an alias ${alias}`, front(`aliases: ["${alias}"]`), `${evil}:4 alias-reserved`] as const,
  ),
  ...[
    "/sitemap.xml",
    "/robots.txt",
    "/404.html",
    "/news",
    "/news/index.html",
    "/news/feed.xml",
    "/news/feed.xml/x/",
    "/feed.json/",
    "/archive/",
    "/sitemaps/news.xml",
    "/media/a.pdf",
    "/news/2026/05/good",
    "/NEWS/2026/05/GOOD/",
  ].map(
    (alias) =>
      [
        `an alias ${alias}`,
        { ...front(`aliases: ["${alias}"]`), "media/a.pdf": "x" },
        `${evil}:1 alias-reserved`,
      ] as const,
  ),
  [
    "an alias below another's",
    {
      ...front('aliases: ["/a.html"]'),
      "articles/f.md": good.replace("section", 'aliases: ["/a.html/b/"]\nsection'),
    },
    "articles/f.md:1 alias-reserved",
  ],
];

for (const [name, laying, expected] of problems) {
  told(`${name}: file, line and rule, and nothing is written`, async () => {
    const site = hostileSite(laying);
    const before = listAround(site);
    const failure = await timed(failureOf(print(site)));
    assert.instance(failure, ProblemsError, String(failure.stack));
    const found = failure instanceof ProblemsError ? failure.problems.filter(isStop) : [];
    assert.ok(
      found.some((problem) => placeOf(problem, site) === expected),
      listPlaces(found, site),
    );
    assert.not.ok(existsSync(site.output));
    assert.equal(compareTrees(before, listAround(site)), []);
    assertUnpolluted();
  });
}

told("any copy of these, with --hold: the good story is printed, and nothing of the others", async () => {
  const held = problems.filter(([, , place]) =>
    /^articles\/.*(key|field|front|file-[escl]|slug|short|nesting|date|url-unsafe)/.test(place),
  );
  for (const [name, laying] of held) {
    const site = hostileSite(laying);
    const { articles, problems: listed } = await print(site, { hold: true });
    assert.is(articles, 1, name);
    assert.ok(listed.some(isStop), name);
    assertHarmless(site);
  }
});

told.run();

const harmless = suite("hostile copy that is harmless text");

const addresses = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "&#106;avascript:alert(1)",
  "javascript&colon;alert(1)",
  "\u0001javascript:alert(1)",
  "%6a%61vascript:alert(1)",
  "data:text/html;base64,PHNjcmlwdD4",
  "vbscript:msgbox(1)",
];
const html = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)><script>alert(1)</script></svg>",
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  "<iframe src=//evil.example></iframe><object data=x></object><embed src=x>",
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)"><base href="//evil.example/">',
  "<style>@import '//evil.example/x.css'</style><link rel=stylesheet href=//evil.example/x.css>",
  '<a href="java&Tab;script:alert(1)" onclick="alert(1)" style="background:url(javascript:x)">words</a>',
  "<details ontoggle=alert(1) open>x</details><video onerror=alert(1) src=x></video>",
  "</div></main></body></html><script>alert(1)</script>",
  "<!--><img src=x onerror=alert(1)>--><plaintext><textarea><title>",
  '<p id="page_main">clobbered</p><p id="__proto__">x</p>',
];
const breakout = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>\u2028';
const words = { text: JSON.stringify(breakout), code: "\"{{ 7*7 }} {% include '/etc/hosts' %}\"" };

/** Fields that are shown as text. */
function everywhere(text: string): string {
  const fields =
    "standfirst shortHeadline seoHeadline socialHeadline kicker dateline series agency creditLine usageTerms editorsNote backstory sensitive";
  return [
    ...fields.split(" ").map((name) => `${name}: ${text}`),
    `byline: [{ name: ${text}, role: photographs, organisation: ${text} }]`,
    `topics: [${text}]`,
    `corrections: [{ at: 2026-05-03, text: ${text} }]`,
    `lead: { src: /media/a.png, alt: ${text}, caption: ${text}, creditLine: ${text} }`,
    `data: { any: ${text} }`,
  ].join("\n");
}

/** Name, what lies there, and text that readers must see in the story's body or on its page. */
const texts: readonly (readonly [string, Laying, string])[] = [
  ["{{ 7*7 }} in a body", body("{{ 7*7 }} and {{ page | dump }}"), "{{ 7*7 }} and {{ page | dump }}"],
  ["template code in every field", front(everywhere(words.code)), "{{ 7*7 }} {% include '/etc/hosts' %}"],
  [
    "markup in every field",
    front(everywhere(words.text)),
    '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>',
  ],
  [
    "</script> in a headline",
    { [evil]: copyOf({ headline: breakout, published: "2026-05-01" }) },
    '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>',
  ],
  [
    "a headline of 10,000 characters",
    { [evil]: copyOf({ headline: "word ".repeat(2_000).trim(), published: "2026-05-01" }) },
    "word word word",
  ],
  ["a line of 5 MB", body("a".repeat(5_000_000)), "aaaaaaaa"],
  ["a million words", body("word ".repeat(1_000_000)), "word word"],
  [
    "20,000 keys in data",
    front(`data:\n${Array.from({ length: 20_000 }, (_, at) => `  k${at}: v`).join("\n")}`),
    "Words.",
  ],
  [
    "names of an object's own methods",
    {
      ...front(
        "topics: [__proto__, constructor, toString]\nbyline: [__proto__, hasOwnProperty]\nsection: constructor\nrelated: [__proto__, valueOf]",
        '{% relatedLink "__proto__", text: "shown" %}\n\n![p](__proto__)',
      ),
      "articles/constructor.md": good,
      "articles/toString/hasOwnProperty.md": good,
    },
    "shown",
  ],
  ["a merge key of YAML", front("<<: { headline: x }"), "Words."],
  [
    "names with quotes, dollars and markup",
    {
      ...front(""),
      "articles/a\"b'c.md": good,
      "articles/<b>x.md": good,
      "articles/d😀e.md": good,
      "articles/$(touch y).md": good,
      "articles/-rf.md": good,
      "articles/%2e%2e%2fz.md": good,
    },
    "Words.",
  ],
  [
    "an alias with markup",
    front(`aliases: ['/a"><script>alert(1)</script>/', "/{{ 7*7 }}/", "/x%00y/", "/CON/"]`),
    "Words.",
  ],
  ["a picture that is a page", { ...body("![words](/media/x.html)"), "media/x.html": "no page of ours" }, ""],
  [
    "a link of 9,000 letters",
    body(`[words](/${"a".repeat(9_000)}/) and ![picture](/media/${"b".repeat(5_000)}.png)`),
    "words",
  ],
  [
    "a masthead with markup",
    {
      ...body("Words."),
      "_data/masthead.json": JSON.stringify({
        name: breakout,
        description: breakout,
        url: "https://test.example/",
        timeZone: "UTC",
        language: "en",
      }),
    },
    "Words.",
  ],
  [
    "contributors and sections with markup",
    {
      ...front("byline: a\nsection: news"),
      "_data/contributors.json": JSON.stringify({
        a: { name: breakout, role: breakout, biography: breakout },
      }),
      "_data/sections.json": JSON.stringify([{ slug: "news", name: breakout, description: breakout }]),
    },
    "Words.",
  ],
  [
    "code beside the articles",
    {
      ...body("Words."),
      "articles/articles.11tydata.js": "process.exit(9)",
      "articles/x.njk": "{{ 7*7 }}",
      "articles/articles.json": '{"permalink": "/x/"}',
      "eleventy.config.js": "process.exit(9)",
      ".eleventy.js": "process.exit(9)",
      "x.11ty.js": "process.exit(9)",
      "_data/evil.js": "process.exit(9)",
    },
    "Words.",
  ],
  ...addresses.flatMap((address) => {
    const shown = JSON.stringify(address).slice(1, 30);
    return [
      [
        `a link to ${shown}`,
        unlessControl(
          body(
            `[words](<${address}>) and ![picture](<${address}>)\n\n<a href="${address}">more</a> <q cite="${address}">said</q> <img src="${address}" alt="image">`,
          ),
        ),
        "",
      ] as const,
    ];
  }),
  ...html.map(
    (markup) =>
      [`${markup.slice(0, 40)}`, body(`Before.\n\n${markup}\n\nAfter ${markup} that.`), "Before."] as const,
  ),
];

for (const [name, laying, shown] of texts) {
  harmless(`${name.replace(/\s+/g, " ")}: no script, no unsafe address, no other file`, async () => {
    const site = hostileSite(laying);
    const before = listAround(site);
    const { printed } = await timed(print(site));
    const page = printed.find((url) => /\/2026\/05\/e\/$/.test(url)) ?? "";
    const main = elementsOf(readFileSync(join(site.output, page, "index.html"), "utf8")).filter(
      ({ tagName }) => tagName === "main",
    );
    const text = main.map(textOf).join("").replace(/\s+/g, " ");
    assert.ok(text.includes(shown), `${shown} is not in ${text.slice(0, 500)}`);
    assert.not.match(text, /\b49\b|localhost/);
    assert.equal(compareTrees(before, listAround(site)), []);
    assertHarmless(site);
    assert.equal((await print(site)).printed, []);
  });
}

harmless.run();

function listOf(count: number): string {
  return Array.from({ length: count }, (_, at) => `t${at}`).join(", ");
}

/** A control character stops a file as a whole: such an address is written as a reference. */
function unlessControl(files: Files): Files {
  const text = String(files[evil]);
  return { [evil]: text.replaceAll("\u0001", "&#1;") };
}

/** A site whose output lies deep enough that what leaves it is seen. */
function hostileSite(laying: Laying): Site {
  const made = makeSite({ "_data/masthead.json": masthead, "articles/good.md": good });
  const site = { ...made, output: join(made.root, "a/b/c/output") };
  if (typeof laying === "function") laying(site.folder);
  else put(site, laying);
  return site;
}

/** Every file in the site's own temporary folder, but for the output and the cache, with the time of its last change. */
function listAround({ root, output, cache }: Site, folder = root): Map<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true }).map((entry) => ({
    entry,
    path: join(folder, entry.name),
  }));
  const found = entries.flatMap(({ entry, path }): (readonly [string, string])[] => {
    if (path === output || path === cache) return [];
    if (entry.isDirectory()) return [...listAround({ root, output, cache, folder }, path)];
    return [[path, String(lstatSync(path, { throwIfNoEntry: false })?.mtimeMs)]];
  });
  return new Map(found);
}

async function timed<Value>(action: Promise<Value>): Promise<Value> {
  const began = performance.now();
  const value = await action;
  assert.ok(performance.now() - began < longest, `it took ${Math.round(performance.now() - began)} ms`);
  return value;
}

function isStop({ severity }: Problem): boolean {
  return severity === "stop";
}

function placeOf({ file, line, rule }: Problem, { folder }: Site): string {
  return `${file.replace(`${folder}/`, "")}:${line} ${rule}`;
}

function listPlaces(found: readonly Problem[], site: Site): string {
  return found.map((problem) => placeOf(problem, site)).join("\n");
}

function assertUnpolluted(): void {
  assert.equal(
    Reflect.ownKeys(Object.prototype).filter((key) => typeof key === "string" && !known.has(key)),
    [],
  );
  assert.is(Reflect.get({}, "polluted"), undefined);
}

const known: ReadonlySet<string> = new Set(
  "constructor __defineGetter__ __defineSetter__ hasOwnProperty __lookupGetter__ __lookupSetter__ isPrototypeOf propertyIsEnumerable toString valueOf __proto__ toLocaleString".split(
    " ",
  ),
);

/** Every page holds the theme's scripts and no other, no handler, no address that runs; data files are data. */
function assertHarmless({ output }: Site): void {
  assertUnpolluted();
  const files = readdirSync(output, { recursive: true, encoding: "utf8" }).filter(
    (name) => !name.startsWith("media/"),
  );
  for (const name of files.filter((file) => file.endsWith(".html"))) {
    const elements = elementsOf(readFileSync(join(output, name), "utf8"));
    for (const element of elements) assertSafe(element, name);
    assert.is(elements.filter((element) => hasClass(element, "skip-link")).length <= 1, true, name);
    assert.is(elements.filter((element) => attribute(element, "id") === "page_main").length <= 1, true, name);
  }
  for (const name of files.filter((file) => file.endsWith(".json")))
    JSON.parse(readFileSync(join(output, name), "utf8"));
}

const unwanted = new Set(
  "iframe object embed applet form button input base style svg math frame frameset template noscript plaintext".split(
    " ",
  ),
);

/** The theme's scripts, settings, tools and search: copy can make nothing that has their attributes. */
function isOfTheme(element: Element, name: string): boolean {
  const has = (key: string, value: RegExp) => value.test(attribute(element, key) ?? "");
  switch (element.tagName) {
    case "script":
      return has("src", /^\/assets\/[\w-]+\.js$/) && has("integrity", /^sha384-/) && textOf(element) === "";
    case "input":
      return has("name", /^(scheme|textSize)$/) || isSearch(name);
    case "button":
      return (
        has("data-tool", /^(share|copy|save)$/) || has("data-live-new", /./) || isList(name) || isSearch(name)
      );
    case "form":
      return has("role", /^search$/) && isSearch(name);
    default:
      return element.tagName === "template" && (isList(name) || isSearch(name));
  }
}

/** What a reader saved, or has at hand without a network. */
function isList(name: string): boolean {
  return name === "saved/index.html" || name === "offline/index.html";
}

function isSearch(name: string): boolean {
  return name === "search/index.html";
}

function assertSafe(element: Element, name: string): void {
  const { tagName, attrs } = element;
  assert.not.ok(unwanted.has(tagName) && !isOfTheme(element, name), `${name}: <${tagName}>`);
  if (tagName === "script" && !isOfTheme(element, name)) {
    assert.is(attribute(element, "type"), "application/ld+json", name);
    assert.is(typeof JSON.parse(textOf(element)), "object", name);
  }
  for (const { name: key, value } of attrs) {
    if (tagName === "form" && isOfTheme(element, name)) continue;
    assert.not.match(key, /^(on|formaction$|srcdoc$|style$|action$)/, name);
    if (!/^(href|src|cite|content|poster|data)$/.test(key)) continue;
    const plain = value.replace(/[\p{Cc}\p{Cf}\s]/gu, "");
    if (key === "content" && !/^https?:/i.test(plain) && attribute(element, "http-equiv") === undefined)
      continue;
    assert.not.match(plain.replace(/^0;url=/i, ""), /^(javascript|data|vbscript):/i, `${name}: ${key}`);
  }
}
