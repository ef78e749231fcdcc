import { compareText } from "./compare-text.ts";

/** Where in a file something stands; line and column count from 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

/** `stop`: nothing is written until it is mended. `warn`: told, and the build goes on. */
export type Severity = "stop" | "warn";

/** What is wrong with a file, as data: told once, with what to type instead. */
export type Problem = Place & {
  /** Stable name of the rule that was broken, such as `embargo-format`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, with the value. */
  readonly message: string;
  /** What to type instead. */
  readonly hint: string;
};

/** A rule's wording. `{name}` in message and hint is replaced by the value of that name. */
export type Rule = { readonly severity: Severity; readonly message: string; readonly hint: string };

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** The values that a rule's wording asks for. */
export type ValuesOf<R extends Rule> = Readonly<Record<NamesIn<R["message"] | R["hint"]>, string | number>>;

/** The problem that breaking `rules[name]` at a place is, its wording filled in. */
export function problemOf(
  name: string,
  rule: Rule,
  place: Place,
  values: Readonly<Record<string, string | number>>,
): Problem {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
  return {
    file: place.file,
    line: place.line,
    column: place.column,
    rule: name,
    severity: rule.severity,
    message: fill(rule.message),
    hint: fill(rule.hint),
  };
}

/** One line: `file:line:column message  hint  [rule]`. */
export function formatProblem({ file, line, column, message, hint, rule }: Problem): string {
  return `${file}:${line}:${column} ${message}  ${hint}  [${rule}]`;
}

/** By file, then by place in it, then by rule: the order in which problems are told. */
export function orderProblems(problems: Iterable<Problem>): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule),
  );
}

/** What is wrong with the files that stop an edition, a line each. */
export function linesOf(problems: readonly Problem[]): string[] {
  const faulty = new Set(problems.filter(({ severity }) => severity === "stop").map(({ file }) => file));
  return orderProblems(problems.filter(({ file }) => faulty.has(file))).map(
    (problem) => `${problem.severity === "stop" ? "" : "note "}${formatProblem(problem)}`,
  );
}

/** Thrown once, with everything that keeps an edition from being printed. Its message lists what is wrong with the files that stop it, a line each. */
export class ProblemsError extends Error {
  readonly problems: readonly Problem[];
  /** For Eleventy, which would print an empty stack. */
  readonly skipOriginalStack = true;

  /** `isTold`: the problems were told already, so that the message only counts them. */
  constructor(problems: readonly Problem[], isTold = false) {
    const stops = problems.filter(({ severity }) => severity === "stop");
    const lines = linesOf(problems);
    const notes = problems.length - lines.length;
    const count = stops.length === 1 ? "1 problem" : `${stops.length} problems`;
    const besides = notes === 0 ? "" : ` On other files: ${notes === 1 ? "1 note" : `${notes} notes`}.`;
    super([...(isTold ? [] : lines), `${count} to mend first; nothing was written.${besides}`].join("\n"));
    this.name = "ProblemsError";
    this.problems = problems;
    // Where it was thrown helps nobody who writes articles.
    this.stack = "";
  }
}
