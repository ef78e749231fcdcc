import { suite } from "uvu";
import * as assert from "uvu/assert";
import { formatProblem } from "../../src/kit/problem.ts";
import { copyOf, makeSite, masthead, print, put } from "../site.ts";

const story = copyOf(
  { headline: "Our rules", section: "news", published: "2026-05-01" },
  "## Ethics\n\nWords.",
);

/** The masthead with policies, each on a line of its own from the second. */
function mastheadWith(policies: Readonly<Record<string, string>>): string {
  return JSON.stringify({ policies, ...JSON.parse(masthead) }, null, 1)
    .replace("{\n", "{")
    .replace(/^\{ /, "{ ");
}

const named = suite("pages that the masthead names");

named("are told with file and line where they are not there, with each edition until they are", async () => {
  const site = makeSite({
    "articles/our-rules.md": story,
    "_data/masthead.json": mastheadWith({
      publishingPrinciples: "/news/2026/05/our-rules/",
      ethicsPolicy: "/news/2026/05/our-rules/#ethics",
      correctionsPolicy: "/news/2026/05/our-rules/#fairness",
      unnamedSourcesPolicy: "https://test.example/sources/",
      masthead: "https://elsewhere.example/staff/",
      diversityPolicy: "/news/",
      ownershipFundingInfo: "/owners/?a=b#c",
    }),
  });
  const deadIn = async () =>
    (await print(site)).problems
      .filter(({ rule }) => rule === "link-dead")
      .map((problem) => formatProblem(problem).slice(site.folder.length + 1));
  const advice = "  Write the path of a page that is there, or remove it.  [link-dead]";
  const dead = [
    `_data/masthead.json:4:24 /news/2026/05/our-rules/#fairness is no page of this site.${advice}`,
    `_data/masthead.json:5:27 /sources/ is no page of this site.${advice}`,
    `_data/masthead.json:8:27 /owners/?a=b#c is no page of this site.${advice}`,
  ];
  assert.equal(await deadIn(), dead);
  assert.equal(await deadIn(), dead);
  put(site, {
    "articles/our-rules.md": story.replace("Words.", "Words.\n\n## Fairness\n\nMore words."),
    "articles/sources.md": copyOf({
      headline: "Sources",
      published: "2026-05-01",
      aliases: ["/sources/", "/owners/"],
    }),
  });
  assert.equal(await deadIn(), [dead[2]]);
});
named.run();
