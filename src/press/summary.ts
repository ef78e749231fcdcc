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
  readonly nextDue?: NextDue;
  /** By step. */
  readonly milliseconds: Readonly<Record<string, number>>;
};

/** The summary for a person: problems of what was read in full, then the counts. */
export function formatSummary(summary: Summary): string {
  const { articles, printed, unchanged, removed, problems, read, why, nextDue } = summary;
  const shown = problems.filter(({ file }) => read.has(file));
  const older = problems.length - shown.length;
  const seconds = (sum(Object.values(summary.milliseconds)) / 1000).toFixed(1);
  const due = nextDue ? `Next edition due ${nextDue.at}: ${nextDue.why}.` : "No edition is due until something changes.";
  return [
    ...shown.map((problem) => `${pc.yellow(problem.severity === "stop" ? "held" : "note")} ${formatProblem(problem)}`),
    ...(older > 0 ? [`${pc.yellow("note")} ${count(older, "older problem")}; broadsheet build --json lists all.`] : []),
    ...(why ? [`Everything is printed: ${why}.`] : []),
    `${pc.bold("Broadsheet")} ${count(articles, "article")}, ${printed.length} pages printed, ${unchanged} unchanged, ${removed.length} removed, ${count(problems.length, "problem")}, ${seconds} s.`,
    due,
  ].join("\n");
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
