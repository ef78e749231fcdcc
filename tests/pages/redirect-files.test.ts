import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareTrees, readTree } from "../output-tree.ts";
import { copyOf, type Files, makeSite, masthead, print, printClean, put } from "../site.ts";

const ways = suite("the ways from former URLs");

const story = (fields: object, words?: string) =>
  copyOf({ section: "news", published: "2026-06-09T08:00:00Z", ...fields }, words);
const moved = (words: string) => story({ headline: "A", aliases: ["/news/2026/06/b/"] }, words);
const wayTo = (slug: string) => `/news/2026/06/b/ /news/2026/06/${slug}/ 301\n`;
const other = (fields: object) => ({ "articles/b.md": story({ headline: "B", ...fields }) });

/** What stands beside the story before and after its body is edited, and the ways then. */
const cases: Readonly<Record<string, readonly [before: Files, after: Files, before: string, after: string]>> =
  {
    "no more where another story comes to the former URL": [{}, other({}), wayTo("a"), ""],
    "where another story leaves it": [other({}), { "articles/b.md": undefined }, "", wayTo("a")],
    "where another story moves from it": [other({}), other({ slug: "c" }), "", wayTo("a")],
    "no more where another story may be told there": [other({ standing: "held" }), other({}), wayTo("a"), ""],
    "where another story expires there": [
      other({}),
      other({ expires: "2026-06-10T00:00:00Z" }),
      "",
      wayTo("a"),
    ],
    "to another story that was there earlier": [
      other({ slug: "c", aliases: ["/news/2026/06/b/"] }),
      other({ slug: "c", aliases: ["/news/2026/06/b/"], published: "2026-06-08T08:00:00Z" }),
      wayTo("a"),
      wayTo("c"),
    ],
  };

for (const [name, [before, after, former, present]] of Object.entries(cases))
  ways(`lead on ${name}, though the story's body alone is edited`, async () => {
    const site = makeSite({ "_data/masthead.json": masthead, "articles/a.md": moved("Words."), ...before });
    const textOf = () => {
      const file = join(site.output, "_redirects");
      return existsSync(file) ? readFileSync(file, "utf8") : "";
    };
    await print(site, { hold: true });
    assert.is(textOf(), former);
    put(site, { "articles/a.md": moved("Other words."), ...after });
    await print(site, { hold: true });
    assert.is(textOf(), present);
    const clean = await printClean(site, { hold: true });
    assert.equal(compareTrees(readTree(site.output), readTree(clean)), []);
  });

ways.run();
