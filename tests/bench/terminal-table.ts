import { type Judgement, judge, listGrowth, type Unit } from "./bars.ts";
import { conditionsOf } from "./conditions.ts";
import { findRow, medianOf, peakOf, type Report, type Row, secondsOf } from "./report.ts";
import { labelOf } from "./scenarios.ts";

type Cells = readonly string[];

const units: Readonly<Record<Unit, string>> = {
  ratio: " × Hugo's",
  times: " ×",
  GB: " GB",
  pages: " pages",
  s: " s",
  ms: " ms",
  kB: " kB",
};

/** All that was found, for a terminal: each build, failures, growth, and the bars. */
export function renderReport(report: Report): string {
  const head = ["Tool", "Build", "Articles", "Seconds", "Least–most", "To Hugo", "Memory", "Pages", "Files"];
  const rows = report.rows.map((row) => cellsOf(row, report));
  const growth = listGrowth(report).map(
    ({ label, scenario, exponent }) =>
      `${label}, ${labelOf(scenario)}: articles to the ${exponent.toFixed(2)}`,
  );
  return [
    alignColumns([head, ...rows]),
    listFailures(report).join("\n"),
    growth.join("\n"),
    alignColumns([["Bar", "Wanted", "Measured", ""], ...judge(report).map(barCells)]),
    `eleventy --version takes ${report.eleventyStart.toFixed(2)} s.`,
    conditionsOf(report).join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function cellsOf(row: Row, report: Report): Cells {
  const { label, scenario, articles, samples, failure } = row;
  const start = [label, labelOf(scenario), count(articles)];
  const seconds = secondsOf(row);
  if (!seconds) return [...start, failure?.split("\n")[0] ?? ""];
  const hugo = secondsOf(findRow(report, "hugo", "clean", articles));
  const peak = peakOf(row);
  return [
    ...start,
    seconds.median.toFixed(2),
    `${seconds.least.toFixed(2)}–${seconds.most.toFixed(2)}`,
    hugo ? `${(seconds.median / hugo.median).toPrecision(2)} ×` : "",
    peak === undefined ? "" : `${count(Math.round(peak / 1024 ** 2))} MB`,
    middle(samples.flatMap(({ pages }) => pages ?? [])),
    middle(samples.flatMap(({ files }) => files ?? [])),
  ];
}

/** What failed, with what the tool said of it; one that was never begun is told in its row. */
function listFailures({ rows }: Report): string[] {
  return rows.flatMap(({ label, scenario, articles, failure }) =>
    failure === undefined || failure.startsWith("not run")
      ? []
      : [`${label}, ${labelOf(scenario)}, ${count(articles)} articles: ${failure.replaceAll("\n", "\n  ")}`],
  );
}

function barCells({ bar, measured, isReached }: Judgement): Cells {
  const amount = (number: number) =>
    `${number.toLocaleString("en", { maximumSignificantDigits: 3 })}${units[bar.unit]}`;
  const wanted = `≤ ${amount(bar.limit)}`;
  if (measured === undefined) return [bar.what, wanted, "", "not measured"];
  const share = Math.round(Math.abs(measured / bar.limit - 1) * 100);
  return [
    bar.what,
    wanted,
    amount(measured),
    isReached ? `reached, ${share} % under` : `not reached, ${share} % over`,
  ];
}

function middle(numbers: readonly number[]): string {
  return numbers.length === 0 ? "" : count(medianOf(numbers));
}

function count(number: number): string {
  return number.toLocaleString("en");
}

/** Names begin at one line and numbers end at one; a row's last cell runs on where it says why numbers are missing. */
function alignColumns(rows: readonly Cells[]): string {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.filter((row) => row.length === columns).map((row) => row[at]?.length ?? 0)),
  );
  const align = (cell: string, at: number) =>
    at === 0 || (at === 1 && columns > 4) || at === columns - 1
      ? cell.padEnd(widths[at] ?? 0)
      : cell.padStart(widths[at] ?? 0);
  return rows.map((row) => row.map(align).join("  ").trimEnd()).join("\n");
}
