import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fields } from "../../src/article/fields.ts";
import {
  fieldRules,
  findField,
  frontMatterJsonSchema,
  knownKeys,
} from "../../src/article/front-matter-schema.ts";
import { accepted, listRules, minimal } from "./accepted.ts";

const required = ["headline", "published"];
const rest = (name: string) =>
  [
    ...required.filter((key) => key !== name).map((key) => fields[key as "headline"].example),
    ...(name.startsWith("coverage") ? ["genre: live"] : []),
  ].join("\n");

const examples = suite("fields");
for (const [name, { example, aliases, schema, about }] of fieldRules) {
  for (const key of [name, ...aliases]) {
    examples(`are right in the example of ${key}`, () => {
      const { problems } = accepted(`${rest(name)}\n${example.replace(name, key)}`);
      assert.is(listRules(problems), "");
    });
  }
  examples(`are described: ${name}`, () => {
    assert.ok(schema);
    assert.match(about, /^[A-Za-z].*\.$/s);
    assert.ok(example.startsWith(`${name}: `));
  });
}
examples("have names and aliases that are no other field's", () => {
  assert.is(new Set(knownKeys).size, knownKeys.length);
  assert.is(findField("redirect_from"), "aliases");
  assert.is(findField("constructor"), undefined);
});
examples.run();

/** A wrong value, and the rule that it breaks. Obeying the hint has to cure it. */
const wrong: readonly (readonly [string, string])[] = [
  ["headline: [a, b]", "field-shape"],
  ["headline: { a: b }", "field-shape"],
  ['headline: "a\\0b"', "field-shape"],
  ['headline: "a\\uD83D"', "field-shape"],
  ["shortHeadline: [a]", "field-shape"],
  ["seoHeadline: [a]", "field-shape"],
  ["socialHeadline: [a]", "field-shape"],
  ["standfirst: [a]", "field-shape"],
  ["slug: [a]", "field-shape"],
  ["slug: Ferry Returns", "slug-format"],
  ["slug: ../x", "slug-format"],
  ["slug: a/b", "slug-format"],
  ["slug: .hidden", "slug-format"],
  ["slug: _draft", "slug-format"],
  ["slug: ferry.html", "slug-format"],
  ["slug: con", "slug-format"],
  ["slug: nul", "slug-format"],
  ["slug: '!!!'", "slug-format"],
  [`slug: ${"ferry-".repeat(40)}x`, "slug-format"],
  [`slug: ${"a".repeat(181)}`, "slug-format"],
  [`slug: ${"水".repeat(61)}`, "slug-format"],
  ["section: [a]", "field-shape"],
  ["section: sports", "section-unknown"],
  ["section: '!!!'", "section-unknown"],
  ["topics: { a: b }", "field-shape"],
  ["topics: [[a]]", "field-shape"],
  ["topics: ['!!!']", "field-shape"],
  ["byline: [[a]]", "field-shape"],
  ["byline: { role: by }", "field-shape"],
  ["byline: { name: A, role: writer }", "field-shape"],
  ["byline: [{ name: A, organisation: [b] }]", "field-shape"],
  ["byline: '!!!'", "field-shape"],
  ["published: Friday", "date-format"],
  ["published: [2031-05-09]", "field-shape"],
  ["published: 2031-02-30", "date-format"],
  ["published: 2031-03-30T01:30", "date-gap"],
  ["published: 2031-10-26T01:30", "date-twice"],
  ["updated: Friday", "date-format"],
  ["updated: 2031-05-08", "updated-order"],
  ["embargoedUntil: Friday", "embargo-format"],
  ["embargoedUntil: 2032-03-28T01:30", "date-gap"],
  ["coverageStartsAt: at six", "date-format"],
  ["coverageEndsAt: 2031-02-30", "date-format"],
  ["expires: never", "date-format"],
  ["expires: 2031-05-08", "expires-order"],
  ["standing: dead", "field-shape"],
  ["standing: Held", "field-shape"],
  ["draft: yes", "field-shape"],
  ["draft: 'true'", "field-shape"],
  ["genre: news", "field-shape"],
  ["kicker: [a]", "field-shape"],
  ["dateline: { city: Brussels }", "field-shape"],
  ["language: english", "field-shape"],
  ["language: en_GB", "field-shape"],
  ["translations: { ga: a.md }", "field-shape"],
  ["lead: [a.jpg]", "field-shape"],
  ["lead: { alt: A ferry }", "field-required"],
  ["lead: { src: [a], alt: A ferry }", "field-shape"],
  ["lead: { src: /a.jpg, alt: A ferry, focus: [0.5, 2] }", "field-shape"],
  ["lead: { src: /a.jpg, alt: A ferry, focus: centre }", "field-shape"],
  ["lead: { src: /a.jpg, decorative: maybe }", "field-shape"],
  ["lead: { src: ../../a.jpg, alt: A ferry }", "url-unsafe"],
  ["series: [a]", "field-shape"],
  ["series: { part: 2 }", "field-required"],
  ["series: { name: A, part: two }", "field-shape"],
  ["series: { name: A, part: 0 }", "field-shape"],
  ["related: [{ a: b }]", "field-shape"],
  ["corrections: The pier is longer", "field-shape"],
  ["corrections: [{ text: The pier is longer }]", "field-required"],
  ["corrections: [{ at: 2031-05-10 }]", "field-required"],
  ["corrections: [{ at: Friday, text: The pier is longer }]", "date-format"],
  ["corrections: [{ at: 2031-05-10, kind: slip, text: The pier is longer }]", "field-shape"],
  ["canonicalUrl: /ferry/", "field-shape"],
  ["canonicalUrl: 'mailto:desk@example.org'", "field-shape"],
  ["canonicalUrl: [a]", "field-shape"],
  ["agency: [a]", "field-shape"],
  ["creditLine: [a]", "field-shape"],
  ["usageTerms: [a]", "field-shape"],
  ["aliases: { a: b }", "field-shape"],
  ["aliases: [https://elsewhere.example/]", "field-shape"],
  ["aliases: [/a/../../b]", "field-shape"],
  ["aliases: [/a/%2e%2e/b]", "field-shape"],
  ["aliases: ['/?p=123']", "field-shape"],
  ["editorsNote: [a]", "field-shape"],
  ["backstory: [a]", "field-shape"],
  ["deskNote: [a]", "field-shape"],
  ["access: subscribers", "field-shape"],
  ["sensitive: [a]", "field-shape"],
];

/** What the hint says to type, put in the field's place. */
function obey(line: string, hint: string): string {
  const key = line.slice(0, line.indexOf(":"));
  const told =
    /(?:such as|embargoedUntil:|a moment after|Write it with its offset:) (.+?)(?: or .*|, or .*)?\.$/i.exec(
      hint,
    )?.[1] ??
    /^Write (section: [\w-]+)/.exec(hint)?.[1] ??
    /^Write an https:\/\/ address or a path such as (\S+)\.$/.exec(hint)?.[1];
  if (told === undefined) return `${key}: nothing was told`;
  const isLine = told.startsWith(`${key}: `);
  if (isLine) return told;
  if (line.startsWith("corrections:")) return line.replace("Friday", told);
  if (line.startsWith("lead:")) return line.replace("../../a.jpg", told);
  if (/updated|expires|coverageEndsAt/.test(key))
    return `${key}: ${Number(told.slice(0, 4)) + 1}${told.slice(4)}`;
  return `${key}: ${told}`;
}

const wrongs = suite("wrong values");
for (const [line, rule] of wrong) {
  const key = line.slice(0, line.indexOf(":"));
  const shown = line.length > 70 ? `${line.slice(0, 69)}…` : line;
  wrongs(`break ${rule}, and the hint cures them: ${shown}`, () => {
    const [problem, ...more] = accepted(`${rest(key)}\n${line}`).problems;
    assert.is(problem?.rule, rule);
    assert.equal(more, []);
    const cured = obey(line, problem?.hint ?? "");
    assert.is(listRules(accepted(`${rest(key)}\n${cured}`).problems), "", cured);
  });
}
for (const [line, meant] of [
  ["standing: kiled", "standing: killed"],
  ["genre: Live", "genre: live"],
  ["genre: editorial", "genre: analysis"],
  ['draft: "false"', "draft: false"],
] as const)
  wrongs(`are told with what is near: ${line}`, () => {
    const [problem] = accepted(minimal(line)).problems;
    assert.is(problem?.hint, `Write it such as ${meant}.`);
  });
wrongs("are tried in every field but the open one", () => {
  const tried = new Set(wrong.map(([line]) => line.slice(0, line.indexOf(":"))));
  assert.equal(
    [...fieldRules.keys()].filter((name) => !tried.has(name)),
    ["data"],
  );
});
wrongs("are each told in one run, with their places", () => {
  const { metadata, problems } = accepted(
    "headline: [a]\npublished: Friday\nslug: A B\nbyline:\n  - name: A\n    role: writer",
  );
  assert.is(metadata, undefined);
  assert.is(listRules(problems), "2:11 field-shape, 7:11 field-shape, 3:12 date-format, 4:7 slug-format");
});
wrongs("do not hide what is missing", () => {
  assert.is(listRules(accepted("kicker: Transport").problems), "1:1 field-required, 1:1 field-required");
  assert.is(listRules(accepted("title:\ndate: ''").problems), "1:1 field-required, 1:1 field-required");
});
wrongs.run();

const schema = suite("frontMatterJsonSchema");
schema("knows every key, says what it is for, and knows no other", () => {
  const found = JSON.parse(JSON.stringify(frontMatterJsonSchema()));
  assert.equal(Object.keys(found.properties), knownKeys);
  assert.is(found.additionalProperties, false);
  for (const key of knownKeys) assert.ok(found.properties[key].description.length > 20, key);
  assert.equal(found.properties.draft.type, "boolean");
  assert.ok(found.properties.genre.enum.includes("obituary"));
  assert.equal(found.anyOf, [{ required: ["headline"] }, { required: ["title"] }]);
});
schema.run();

const blank = suite("empty values");
for (const value of ["", "~", "''", "'  '", "[]", "{}", "[~, '']"]) {
  blank(`are as if they were not there: ${value}`, () => {
    const names = [...fieldRules.keys()].filter((name) => !["headline", "published"].includes(name));
    const { problems, metadata } = accepted(minimal(names.map((name) => `${name}: ${value}`).join("\n")));
    assert.is(listRules(problems), "");
    assert.equal(metadata, accepted(minimal("")).metadata);
  });
}
blank.run();
