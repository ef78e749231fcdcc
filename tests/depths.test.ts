import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { holdCache } from "../src/archive/lock.ts";
import { compareTrees, readTree } from "./output-tree.ts";
import { type Ended, makeProject, type Project } from "./project.ts";

/** Runs Eleventy, which must end well, and gives its summary line. */
function built(project: Project, ...flags: string[]): string {
  const { status, stdout, stderr } = project.build(...flags);
  assert.is(status, 0, `${stdout}\n${stderr}`);
  return /^Broadsheet: .*$/m.exec(stdout)?.[0] ?? "";
}

function listOutput(project: Project, output = "_site"): string[] {
  const files = readdirSync(join(project.root, output), { recursive: true, withFileTypes: true });
  return files
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(project.root.length + output.length + 1));
}

const shortcodes = suite("shortcodes and collections alone");
const own = makeProject("shortcodes");
const ownSummary = built(own);

shortcodes("print no page, and still tell what is wrong and when something is due", () => {
  assert.match(ownSummary, /3 articles, 0 pages printed, 0 unchanged, 0 removed, 1 note/);
  assert.equal(listOutput(own).sort(), [
    "/groups/index.html",
    "/harbour/2026/11/ferry-returns/index.html",
    "/harbour/2026/11/pier-opens/index.html",
    "/in-javascript/index.html",
    "/in-liquid/index.html",
    "/in-nunjucks/index.html",
    "/list/2/index.html",
    "/list/index.html",
    "/sport/2026/10/cup-final/index.html",
  ]);
});

shortcodes("make the same HTML in Nunjucks, Liquid and JavaScript", () => {
  const html = own.read("_site/in-nunjucks/index.html");
  assert.is(own.read("_site/in-liquid/index.html"), html);
  assert.is(own.read("_site/in-javascript/index.html"), html);
  assert.match(html, /<blockquote cite="https:\/\/quay\.example\/ada\/">\n<p>She will sail\.<\/p>/);
  assert.match(html, /<time datetime="2026-11-18">18 November 2026<\/time>/);
  assert.match(html, /<a href="\/harbour\/2026\/11\/ferry-returns\/">The ferry returns<\/a>/);
  assert.match(html, /<a href="\/harbour\/2026\/11\/ferry-returns\/">Own words<\/a>/);
  assert.match(html, /<a href="\/harbour\/2026\/11\/pier-opens\/">The pier opens<\/a>/);
  assert.match(html, /<div class="card card-hero">/);
  assert.match(html, /<img src="\/media\/pier\.jpg" alt="The pier" width="1200" height="675"/);
  assert.match(html, /<li><time datetime="2031-05-09">9 May 2031<\/time> She <em>sails<\/em>\.<\/li>/);
  assert.match(html, /<svg role="img"[\s\S]*<th scope="row">Monday<\/th><td class="number">3<\/td>/);
  assert.match(html, /<a href="\/media\/pier\.txt" type="text\/plain">The tides .*\(TXT, 1\skB\)/);
  assert.match(html, /<a href="https:\/\/vimeo\.com\/123456789" data-embed=/);
  assert.not.match(html, /<script/, "nobody prints it");
  assert.match(html, /<h1>Cup final lost<\/h1>[\s\S]*<p>Body\.<\/p>/);
  assert.match(html, /<p>18 November 2026, November 2026, https:\/\/quay\.example\/list\/<\/p>/);
});

shortcodes("give items that a site paginates over", () => {
  const page = own.read("_site/harbour/2026/11/ferry-returns/index.html");
  assert.match(page, /<title>The ferry returns<\/title>/);
  assert.match(page, /<p>She sailed at dawn\.<\/p>[\s\S]*<a href="\/harbour\/2026\/11\/pier-opens\/">/);
  assert.match(page, /<p class="boat">Kittiwake<\/p>/);
  assert.match(
    page,
    /\.\/articles\/2026-11-18-ferry-returns\.md ferry-returns \/harbour\/2026\/11\/ferry-returns\//,
  );
  assert.match(
    own.read("_site/list/2/index.html"),
    /1 Oct 2026 <a href="https:\/\/quay\.example\/sport\/2026\/10\/cup-final\/">/,
  );
});

shortcodes("give sections, topics and contributors with their articles", () => {
  assert.is(
    own.read("_site/groups/index.html").trim(),
    [
      "sections: harbour, Harbour, /harbour/, 2, ferry-returns, pier-opens",
      "sections: sport, Sport, /sport/, 1, cup-final",
      "topics: ferries, Ferries, /topics/ferries/, 2, ferry-returns, pier-opens",
      "topics: islands, Islands, /topics/islands/, 1, ferry-returns",
      "contributors: ada-byrne, Ada Byrne, /by/ada-byrne/, 2, ferry-returns, cup-final, Harbour correspondent",
      "contributors: carl-cedar, Carl Cedar, /by/carl-cedar/, 1, pier-opens",
    ].join("\n"),
  );
});

shortcodes("know nothing of what is embargoed", () => {
  const text = listOutput(own)
    .map((file) => own.read(`_site${file}`))
    .join("\n");
  assert.not.match(text, /Nobody may read|embargoed|Silent Sam|Secrets|Not one word/);
});

shortcodes("leave a site its own of the same name", () => {
  const project = makeProject("shortcodes", {
    "eleventy.config.js": `import broadsheet from "eleventy-plugin-broadsheet";
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(broadsheet, { pages: false, now: "2026-11-20T12:00Z" });
  eleventyConfig.addShortcode("video", (id) => "own " + id);
  eleventyConfig.addPairedShortcode("newsletter", (body) => "own " + body);
  eleventyConfig.addFilter("table", (text) => "own " + text);
}
`,
    "own.njk": '{% video "x" %} {% newsletter %}y{% endnewsletter %} {{ "z" | table }}',
    "own2.liquid": '{% video "x" %} {% newsletter %}y{% endnewsletter %} {{ "z" | table }}',
    "own3.11ty.js":
      'export default function () { return this.video("x") + " " + this.newsletter("y") + " " + this.table("z"); }',
  });
  const { status, stderr } = project.build();
  assert.is(status, 0, stderr);
  for (const page of ["own", "own2", "own3"])
    assert.is(project.read(`_site/${page}/index.html`).trim(), "own x own y own z");
});

const wrongUses: readonly (readonly [string, string, RegExp])[] = [
  [
    "wrong.njk",
    '{% relatedLink "ferry-returns", nonsense="1" %}',
    /relatedLink: it has no nonsense.*Write it such as \{% relatedLink "ferry-returns" %\}/,
  ],
  [
    "wrong.njk",
    '{% article "pier-opens", style="huge" %}',
    /article: style: "huge" is not one of card, hero, brief, headline/,
  ],
  ["wrong.liquid", "{% relatedLink %}", /relatedLink: reference is missing/],
  ["wrong.liquid", '{% quote "Ada" %}open', /quote.*not closed/],
  [
    "wrong.njk",
    "{% timeline %}<ul><li>Friday: a</li></ul>{% endtimeline %}",
    /timeline: "Friday: a" does not begin with a date\. Begin it with a date and a colon/,
  ],
  ["wrong.njk", "{% keyPoints %}words{% endkeyPoints %}", /keyPoints: there is no list in it\. Write a list/],
  [
    "wrong.njk",
    '{% articleFrame "nobody" %}x{% endarticleFrame %}',
    /articleFrame: nobody is no public article/,
  ],
];
for (const [file, text, message] of wrongUses) {
  shortcodes(`say what is wrong with ${text} in ${file}`, () => {
    const project = makeProject("shortcodes", { [file]: text });
    const { status, stderr } = project.build();
    assert.is(status, 1);
    assert.match(stderr, message);
  });
}
shortcodes.run();

const existing = suite("inside an existing site");
const site = makeProject("existing");
const firstSummary = built(site);

existing("prints the pages of ours beside its own", () => {
  assert.match(firstSummary, /2 articles, \d+ pages printed/);
  const files = listOutput(site);
  for (const file of [
    "/index.html",
    "/notes/index.html",
    "/notes/first/index.html",
    "/logo.txt",
    "/authors.json",
    "/harbour/index.html",
    "/feed.xml",
  ])
    assert.ok(files.includes(file), file);
  assert.match(
    site.read("_site/index.html"),
    /<h1>Our own home<\/h1>[\s\S]*<a href="\/harbour\/2026\/11\/ferry-returns\/">The ferry returns<\/a>/,
  );
  assert.match(site.read("_site/notes/index.html"), /<a href="\/notes\/first\/">A note<\/a>/);
});

existing("leaves its own collections alone", () => {
  const all = Array.from(site.read("_site/notes/index.html").matchAll(/<i>(.*?)<\/i>/g), ([, url]) => url);
  assert.equal(all.sort(), ["/", "/notes/", "/notes/first/"]);
});

existing("takes its article-page.njk, its data, its filter, its block and its kind of page", () => {
  const page = site.read("_site/harbour/2026/11/ferry-returns/index.html");
  assert.match(page, /<h1 class="own">The ferry returns<\/h1>\n<p class="motto">Printed since 1887<\/p>/);
  assert.match(
    page,
    /<aside class="fact-box"><b>The boat!<\/b><p>She is called <em>Kittiwake<\/em>\.<\/p><\/aside>/,
  );
  assert.match(page, /\{\{ title \}\} is no variable here/);
  assert.is(site.read("_site/authors.json"), '["Ada Byrne","carl-cedar"]');
  assert.match(site.read("_site/feed.xml"), /fact-box[\s\S]*The boat!/);
});

const edits: readonly (readonly [string, string, string, RegExp])[] = [
  ["nothing", "", "", /0 pages printed/],
  [
    "its own page",
    "content/notes/first.md",
    "---\ntitle: A note\nlayout: layout.njk\ntags: note\n---\nOther words.",
    /0 pages printed/,
  ],
  [
    "its article-page.njk",
    "content/_includes/broadsheet/article-page.njk",
    '{% extends "broadsheet/base.njk" %}{% block main %}<h1 class="newer">{{ slice.headline }}</h1>{{ body | safe }}{% endblock %}',
    /2 pages printed/,
  ],
  [
    "its block's partial",
    "content/_includes/fact-box.njk",
    "<aside>{{ body | safe }}</aside>",
    /\d+ pages printed/,
  ],
];
for (const [name, file, text, expected] of edits) {
  existing(`after a change of ${name}, prints what that touches`, () => {
    if (file) site.write(file, text);
    assert.match(built(site), expected);
  });
}

existing("is, after all these changes, what a clean build makes", () => {
  const kept = readTree(join(site.root, "_site"));
  site.remove("_site");
  site.remove(".cache");
  built(site);
  assert.equal(compareTrees(kept, readTree(join(site.root, "_site"))), []);
});

existing("prints the pages that show its data when these change", () => {
  site.write("content/_data/site.json", '{ "motto": "Since 1888" }');
  const [, printed = "0"] = /(\d+) pages printed/.exec(built(site)) ?? [];
  assert.ok(Number(printed) > 0);
});

const templating = {
  "eleventy.config.js": `import { RenderPlugin } from "${import.meta.resolve("@11ty/eleventy")}";
import broadsheet from "eleventy-plugin-broadsheet";
export default (config) => {
  config.addPlugin(RenderPlugin);
  config.addPreprocessor("mark", "*", (data, content) => data.marked && typeof content === "string" ? content + "<!-- marked -->" : undefined);
  config.addPlugin(broadsheet);
};
`,
  "_data/eleventyComputed.json": '{ "canonical": "https://x.example{{ page.url }}", "plain": "words" }',
  "_includes/broadsheet/article-page.njk":
    "<h1>{{ slice.headline }}</h1>{% renderTemplate %}{{ 1 + 1 }}{% endrenderTemplate %}<i>{{ canonical }} {{ plain }}</i>{{ body | safe }}",
  "articles/ferry.md": "---\nheadline: Ferry\npublished: 2026-05-09\n---\nWords.\n",
};

existing("renders computed data, and templates within templates, as Nunjucks does", () => {
  const project = makeProject(undefined, templating);
  built(project);
  const page = project.read("_site/news/2026/05/ferry/index.html");
  assert.is(page, "<h1>Ferry</h1>2<i>https://x.example/news/2026/05/ferry/ words</i><p>Words.</p>");
});

existing("prints what a preprocessor makes of its templates", () => {
  const project = makeProject(undefined, { ...templating, "_data/marked.json": "true" });
  built(project);
  assert.match(project.read("_site/news/2026/05/ferry/index.html"), /^<h1>Ferry<\/h1>/);
  assert.match(project.read("_site/robots.txt"), /<!-- marked -->/);
});

existing("tells a problem once, though Eleventy prints twice what stops it", () => {
  const project = makeProject(undefined, {
    ...templating,
    "articles/ferry.md": "---\nheadline: Ferry\npublished: Friday\n---\nWords.\n",
  });
  const { status, stderr } = project.build();
  assert.is(status, 1);
  assert.is(stderr.split("articles/ferry.md:3:12").length, 2, stderr);
  assert.match(stderr, /1 problem to mend first; nothing was written\./);
  assert.not.match(stderr, /stack trace/);
});

existing("stops where Eleventy is told to leave its pages out", () => {
  const project = makeProject(undefined, templating);
  const { status, stderr } = project.build("--formats=md,njk,html");
  assert.is.not(status, 0);
  assert.match(stderr, /Run it without --formats, or add broadsheet to them\./);
  built(project, "--formats=md,njk,html,broadsheet");
});

existing("says what is wrong with its options, and with names of kinds that are none", () => {
  const config = (options: string) =>
    `import broadsheet from "eleventy-plugin-broadsheet";\nexport default (config) => config.addPlugin(broadsheet, ${options});\n`;
  const wrong = (options: string) =>
    makeProject(undefined, { "eleventy.config.js": config(options) }).build().stderr;
  assert.match(
    wrong("{ article: 'x' }"),
    /Broadsheet's options are wrong[\s\S]*Known options: articles, media/,
  );
  assert.match(
    wrong("{ pages: { 'home-fornt': false } }"),
    /pages\.home-fornt is no kind of page; home-front is\./,
  );
  assert.match(wrong("{ blocks: [{ name: 'x' }] }"), /a block: \{ name, body/);
});
existing.run();

const command = suite("a folder without configuration");
const may = ["--now", "2026-05-20T12:00Z"];
const json = ({ stdout }: Ended) => JSON.parse(stdout.trim().split("\n").at(-1) ?? "");

for (const [words, told] of [
  ["biuld . --output out", "There is no command biuld. Did you mean build?"],
  ["build . --outptu out", "Unknown option `--outptu`. Did you mean --output?"],
  ["build . --output out --workers banana", "--workers must be a whole number from 1 to 64."],
  ["build . --output out --unknown-shortcodes kep", "--unknown-shortcodes must be one of stop, keep, drop."],
  ["build . --output out --list", "--list names URLs in what --json prints: add --json."],
] as const)
  command(`says what is meant by ${words}`, () => {
    const { status, stderr } = makeProject("plain").broadsheet(...words.split(" "));
    assert.is(status, 2);
    assert.ok(stderr.includes(told), stderr);
  });

if (existsSync("/proc"))
  for (const flags of [
    ["--output", "/proc/none"],
    ["--output", "out", "--cache", "/proc/none"],
  ])
    command(`says that a folder cannot be made: ${flags.join(" ")}`, () => {
      const { status, stderr } = makeProject("plain").broadsheet("build", ".", ...flags, ...may);
      assert.is(status, 1);
      assert.match(stderr, /no such file or directory, mkdir '\/proc\/none'/);
    });

command("is printed by the command, and nothing in it is run", () => {
  const paper = makeProject("plain");
  const { status, stdout } = paper.broadsheet("build", ".", "--output", "out", ...may);
  assert.is(status, 0);
  assert.match(stdout, /2 articles, \d+ pages printed/);
  assert.match(stdout, /Next edition due 2026-06-01T00:00:00\+01:00: an article becomes public\./);
  assert.match(
    paper.read("out/news/2026/05/ferry-returns/index.html"),
    /<footer class="own-footer">The Plain Paper<\/footer>/,
  );
  assert.match(
    paper.read("out/sport/2026/05/cup-final/index.html"),
    /<h2 id="after-the-whistle">After the whistle<\/h2>/,
  );
  const text = listOutput(paper, "out")
    .map((file) => paper.read(`out${file}`))
    .join("\n");
  assert.not.match(text, /Nobody may read|a template that nobody reads/);
  assert.ok(!existsSync(join(paper.root, "_site")));
});

command("may itself be a folder of articles", () => {
  const paper = makeProject("plain");
  const { status, stdout } = paper.broadsheet("build", "articles", "--output", "out", ...may);
  assert.is(status, 0);
  assert.match(stdout, /There is no masthead\.json: the site is called Broadsheet/);
  assert.match(paper.read("out/news/2026/05/ferry-returns/index.html"), /<h1>The ferry returns<\/h1>/);
  assert.match(paper.read("out/sport/2026/05/cup-final/index.html"), /<h1>Cup final lost<\/h1>/);
});

command("--json prints one object on the last line, --list names the URLs in it", () => {
  const paper = makeProject("plain");
  const build = (...flags: string[]) =>
    json(paper.broadsheet("build", ".", "--output", "out", "--json", ...flags));
  const first = build("--list", ...may);
  assert.equal(Object.keys(first).sort(), [
    "articles",
    "everythingBecause",
    "milliseconds",
    "nextDueAt",
    "nextDueWhy",
    "printed",
    "printedUrls",
    "problems",
    "removed",
    "removedUrls",
    "unchanged",
  ]);
  assert.equal([first.articles, first.unchanged, first.removed, first.problems], [2, 0, 0, []]);
  assert.is(first.printed, first.printedUrls.length);
  assert.ok(first.printedUrls.includes("/news/2026/05/ferry-returns/"));
  assert.is(first.everythingBecause, "this is the first edition");
  assert.is(first.nextDueAt, "2026-06-01T00:00:00+01:00");
  assert.ok(Object.values(first.milliseconds).every((value) => Number.isInteger(value)));
  const second = build(...may);
  assert.equal([second.printed, second.unchanged, second.everythingBecause], [0, first.printed, null]);
  assert.is(second.printedUrls, undefined);
  const later = build("--list", "--now", "2026-06-02T12:00Z");
  assert.is(later.articles, 3);
  assert.ok(later.printedUrls.includes("/news/2026/06/embargoed/"));
  const forced = build("--force", "--now", "2026-06-02T12:00Z");
  assert.equal([forced.unchanged, forced.everythingBecause], [0, "it was asked for"]);
  paper.remove("articles/2026-05-09-ferry-returns.md");
  const gone = build("--list", "--now", "2026-06-02T12:00Z");
  assert.ok(gone.removedUrls.includes("/news/2026/05/ferry-returns/"));
  assert.ok(!existsSync(join(paper.root, "out/news/2026/05/ferry-returns")));
});

command("--cache says where to remember what was printed", () => {
  const paper = makeProject("plain");
  assert.is(paper.broadsheet("build", ".", "--output", "out", "--cache", "memory", ...may).status, 0);
  assert.ok(existsSync(join(paper.root, "memory")));
  assert.ok(!existsSync(join(paper.root, ".cache")));
});

command("--hold keeps faulty articles out; without it nothing is written and the exit code is 1", () => {
  const paper = makeProject("plain", {
    "articles/bad.md": "---\nheadline: Bad\ndate: Friday\n---\nWords.\n",
  });
  const build = (...flags: string[]) =>
    paper.broadsheet("build", ".", "--output", "out", "--json", ...may, ...flags);
  const stopped = build();
  assert.is(stopped.status, 1);
  assert.match(
    stopped.stderr,
    /articles\/bad\.md:3:7 date: "Friday" is not a moment in time\..*\[date-format\]/,
  );
  assert.match(stopped.stderr, /1 problem to mend first; nothing was written\./);
  assert.equal(
    json(stopped).problems.map(({ rule, line, column }: Record<string, unknown>) => [rule, line, column]),
    [["date-format", 3, 7]],
  );
  assert.ok(!existsSync(join(paper.root, "out")));
  const held = build("--hold");
  assert.is(held.status, 0);
  assert.equal([json(held).articles, json(held).problems.length], [2, 1]);
  assert.equal(Object.keys(json(held).problems[0]), [
    "file",
    "line",
    "column",
    "rule",
    "severity",
    "message",
    "hint",
  ]);
});

command("--unknown-shortcodes stops at, keeps or drops what no shortcode is", () => {
  const paper = makeProject("plain", {
    "articles/2026-05-08-odd.md": "---\nheadline: Odd\n---\n\nBefore {% odd 1 %} after.\n",
  });
  const build = (...flags: string[]) =>
    paper.broadsheet("build", ".", "--output", "out", ...may, ...flags).status;
  const page = () => paper.read("out/news/2026/05/odd/index.html");
  assert.is(build(), 1);
  assert.is(build("--unknown-shortcodes", "stop"), 1);
  assert.is(build("--unknown-shortcodes", "keep"), 0);
  assert.match(page(), /Before \{% odd 1 %\} after\./);
  assert.is(build("--unknown-shortcodes", "drop"), 0);
  assert.match(page(), /Before\s+after\./);
  assert.is(build("--unknown-shortcodes", "perhaps"), 2);
});

command("--output . prints where the command is called", () => {
  const paper = makeProject(undefined, {
    "paper/articles/a.md": "---\nheadline: A\npublished: 2026-05-01\n---\n\nWords.\n",
  });
  assert.is(paper.broadsheet("build", "paper", "--output", ".", ...may).status, 0);
  assert.match(paper.read("index.html"), /<html/);
  assert.ok(existsSync(join(paper.root, ".broadsheet")));
  assert.ok(!existsSync(join(paper.root, "_site")));
});

command("takes names that look like numbers", () => {
  const paper = makeProject("plain");
  const flags = ["--output", "2024", "--cache=007.10", ...may];
  assert.is(paper.broadsheet("build", ".", ...flags).status, 0);
  assert.ok(existsSync(join(paper.root, "2024/index.html")));
  assert.ok(existsSync(join(paper.root, "007.10")));
  paper.write("1e3/articles/a.md", "---\nheadline: Thousand\npublished: 2026-05-01\n---\n\nWords.\n");
  assert.is(paper.broadsheet("build", "--force", "1e3", "--output", "out", ...may).status, 0);
  assert.match(paper.read("out/index.html"), /Thousand/);
});

const wrongCalls: readonly (readonly string[])[] = [
  [],
  ["print"],
  ["build"],
  ["build", "."],
  ["build", "nowhere", "--output", "out"],
  ["build", ".", "--output"],
  ["build", ".", "--output", "out", "--frobnicate"],
  ["build", ".", "--output", "out", "--now", "Friday"],
  ["build", ".", "--output", "out", "--now", "2026"],
  ["build", ".", "--output", "articles/out"],
  ["build", ".", "--output", "."],
  ["build", ".", "--output", "out", "--cache", "articles/cache"],
  ["build", ".", "extra", "--output", "out"],
  ["build", ".", "--output", "out", "--output", "elsewhere"],
  ["build", ".", "--output", "out", "--cache", "one", "--cache", "2"],
  ["build", ".", "--output", "out", "--now", "2026-05-20", "--now", "2026-05-21"],
  ["build", ".", "--output", "out", "--force", "--force"],
  ["build", ".", "--output", "out", "--unknown-shortcodes", "keep", "--unknown-shortcodes", "keep"],
  ["build", ".", "--output="],
  ["build", ".", "--output", "out", "--cache="],
];
for (const words of wrongCalls) {
  command(`broadsheet ${words.join(" ")}: wrong use ends with 2 and writes nothing`, () => {
    const paper = makeProject("plain");
    const { status, stderr } = paper.broadsheet(...words);
    assert.is(status, 2, stderr);
    assert.match(stderr, /broadsheet --help lists what it can do\./);
    assert.ok(!existsSync(join(paper.root, "out")));
  });
}

command("a second build of the same cache ends with 75 and names the holder", () => {
  const paper = makeProject("plain");
  const release = holdCache(join(paper.root, ".cache/broadsheet"), new Date());
  try {
    const { status, stderr } = paper.broadsheet("build", ".", "--output", "out", ...may);
    assert.is(status, 75);
    assert.match(stderr, new RegExp(`Another build holds this cache: process ${process.pid} on `));
  } finally {
    release();
  }
});

command("schema prints the JSON Schema of front matter, --help and --version answer", () => {
  const paper = makeProject("plain");
  const schema = JSON.parse(paper.broadsheet("schema").stdout);
  assert.is(schema.title, "Front matter of an article");
  assert.is(schema.properties.headline.type, "string");
  assert.match(paper.broadsheet("--help").stdout, /build <folder>/);
  assert.match(paper.broadsheet("--version").stdout, /^broadsheet\/\d+\.\d+\.\d+/);
});

command.run();
