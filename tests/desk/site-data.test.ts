import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  defaultMasthead,
  parseContributors,
  parseMasthead,
  parseSections,
} from "../../src/desk/site-data.ts";
import { formatProblem, orderProblems, type Problem } from "../../src/kit/problem.ts";
import { listRules } from "./accepted.ts";

const mastheads = suite("parseMasthead");

mastheads("reads a whole masthead", () => {
  const masthead = {
    name: "The Island Packet",
    url: "https://packet.example/news/",
    timeZone: "Europe/Dublin",
    language: "en-IE",
    description: "News since 1887.",
    logo: "/media/mark.png",
    email: "desk@packet.example",
    sameAs: ["https://social.example/@packet"],
    languages: [],
  };
  assert.equal(parseMasthead("masthead.json", JSON.stringify(masthead)), { value: masthead, problems: [] });
  assert.equal(
    parseMasthead("masthead.json", `\uFEFF${JSON.stringify(masthead, null, "\t")}`).value,
    masthead,
  );
});

mastheads("has a default for what is left out", () => {
  assert.equal(parseMasthead("masthead.json", "{}"), { value: defaultMasthead, problems: [] });
  assert.equal(parseMasthead("masthead.json", '{ "name": null, "email": "" }').value, defaultMasthead);
});

const urls: readonly (readonly [string, string])[] = [
  ["https://packet.example", "https://packet.example/"],
  ["http://localhost:8080/mount", "http://localhost:8080/mount/"],
  ["https://PACKET.example//", "https://packet.example/"],
  ["https://zürich.example", "https://xn--zrich-kva.example/"],
];
for (const [written, url] of urls) {
  mastheads(`ends the site's address with a slash: ${written}`, () => {
    assert.is(parseMasthead("masthead.json", JSON.stringify({ url: written })).value?.url, url);
  });
}

/** A wrong property, and where it is told. Obeying the hint has to cure it. */
const wrong: readonly (readonly [string, string])[] = [
  ['"name": ["A"]', "1:11 data-shape"],
  ['"url": "packet.example"', "1:10 data-shape"],
  ['"url": "/"', "1:10 data-shape"],
  ['"url": "ftp://packet.example/"', "1:10 data-shape"],
  ['"url": "https://packet.example/?a=b"', "1:10 data-shape"],
  ['"url": "https://desk:secret@packet.example/"', "1:10 data-shape"],
  ['"url": "javascript:alert(1)"', "1:10 data-shape"],
  ['"timeZone": "Dublin"', "1:15 data-shape"],
  ['"timeZone": "+01:00"', "1:15 data-shape"],
  ['"language": "english"', "1:15 data-shape"],
  ['"description": { "a": 1 }', "1:18 data-shape"],
  ['"logo": "data:image/png;base64,AAAA"', "1:11 data-shape"],
  ['"logo": "../mark.png"', "1:11 data-shape"],
  ['"email": "desk"', "1:12 data-shape"],
  ['"sameAs": "https://social.example/"', "1:13 data-shape"],
  ['"sameAs": ["https://social.example/", "javascript:alert(1)"]', "1:41 data-shape"],
];
for (const [line, rules] of wrong) {
  mastheads(`tells what is wrong, and the hint cures it: ${line}`, () => {
    const { problems } = parseMasthead("masthead.json", `{ ${line} }`);
    assert.is(listRules(problems), rules);
    const cured = problems[0]?.hint.replace(/^Write it such as (.*)\.$/, "{ $1 }") ?? "";
    assert.equal(parseMasthead("masthead.json", cured).problems, []);
  });
}

mastheads("tells a slip in a key, and leaves the site's own keys alone", () => {
  const { problems } = parseMasthead("masthead.json", '{ "timezone": "UTC", "ownData": [1] }');
  assert.equal(problems.map(formatProblem), [
    'masthead.json:1:3 "timezone" is not a field of this file.  Write timeZone if that is meant.  [data-key]',
  ]);
});
mastheads.run();

const sections = suite("parseSections");
sections("reads a list, and an object by slug, in their order", () => {
  const expected = [
    { slug: "sport", name: "Sport" },
    { slug: "local-politics", name: "Local Politics", description: "The council." },
    { slug: "2031", name: "2031" },
  ];
  const list =
    '[{"name":"Sport"},{"slug":"local-politics","name":"Local Politics","description":"The council."},{"slug":"2031","name":2031}]';
  const object =
    '{"sport":{"name":"Sport"},"local-politics":{"name":"Local Politics","description":"The council."},"2031":{"name":"2031"}}';
  assert.equal(parseSections("sections.json", list), { value: expected, problems: [] });
  assert.equal(parseSections("sections.json", object), { value: expected, problems: [] });
});

const wrongSections: readonly (readonly [string, string])[] = [
  ['"news"', "1:1 data-shape"],
  ['["news"]', "1:2 data-shape"],
  ['[{ "slug": "news" }]', "1:2 field-required"],
  ['[{ "slug": "Local Politics", "name": "A" }]', "1:12 data-shape"],
  ['{ "Local Politics": { "name": "A" } }', "1:21 data-shape"],
  ['[{ "name": "!!!" }]', "1:2 data-shape"],
  ['[{ "slug": "a", "name": "A" },\n { "slug": "a", "name": "B" }]', "2:2 data-shape"],
];
for (const [json, rules] of wrongSections) {
  sections(`tells what is wrong: ${json}`, () => {
    assert.is(listRules(parseSections("sections.json", json).problems), rules);
  });
}
for (const slug of "topics by series archive sitemaps media assets lite search corrections feed".split(" ")) {
  sections(`leaves /${slug}/ to the site's own pages`, () => {
    const { problems } = parseSections("sections.json", JSON.stringify([{ slug, name: "A" }]));
    assert.is(listRules(problems), "1:2 url-reserved");
  });
}
sections.run();

const contributors = suite("parseContributors");
contributors("reads an object by id, and a list with ids", () => {
  const mary = { name: "Mary Byrne", role: "Editor", portrait: "/media/m.jpg", url: "/about/", sameAs: [] };
  const expected = new Map([["mary-byrne", { slug: "mary-byrne", ...mary }]]);
  const object = JSON.stringify({ mary_byrne: mary });
  const list = JSON.stringify([{ id: "mary-byrne", ...mary }]);
  assert.equal(parseContributors("contributors.json", object), { value: expected, problems: [] });
  assert.equal(parseContributors("contributors.json", list), { value: expected, problems: [] });
});
contributors("tells what is wrong, and keeps the others", () => {
  const json =
    '{\n"a": { "role": "Editor" },\n"b": { "name": "B", "url": "javascript:alert(1)" },\n"c": 3,\n"B": { "name": "B" }\n}';
  const { value, problems } = parseContributors("contributors.json", json);
  assert.is(
    listRules(orderProblems(problems)),
    "2:6 field-required, 3:28 data-shape, 4:6 data-shape, 5:6 data-shape",
  );
  assert.equal([...(value?.keys() ?? [])], ["b"]);
});
contributors.run();

const files = suite("files that are no JSON");
const broken: readonly (readonly [string, string])[] = [
  ["", "1:1 data-file"],
  ["{", "1:2 data-file"],
  ['{\n  "name": "A",\n}', "3:1 data-file"],
  ["{ name: 'A' }", "1:3 data-file"],
  ['{ "a": 1 } // note', "1:12 data-file"],
  ['{ "name": "A", "name": "B" }', "1:16 data-file"],
  ['{ "__proto__": { "isAdmin": true } }', "1:3 data-file"],
  ['{ "a": [{ "constructor": 1 }] }', "1:11 data-file"],
];
for (const [json, rules] of broken) {
  files(`are told with their place: ${JSON.stringify(json)}`, () => {
    for (const parse of [parseMasthead, parseSections, parseContributors]) {
      const result: { readonly value?: unknown; readonly problems: readonly Problem[] } = parse(
        "data.json",
        json,
      );
      assert.equal([result.value, listRules(result.problems)], [undefined, rules]);
    }
    assert.is(Reflect.get({}, "isAdmin"), undefined);
  });
}
files("are told when they are nested 20,000 deep", () => {
  const { problems } = parseMasthead("data.json", "[".repeat(20_000) + "]".repeat(20_000));
  assert.is(problems[0]?.message, "data.json cannot be read: it is nested too deep.");
});
files.run();
