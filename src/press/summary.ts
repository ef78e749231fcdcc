import pc from "picocolors";
import { formatProblem, type Problem } from "../kit/problem.ts";

/** When the next edition is due, and why; without naming what is not public yet. */
export type NextDue = { readonly at: string; readonly why: string };

/** What a build did. */
export type Summary = {
  /** Public articles. */
  readonly articles: number;
  /** URLs of printed and removed pages. */
  readonly printed: readonly string[];
  readonly removed: readonly string[];
  /** Pages that stayed as they were. */
  readonly unchanged: number;
  /** Every problem that stands. */
  readonly problems: readonly Problem[];
  /** Of these, files that this edition read. */
  readonly read: ReadonlySet<string>;
  /** Why everything was printed, where it was. */
  readonly why?: string;
  /** Else the kinds of page whose sections, template, data, options or versions changed. */
  readonly changedKinds: readonly string[];
  readonly nextDue?: NextDue;
  /** By step. */
  readonly milliseconds: Readonly<Record<string, number>>;
};

/** How many warnings are told one by one. */
const warningsShown = 40;

/** The summary for a person: what the files that were read gave cause to tell, then the counts. */
export function formatSummary(summary: Summary): string {
  const { articles, printed, unchanged, removed, problems, why, changedKinds, nextDue } = summary;
  const seconds = (sum(Object.values(summary.milliseconds)) / 1000).toFixed(1);
  const due = nextDue
    ? `Next edition due ${nextDue.at}: ${nextDue.why}.`
    : "No edition is due until something changes.";
  return [
    ...listTold(summary),
    ...(why ? [`Everything is printed: ${why}.`] : []),
    ...(changedKinds.length > 0
      ? [`Sections, templates, data, options or versions changed for ${changedKinds.join(", ")}.`]
      : []),
    `${pc.bold("Broadsheet:")} ${count(articles, "article")}, ${count(printed.length, "page")} printed, ${unchanged} unchanged, ${removed.length} removed, ${countProblems(problems)}, ${seconds} s.`,
    due,
  ].join("\n");
}

/** What stops and is held back, and what is only noted: a build that printed has mostly notes. */
function countProblems(problems: readonly Problem[]): string {
  const stops = problems.filter(({ severity }) => severity === "stop").length;
  const notes = count(problems.length - stops, "note");
  return stops === 0 ? notes : `${count(stops, "problem")}, ${notes}`;
}

function listTold({ problems, read }: Summary): string[] {
  const label = ({ severity }: Problem) => pc.yellow(severity === "stop" ? "held" : "note");
  const line = (problem: Problem) => `${label(problem)} ${formatProblem(problem)}`;
  const isNew = ({ file }: Problem) => read.has(file) || !/\.(md|markdown|txt)$/.test(file);
  const held = problems.filter(({ severity }) => severity === "stop");
  const notes = problems.filter((problem) => problem.severity === "warn" && isNew(problem));
  const hidden = problems.length - held.length - Math.min(notes.length, warningsShown);
  return [
    ...held.map(line),
    ...notes.slice(0, warningsShown).map(line),
    ...(hidden > 0
      ? [
          `${pc.yellow("note")} ${count(hidden, "more note")}: told when their files were read, or beyond the first ${warningsShown}. --force (in Eleventy, the option force) reads all files again; --json lists every note.`,
        ]
      : []),
  ];
}

/** The summary for a machine: one object. With `list`, the URLs too. */
export function summaryJson(summary: Summary, list: boolean): object {
  const { printed, removed } = summary;
  return {
    articles: summary.articles,
    printed: printed.length,
    unchanged: summary.unchanged,
    removed: removed.length,
    problems: summary.problems,
    nextDueAt: summary.nextDue?.at ?? null,
    nextDueWhy: summary.nextDue?.why ?? null,
    everythingBecause: summary.why ?? null,
    milliseconds: summary.milliseconds,
    ...(list && { printedUrls: printed, removedUrls: removed }),
  };
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
