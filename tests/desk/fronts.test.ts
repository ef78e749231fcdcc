import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parseFront } from "../../src/desk/fronts.ts";

const context = { sections: new Set(["news", "harbour"]), siteUrl: "https://packet.example/" };
const parse = (slot: unknown, file = "home.json") =>
  parseFront(file, JSON.stringify({ slots: [slot] }), context);

const slots = suite("a slot");
slots("is what is written, with pins as paths of the site", () => {
  const written = {
    title: "From the harbour",
    pins: ["ferry-returns", "https://packet.example/news/2031/05/pier/"],
    source: { section: "Harbour" },
    count: 6,
    style: "list",
  };
  const { value, problems } = parse(written);
  assert.equal(problems, []);
  const [slot] = value?.slots ?? [];
  assert.equal(
    { ...slot, pins: slot?.pins.map(({ to }) => to) },
    {
      file: "home.json",
      line: 1,
      column: 11,
      title: "From the harbour",
      pins: ["ferry-returns", "/news/2031/05/pier/"],
      source: { section: "harbour" },
      count: 6,
      style: "list",
    },
  );
});
for (const [slot, count] of [
  [{ source: "latest" }, 4],
  [{ source: "latest", style: "lead" }, 1],
  [{ pins: ["a", "b", "c"] }, 3],
] as const)
  slots(`holds ${count} stories where no count is said: ${JSON.stringify(slot)}`, () => {
    assert.is(parse(slot).value?.slots[0]?.count, count);
  });
for (const [slot, rule, hint] of [
  [{}, "field-required", /^Write it such as "source"/],
  [
    { source: "newest" },
    "slot-source",
    /^Write "source": "latest", or "source": \{ "section": "harbour" \}\.$/,
  ],
  [{ source: "lastest" }, "slot-source", /^Write "source": "latest"\.$/],
  [{ source: { section: "harbor" } }, "slot-source", /^Write "section": "harbour"\.$/],
  [{ source: { section: "weather" } }, "slot-source", /^Write one of news, harbour\.$/],
  [{ source: { genre: "report" } }, "slot-source", /^Write one of analysis, /],
  [{ source: { genre: "opinions" } }, "slot-source", /^Write "genre": "opinion"\.$/],
  [{ source: { topic: "a", section: "news" } }, "slot-source", /^Write "source": "latest"/],
  [{ source: { topik: "a" } }, "slot-source", /^Write topic in its place\.$/],
  [{ source: { topic: "!" } }, "slot-source", /^Write a slug\.$/],
  [{ source: { topic: ["a"] } }, "slot-source", /^Write a slug\.$/],
  [{ source: ["latest"] }, "slot-source", /^Write "source": "latest"/],
  [{ source: "latest", count: 31 }, "data-shape", /"count": 4/],
  [{ source: "latest", count: 0 }, "data-shape", /"count": 4/],
  [{ source: "latest", style: "huge" }, "data-shape", /"style": "grid"/],
  [{ source: "latest", pins: "a" }, "data-shape", /"pins": \["ferry-returns"\]/],
  [{ pins: ["a", "b"], count: 1 }, "slot-full", /^Write "count": 2, or remove pins\.$/],
  ["latest", "data-shape", /"slots"/],
] as const)
  slots(`is told where it is wrong: ${JSON.stringify(slot)}`, () => {
    const { value, problems } = parse(slot);
    assert.equal(
      problems.map((problem) => problem.rule),
      [rule],
    );
    assert.match(problems[0]?.hint ?? "", hint);
    assert.equal(value?.slots, []);
  });
slots.run();

const fronts = suite("a front");
fronts("may be YAML, by its ending", () => {
  const { value, problems } = parseFront(
    "home.yaml",
    "slots:\n  - source: latest\n  - source: {section: news}\n",
    context,
  );
  assert.equal(problems, []);
  assert.equal(
    value?.slots.map(({ line }) => line),
    [2, 3],
  );
});
fronts("that is no YAML is told as that", () => {
  const { problems } = parseFront("home.yaml", "slots:\n  - title: [\n", context);
  assert.equal(
    problems.map(({ rule, line, hint }) => [rule, line, hint]),
    [["data-file", 2, "Mend it; it must be valid YAML."]],
  );
});
fronts("without a list of slots is told, and so is one with too many", () => {
  for (const text of [
    "[]",
    "{}",
    '{ "slots": 3 }',
    JSON.stringify({ slots: Array(41).fill({ source: "latest" }) }),
  ])
    assert.equal(
      parseFront("home.json", text, context).problems.map(({ rule }) => rule),
      ["data-shape"],
    );
  assert.equal(
    parseFront("home.json", "{", context).problems.map(({ rule }) => rule),
    ["data-file"],
  );
  assert.equal(
    parseFront("home.yaml", "slots: [", context).problems.map(({ rule }) => rule),
    ["data-file"],
  );
});
fronts.run();
