import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Problem } from "../../src/kit/problem.ts";
import { formatSummary, type Summary } from "../../src/press/summary.ts";

const told = suite("notes in the summary");

const note = (file: string, at: number): Problem => ({
  file,
  line: at,
  column: 1,
  rule: "key-unknown",
  severity: "warn",
  message: "A note.",
  hint: "A hint.",
});
const notesOn = (file: string, count: number) => Array.from({ length: count }, (_, at) => note(file, at + 1));

function linesOf(problems: readonly Problem[], read: readonly string[]): string[] {
  const summary: Summary = {
    articles: 1,
    printed: [],
    removed: [],
    unchanged: 0,
    problems,
    read: new Set(read),
    changedKinds: [],
    milliseconds: {},
  };
  return formatSummary(summary)
    .split("\n")
    .filter((line) => /^(note|held)/.test(line));
}

const cases: readonly (readonly [string, number, number, number, string | undefined])[] = [
  ["all of few", 3, 0, 3, undefined],
  ["the first 40 of many on files that were read", 52, 0, 40, "12 more notes"],
  ["the count of those on files that were not read", 1, 7, 1, "7 more notes"],
  ["one count of both", 41, 1, 40, "2 more notes"],
];
for (const [name, read, unread, shown, more] of cases) {
  told(`are ${name}`, () => {
    const lines = linesOf(
      [...notesOn("articles/a.md", read), ...notesOn("articles/b.md", unread)],
      ["articles/a.md"],
    );
    assert.is(lines.filter((line) => line.startsWith("note articles/a.md:")).length, shown);
    assert.is(lines.length, shown + (more === undefined ? 0 : 1));
    if (more === undefined) return;
    const last = lines.at(-1) ?? "";
    assert.ok(last.startsWith(`note ${more}`), last);
    assert.not.match(last, /on other articles|broadsheet build/);
  });
}

told("name each article that is held, however many notes there are", () => {
  const held: Problem = { ...note("articles/c.md", 1), severity: "stop" };
  const lines = linesOf([...notesOn("articles/a.md", 50), held], ["articles/a.md"]);
  assert.ok(lines[0]?.startsWith("held articles/c.md:1:1"));
  assert.ok(lines.at(-1)?.startsWith("note 10 more notes"));
});

told.run();
