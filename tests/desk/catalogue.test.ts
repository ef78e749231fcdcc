import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { english } from "../../src/article/words.ts";
import { parseCatalogue } from "../../src/desk/catalogue.ts";

const folder = "_includes/broadsheet/words";
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

const catalogues = suite("catalogues of the theme");
for (const file of readdirSync(folder)) {
  const text = readFileSync(join(folder, file), "utf8");
  catalogues(`${file} says everything that the interface says, with the same names in braces`, () => {
    const { value, problems } = parseCatalogue(file, text);
    assert.equal(problems, []);
    assert.equal(Object.keys(JSON.parse(text)), Object.keys(english), "the keys, in their order");
    for (const [key, words] of Object.entries(english))
      assert.equal(placeholders(String(value?.[key as keyof typeof english])), placeholders(words), key);
  });
}
catalogues("are there for seven languages beside English", () => {
  assert.equal(
    readdirSync(folder).sort(),
    [..."ar de es fr he nl uk".split(" ")].map((tag) => `${tag}.json`),
  );
});
catalogues.run();

const parse = suite("parseCatalogue");
parse("says in English what a file leaves out, and tells a slip", () => {
  const { value, problems } = parseCatalogue(
    "ga.json",
    '{ "archive": "Cartlann", "archve": "x", "topics": 3 }',
  );
  assert.is(value?.archive, "Cartlann");
  assert.is(value?.topics, "3");
  assert.is(value?.sections, english.sections);
  assert.equal(
    problems.map(({ rule, line, column }) => [rule, line, column]),
    [["data-key", 1, 26]],
  );
});
parse("tells what is no object", () => {
  assert.equal(
    parseCatalogue("ga.json", '["Cartlann"]').problems.map(({ rule }) => rule),
    ["data-shape"],
  );
});
parse.run();
