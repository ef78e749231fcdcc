import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { correctionKinds, genres, roles } from "../src/article/article.ts";
import { builtInBlocks } from "../src/article/blocks/blocks.ts";
import { slotStyles, sourceKinds } from "../src/article/front.ts";
import { fieldRules } from "../src/article/front-matter-schema.ts";
import { mastheadTable } from "../src/desk/masthead-fields.ts";
import { contributorTable, sectionTable, seriesTable, topicTable } from "../src/desk/site-fields.ts";

const root = resolve(import.meta.dirname, "..");
const textsIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(md|txt|json|yaml)$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), "utf8"));
const copy = textsIn("content/articles");
const fronts = textsIn("content/fronts").join("\n");

const sample = suite("the sample newsroom");

const isSaid = (field: string, value: string) =>
  copy.some((text) => new RegExp(`(^|[\\s{,])"?${field}"?: ["']?${value}\\b`, "m").test(text));
const used: Readonly<
  Record<string, readonly [values: readonly string[], isUsed: (value: string) => boolean]>
> = {
  "field of front matter": [
    [...fieldRules.keys()],
    (name) => copy.some((text) => new RegExp(`^${name}:`, "m").test(text)),
  ],
  genre: [genres.slice(1), (genre) => isSaid("genre", genre)],
  access: [["metered", "paid"], (access) => isSaid("access", access)],
  standing: [["held", "killed"], (standing) => isSaid("standing", standing)],
  "kind of correction": [correctionKinds, (kind) => isSaid("kind", kind)],
  "role in a byline": [roles.slice(1), (role) => isSaid("role", role)],
  block: [
    [...builtInBlocks.keys()],
    (name) => copy.some((text) => text.includes(`{% ${name} `) || text.includes(`{% ${name}%`)),
  ],
  "style of a slot": [slotStyles, (style) => fronts.includes(`"style": "${style}"`)],
  "source of a slot": [["latest", ...sourceKinds], (source) => fronts.includes(`"${source}"`)],
};
for (const [what, [values, isUsed]] of Object.entries(used))
  sample(`uses each ${what}`, () => {
    assert.equal(
      values.filter((value) => !isUsed(value)),
      [],
    );
  });

const data = {
  masthead: mastheadTable,
  sections: sectionTable,
  contributors: contributorTable,
  topics: topicTable,
  series: seriesTable,
};
/** What other fields say in their place: the key of an object, the slug of a name. */
const keys = new Set(["id", "slug"]);
for (const [name, table] of Object.entries(data))
  sample(`uses each field of ${name}.json`, () => {
    const text = readFileSync(join(root, `_data/${name}.json`), "utf8");
    assert.equal(
      Object.keys(table).filter((field) => !keys.has(field) && !text.includes(`"${field}":`)),
      [],
    );
  });

sample.run();
