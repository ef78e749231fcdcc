import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { formatProblem } from "../../src/kit/problem.ts";
import { copyOf, type Files, makeSite, masthead, print, put, type Site } from "../site.ts";

const story = (day: number, byline: string, fields: object = {}) =>
  copyOf({ headline: "A story", section: "news", published: `2026-06-0${day}T08:00:00Z`, byline, ...fields });
const known = (names: Readonly<Record<string, string>>) => ({
  "_data/contributors.json": JSON.stringify(
    Object.fromEntries(Object.entries(names).map(([slug, name]) => [slug, { name }])),
  ),
});

/** What is told of names in bylines, below the folder of the articles. */
async function strangersOf(site: Site, now?: string): Promise<string[]> {
  const { problems } = await print(site, now === undefined ? {} : { now });
  return problems
    .filter(({ rule }) => rule === "contributor-unknown")
    .map((problem) => formatProblem(problem).slice(join(site.folder, "articles/").length))
    .map((text) => text.replace(/:1:1 (.*) is not in contributors\.json; .* {2}(.*) {2}\[.*/, ": $1. $2"));
}

const add = (slug: string, name: string) => `Add "${slug}": { "name": "${name}" } to contributors.json.`;
const yves = `b.md: Yves Ypsilon. ${add("yves-ypsilon", "Yves Ypsilon")}`;
const zoe = (file: string) => `${file}: Zoe Zed. ${add("zoe-zed", "Zoe Zed")}`;

/** One edit after the other, and what is told then. */
const steps: Readonly<Record<string, readonly [edit: Files, told: readonly string[], now?: string]>> = {
  "in each language of the paper": [{}, [zoe("a.md"), yves]],
  "where a name was used last, in whichever language": [
    { "articles/c.md": story(3, "Zoe Zed", { language: "fr" }) },
    [yves, zoe("c.md")],
  ],
  "where it was used before, once that is gone": [{ "articles/c.md": undefined }, [zoe("a.md"), yves]],
  "as it is written": [
    { "articles/b.md": story(2, "Yves YPSILON", { language: "fr" }) },
    [zoe("a.md"), `b.md: Yves YPSILON. ${add("yves-ypsilon", "Yves YPSILON")}`],
  ],
  "no more of an agency": [
    { "articles/b.md": story(2, "", { language: "fr", byline: { name: "Yves Ypsilon", role: "agency" } }) },
    [zoe("a.md")],
  ],
  "with whom is meant, once somebody of a like name is known": [
    known({ ann: "Ann", "zoe-zedd": "Zoe Zedd" }),
    ["a.md: Zoe Zed. Did you mean zoe-zedd?"],
  ],
  "no more once somebody is known": [known({ ann: "Ann", "zoe-zed": "Zoe Zed" }), []],
  "again once nobody knows them": [known({ ann: "Ann" }), [zoe("a.md")]],
  "no more where nobody is listed at all": [{ "_data/contributors.json": undefined }, []],
  "again where somebody is": [known({ ann: "Ann" }), [zoe("a.md")]],
  "no more where the story is held": [{ "articles/a.md": story(1, "Zoe Zed", { standing: "held" }) }, []],
  "once a story may be told": [
    { "articles/c.md": story(9, "Zoe Zed", { embargoedUntil: "2026-06-11T00:00:00Z" }) },
    [],
  ],
  "from its moment on": [{}, [zoe("c.md")], "2026-06-11T00:00:00Z"],
};

const strangers = suite("names that contributors.json does not know");

const site = makeSite({
  "_data/masthead.json": JSON.stringify({ ...JSON.parse(masthead), languages: ["fr"] }),
  ...known({ ann: "Ann" }),
  "articles/a.md": story(1, "Zoe Zed"),
  "articles/b.md": story(2, "Yves Ypsilon", { language: "fr" }),
  "articles/known.md": story(2, "ann"),
});
for (const [name, [edit, told, now]] of Object.entries(steps))
  strangers(`are told ${name}; again with the next edition, and by a clean one`, async () => {
    put(site, edit);
    assert.equal(await strangersOf(site, now), told);
    assert.equal(await strangersOf(site, now), told);
    const clean = makeSite();
    assert.equal(await strangersOf({ ...clean, folder: site.folder }, now), told);
  });

strangers.run();
