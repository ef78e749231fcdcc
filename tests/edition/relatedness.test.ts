import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { RelatingKind, Story, Stretch } from "../../src/archive/related.ts";
import { type Compared, compare, leastScore } from "../../src/edition/relatedness.ts";

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2031, 4, 9);

/** A story so many days before, with the numbers of its keywords. */
function story(file: string, daysBefore: number, words: readonly number[] = [], isOffered = true): Story {
  return { file, at: now - daysBefore * day, words, isOffered };
}

function list(kind: RelatingKind, slug: string, ...stories: readonly Story[]): Stretch {
  return { kind, slug, stories };
}

/** So many stories, one every so many days. */
function many(count: number, daysApart: number): Story[] {
  return Array.from({ length: count }, (_, at) => story(`other-${at}`, (at + 1) * daysApart));
}

const subject: Compared = {
  at: now,
  keywords: [3, 5, 8].map((number) => ({ number, word: `word-${number}` })),
};

function scoresOf(...stretches: readonly Stretch[]): Record<string, number> {
  const found = compare(subject, stretches).list(0);
  return Object.fromEntries(found.map(({ story: { file }, score }) => [file, score]));
}

const relatedness = suite("relatedness");

const old = 2000;

for (const [what, stretch, score] of [
  ["a topic of few stories", list("topic", "t", story("a", old)), 40],
  ["a topic of some", list("topic", "t", story("a", old), ...many(4, 30)), 34],
  ["a topic of many", list("topic", "t", story("a", old), ...many(9, 30)), 28],
  ["a topic of a story a fortnight", list("topic", "t", story("a", old), ...many(18, 14)), 20],
  ["a topic of every other day", list("topic", "t", story("a", old), ...many(20, 2)), 10],
  [
    "a topic of many stories, none of them of late",
    list("topic", "t", story("a", old), ...many(19, 400)),
    28,
  ],
  ["a series", list("series", "s", story("a", old)), 48],
  ["a village", list("place", "p", story("a", old)), 14],
  ["the paper's own town", list("place", "p", story("a", old), ...many(20, 2)), 1],
  ["a reporter", list("contributor", "c", story("a", old)), 8],
  ["a section", list("section", "s", story("a", old), ...many(20, 2)), 2],
] as const) {
  relatedness(`${what} counts ${score}`, () => assert.is(scoresOf(stretch).a, score));
}

for (const [days, score] of [
  [0, 12],
  [7, 12],
  [8, 9],
  [31, 9],
  [32, 6],
  [92, 6],
  [93, 4],
  [365, 4],
  [366, 2],
  [1095, 2],
  [1096, 0],
] as const) {
  relatedness(`${days} days before counts ${score}`, () => {
    assert.is(scoresOf(list("topic", "t", story("a", days))).a, 40 + score);
  });
}

relatedness("lists that two stories share add up", () => {
  const a = story("a", old);
  assert.is(scoresOf(list("topic", "t", a), list("topic", "u", a), list("section", "s", a)).a, 85);
});

for (const [what, words, sharing, score] of [
  ["no word", [1, 4], 0, 0],
  ["a rare word", [3], 0, 6],
  ["two rare words", [3, 8], 0, 12],
  ["a word of an eighth of all candidates", [3], 4, 4],
  ["a word of a quarter", [3], 9, 2],
  ["a word of more than that", [3], 12, 0],
] as const) {
  relatedness(`${what} counts ${score}`, () => {
    const others = many(40, 100).map((other, at) => (at < sharing ? { ...other, words: [3] } : other));
    const stretches = [list("section", "s", ...others), list("topic", "t", story("a", old, words))];
    assert.is(scoresOf(...stretches).a, 40 + score);
  });
}

relatedness("words count no more than 24, however many they are", () => {
  const keywords = Array.from({ length: 20 }, (_, number) => ({ number, word: `word-${number}` }));
  const a = story(
    "a",
    old,
    keywords.map(({ number }) => number),
  );
  assert.is(compare({ at: now, keywords }, [list("topic", "t", a)]).list(0)[0]?.score, 64);
});

relatedness("what has less than the least score is left out", () => {
  const comparison = compare(subject, [
    list("topic", "t", story("near", 5)),
    list("contributor", "c", story("far", 5)),
  ]);
  assert.equal(
    comparison.list(leastScore).map(({ story: { file } }) => file),
    ["near"],
  );
});

relatedness("the same week, section and reporter are not enough", () => {
  const a = story("a", 1);
  const [found] = compare(subject, [list("section", "s", a), list("contributor", "c", a)]).list(0);
  assert.ok((found?.score ?? 0) < leastScore, String(found?.score));
});

relatedness("ties go to the newer, then by file, whatever the order of lists", () => {
  const [a, b, c] = [story("a", 400), story("b", 390), story("c", 390)];
  const one = list("topic", "t", c, a);
  const two = list("topic", "u", b);
  for (const stretches of [
    [one, two],
    [two, one],
  ])
    assert.equal(Object.keys(scoresOf(...stretches)), ["b", "c", "a"]);
});

relatedness("a story that may not be offered is not, but counts for how rare its topic is", () => {
  const hidden = many(2, 3).map((other) => ({ ...other, isOffered: false }));
  assert.equal(scoresOf(list("topic", "t", story("a", old), ...hidden)), { a: 40 });
  assert.equal(scoresOf(list("topic", "t", story("a", old), ...hidden, ...many(3, 7).slice(2))), {
    a: 34,
    "other-2": 43,
  });
});

relatedness("reasons are the parts of the score, the weightiest first", () => {
  const a = story("a", 20, [3, 8]);
  const comparison = compare(subject, [
    list("section", "news", a),
    list("topic", "ferries", a),
    list("place", "quay", story("b", 2)),
  ]);
  const reasons = comparison.reasons(a);
  assert.equal(reasons, [
    { kind: "topic", name: "ferries", score: 40 },
    { kind: "words", name: "word-3, word-8", score: 12 },
    { kind: "time", name: "within a month", score: 9 },
    { kind: "section", name: "news", score: 5 },
  ]);
  assert.is(comparison.list(0).find(({ story: { file } }) => file === "a")?.score, 66);
});

relatedness.run();
