import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type RuleName, rules } from "../src/article/rules.ts";
import type { FolderBuild } from "../src/build-folder.ts";
import { type Problem, ProblemsError } from "../src/kit/problem.ts";
import { pngOf } from "./pictures.ts";
import { type Files, makeSite, masthead, print, put } from "./site.ts";
import { printThroughEleventy } from "./through-eleventy.ts";

/** A folder that breaks a rule, where that is told, and how obeying the hint changes the folder. */
type Case = {
  readonly rule: RuleName;
  readonly files: Files;
  /** `file:line:column`, below the folder. */
  readonly at: string;
  /** What the hint must say; its groups are handed to `cure`. */
  readonly hint: RegExp;
  readonly cure: (...typed: readonly string[]) => Files;
  readonly options?: FolderBuild["options"];
  /** Whether it is told inside an Eleventy project only. */
  readonly isInEleventy?: boolean;
  /** A link to be made in the folder: from, to. */
  readonly link?: readonly [string, string];
};

const front = ["headline: A", "section: news", "date: 2026-05-09"];

/** Copy whose extra line of front matter is the fifth of the file; the body begins two lines under its end. */
function copy(extra: string, body = "Words of the story."): string {
  return ["---", ...front, ...(extra ? [extra] : []), "---", "", body, ""].join("\n");
}

/** A case of one file whose front matter has a wrong line, and the line that cures it. */
function line(
  rule: RuleName,
  at: string,
  wrong: string,
  hint: RegExp,
  right: (...typed: readonly string[]) => string,
): Case {
  const file = "articles/a.md";
  return {
    rule,
    at: `${file}:${at}`,
    hint,
    files: { [file]: copy(wrong) },
    cure: (...typed) => ({ [file]: copy(right(...typed)) }),
  };
}

/** A case of one file whose body is wrong, and the body that cures it. */
function body(
  rule: RuleName,
  at: string,
  wrong: string,
  hint: RegExp,
  right: (...typed: readonly string[]) => string,
): Case {
  const file = "articles/a.md";
  return {
    rule,
    at: `${file}:${at}`,
    hint,
    files: { [file]: copy("", wrong) },
    cure: (...typed) => ({ [file]: copy("", right(...typed)) }),
  };
}

/** A case of a masthead that states something wrong beside what a masthead needs. */
function stated(
  rule: RuleName,
  at: string,
  wrong: string,
  hint: RegExp,
  right: (...typed: readonly string[]) => string,
): Case {
  const file = "_data/masthead.json";
  const filesOf = (entry: string) => ({ [file]: `{${entry}, ${masthead.slice(1)}` });
  return {
    rule,
    at: `${file}:${at}`,
    hint,
    files: { ...filesOf(wrong), "articles/a.md": copy("") },
    cure: (...typed) => filesOf(right(...typed)),
  };
}

const none = () => "";
const suchAs = /^Write it such as (.*)\.$/;
const typed = (text = "") => text;
const story = (headline: string, date: string) =>
  `---\nheadline: ${headline}\nsection: news\ndate: ${date}\n---\n\nWords.\n`;

const entry = '{% liveUpdate at: "2026-05-09T10:00", headline: "A" %}Words.{% endliveUpdate %}';

const cases: readonly Case[] = [
  {
    rule: "file-encoding",
    at: "articles/a.md:7:4",
    hint: /^Save it as UTF-8\.$/,
    files: { "articles/a.md": Buffer.from(copy("", "Caf\xe9."), "latin1") },
    cure: () => ({ "articles/a.md": copy("", "Caf\xe9.") }),
  },
  body("file-characters", "7:3", "Wo\u0001rds.", /^Delete that character\.$/, () => "Words."),
  body("file-size", "1:1", "Words of a story. ".repeat(600_000), /^Keep copy under 10 MB;/, () => "Words."),
  {
    rule: "file-link",
    at: "articles/b.md:1:1",
    hint: /^Put the file or the folder itself there in place of the link\.$/,
    files: { "articles/a.md": copy(""), "elsewhere.md": copy("slug: b") },
    link: ["articles/b.md", "elsewhere.md"],
    cure: () => ({ "articles/b.md": copy("slug: b") }),
  },
  {
    rule: "file-name",
    at: "articles/a\ufffdb.md:1:1",
    hint: /^Rename it: letters, digits and hyphens, at most \d+ bytes with its folders\.$/,
    files: { "articles/a\nb.md": copy("") },
    cure: () => ({ "articles/a\nb.md": undefined, "articles/a-b.md": copy("") }),
  },
  {
    rule: "front-matter-missing",
    at: "articles/a.md:1:1",
    hint: /^Begin the file with a line ---, then headline: and published:, then a line ---\.$/,
    files: { "articles/a.md": "Words.\n" },
    cure: () => ({ "articles/a.md": "---\nheadline: A\npublished: 2026-05-09\n---\nWords.\n" }),
  },
  {
    rule: "front-matter-open",
    at: "articles/a.md:1:1",
    hint: /^Put a line --- after it\.$/,
    files: { "articles/a.md": "---\nheadline: A\npublished: 2026-05-09\n" },
    cure: () => ({ "articles/a.md": "---\nheadline: A\npublished: 2026-05-09\n---\n" }),
  },
  {
    rule: "front-matter-language",
    at: "articles/a.md:1:1",
    hint: /^Write YAML between two lines of exactly ---\.$/,
    files: { "articles/a.md": "---js\n({ headline: 'A' })\n---\n" },
    cure: () => ({ "articles/a.md": copy("") }),
  },
  line(
    "front-matter-yaml",
    "5:9",
    "kicker: Ferry: back",
    /^Put text with a colon or a quotation mark in quotes\.$/,
    () => "kicker: 'Ferry: back'",
  ),
  line("key-forbidden", "5:1", "pagination: { data: x }", /^Remove pagination\.$/, none),
  line("key-ignored", "5:1", "layout: post", /^Remove layout\.$/, none),
  line(
    "key-unknown",
    "5:1",
    "kiker: Transport",
    /^Write (kicker:) if that is meant\.$/,
    (key) => `${key} Transport`,
  ),
  line(
    "key-withholding",
    "5:1",
    "embargoUntil: 2026-05-09T06:00Z",
    /^Write (embargoedUntil:) if that is meant, or put embargoUntil under data:/,
    (key) => `${key} 2026-05-09T06:00Z`,
  ),
  line(
    "embargo-order",
    "4:7",
    "embargoedUntil: 2026-05-01T06:00Z",
    /^Write (\S+) as embargoedUntil:, or remove published\.$/,
    (moment) => `embargoedUntil: ${moment}`,
  ),
  {
    rule: "section-folder",
    at: "articles/sprot/a.md:1:1",
    hint: /^Rename it to (sport), or write section: sport\.$/,
    files: {
      "_data/sections.json": '[{ "slug": "news", "name": "News" }, { "slug": "sport", "name": "Sport" }]',
      "articles/sprot/a.md": "---\nheadline: A\npublished: 2026-05-09\n---\n\nWords of the story.\n",
    },
    cure: (folder) => ({
      "articles/sprot/a.md": undefined,
      [`articles/${folder}/a.md`]: "---\nheadline: A\npublished: 2026-05-09\n---\n\nWords of the story.\n",
    }),
  },
  line("key-twice", "5:1", "title: Another", /^Keep one of them\.$/, none),
  line("field-shape", "5:8", "genre: gossip", suchAs, typed),
  {
    rule: "field-required",
    at: "articles/a.md:1:1",
    hint: suchAs,
    files: { "articles/a.md": "---\ndate: 2026-05-09\n---\n" },
    cure: (headline) => ({ "articles/a.md": `---\n${headline}\ndate: 2026-05-09\n---\n` }),
  },
  line(
    "date-format",
    "5:10",
    "expires: Friday",
    /^Write it such as (\S+) or \S+\.$/,
    (moment) => `expires: ${moment}`,
  ),
  line(
    "date-gap",
    "5:10",
    "expires: 2027-03-28T01:30",
    /^Write it with its offset, such as (\S+)\.$/,
    (moment) => `expires: ${moment}`,
  ),
  line(
    "date-twice",
    "5:10",
    "expires: 2026-10-25T01:30",
    /^Write it with its offset: (\S+) or \S+\.$/,
    (moment) => `expires: ${moment}`,
  ),
  line(
    "embargo-format",
    "5:17",
    "embargoedUntil: Friday",
    /^Write it with a zone, such as (\S+)\.$/,
    (moment) => `embargoedUntil: ${moment}`,
  ),
  line(
    "updated-order",
    "5:10",
    "updated: 2026-05-01",
    /^Write a moment after (\S+), or remove updated\.$/,
    none,
  ),
  line(
    "correction-order",
    "5:21",
    "corrections: [{ at: 2026-05-01, text: A }]",
    /^Write a moment after (\S+)\.$/,
    (moment) => `corrections: [{ at: ${moment}, text: A }]`,
  ),
  line(
    "expires-order",
    "5:10",
    "expires: 2026-05-01",
    /^Write a moment after (\S+), or remove expires\.$/,
    none,
  ),
  {
    rule: "coverage-order",
    at: "articles/a.md:6:17",
    hint: /^Write a moment after (\S+), or remove coverageEndsAt\.$/,
    files: { "articles/a.md": copy("genre: live\ncoverageEndsAt: 2026-05-01") },
    cure: (start = "") => ({
      "articles/a.md": copy(`genre: live\ncoverageEndsAt: ${start.replace("T00", "T01")}`),
    }),
  },
  line(
    "live-genre",
    "5:17",
    "coverageEndsAt: 2026-05-10",
    /^Write (genre: live), or remove it\.$/,
    (genre) => `coverageEndsAt: 2026-05-10\n${genre}`,
  ),
  {
    rule: "live-genre",
    at: "articles/a.md:7:1",
    hint: /^Write (genre: live), or remove it\.$/,
    files: { "articles/a.md": copy("", entry) },
    cure: (genre = "") => ({ "articles/a.md": copy(genre, entry) }),
  },
  body(
    "live-place",
    "9:3",
    `> Words.\n>\n> ${entry}`,
    /^Put it outside, on lines of its own\.$/,
    () => "Words.",
  ),
  {
    rule: "section-unknown",
    at: "articles/a.md:4:10",
    hint: /^Write (section: harbour), or add the section to sections\.json\.$/,
    files: {
      "_data/sections.json": '[{ "slug": "harbour", "name": "Harbour" }]',
      "articles/a.md": "---\nheadline: A\ndate: 2026-05-09\nsection: habour\n---\n",
    },
    cure: (section) => ({ "articles/a.md": `---\nheadline: A\ndate: 2026-05-09\n${section}\n---\n` }),
  },
  line("alias-reserved", "5:11", "aliases: [/]", /^Remove it from aliases:\.$/, none),
  line(
    "slug-format",
    "5:7",
    "slug: Not a slug",
    /^Write letters, digits and hyphens, such as (\S+)\.$/,
    (slug) => `slug: ${slug}`,
  ),
  line(
    "url-unsafe",
    "5:15",
    "canonicalUrl: 'javascript:alert(1)'",
    /^Write an (https:\/\/) address or a path/,
    (scheme) => `canonicalUrl: ${scheme}example.org/`,
  ),
  line(
    "alt-missing",
    "5:7",
    "lead: /media/ferry.jpg",
    /^Write alt: .* or (decorative: true)\.$/,
    (flag) => `lead: { src: /media/ferry.jpg, ${flag} }`,
  ),
  body(
    "template-code",
    "7:7",
    "Words {{ title }}.",
    /^Remove it, or write what it stood for\.$/,
    () => "Words.",
  ),
  body(
    "shortcode-unknown",
    "7:1",
    '{% relatdLink "a" %}',
    /^Did you mean (\w+)\?$/,
    (name) => `{% ${name} "a" %}`,
  ),
  body("shortcode-form", "7:1", "{% figure %}", suchAs, typed),
  body("shortcode-argument", "7:1", '{% article "a", style: "huge" %}', suchAs, typed),
  body(
    "shortcode-body",
    "7:1",
    "{% keyPoints %}\nIt sails.\n{% endkeyPoints %}",
    /such as (- .*)\.$/,
    (item) => `{% keyPoints %}\n${item}\n{% endkeyPoints %}`,
  ),
  body(
    "shortcode-body",
    "7:1",
    "{% keyPoints %}\nIt sails.\n\n- Today\n{% endkeyPoints %}",
    /^Write it before or after the shortcode, or in the list\.$/,
    () => "It sails.\n\n{% keyPoints %}\n- Today\n{% endkeyPoints %}",
  ),
  body(
    "shortcode-body",
    "7:1",
    "{% gallery %}\nIt sails.\n{% endgallery %}",
    /such as (!.*)$/,
    (picture) => `{% gallery %}\n${picture}\n{% endgallery %}`,
  ),
  body(
    "shortcode-body",
    "7:1",
    "{% timeline %}\n1. It sails.\n{% endtimeline %}",
    /such as (\S+) or (\S+) or (\S+) or (\S+)$/,
    (...dates) =>
      `{% timeline %}\n${dates.map((date) => `1. ${date} It sails.`).join("\n")}\n{% endtimeline %}`,
  ),
  body(
    "shortcode-body",
    "7:1",
    '{% table "Boats" %}\nNone.\n{% endtable %}',
    /a line (\|.*\|), a line (\|.*\|), and a line such as (\|.*\|) for each row\.$/,
    (...lines) => `{% table "Boats" %}\n${lines.join("\n")}\n{% endtable %}`,
  ),
  body(
    "shortcode-body",
    "7:1",
    '{% chart "Boats" %}\n| Day | Boats |\n| --- | --- |\n| Monday | many |\n{% endchart %}',
    /such as (\S+), (\S+) or (\S+); leave a cell empty/,
    (...numbers) =>
      `{% chart "Boats" %}\n| Day | Boats |\n| --- | --- |\n${["", ...numbers].map((number) => `| Monday | ${number} |\n`).join("")}{% endchart %}`,
  ),
  body(
    "shortcode-body",
    "7:1",
    '{% chart "Boats" %}\n| Day |\n| --- |\n| Monday |\n{% endchart %}',
    /such as (\|.*\|)\.$/,
    (row) => `{% chart "Boats" %}\n| Day | Boats |\n| --- | --- |\n${row}\n{% endchart %}`,
  ),
  body(
    "transcript-missing",
    "7:1",
    '{% audio "https://b.example/a.mp3", "The forecast" %}',
    /between the shortcode and (\{% endaudio %\})\.$/,
    (end) => `{% audio "https://b.example/a.mp3", "The forecast" %}\nWest six.\n${end}`,
  ),
  body("shortcode-form", "7:1", "{% table %}\n| A |\n| - |\n| b |\n{% endtable %}", suchAs, (example = "") =>
    example.replaceAll(" ⏎ ", "\n"),
  ),
  body(
    "shortcode-open",
    "7:1",
    '{% quote "Ada" %}\nIt sails.',
    /^Put (\{% endquote %\}) after it, on a line of its own\.$/,
    (end) => `{% quote "Ada" %}\nIt sails.\n${end}`,
  ),
  body("shortcode-close", "7:1", "{% endquote %}", /^Remove it, or open it before\.$/, () => "Words."),
  {
    ...body("shortcode-dropped", "7:1", "{% youtube 1 %}", /./, () => "Words."),
    options: { unknownShortcodes: "drop" },
  },
  body(
    "shortcode-place",
    "7:15",
    '## He is back {% quote "Ada" %}Again{% endquote %}',
    /^Put it on lines of its own, with an empty line before and after it\.$/,
    () => '## He is back\n\n{% quote "Ada" %}\nAgain\n{% endquote %}\n',
  ),
  body(
    "shortcode-in-html",
    "8:1",
    '<div>\n{% relatedLink "a" %}\n</div>',
    /^Put an empty line before and after it, outside of the HTML\.$/,
    () => '<div>Words</div>\n\n{% relatedLink "a" %}\n',
  ),
  body(
    "pull-quote-words",
    "9:1",
    "It sails at dawn.\n\n{% quote pull: true %}\nIt sails at noon.\n{% endquote %}",
    /^Repeat the body's words, or write it as a quote\.$/,
    () => "It sails at dawn.\n\n{% quote pull: true %}\nIt sails at dawn.\n{% endquote %}",
  ),
  body(
    "html-removed",
    "7:7",
    "Words <script>blink()</script>.",
    /^Remove it, or use a shortcode\.$/,
    () => "Words.",
  ),
  body("image-alt", "7:1", "![](/media/ferry.jpg)", /^Write (.*)\.$/, typed),
  body(
    "link-unsafe",
    "7:1",
    "[Words](javascript:alert)",
    /^Write an (https:\/\/) address or a path of this site\.$/,
    (scheme) => `[Words](${scheme}example.org/)`,
  ),
  {
    rule: "share-label",
    at: "articles/a.txt:9:1",
    hint: /^Remove the line\.$/,
    files: { "articles/a.txt": copy("", "Words of the story.\n\nShare") },
    cure: () => ({ "articles/a.txt": copy("") }),
  },
  body("nesting-depth", "7:1", `${"> ".repeat(200)}deep`, /^Keep them under \d+\.$/, () => "> not deep"),
  {
    rule: "url-clash",
    at: "articles/b.md:1:1",
    hint: /^Write another slug: in one of the two, such as (slug: \S+)\.$/,
    files: { "articles/a.md": copy("slug: same"), "articles/b.md": copy("slug: same") },
    cure: (slug) => ({ "articles/b.md": copy(slug) }),
  },
  {
    rule: "url-reserved",
    at: "articles/a.md:3:10",
    hint: /^Write another slug or section\.$/,
    files: { "articles/a.md": copy("").replace("news", "topics") },
    cure: () => ({ "articles/a.md": copy("") }),
  },
  {
    rule: "reference-unknown",
    at: "articles/a.md:5:11",
    hint: /^Did you mean (\S+)\?$/,
    files: { "articles/a.md": copy("related: [ferry-return]"), "articles/ferry-returns.md": copy("") },
    cure: (slug) => ({ "articles/a.md": copy(`related: [${slug}]`) }),
  },
  {
    rule: "reference-waiting",
    at: "articles/a.md:5:11",
    hint: /^Remove it, or wait for its time\.$/,
    files: { "articles/a.md": copy("related: [later]"), "articles/later.md": story("B", "2031-05-09") },
    cure: () => ({ "articles/a.md": copy("") }),
  },
  {
    rule: "translation-twice",
    at: "articles/a.md:5:16",
    hint: /^Remove it from translations:, or write its language: into it\.$/,
    files: { "articles/a.md": copy("translations: [b]"), "articles/b.md": story("B", "2026-05-01") },
    cure: () => ({ "articles/a.md": copy("") }),
  },
  {
    rule: "reference-ambiguous",
    at: "articles/a.md:5:11",
    hint: /^Write the path, such as (\S+)\.$/,
    files: {
      "articles/a.md": copy("related: [vote]"),
      "articles/2025-01-01-vote.md": story("B", "2025-01-01"),
      "articles/2025-02-01-vote.md": story("C", "2025-02-01"),
    },
    cure: (path) => ({ "articles/a.md": copy(`related: [${path}]`) }),
  },
  body(
    "link-dead",
    "7:1",
    "[Words](/nowhere/)",
    /^Write the path of a page that is there, or remove the link\.$/,
    () => "[Words](/news/)",
  ),
  {
    ...line(
      "picture-missing",
      "5:14",
      "lead: { src: /media/ferry.jpg, alt: A ferry }",
      /^Put the file there, or write another address\.$/,
      none,
    ),
    cure: () => ({ "media/ferry.jpg": pngOf(8, 20) }),
  },
  {
    ...body(
      "picture-missing",
      "7:1",
      "![A](ferry.jpg)",
      /^Write (\S+) if that is meant\.$/,
      (path) => `![A](${path})`,
    ),
    files: { "articles/a.md": copy("", "![A](ferry.jpg)"), "media/ferry.jpg": pngOf(8, 20) },
  },
  {
    rule: "contributor-unknown",
    at: "articles/a.md:1:1",
    hint: /^Add ("mary-byrne": \{ "name": "Mary Byrne" \}) to contributors\.json\.$/,
    files: { "_data/contributors.json": "{}", "articles/a.md": copy("byline: Mary Byrne") },
    cure: (entry) => ({ "_data/contributors.json": `{ ${entry} }` }),
  },
  {
    rule: "masthead-missing",
    at: "_data/masthead.json:1:1",
    hint: /^Write _data\/masthead\.json with name, url, timeZone and language\.$/,
    files: { "_data/masthead.json": undefined, "articles/a.md": copy("") },
    cure: () => ({ "_data/masthead.json": masthead }),
  },
  {
    rule: "data-file",
    at: "_data/sections.json:1:2",
    hint: /^Mend it; it must be valid JSON\.$/,
    files: { "_data/sections.json": "[", "articles/a.md": copy("") },
    cure: () => ({ "_data/sections.json": '[{ "slug": "news", "name": "News" }]' }),
  },
  {
    rule: "data-shape",
    at: "_data/masthead.json:1:15",
    hint: suchAs,
    files: { "_data/masthead.json": '{ "timeZone": "Dublin" }', "articles/a.md": copy("") },
    cure: (entry) => ({ "_data/masthead.json": `{ ${entry} }` }),
  },
  {
    rule: "data-key",
    at: "_data/masthead.json:1:3",
    hint: /^Write (\S+) if that is meant\.$/,
    files: { "_data/masthead.json": '{ "timezone": "UTC" }', "articles/a.md": copy("") },
    cure: (key) => ({ "_data/masthead.json": `{ "${key}": "UTC" }` }),
  },
  stated(
    "data-group",
    "1:16",
    '"policies": { "ethics": "/about/" }',
    /^Remove it, or write one of (?:\w+, )+(ethicsPolicy),/,
    (key) => `"policies": { "${key}": "https://test.example/" }`,
  ),
  stated(
    "data-derived",
    "1:33",
    '"rights": { "training": false, "tdmReservation": 0 }',
    /^Remove it, and write rights\.(training) as it is meant\.$/,
    (key) => `"rights": { "${key}": false }`,
  ),
  stated(
    "rights-contradiction",
    "1:45",
    '"rights": { "training": true, "tdmPolicy": "https://test.example/tdm.json" }',
    /^Remove rights\.tdmPolicy, or write ("training": false)\.$/,
    (entry) => `"rights": { ${entry}, "tdmPolicy": "https://test.example/tdm.json" }`,
  ),
  stated(
    "security-expired",
    "1:59",
    '"security": { "contact": "desk@test.example", "expires": "2026-06-01" }',
    /^Look whether it still holds, then write a later date, such as (.*)\.$/,
    (entry) => `"security": { "contact": "desk@test.example", ${entry} }`,
  ),
  {
    rule: "front-name",
    at: "fronts/house.json:1:1",
    hint: /^Call it (\S+), section\/SLUG\.json or topic\/SLUG\.json, in a folder of its language/,
    files: { "fronts/house.json": '{ "slots": [] }', "articles/a.md": copy("") },
    cure: (name) => ({ "fronts/house.json": undefined, [`fronts/${name}`]: '{ "slots": [] }' }),
  },
  {
    rule: "front-empty",
    at: "fronts/topic/feries.json:1:1",
    hint: /^Call the file (\S+)\.$/,
    files: { "fronts/topic/feries.json": '{ "slots": [] }', "articles/a.md": copy("topics: [Ferries]") },
    cure: (slug) => ({
      "fronts/topic/feries.json": undefined,
      [`fronts/topic/${slug}.json`]: '{ "slots": [] }',
    }),
  },
  {
    rule: "front-twice",
    at: "fronts/home.yaml:1:1",
    hint: /^Remove one of the two\.$/,
    files: {
      "fronts/home.json": '{ "slots": [] }',
      "fronts/home.yaml": "slots: []",
      "articles/a.md": copy(""),
    },
    cure: () => ({ "fronts/home.json": undefined }),
  },
  {
    rule: "slot-source",
    at: "fronts/home.json:1:26",
    hint: /^Write (\S+) in its place\.$/,
    files: {
      "fronts/home.json": '{ "slots": [{ "source":  { "sektion": "news" } }] }',
      "articles/a.md": copy(""),
    },
    cure: (kind) => ({ "fronts/home.json": `{ "slots": [{ "source": { "${kind}": "news" } }] }` }),
  },
  {
    rule: "slot-full",
    at: "fronts/home.yaml:3:11",
    hint: /^Write "count": (\d+), or remove pins\.$/,
    files: { "fronts/home.yaml": "slots:\n  - count: 1\n    pins: [a, b]\n", "articles/a.md": copy("") },
    cure: (count) => ({ "fronts/home.yaml": `slots:\n  - count: ${count}\n    pins: [a]\n` }),
  },
  {
    rule: "slot-empty",
    at: "fronts/home.json:1:13",
    hint: /^Did you mean (\S+)\?$/,
    files: {
      "fronts/home.json": '{ "slots": [{ "source": { "topic": "feries" } }] }',
      "articles/a.md": copy("topics: [Ferries]"),
    },
    cure: (topic) => ({ "fronts/home.json": `{ "slots": [{ "source": { "topic": "${topic}" } }] }` }),
  },
  {
    rule: "topic-empty",
    at: "_data/topics.json:1:1",
    hint: /^Did you mean (\S+)\?$/,
    files: {
      "_data/topics.json": '{ "ships": { "mergedInto": "feries" } }',
      "articles/a.md": copy("topics: [Ferries]"),
    },
    cure: (topic) => ({ "_data/topics.json": `{ "ships": { "mergedInto": "${topic}" } }` }),
  },
  {
    rule: "topic-loop",
    at: "_data/topics.json:1:11",
    hint: /^Remove mergedInto from the one that is to stay\.$/,
    files: {
      "_data/topics.json": '{ "ev": { "mergedInto": "cars" }, "cars": { "mergedInto": "ev" } }',
      "articles/a.md": copy(""),
    },
    cure: () => ({ "_data/topics.json": '{ "ev": { "mergedInto": "cars" }, "cars": {} }' }),
  },
  {
    rule: "topic-chain",
    at: "_data/topics.json:1:11",
    hint: /^Write ("mergedInto": "\S+")\.$/,
    files: {
      "_data/topics.json": '{ "ev": { "mergedInto": "e" }, "e": { "mergedInto": "cars" }, "cars": {} }',
      "articles/a.md": copy(""),
    },
    cure: (entry) => ({
      "_data/topics.json": `{ "ev": { ${entry} }, "e": { "mergedInto": "cars" }, "cars": {} }`,
    }),
  },
  {
    rule: "masthead-mount",
    at: "_data/masthead.json:1:1",
    hint: /^Write a url that ends in (\S+), or set pathPrefix to \S+\.$/,
    files: {
      "_data/masthead.json": masthead.replace(".example/", ".example/news/"),
      "articles/a.md": copy(""),
    },
    cure: (end) => ({ "_data/masthead.json": masthead.replace(".example/", `.example${end}`) }),
    isInEleventy: true,
  },
  {
    rule: "theme-stray",
    at: "_includes/broadsheet/parts/mastheed.njk:1:1",
    hint: /^Call it (\S+) if that is meant\.$/,
    files: { "articles/a.md": copy(""), "_includes/broadsheet/parts/mastheed.njk": "<p>The Packet" },
    cure: (near) => ({
      "_includes/broadsheet/parts/mastheed.njk": undefined,
      [`_includes/broadsheet/${near}`]: "<p>The Packet",
    }),
  },
  {
    rule: "theme-import",
    at: "_includes/broadsheet/broadsheet.css:2:1",
    hint: /^Write (\S+) if that is meant\.$/,
    files: {
      "articles/a.md": copy(""),
      "_includes/broadsheet/broadsheet.css": '@import "styles/base.css";\n@import "styles/frontz.css";\n',
    },
    cure: (near) => ({ "_includes/broadsheet/broadsheet.css": `@import "${near}";\n` }),
  },
  {
    rule: "articles-none",
    at: "articles:1:1",
    hint: /^Put Markdown files with front matter into it\.$/,
    files: { "articles/README.rst": "Nothing yet." },
    cure: () => ({ "articles/a.md": copy("") }),
    isInEleventy: true,
  },
  {
    rule: "articles-missing",
    at: "articles:1:1",
    hint: /^Make it, and put articles into it\.$/,
    files: {},
    cure: () => ({ "articles/a.md": copy("") }),
    isInEleventy: true,
  },
];

const each = suite("rules");
for (const { rule, files, at, hint, cure, link, ...build } of cases) {
  each(`${rule}: told at ${at}, and its hint cures it`, async () => {
    const site = makeSite({ "_data/masthead.json": masthead, ...files });
    if (link) symlinkSync(join(site.folder, link[1]), join(site.folder, link[0]));
    const shown = (problem: Problem) =>
      `${problem.file}:${problem.line}:${problem.column}`.slice(site.folder.length + 1);
    const [problem, ...more] = (await problemsOf(site, build)).filter((told) => told.rule === rule);
    assert.ok(problem, `${rule} is not told`);
    assert.is(shown(problem), at);
    assert.equal([rules[rule].severity, more.length], [problem.severity, 0]);
    assert.match(problem.hint, hint);
    const typedWords = hint.exec(problem.hint)?.slice(1) ?? [];
    put(site, link ? { [link[0]]: undefined } : {});
    put(site, cure(...typedWords));
    const left = await problemsOf(site, build);
    assert.equal(
      left.filter((told) => told.rule === rule || told.severity === "stop"),
      [],
    );
  });
}

each("are each broken and cured here, or in a test that names them", () => {
  const folder = dirname(new URL(import.meta.url).pathname);
  const tests = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".test.ts"),
  );
  const texts = tests.map((name) => readFileSync(join(folder, name), "utf8"));
  const here = new Set<string>(cases.map(({ rule }) => rule));
  const missing = Object.keys(rules).filter(
    (rule) => !here.has(rule) && !texts.some((text) => text.includes(`"${rule}"`)),
  );
  assert.equal(missing, []);
});
each.run();

async function problemsOf(
  site: ReturnType<typeof makeSite>,
  { options = {}, isInEleventy }: Pick<Case, "options" | "isInEleventy">,
): Promise<readonly Problem[]> {
  try {
    const { problems } = isInEleventy
      ? (await printThroughEleventy(site, options, "/")).summary
      : await print(site, options);
    return problems;
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}
