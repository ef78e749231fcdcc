import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Problem } from "../src/kit/problem.ts";
import { formatSummary, summaryJson } from "../src/press/summary.ts";
import { attribute } from "./page-tree.ts";
import { pngOf } from "./pictures.ts";
import { printSampleNewsroom } from "./sample-newsroom.ts";
import { copyOf, makeSite, masthead, print, put, type Site } from "./site.ts";
import { listDeadLinks, type Page, readPages } from "./site-links.ts";
import { tellAtEnd } from "./tell-at-end.ts";
import { findXmlFault } from "./xml-form.ts";

const blog = "../shared/corpora/18f";
const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
    rules: {
      // Matters of taste: the standard takes `<!doctype html>` in any case.
      "doctype-style": "off",
      // A headline is as long as it is, and the paper's name follows it.
      "long-title": "off",
    },
  }),
);

/** An output to look at, where it says that it is, and what was told of it. */
type Printed = {
  readonly name: string;
  readonly output: string;
  readonly url: string;
  readonly pages: readonly Page[];
  readonly problems: readonly Pick<Problem, "rule" | "message">[];
};

const outputs: readonly Printed[] = [
  printSample(),
  await printMounted(),
  ...(existsSync(blog) ? [await printBlog()] : []),
];

for (const printed of outputs) {
  const valid = suite(`the pages of ${printed.name}`);
  const { output, pages, url, problems } = printed;
  const dead = listDeadLinks(output, pages, url);

  valid("are valid and accessible HTML by html-validate's rules", () => {
    assert.ok(pages.length > 20);
    const faults = pages.flatMap(({ path, html }) =>
      validator
        .validateStringSync(html)
        .results.flatMap(({ messages }) =>
          messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId} ${message}`),
        ),
    );
    assert.equal(faults.slice(0, 20), []);
  });

  valid("have each id once, one h1, and a title", () => {
    for (const { path, elements } of pages) {
      const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
      assert.is(new Set(ids).size, ids.length, path);
      if (elements.some((element) => attribute(element, "http-equiv") === "refresh")) continue;
      assert.is(elements.filter(({ tagName }) => tagName === "h1").length, 1, path);
      assert.is(elements.filter(({ tagName }) => tagName === "title").length, 1, path);
    }
  });

  valid("link only what is there, wherever the theme, a front or a shortcode made the link", () => {
    const own = dead.filter(({ isInBody, isPicture }) => !isInBody && !isPicture);
    assert.equal(own.map(({ page, url: to }) => `${page}: ${to}`).slice(0, 20), []);
  });

  valid("show no picture that is missing and not told", () => {
    const told = problems.filter(({ rule }) => rule === "picture-missing").map(({ message }) => message);
    const silent = dead.filter(
      ({ isPicture, url: to }) =>
        isPicture && !told.some((message) => message.startsWith(`${pathOf(to, url)} `)),
    );
    assert.equal(silent.map(({ page, url: to }) => `${page}: ${to}`).slice(0, 20), []);
  });

  valid("link nothing dead in a body that is not told", () => {
    const told = new Set(problems.filter(({ rule }) => rule === "link-dead").map(({ message }) => message));
    const silent = dead.filter(
      ({ isInBody, isPicture, url: to }) =>
        isInBody && !isPicture && !told.has(`${pathOf(to, url)} is no page of this site.`),
    );
    assert.equal(silent.map(({ page, url: to }) => `${page}: ${to}`).slice(0, 20), []);
  });

  valid("have feeds that readers understand", () => {
    const feeds = listFiles(output).filter((file) => /(^|\/)(feed\.xml|atom\.xml|feed\.json)$/.test(file));
    assert.ok(feeds.length >= 6);
    for (const file of feeds) {
      const text = readFileSync(join(output, file), "utf8");
      const entries = file.endsWith("feed.xml")
        ? (parseRssFeed(text).items ?? []).map(({ link }) => link)
        : file.endsWith("atom.xml")
          ? (parseAtomFeed(text).entries ?? []).map(({ links }) => links?.[0]?.href)
          : (parseJsonFeed(text).items ?? []).map((item) => item.url);
      for (const link of entries)
        assert.ok(
          // A correction is an anchor of its story.
          link && existsSync(join(output, pathOf(link.replace(/#.*/, ""), url), "index.html")),
          `${file}: ${link}`,
        );
    }
  });

  valid("stand beside well-formed XML, and JSON", () => {
    for (const file of listFiles(output)) {
      if (file.endsWith(".xml"))
        assert.is(findXmlFault(readFileSync(join(output, file), "utf8")), undefined, file);
      if (file.endsWith(".json")) JSON.parse(readFileSync(join(output, file), "utf8"));
    }
  });

  valid("are all in the sitemaps that are there to be found, and no other is", () => {
    const files = listFiles(output).filter((file) => /^sitemaps\/.*\.xml$|^sitemap\.xml$/.test(file));
    const places = files.flatMap((file) =>
      Array.from(
        readFileSync(join(output, file), "utf8").matchAll(/<loc>(.*?)<\/loc>/g),
        ([, loc]) => loc ?? "",
      ),
    );
    for (const loc of places) {
      const path = pathOf(loc, url).slice(1);
      assert.ok(
        existsSync(join(output, path === "" || path.endsWith("/") ? `${path}index.html` : path)),
        loc,
      );
    }
  });

  valid.run();
}

const links = suite("dead links in copy");

links(
  "are told with file and line, until what they lead to is there, and again when it is gone",
  async () => {
    const story = (body: string) => copyOf({ headline: "A story", published: "2026-05-01" }, body);
    const site = makeSite({
      "_data/masthead.json": masthead,
      "articles/a.md": story(
        "One [good](/news/2026/05/b/#prices), one [dead](/nowhere/).\n\nOne [later](../c/) and [so](#here).",
      ),
      "articles/b.md": story(
        "## Prices\n\n[No anchor](/news/2026/05/a/#there), ![none](/pictures/none.png), ![near](near.png).",
      ),
    });
    const file = `${site.folder}/articles`;
    const deadIn = ({ problems }: { problems: readonly Problem[] }) =>
      problems
        .filter(({ rule }) => /link-dead|picture-missing/.test(rule))
        .map(({ file: at, line, message }) => `${at.replace(file, "")}:${line} ${message}`);
    const first = [
      "/a.md:6 /nowhere/ is no page of this site.",
      "/a.md:8 ../c/ is no page of this site.",
      "/a.md:8 #here is no page of this site.",
      "/b.md:8 /news/2026/05/a/#there is no page of this site.",
      "/b.md:8 /pictures/none.png is not in the media folder.",
      "/b.md:8 near.png is not in the media folder.",
    ];
    assert.equal(deadIn(await print(site)), first);
    assert.equal(deadIn(await print(site)), first);
    put(site, { "articles/c.md": story("Words.") });
    assert.equal(
      deadIn(await print(site)),
      first.filter((line) => !line.includes("../c/")),
    );
    put(site, { "articles/c.md": undefined });
    assert.equal(deadIn(await print(site)), first);
    put(site, { "articles/b.md": story("Words.") });
    assert.equal(deadIn(await print(site)), [
      "/a.md:6 /news/2026/05/b/#prices is no page of this site.",
      ...first.slice(0, 3),
    ]);
  },
);

const hidden = suite("articles that are not public");

/** Front matter with a mark in every field. */
function marked(more: object): string {
  const mark = "CANARY";
  const texts =
    "shortHeadline seoHeadline socialHeadline standfirst kicker dateline agency creditLine usageTerms editorsNote backstory deskNote sensitive";
  const fields = Object.fromEntries(texts.split(" ").map((name) => [name, `${mark} ${name}`]));
  const lead = { src: "/media/canary.png", alt: mark, caption: mark, creditLine: mark };
  const rest = {
    topics: [`${mark} topic`],
    byline: [{ name: `${mark} Writer`, organisation: mark }],
    series: { name: mark },
    data: { mark },
    lead,
  };
  const body = `${mark} [dead](/canary/) {{ canary }} ![x](/media/canary.png)\n\n{% relatedLink "canary-unknown" %}\n\n## ${mark}`;
  return copyOf(
    {
      headline: `${mark} headline`,
      section: "canary",
      ...fields,
      ...rest,
      corrections: [{ at: "2026-05-02", text: mark }],
      ...more,
    },
    body,
  );
}

const notPublic: readonly (readonly [string, object])[] = [
  ["embargoed", { published: "2026-05-01", embargoedUntil: "2026-06-11T06:00:00Z" }],
  ["of the future", { published: "2026-06-11T06:00:00Z" }],
  ["held", { published: "2026-05-01", standing: "held" }],
  ["a draft", { published: "2026-05-01", draft: true }],
  [
    "killed",
    {
      published: "2026-05-01",
      standing: "killed",
      // What is left of it: a notice at its address, with what the desk says there.
      ...{ section: "news", slug: "withdrawn", editorsNote: "Withdrawn." },
    },
  ],
  ["expired", { published: "2026-05-01", expires: "2026-06-09" }],
];
for (const [name, standing] of notPublic) {
  hidden(`${name}: no word of them in the output, nor in what the command says`, async () => {
    const copy = marked({ ...standing, aliases: ["/former/", "/canary-alias/"] });
    const mention =
      '{% relatedLink "/former/", text: "See this" %}\n\n{% article "/former/" %}\n\n[A link](/former/)';
    const site = makeSite({
      "_data/masthead.json": masthead,
      "media/canary.png": pngOf(8, 20),
      "articles/canary.md": copy,
      "articles/public.md": copyOf(
        { headline: "A public story", published: "2026-05-01", related: ["/former/"] },
        mention,
      ),
    });
    const build = async () => {
      const summary = await print(site);
      // What is taken off the site is named once: a CDN must forget it.
      const said = [formatSummary(summary), JSON.stringify(summaryJson({ ...summary, removed: [] }, true))];
      assert.not.match(said.join("\n"), /canary/i);
      for (const file of listFiles(site.output)) {
        assert.not.match(file, /canary/i);
        if (!statSync(join(site.output, file)).isFile()) continue;
        assert.not.match(readFileSync(join(site.output, file), "utf8"), /canary/i, file);
      }
      return summary.removed;
    };
    assert.equal(await build(), []);
    put(site, { "articles/canary.md": marked({ published: "2026-05-01" }) });
    assert.ok((await print(site)).printed.some((url) => url.includes("canary")));
    put(site, { "articles/canary.md": copy });
    assert.ok((await build()).includes("/canary/2026/05/canary/"));
    assert.equal(await build(), []);
  });
}

links.run();
hidden.run();

if (!existsSync(blog)) tellAtEnd(`! Not tested: the 18F blog is not at ${blog}.`);

function printSample(): Printed {
  const { output, url, stdout } = printSampleNewsroom();
  const problems = Array.from(
    stdout.matchAll(/^note \S+:\d+:\d+ (.*?) {2}.*\[([a-z-]+)\]$/gm),
    ([, message = "", rule = ""]) => ({ message, rule }),
  );
  return { name: "the sample newsroom", output, url, pages: readPages(output), problems };
}

/** A small paper that does not lie at its server's root. */
async function printMounted(): Promise<Printed> {
  const url = "https://test.example/papers/test/";
  const stories = Array.from({ length: 8 }, (_, at) => {
    const links = `{% relatedLink "story-${(at + 1) % 8}" %}\n\n{% article "story-${(at + 2) % 8}", style: "card" %}\n\n## A heading\n\n[there](/news/2026/05/story-1/) [here](#a-heading) ![A](/media/a.svg)`;
    const fields = {
      headline: `Story ${at}`,
      published: `2026-05-0${at + 1}`,
      section: at % 2 ? "news" : "sport",
      topics: ["Ferries"],
      byline: ["Ann Alder"],
    };
    const more = {
      lead: { src: "/media/a.svg", alt: "A" },
      aliases: [`/old/story-${at}/`],
      related: [`story-${(at + 3) % 8}`],
    };
    return [`articles/story-${at}.md`, copyOf({ ...fields, ...more }, links)] as const;
  });
  const site = makeSite({
    "_data/masthead.json": JSON.stringify({
      name: "The Mounted Test",
      url,
      timeZone: "UTC",
      language: "en-GB",
    }),
    "media/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>',
    ...Object.fromEntries(stories),
  });
  const { problems } = await print(site, { now: "2026-05-09T00:00:00Z" });
  return {
    name: "a paper below its server's root",
    output: site.output,
    url,
    pages: readPages(site.output),
    problems,
  };
}

async function printBlog(): Promise<Printed> {
  const site: Site = { ...makeSite(), folder: blog };
  const { problems } = await print(site, { hold: true, unknownShortcodes: "drop" });
  return {
    name: "the 18F blog",
    output: site.output,
    url: "https://example.org/",
    pages: readPages(site.output),
    problems,
  };
}

function listFiles(output: string): string[] {
  return readdirSync(output, { recursive: true, encoding: "utf8" });
}

/** An address of the site as a path from its root, as copy has it. */
function pathOf(address: string, siteUrl: string): string {
  if (address.startsWith("#")) return address;
  const { origin, pathname } = new URL(siteUrl);
  const path = address.startsWith(origin) ? address.slice(origin.length) : address;
  return path.startsWith(pathname) ? `/${path.slice(pathname.length)}` : path;
}
