import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parseFrontMatter } from "../../src/desk/front-matter.ts";
import { openValue } from "../../src/desk/yaml-value.ts";
import { formatProblem } from "../../src/kit/problem.ts";

const parses = suite("parseFrontMatter");

/** The fields as plain data, or the problems as `line:column rule`. */
function outcome(text: string): unknown {
  const result = parseFrontMatter("ferry.md", text);
  if ("problems" in result)
    return result.problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`).join(", ");
  return Object.fromEntries([...result.fields].map(([key, { tree }]) => [key, openValue(tree)]));
}

const understood: readonly (readonly [string, string, object])[] = [
  ["text, numbers and flags", "a: x\nb: 3\nc: true\nd: ~", { a: "x", b: 3, c: true, d: null }],
  [
    "dates as text",
    "a: 2031-05-09\nb: 2031-05-09 06:00:00 -4",
    { a: "2031-05-09", b: "2031-05-09 06:00:00 -4" },
  ],
  ["yes and no as text", "a: yes\nb: off", { a: "yes", b: "off" }],
  [
    "lists and groups",
    "a: [x, y]\nb:\n- x\n- y\nc:\n  d: { e: 1 }",
    { a: ["x", "y"], b: ["x", "y"], c: { d: { e: 1 } } },
  ],
  ["text in several lines", "a: >\n  x\n  y\nb: |\n  x\n  y", { a: "x y\n", b: "x\ny\n" }],
  [
    "quoted text whose later lines are not indented",
    "a: \"x\ny\n\nz\"\nb: 'it''s\nso'\nc: 1",
    { a: "x y\nz", b: "it's so", c: 1 },
  ],
  ["such text in lists", 'a:\n- "x\ny"\n- z', { a: ["x y", "z"] }],
  [
    "text in blocks that looks like an open quotation",
    'a: |\n  he: "said\n  so\nb: "x\ny"',
    { a: 'he: "said\nso\n', b: "x y" },
  ],
  [
    "tabs in quotes, in blocks and in comments",
    'a: "x\ty"\nb: |\n  x\ty\nc: 1 #\tx',
    { a: "x\ty", b: "x\ty\n", c: 1 },
  ],
  ["comments and empty lines", "# x\n\na: 1 # y\n", { a: 1 }],
  [
    "numbers that no double can hold, as text",
    "a: 12345678901234567890\nb: .inf\nc: 0.5",
    { a: "12345678901234567890", b: ".inf", c: 0.5 },
  ],
];
for (const [name, yaml, expected] of understood) {
  parses(`reads ${name}`, () => assert.equal(outcome(`---\n${yaml}\n---\nBody`), expected));
  parses(`reads ${name} with CRLF and a byte order mark`, () => {
    const text = `\uFEFF---\n${yaml}\n---\nBody`.replace(/\n/g, "\r\n");
    assert.equal(outcome(text), expected);
  });
}

const faulty: readonly (readonly [string, string, string])[] = [
  ["no front matter", "Just text", "1:1 front-matter-missing"],
  ["an empty file", "", "1:1 front-matter-missing"],
  ["front matter after an empty line", "\n---\na: 1\n---\n", "1:1 front-matter-missing"],
  ["a line of four hyphens", "----\na: 1\n----\n", "1:1 front-matter-missing"],
  ["front matter without an end", "---\na: 1\n\nBody", "1:1 front-matter-open"],
  ["an end that is no line of its own", "---\na: 1\n--- x\nBody", "1:1 front-matter-open"],
  ["JavaScript", "---js\n{ a: process.exit(1) }\n---\n", "1:1 front-matter-language"],
  ["JavaScript after a space", "--- javascript\n{}\n---\n", "1:1 front-matter-language"],
  ["JSON between hyphens", '---json\n{"a":1}\n---\n', "1:1 front-matter-language"],
  ["TOML", "+++\na = 1\n+++\n", "1:1 front-matter-language"],
  ["JSON", '{"a":1}\n\nBody', "1:1 front-matter-language"],
  ["a tab that indents", "---\na:\n\tb: 1\n---\n", "3:1 front-matter-yaml"],
  ["a tab after a value", "---\na: 1\nb: x\t\n---\n", "3:5 front-matter-yaml"],
  ["a second colon", "---\na: 1\nb: Ferry: back\n---\n", "3:4 front-matter-yaml"],
  ["a line without a colon", "---\na: 1\nFerry\nb: 2\n---\n", "3:1 front-matter-yaml"],
  ["an open quotation", '---\na: "x\nb: 1\n---\n', "2:4 front-matter-yaml"],
  ["an open list", "---\na: [x\n---\n", "2:4 front-matter-yaml"],
  ["a key twice", "---\na: 1\nb: 2\na: 3\n---\n", "4:1 front-matter-yaml"],
  ["a key twice in a group", "---\na: { b: 1, b: 2 }\n---\n", "2:12 front-matter-yaml"],
  ["a key that is a list", "---\n? [a]\n: b\n---\n", "2:3 front-matter-yaml"],
  ["an anchor", "---\na: &b Sons\n---\n", "2:4 front-matter-yaml"],
  ["an alias", "---\na: *b\n---\n", "2:4 front-matter-yaml"],
  ["emphasis at the beginning", "---\na: *Not* so\n---\n", "2:4 front-matter-yaml"],
  [
    "a merge key's alias",
    "---\nx: &x { a: 1 }\ny:\n  <<: *x\n---\n",
    "2:4 front-matter-yaml, 4:7 front-matter-yaml",
  ],
  ["a tag", "---\na: !!binary aGk=\n---\n", "2:4 front-matter-yaml"],
  ["an unknown tag", "---\na: !ruby/object {}\n---\n", "2:4 front-matter-yaml"],
  ["a reserved sign", "---\na: @ferry\n---\n", "2:4 front-matter-yaml"],
  ["a backslash in double quotes", '---\na: "C:\\new\\quay"\n---\n', "2:11 front-matter-yaml"],
  ["the end of a document", "---\na: 1\n...\nb: 2\n---\n", "3:1 front-matter-yaml"],
  ["a directive", "---\n%YAML 1.1\na: 1\n---\n", "2:1 front-matter-yaml"],
  ["text alone", "---\nFerry\n---\n", "2:1 front-matter-yaml"],
  ["a list alone", "---\n- Ferry\n---\n", "2:1 front-matter-yaml"],
  ["a fault under unindented quoted lines", '---\na: "x\ny"\nb: [z\n---\n', "4:4 front-matter-yaml"],
  ["__proto__", "---\n__proto__: { isAdmin: true }\n---\n", "2:1 key-forbidden"],
  ["__proto__ in quotes", '---\n"__proto__": 1\n---\n', "2:1 key-forbidden"],
  ["__proto__ in escapes", '---\n"\\x5f_proto\\u005f_": 1\n---\n', "2:1 key-forbidden"],
  ["__proto__ in depth", "---\ndata:\n  - a: { __proto__: 1 }\n---\n", "3:10 key-forbidden"],
  [
    "constructor",
    "---\ndata: { constructor: { prototype: 1 } }\n---\n",
    "2:9 key-forbidden, 2:24 key-forbidden",
  ],
];
for (const [name, text, expected] of faulty) {
  parses(`tells ${name} with its place`, () => assert.is(outcome(text), expected));
}

parses("says what is wrong and what to type", () => {
  const result = parseFrontMatter("ferry.md", "---\nheadline: Ferry: back\n---\n");
  assert.is(
    "problems" in result && result.problems.map(formatProblem).join(),
    "ferry.md:2:11 The front matter is not valid YAML: a second colon follows in one line.  Put text with a colon or a quotation mark in quotes.  [front-matter-yaml]",
  );
});

parses("gives the body and the line on which it begins", () => {
  const bodies: readonly (readonly [string, string, number])[] = [
    ["---\na: 1\n---\nBody\n---\nmore\n", "Body\n---\nmore\n", 4],
    ["---\r\na: 1\r\n---\r\nBody", "Body", 4],
    ["\uFEFF---\n---\n\nBody", "\nBody", 3],
    ["--- \na: 1\n--- \t\nBody", "Body", 4],
    ["---\na: 1\n---", "", 3],
  ];
  for (const [text, body, line] of bodies) {
    const result = parseFrontMatter("ferry.md", text);
    assert.ok("body" in result, text);
    if ("body" in result) assert.equal([result.body, result.bodyLine], [body, line]);
  }
});

parses("knows the place of every value", () => {
  const result = parseFrontMatter("ferry.md", '---\na: "x\ny"\nb:\n  - c: d\n---\n');
  assert.ok("fields" in result);
  if (!("fields" in result)) return;
  assert.equal(result.placeAt(result.fields.get("b")?.tree.at ?? 0), {
    file: "ferry.md",
    line: 5,
    column: 3,
  });
});

const hostile: readonly (readonly [string, string])[] = [
  ["20,000 brackets", `a: ${"[".repeat(20_000)}`],
  ["20,000 closed brackets", `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`],
  ["20,000 list marks", `a:\n${"- ".repeat(20_000)}x`],
  ["20,000 braces", `a: ${"{b: ".repeat(20_000)}`],
  [
    "a staircase of 1,500 steps",
    Array.from({ length: 1500 }, (_, step) => `${" ".repeat(step)}a:`).join("\n"),
  ],
  [
    "aliases of aliases",
    `a: &a [x]\n${Array.from({ length: 30 }, (_, step) => `b${step}: &b${step} [${`*${step ? `b${step - 1}` : "a"},`.repeat(10)}]`).join("\n")}`,
  ],
  ["20,000 keys that are one", "a: 1\n".repeat(20_000)],
  ["5,000 open quotation marks", 'a: "\n'.repeat(5001)],
  ["a quotation mark and 200,000 backslashes", `a: "${"\\".repeat(200_001)}`],
  ["a megabyte in one line", `a: "${"x ".repeat(500_000)}`],
];
for (const [name, yaml] of hostile) {
  parses(`survives ${name} in good time`, () => {
    const start = performance.now();
    const result = parseFrontMatter("ferry.md", `---\n${yaml}\n---\n`);
    assert.ok(performance.now() - start < 20_000, `${performance.now() - start} ms`);
    assert.ok("problems" in result && result.problems.every(({ rule }) => rule === "front-matter-yaml"));
  });
}

parses("leaves every object's prototype as it is", () => {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  for (const [, text] of faulty) outcome(text);
  assert.is(Object.getOwnPropertyNames(Object.prototype).join(), before);
  assert.is(Reflect.get({}, "isAdmin"), undefined);
});

parses.run();
