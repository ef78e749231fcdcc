import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { formatProblem, type Problem } from "../src/kit/problem.ts";
import { runBuild } from "./command.ts";
import { attribute, type Element, elementsOf, hasClass, listElements, textOf } from "./page-tree.ts";
import { copyOf, makeSite, masthead, print, type Site } from "./site.ts";
import { tellAtEnd } from "./tell-at-end.ts";

/** Real copy, kept beside the project and not in it. */
const blog = "../shared/corpora/18f";
const wire = "../shared/copy";

const corpus = suite("the 18F blog, 509 posts");

if (existsSync(blog)) {
  const posts = readdirSync(join(blog, "articles"));
  const unreadable = posts.find((name) => name.startsWith("2016-05-19-content-debt")) ?? "";
  const site: Site = { ...makeSite(), folder: blog };
  const summary = await print(site, { hold: true, unknownShortcodes: "drop" });

  corpus("is printed unedited, but for the one file that no YAML reader takes", () => {
    assert.is(posts.length, 509);
    assert.is(summary.articles, 508);
    const held = summary.problems.filter(({ severity }) => severity === "stop");
    assert.equal(held.map(formatProblem), [
      `${shown(blog)}/articles/${unreadable}:5:9 The front matter is not valid YAML: a tab stands outside of quotes.  Delete the tab, or type spaces.  [front-matter-yaml]`,
    ]);
    assert.not.ok(summary.printed.some((url) => url.includes("content-debt-what-it-is")));
  });

  corpus("dates by their files' names the 87 posts that have no other date", () => {
    const undated = posts.filter((name) => !/^(date|published):/m.test(frontOf(name)));
    assert.is(undated.length, 87);
    for (const name of undated) {
      const [, yyyy, mm, slug] = /^(\d{4})-(\d\d)-\d\d-(.*)\.md$/.exec(name) ?? [];
      const url = summary.printed.find((path) => path.endsWith(`/${yyyy}/${mm}/${slug?.toLowerCase()}/`));
      assert.ok(url, `${name} has no page below /${yyyy}/${mm}/`);
      const page = readFileSync(join(site.output, url ?? "", "index.html"), "utf8");
      const published = elementsOf(page).find(
        (element) => attribute(element, "property") === "article:published_time",
      );
      assert.is(published && attribute(published, "content")?.slice(0, 10), name.slice(0, 10), name);
    }
  });

  corpus("tells every shortcode that was dropped, with its file and line", () => {
    const dropped = summary.problems.filter(({ rule }) => rule === "shortcode-dropped");
    assert.ok(dropped.length > 100);
    for (const { file, line, message } of dropped) {
      const [name = ""] = message.split(" ");
      const written = readFileSync(join(blog, "articles", file.slice(file.lastIndexOf("/") + 1)), "utf8");
      assert.match(written.split("\n")[line - 1] ?? "", name, `${file}:${line}`);
    }
  });

  corpus("without a flag prints nothing, makes no folder, and lists everything to mend", async () => {
    const strict: Site = { ...makeSite(), folder: blog };
    const { status, stdout, stderr } = await runBuild(strict, ["--json"]);
    assert.is(status, 1);
    assert.not.ok(existsSync(strict.output));
    const { printed, problems } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
    const stops: Problem[] = problems.filter(({ severity }: Problem) => severity === "stop");
    assert.is(printed, 0);
    assert.equal(new Set(stops.map(({ rule }) => rule)), new Set(["front-matter-yaml", "shortcode-unknown"]));
    const places = new Set(stops.map(placeOf));
    for (const dropped of summary.problems.filter(({ rule }) => rule === "shortcode-dropped")) {
      assert.ok(places.has(placeOf(dropped)), placeOf(dropped));
    }
    for (const problem of stops) assert.ok(stderr.includes(formatProblem(problem)), formatProblem(problem));
    assert.match(stderr, `${stops.length} problems to mend first; nothing was written.`);
  });

  function frontOf(name: string): string {
    const text = readFileSync(join(blog, "articles", name), "utf8");
    return text.slice(0, text.indexOf("\n---"));
  }
} else {
  corpus("is not at hand", () => {});
  tellAtEnd(`! Not tested: the 18F blog is not at ${blog}.`);
}

const story = suite("a story as an agency delivers it");

const delivered = existsSync(wire) ? readdirSync(wire).filter((name) => name.endsWith(".txt")) : [];
for (const name of delivered) {
  const text = readFileSync(join(wire, name), "utf8");
  const lines = text.split("\n").flatMap((line) => line.trim() || []);
  const linked = lines.filter((_, at) => lines[at - 1] === "READ MORE");
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/story.txt": copyOf({ headline: "A headline", section: "news", published: "2015-11-24" }, text),
  });
  const { problems } = await print(site);
  const page = readFileSync(join(site.output, "news/2015/11/story/index.html"), "utf8");
  const body = elementsOf(page).find((element) => hasClass(element, "article-body"));
  if (!body) throw new Error("The page has no body.");
  const inside = listElements(body);
  const textsOf = (wanted: (element: Element) => boolean) =>
    inside.filter(wanted).map((element) => textOf(element).trim());

  story("has all its words, in their order, and no others", () => {
    const written = lines.filter((line) => line !== "READ MORE" && line !== "Share").join(" ");
    assert.equal(wordsOf(spacedText(body)), wordsOf(written));
  });

  story("has its three crossheads", () => {
    const crossheads = textsOf(({ tagName }) => tagName === "h2");
    assert.is(crossheads.length, 3);
    for (const crosshead of crossheads) assert.ok(lines.includes(crosshead));
  });

  story("has a quote for each paragraph that opens with somebody's words, and who said them", () => {
    const spoken = lines.filter((line) => /^["“]/.test(line));
    const quotes = inside.filter((element) => hasClass(element, "quote"));
    assert.equal(
      quotes.map((element) => wordsOf(spacedText(element))),
      spoken.map(wordsOf),
    );
    for (const element of quotes) {
      const said = listElements(element).filter(({ tagName }) => tagName === "blockquote");
      const sayers = listElements(element).filter(
        (part) => part.tagName === "figcaption" || hasClass(part, "attribution"),
      );
      for (const words of said) assert.match(textOf(words).trim(), /^["“][^"“”]*["”]$/);
      for (const sayer of sayers) assert.match(textOf(sayer).trim(), /^(she|he) (said|told)/);
    }
    assert.is(
      inside.filter((part) => part.tagName === "figcaption" || hasClass(part, "attribution")).length,
      4,
    );
  });

  story("has a paragraph for each other line", () => {
    const others = lines.filter(
      (line) => !/^["“]/.test(line) && line !== "READ MORE" && line !== "Share" && !linked.includes(line),
    );
    const crossheads = textsOf(({ tagName }) => tagName === "h2");
    const paragraphs = textsOf(({ tagName, attrs }) => tagName === "p" && attrs.length === 0);
    const own = paragraphs.filter((paragraph) => !/^["“]/.test(paragraph));
    assert.equal(
      own,
      others.filter((line) => !crossheads.includes(line)),
    );
  });

  story("has its two related links as text, each told with its line", () => {
    assert.is(linked.length, 2);
    assert.equal(
      textsOf((element) => hasClass(element, "related-link")),
      linked,
    );
    assert.not.ok(inside.some(({ tagName }) => tagName === "a"));
    const told = problems.filter(({ rule }) => rule === "reference-unknown");
    assert.equal(
      told.map(({ line }) => line),
      linked.map((line) => lineOf(site, line)),
    );
  });

  story("has no Share, and says that it was left out", () => {
    assert.not.match(textOf(body), /\bShare\b/);
    assert.equal(
      problems.flatMap(({ rule, line }) => (rule === "share-label" ? line : [])),
      [lineOf(site, "Share")],
    );
  });
}
if (delivered.length === 0) {
  story("is not at hand", () => {});
  tellAtEnd(`! Not tested: no story lies in ${wire}.`);
}

corpus.run();
story.run();

function shown(folder: string): string {
  return join(process.cwd(), folder);
}

function placeOf({ file, line, column }: Problem): string {
  return `${file}:${line}:${column}`;
}

/** Text with a space between blocks, which have none of their own. */
function spacedText(element: Element): string {
  const parts = element.childNodes.map((node) =>
    "tagName" in node ? ` ${spacedText(node)} ` : textOf(node),
  );
  return parts.join("");
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function lineOf({ folder }: Site, text: string): number {
  return readFileSync(join(folder, "articles/story.txt"), "utf8").split("\n").indexOf(text) + 1;
}
