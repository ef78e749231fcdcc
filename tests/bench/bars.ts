import { findRow, growthOf, peakOf, type Report, secondsOf } from "./report.ts";
import type { ScenarioName } from "./scenarios.ts";
import type { ToolName } from "./tools.ts";

/** A bar of the project's budgets. */
export type Bar = {
  readonly what: string;
  readonly limit: number;
  readonly unit: Unit;
  /** Undefined where the report lacks what it needs. */
  readonly measure: (report: Report) => number | undefined;
};

/** `ratio`: to Hugo's clean build of the same size; `times`: to something else that the bar names. */
export type Unit = "ratio" | "times" | "GB" | "pages" | "s" | "ms" | "kB";

/** A bar beside what was measured. */
export type Judgement = {
  readonly bar: Bar;
  readonly measured: number | undefined;
  readonly isReached: boolean | undefined;
};

/** All bars, in the order of the budgets. Whatever is no matter of time, memory or weight is measured elsewhere. */
export const bars: readonly Bar[] = [
  ratioBar("clean build, 10,000", 0.8, "clean", 10_000),
  ratioBar("clean build, 100,000", 0.4, "clean", 100_000),
  {
    what: "clean build, 100,000: memory",
    limit: 1.5,
    unit: "GB",
    measure: (report) => divide(peakOf(findRow(report, "ours", "clean", 100_000)), 1024 ** 3),
  },
  {
    what: "clean build, 100,000 to 10,000",
    limit: 11,
    unit: "times",
    measure: (report) =>
      divide(median(report, "ours", "clean", 100_000), median(report, "ours", "clean", 10_000)),
  },
  ratioBar("one story published, 100,000", 0.02, "publish", 100_000),
  {
    what: "one story published, 100,000: pages",
    limit: 60,
    unit: "pages",
    measure: (report) => findRow(report, "ours", "publish", 100_000)?.samples[0]?.pages,
  },
  ratioBar("the same in a fresh clone, 100,000", 0.04, "clone", 100_000),
  {
    what: "nothing changed, 100,000: beyond eleventy --version",
    limit: 1.2,
    unit: "s",
    measure: (report) => {
      const seconds = median(report, "ours", "nothing", 100_000);
      return seconds === undefined ? undefined : seconds - report.eleventyStart;
    },
  },
  {
    what: "one body edited while watching, 100,000",
    limit: 300,
    unit: "ms",
    measure: (report) => divide(median(report, "ours", "watch", 100_000), 1 / 1000),
  },
  weightBar("article page: HTML, gzipped", 15, "html"),
  weightBar("article page: CSS, gzipped", 14, "css"),
  weightBar("article page: script, gzipped", 5, "script"),
];

/** Each bar with what was measured and whether that reaches it. */
export function judge(report: Report): Judgement[] {
  return bars.map((bar) => {
    const measured = bar.measure(report);
    return { bar, measured, isReached: measured === undefined ? undefined : measured <= bar.limit };
  });
}

/** Growth exponents of every tool that was measured at two sizes or more. */
export function listGrowth(
  report: Report,
): { readonly label: string; readonly scenario: ScenarioName; readonly exponent: number }[] {
  const labels = new Map(report.rows.map(({ tool, label }) => [tool, label]));
  return Array.from(labels).flatMap(([tool, label]) =>
    (["clean", "publish", "nothing"] as const).flatMap((scenario) => {
      const exponent = growthOf(report, tool, scenario);
      return exponent === undefined ? [] : [{ label, scenario, exponent }];
    }),
  );
}

function ratioBar(what: string, limit: number, scenario: ScenarioName, articles: number): Bar {
  const measure = (report: Report) =>
    divide(median(report, "ours", scenario, articles), median(report, "hugo", "clean", articles));
  return { what, limit, unit: "ratio", measure };
}

function weightBar(what: string, limit: number, part: keyof NonNullable<Report["weight"]>): Bar {
  return { what, limit, unit: "kB", measure: ({ weight }) => divide(weight?.[part], 1000) };
}

function median(
  report: Report,
  tool: ToolName,
  scenario: ScenarioName,
  articles: number,
): number | undefined {
  return secondsOf(findRow(report, tool, scenario, articles))?.median;
}

function divide(above: number | undefined, below: number | undefined): number | undefined {
  return above === undefined || below === undefined ? undefined : above / below;
}
