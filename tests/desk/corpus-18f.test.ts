import { existsSync, readdirSync, readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type AcceptContext, accept, type Metadata } from "../../src/desk/accept.ts";
import { parseFrontMatter } from "../../src/desk/front-matter.ts";
import { formatProblem, type Problem } from "../../src/kit/problem.ts";
import { tellAtEnd } from "../tell-at-end.ts";

/** 509 posts of the 18F blog (CC0), kept beside the project and not in it. */
const folder = new URL("../../../shared/corpora/18f/articles/", import.meta.url);
const corpus = suite("the 18F corpus");

const context: Omit<AcceptContext, "file"> = {
  zone: "America/New_York",
  language: "en",
  locales: [],
  merged: new Map(),
  sections: undefined,
  articleUrl: "/{section}/{yyyy}/{mm}/{slug}/",
};

type Result = {
  readonly file: string;
  readonly isDated: boolean;
  readonly metadata?: Metadata;
  readonly problems: readonly Problem[];
};

function readCorpus(): Result[] {
  return readdirSync(folder).map((file) => {
    const text = readFileSync(new URL(encodeURIComponent(file), folder), "utf8");
    const front = parseFrontMatter(file, text);
    const isDated = /^(?:date|published):/m.test(text.slice(0, text.indexOf("\n---")));
    return { file, isDated, ...("problems" in front ? front : accept(front, { ...context, file })) };
  });
}

function countRules(problems: readonly Problem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of problems) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

if (existsSync(folder)) {
  const results = readCorpus();

  corpus("is accepted, but for the one file that is not YAML everywhere", () => {
    const stops = results.flatMap(({ problems }) => problems.filter(({ severity }) => severity === "stop"));
    assert.equal(stops.map(formatProblem), [
      "2016-05-19-content-debt-what-it-is-where-to-find-it-and-how-to-prevent-it-in-the-first-place.md:5:9 The front matter is not valid YAML: a tab stands outside of quotes.  Delete the tab, or type spaces.  [front-matter-yaml]",
    ]);
    assert.is(results.filter(({ metadata }) => metadata).length, 508);
  });

  corpus("is dated by its files' names where front matter has no date", () => {
    const undated = results.filter(({ isDated }) => !isDated);
    assert.is(undated.length, 87);
    for (const { file, metadata } of undated)
      assert.is(metadata?.publishedAt.slice(0, 10), file.slice(0, 10), file);
  });

  corpus("has dates with and without offsets", () => {
    const moment = (start: string) =>
      results.find(({ file }) => file.startsWith(start))?.metadata?.publishedAt;
    assert.is(moment("2014-03-12-"), "2014-03-12T10:11:00-04:00");
    assert.is(moment("2015-05-21-"), "2015-05-21T00:00:00-04:00");
    assert.is(moment("2021-09-16-"), "2021-09-21T00:00:00-04:00");
  });

  corpus("is warned of little: keys that nothing reads, and pictures without text", () => {
    const warnings = results.flatMap(({ problems }) =>
      problems.filter(({ severity }) => severity === "warn"),
    );
    assert.equal(countRules(warnings), { "key-unknown": 144, "alt-missing": 280, "key-ignored": 135 });
  });

  corpus("gives every article an address of its own, a byline and topics", () => {
    const articles = results.flatMap(({ metadata }) => metadata ?? []);
    assert.is(new Set(articles.map(({ url }) => url)).size, 508);
    for (const { file, byline, topics, standfirst } of articles) {
      assert.ok(byline.length > 0 && topics.length > 0 && standfirst, file);
    }
  });
} else {
  corpus("is not at hand", () => {});
  tellAtEnd("! Not tested: the 18F corpus is not at ../shared/corpora/18f.");
}

corpus.run();
