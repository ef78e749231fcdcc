import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readPlainYaml } from "../../src/desk/plain-yaml.ts";
import { parseFullYaml } from "../../src/desk/yaml-tree.ts";

const plain = suite("front matter of the plainest kind");

/** What the YAML library makes of it, where nothing is wrong. */
function fullTree(yaml: string): unknown {
  const result = parseFullYaml(yaml);
  return "tree" in result ? result.tree : result.faults;
}

for (const yaml of [
  "headline: The ferry returns",
  'headline: "Bridge: closed, says the council #1"\nstandfirst: \'Twice "daily"\'\n',
  "headline: At ten o'clock   \nurl: https://packet.example/a:b\npublished: 2026-11-20\n",
  "published: 2026-11-20 06:00\nupdated: 2026-11-20T06:00:00.5+01:00\nexpires: 2026-11-20T06:00Z",
  "topics: [Ferries, \"The sea, open\", 'Land']\nbyline: []\nother: [ Ferries ]\n",
  "topics:\n  - Ferries\n  - 'The sea'\n\nbyline:\n- Mary Byrne\n- \"Ada\"\nheadline: After lists\n",
  "headline: Été à l’île – 🚢 “déjà vu”\n\n\nkicker: Überfahrt\n",
  "a_b-c: A\nD9: word & more, [brackets] {braces} * and @ within\n",
])
  plain(`is read as the library reads it: ${JSON.stringify(yaml)}`, () => {
    assert.ok(readPlainYaml(yaml));
    assert.equal(readPlainYaml(yaml), fullTree(yaml));
  });

for (const yaml of [
  "",
  "headline:",
  "headline: ",
  "headline:word",
  "draft: true",
  "headline: null",
  "headline: Null",
  "part: 7",
  "headline: The ferry: returns",
  "headline: The ferry #1",
  "headline: The ferry:",
  "headline: The\tferry",
  "headline: The ferry\n  returns",
  "headline: 'It''s'",
  'headline: "a\\n"',
  "headline: &a The ferry",
  "headline: !a The ferry",
  "headline: A\nheadline: B",
  "constructor: A",
  "prototype: A",
  "__proto__: A",
  "image:\n  src: A",
  "topics:\n  - Ferries\n - Sea",
  "topics:\n  - name: Ferries",
  "topics: [Ferries, {a: b}]",
  "topics: [Ferries,]",
  "topics: [true]",
  'topics: ["a": b]',
  "topics: [Ferries\n, Sea]",
  "headline: |\n  The ferry",
  "headline: >-\n  The ferry",
  "- Ferries",
  " headline: The ferry",
  "headline: A\n---\n",
  "headline: A\r\nkicker: B",
  "published: 2026-11-20 #",
])
  plain(`is not read at all: ${JSON.stringify(yaml)}`, () => {
    const read = readPlainYaml(yaml);
    assert.is(read, undefined, JSON.stringify(read));
  });

plain("is never read in another way than the library reads it", () => {
  const marks = fc.constantFrom(
    ...[
      ": ",
      ":",
      " ",
      "  ",
      "\n",
      "\n\n",
      "- ",
      "#",
      " #",
      "'",
      '"',
      "[",
      "]",
      ", ",
      ",",
      "{",
      "}",
      "|",
      ">",
      "&",
      "*",
      "!",
      "%",
    ],
    ...[
      "~",
      "true",
      "null",
      "No",
      "2026-11-20",
      "T06:00",
      "Z",
      "7",
      "\\",
      "\t",
      "\r\n",
      "é",
      "\u2028",
      "\u0085",
      "\ufeff",
      "\u00a0",
      "\u3000",
      "x".repeat(1100),
    ],
    ...[
      "headline",
      "topics",
      "words and more",
      "a",
      "https://a.example/",
      "__proto__",
      "...",
      "---",
      "🚢",
      "“",
      "中",
      ".inf",
      "0x1",
    ],
  );
  const lines = fc.array(marks, { maxLength: 3 }).map((parts) => parts.join(""));
  const keys = fc.constantFrom("headline", "topics", "byline", "kicker", "data");
  const field = fc.tuple(keys, fc.constantFrom(": ", ":", ":\n- ", ":\n  - ", ": [", ': "'), lines);
  const text = fc.array(
    fc.oneof(
      field.map((parts) => parts.join("")),
      lines,
    ),
    { minLength: 1, maxLength: 2 },
  );
  let count = 0;
  fc.assert(
    fc.property(text, (all) => {
      const yaml = all.join("\n");
      const read = readPlainYaml(yaml);
      if (!read) return;
      count++;
      assert.equal(read, fullTree(yaml), JSON.stringify(yaml));
    }),
    { numRuns: 20_000 },
  );
  assert.ok(count > 300, `only ${count} were read`);
});

const folders = [
  join(import.meta.dirname, "../../content/articles"),
  join(import.meta.dirname, "../../../shared/corpora/18f/articles"),
];
for (const folder of folders)
  plain(
    `of ${folder.includes("shared") ? "18F" : "the sample newsroom"} is read as the library reads it`,
    () => {
      for (const name of listFiles(folder)) {
        const yaml = /^---\n(.*?)^---$/ms.exec(readFileSync(join(folder, name), "utf8"))?.[1] ?? "";
        const read = readPlainYaml(yaml);
        if (read) assert.equal(read, fullTree(yaml), name);
      }
    },
  );

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.(md|txt)$/.test(name),
    );
  } catch {
    console.log(`! ${folder} is not at hand`);
    return [];
  }
}

plain.run();
