import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Masthead } from "../../src/article/masthead.ts";
import {
  defaultMasthead,
  parseContributors,
  parseMasthead,
  parseSections,
} from "../../src/desk/site-data.ts";
import { formatProblem, orderProblems, type Problem } from "../../src/kit/problem.ts";
import { fullMasthead } from "../pages/newsroom.ts";
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
  assert.equal(parseMasthead("masthead.json", JSON.stringify(masthead)), {
    value: masthead,
    problems: [],
    links: [],
    pictures: [{ file: "masthead.json", line: 1, column: 152, to: "/media/mark.png" }],
  });
  assert.equal(
    parseMasthead("masthead.json", `\uFEFF${JSON.stringify(masthead, null, "\t")}`).value,
    masthead,
  );
});

mastheads("has a default for what is left out", () => {
  assert.equal(parseMasthead("masthead.json", "{}"), {
    value: defaultMasthead,
    problems: [],
    links: [],
    pictures: [],
  });
  assert.equal(parseMasthead("masthead.json", '{ "name": null, "email": "" }').value, defaultMasthead);
});

mastheads("reads all that a publication states of itself", () => {
  const { value, problems } = parseMasthead("masthead.json", JSON.stringify(fullMasthead));
  assert.equal(problems, []);
  assert.equal(value, fullMasthead);
});

/** What may be written in more than one way, and what is read of it. */
const read: readonly (readonly [string, string, unknown])[] = [
  ["icon", '"/media/a.svg"', ["/media/a.svg"]],
  ["icon", '["a.svg", "https://cdn.example/a.png"]', ["/media/a.svg", "https://cdn.example/a.png"]],
  ["parentOrganization", '"The Society"', { name: "The Society" }],
  ["contactPoint", '{ "contactType": "news", "telephone": "1" }', [{ contactType: "news", telephone: "1" }]],
  ["foundingDate", "1887", "1887"],
  ["policies", '{ "ethicsPolicy": " /a/#b " }', { ethicsPolicy: "/a/#b" }],
  ["rights", "{}", undefined],
  ["rights", '{ "training": true }', { training: true, search: true, assistants: true, agents: {} }],
  [
    "rights",
    '{ "training": "false", "search": false }',
    { training: false, search: false, assistants: true, agents: {} },
  ],
  [
    "security",
    '{ "contact": "a@b.example", "expires": "2031-05-09" }',
    { contact: ["mailto:a@b.example"], expires: "2031-05-09T00:00:00+00:00" },
  ],
  [
    "security",
    '{ "contact": ["tel:+353-1-555", "MAILTO:a@b.example"], "expires": "2031-05-09T06:00+02:00" }',
    { contact: ["tel:+353-1-555", "mailto:a@b.example"], expires: "2031-05-09T04:00:00+00:00" },
  ],
  ["trust", '{ "member": "https://a.example/" }', { member: ["https://a.example/"] }],
  ["ads", '{ "sellers": "none" }', { sellers: [] }],
  ["ads", '{ "sellers": " A.example ,1, direct " }', { sellers: ["a.example, 1, DIRECT"] }],
];
for (const [key, written, value] of read) {
  mastheads(`reads ${key}: ${written}`, () => {
    const parsed = parseMasthead("masthead.json", `{ "${key}": ${written} }`);
    assert.equal([parsed.problems, parsed.value?.[key as keyof Masthead]], [[], value]);
  });
}

mastheads("reads the day on which security.txt expires in the masthead's zone", () => {
  const security = { contact: "a@b.example", expires: "2031-05-09" };
  const json = JSON.stringify({ security, timeZone: "Europe/Dublin" });
  assert.is(parseMasthead("masthead.json", json).value?.security?.expires, "2031-05-09T00:00:00+01:00");
});

mastheads("tells that security.txt has expired from that moment on, with a date that is to come", () => {
  const json = '{ "security": {\n "contact": "a@b.example", "expires": "2031-05-09" } }';
  const at = Date.parse("2031-05-09T00:00:00Z");
  const before = parseMasthead("masthead.json", json, at - 1);
  const after = parseMasthead("masthead.json", json, at);
  assert.equal(before.problems, []);
  assert.equal(after.problems.map(formatProblem), [
    'masthead.json:2:39 security.expires: "2031-05-09" is past, so that nobody may trust security.txt any more.  Look whether it still holds, then write a later date, such as "expires": "2032-04-03".  [security-expired]',
  ]);
  assert.equal(after.value, before.value);
  assert.equal(parseMasthead("masthead.json", json.replace("2031-05-09", "2032-04-03"), at).problems, []);
});

mastheads("gives the pages of the site that policies name, with their places", () => {
  const policies = {
    ethicsPolicy: "/a/#b",
    masthead: "https://a.example/",
    correctionsPolicy: "https://p.example/c/",
  };
  const { links } = parseMasthead(
    "masthead.json",
    JSON.stringify({ url: "https://p.example/", policies }, null, 1),
  );
  assert.equal(links, [
    { file: "masthead.json", line: 4, column: 19, to: "/a/#b" },
    { file: "masthead.json", line: 6, column: 24, to: "/c/" },
  ]);
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
  ['"icon": ["data:image/png;base64,AAAA"]', "1:12 data-shape"],
  ['"icon": "../a.png"', "1:11 data-shape"],
  ['"foundingDate": "March 1887"', "1:19 data-shape"],
  ['"foundingDate": "1887-3"', "1:19 data-shape"],
  ['"address": "1 Quay Street"', "1:14 data-shape"],
  ['"address": { "street": "1 Quay Street" }', "1:16 data-group"],
  ['"contactPoint": [{ "email": "a@b.example" }]', "1:20 data-shape"],
  ['"contactPoint": [{ "contactType": "news", "email": "a" }]', "1:54 data-shape"],
  ['"parentOrganization": { "url": "https://a.example/" }', "1:25 data-shape"],
  ['"parentOrganization": { "name": "A", "url": "a.example" }', "1:25 data-shape"],
  ['"policies": "/about/"', "1:15 data-shape"],
  ['"policies": { "ethicsPolicy": "about/" }', "1:33 data-shape"],
  ['"policies": { "ethicsPolicy": "/../about/" }', "1:33 data-shape"],
  ['"policies": { "ethicsPolicy": "http://a.example/" }', "1:33 data-shape"],
  ['"policies": { "ethicsPolicy": "javascript:alert(1)" }', "1:33 data-shape"],
  ['"policies": { "ethics": "/about/" }', "1:17 data-group"],
  ['"rights": false', "1:13 data-shape"],
  ['"rights": { "search": false }', "1:13 field-required"],
  ['"rights": { "training": "" , "search": false }', "1:13 field-required"],
  ['"rights": { "training": "no" }', "1:27 data-shape"],
  ['"rights": { "training": false, "search": 0 }', "1:44 data-shape"],
  ['"rights": { "training": false, "ai": false }', "1:34 data-group"],
  ['"rights": { "training": false, "tdmReservation": 0 }', "1:34 data-derived"],
  ['"rights": { "training": false, "tdm-reservation": 0 }', "1:34 data-derived"],
  ['"rights": { "training": false, "datatrainingallowed": "yes" }', "1:34 data-derived"],
  ['"rights": { "training": true, "tdmPolicy": "https://a.example/" }', "1:46 rights-contradiction"],
  ['"rights": { "training": false, "agents": { "*": true } }', "1:44 data-shape"],
  ['"rights": { "training": false, "agents": { "A\\nDisallow:": true } }', "1:44 data-shape"],
  ['"rights": { "training": false, "agents": { "GPTBot": "maybe" } }', "1:56 data-shape"],
  [
    '"rights": { "training": false, "agents": { "GPTBot": true, "gptbot": false } }',
    "1:72 rights-contradiction",
  ],
  ['"rights": { "training": false, "licence": "rsl.xml" }', "1:45 data-shape"],
  ['"rights": { "training": false, "contact": "me" }', "1:45 data-shape"],
  ['"security": "a@b.example"', "1:15 data-shape"],
  ['"security": { "contact": "a@b.example" }', "1:15 field-required"],
  ['"security": { "expires": "2031-05-09" }', "1:15 field-required"],
  ['"security": { "contact": "http://a.example/", "expires": "2031-05-09" }', "1:28 data-shape"],
  ['"security": { "contact": "a@b.example", "expires": "9 May 2031" }', "1:54 data-shape"],
  ['"security": { "contact": "a@b.example", "expires": "2031-02-30" }', "1:54 data-shape"],
  [
    '"security": { "contact": "a@b.example", "expires": "2031-05-09", "canonical": "https://a.example/" }',
    "1:68 data-derived",
  ],
  [
    '"security": { "contact": "a@b.example", "expires": "2031-05-09", "policy": "policy/" }',
    "1:78 data-shape",
  ],
  [
    '"security": { "contact": "a@b.example", "expires": "2031-05-09", "preferredLanguages": ["english"] }',
    "1:91 data-shape",
  ],
  ['"trust": { "belongto": ["press.example"] }', "1:27 data-shape"],
  ['"trust": { "belongsTo": ["https://press.example/"] }', "1:14 data-group"],
  ['"trust": { "datatrainingallowed": "yes" }', "1:14 data-derived"],
  ['"trust": { "social": ["https://social.example/"] }', "1:14 data-derived"],
  ['"trust": { "contact": "a@b.example" }', "1:14 data-derived"],
  ['"ads": { "ownerDomain": "a.example" }', "1:10 field-required"],
  ['"ads": { "sellers": ["a.example, 1"] }', "1:23 data-shape"],
  ['"ads": { "sellers": "none", "ownerDomain": "https://a.example/" }', "1:46 data-shape"],
  ['"ads": { "sellers": "none", "managerDomain": ["a.example", "b.example"] }', "1:48 data-shape"],
  ['"hub": "http://hub.example/"', "1:10 data-shape"],
  ['"hub": "/hub"', "1:10 data-shape"],
  ['"indexNowKey": "short"', "1:18 data-shape"],
  ['"indexNowKey": "../../index"', "1:18 data-shape"],
];
for (const [line, rules] of wrong) {
  mastheads(`tells what is wrong, and the hint cures it: ${line}`, () => {
    const { problems } = parseMasthead("masthead.json", `{ ${line} }`);
    assert.is(listRules(problems), rules);
    const [problem] = problems;
    assert.ok(problem);
    const typed = /^Write it such as (.*)\.$/.exec(problem.hint)?.[1];
    const cured = typed === undefined ? withoutKey(`{ ${line} }`, problem) : `{ ${typed} }`;
    assert.equal(parseMasthead("masthead.json", cured).problems, []);
  });
}

/** The masthead without the key that a problem is of: what a hint says that is not "Write it such as". */
function withoutKey(json: string, { message, hint }: Problem): string {
  assert.match(hint, /^Remove /);
  const [, key = ""] = /^"?([^" ]+)"? /.exec(message) ?? [];
  const [, group] = /is not a field of (\w+)\.$/.exec(message) ?? [];
  const path = `${group ? `${group}.` : ""}${key}`.split(".");
  const masthead = JSON.parse(json);
  const holder = path.slice(0, -1).reduce((value, step) => value[step], masthead);
  assert.ok(Reflect.has(holder, path.at(-1) ?? ""), path.join("."));
  Reflect.deleteProperty(holder, path.at(-1) ?? "");
  return JSON.stringify(masthead);
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
  for (const json of [object, list]) {
    const { value, problems, pictures } = parseContributors("contributors.json", json);
    assert.equal({ value, problems }, { value: expected, problems: [] });
    const place = { file: "contributors.json", line: 1, column: json.indexOf('"/media') + 1 };
    assert.equal(pictures, [{ ...place, to: "/media/m.jpg" }]);
  }
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
