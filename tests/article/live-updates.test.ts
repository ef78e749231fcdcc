import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Live } from "../../src/article/article.ts";
import { readBody } from "../../src/article/body.ts";
import { asOf } from "../../src/article/live.ts";
import { articleOf, referenceTo } from "../pages/newsroom.ts";
import { copyOf, rules } from "./printing.ts";

function read(text: string, isLive = true) {
  return readBody({ ...copyOf(text), isLive }, { ...rules, zone: "Europe/Dublin" });
}

function update(given: string, words = "Words."): string {
  return `{% liveUpdate ${given} %}\n${words}\n{% endliveUpdate %}`;
}

const at = 'at: "2026-06-10T08:00"';
const good = `${at}, headline: "A"`;

const faults = suite("what is wrong with updates");
const wrong: Readonly<Record<string, readonly [text: string, rules: readonly string[]]>> = {
  "no time": [update('headline: "A"'), ["5:1 shortcode-form"]],
  "no headline": [update(at), ["5:1 shortcode-form"]],
  "a time that is none": [update('at: "noon", headline: "A"'), ["5:1 shortcode-argument"]],
  "a year before newspapers": [update('at: "1500-01-01", headline: "A"'), ["5:1 date-format"]],
  "a time that the clocks skip": [update('at: "2026-03-29T01:30", headline: "A"'), ["5:1 date-gap"]],
  "a time that comes twice": [update('at: "2026-10-25T01:30", headline: "A"'), ["5:1 date-twice"]],
  "an update in another": [update(good, `Words.\n\n${update(good)}`), ["8:1 live-place"]],
  "an update in a list": [`- Words.\n\n  ${update(good).replaceAll("\n", "\n  ")}`, ["7:3 live-place"]],
  "an update in a quote": [
    `{% quote "Ada" %}\nWords.\n\n${update(good)}\n{% endquote %}`,
    ["8:1 live-place"],
  ],
  "two of one id": [`${update(`${good}, id: "x"`)}\n\n${update(`${good}, id: "X"`)}`, ["9:1 shortcode-form"]],
  "an id without letters": [update(`${good}, id: "!"`), ["5:1 shortcode-form"]],
  nothing: [update(`${good}, id: "x", key: true, pinned: true, byline: "Mary"`), []],
};
for (const [name, [text, told]] of Object.entries(wrong)) {
  faults(`${name}: ${told.join(", ") || "nothing is told"}`, () => {
    const { problems } = read(text);
    assert.equal(
      problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`),
      told,
    );
  });
}

faults("in an article that is no live blog: once, that it is none", () => {
  const { problems, live } = read(`${update(good)}\n\n${update(good)}`, false);
  assert.equal(
    problems.map(({ rule }) => rule),
    ["live-genre"],
  );
  assert.is(live, undefined);
});

faults.run();

const parts = suite("the parts of a live blog");

function partsOf(live: Live | undefined): string[] {
  return live?.updates.map(({ id, hash }) => `${id} ${hash}`) ?? [];
}

const three = ["07:00", "08:00", "09:00"].map((time) =>
  update(`at: "2026-06-10T${time}", headline: "At ${time}"`, "## Wind\n\nWords."),
);

parts("keep id and hash where another part is added, edited or moved", () => {
  const before = partsOf(read(three.join("\n\n")).live);
  const [first = "", second = "", third = ""] = three;
  const more = update('at: "2026-06-10T07:30", headline: "Late"', "## Wind\n\nMore.");
  const edited = second.replace("Words.", "Other words.");
  const after = partsOf(read(["Introduction.", "## Wind", third, more, first, edited].join("\n\n")).live);
  assert.equal([after[0], after[3]], [before[0], before[2]]);
  assert.is(after.length, 4);
  assert.is.not(after[2], before[1]);
});

parts("have the hash of what their page shows: whether they are pinned it does not", () => {
  const hashOf = (more: string) => partsOf(read(update(good + more)).live)[0];
  assert.is(hashOf(", pinned: true"), hashOf(""));
  assert.is(hashOf(', byline: "Mary"'), hashOf(""));
  assert.is.not(hashOf(", key: true"), hashOf(""));
});

parts("name what each of them names", () => {
  const words = '![A](/media/a.jpg) [There](/there/) {% relatedLink "ferry-returns" %}';
  const { live } = read(`Introduction with [a link](/here/).\n\n${update(good, words)}`);
  const { mentions, links, media } = live?.updates[0] ?? {};
  assert.equal(
    { mentions, links, media },
    { mentions: ["ferry-returns"], links: ["/there/"], media: ["/media/a.jpg"] },
  );
  assert.equal(live?.introduction.links, ["/here/"]);
});

parts.run();

const moments = suite("a live blog as of a moment");
const { live } = read(
  [
    'Three words here. {% relatedLink "both" %}',
    update('at: "2026-06-10T08:00", headline: "Now"', "![A](/media/now.jpg)"),
    update(
      'at: "2026-06-10T09:00", headline: "Then"',
      '![A](/media/then.jpg) ![L](/media/lead.jpg) {% relatedLink "both" %} {% relatedLink "then" %} [a](/then/)',
    ),
  ].join("\n\n"),
);
const blog = articleOf({
  genre: "live",
  coverageEndsAt: "2026-06-10T10:00:00+01:00",
  lead: { src: "/media/lead.jpg", alt: "L" },
  media: ["/media/lead.jpg", "/media/now.jpg", "/media/then.jpg"].map(referenceTo),
  mentions: [referenceTo("both"), referenceTo("then")],
  links: [referenceTo("/then/")],
  ...(live && { live }),
});
const asAt = (time: string) => asOf(blog, Date.parse(`2026-06-10T${time}+01:00`));

moments("is without what is not public yet, and what only that names", () => {
  const before = asAt("08:59:59");
  assert.equal(
    before.live?.updates.map(({ headline }) => headline),
    ["Now"],
  );
  assert.equal(
    before.media.map(({ to }) => to),
    ["/media/lead.jpg", "/media/now.jpg"],
  );
  assert.equal(
    before.mentions.map(({ to }) => to),
    ["both"],
  );
  assert.equal(before.links, []);
  assert.ok(before.wordCount < 8, String(before.wordCount));
});

moments("is whole once all is public, and over once its coverage is", () => {
  assert.is(asAt("09:00:00"), blog);
  assert.is(asAt("09:59:59").live?.isOver, false);
  assert.is(asAt("10:00:00").live?.isOver, true);
});

moments("is any other article as it is", () => {
  const report = articleOf();
  assert.is(asOf(report, 0), report);
});

moments.run();
