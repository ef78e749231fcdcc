import { readFileSync, writeFileSync } from "node:fs";
import { conditionsOf } from "./conditions.ts";
import { medianOf, peakOf, type Report, type Row, secondsOf } from "./report.ts";
import { labelOf } from "./scenarios.ts";

const marks = /(<!-- table: bench -->\n)[\s\S]*?(<!-- \/table -->)/;

/** What was found, in Markdown: a row a build, a column a size; then under which conditions. */
export function renderMarkdown(report: Report): string {
  const sizes = [...new Set(report.rows.map(({ articles }) => articles))].toSorted((a, b) => a - b);
  const builds = new Map(report.rows.map((row) => [`${row.label}: ${labelOf(row.scenario)}`, row]));
  const lines = Array.from(builds, ([title, { tool, scenario }]) => [
    title,
    ...sizes.map((size) =>
      cellOf(
        report.rows.find((row) => row.tool === tool && row.scenario === scenario && row.articles === size),
      ),
    ),
  ]);
  const head = ["Build", ...sizes.map((size) => `${size.toLocaleString("en")} articles`)];
  const table = [head, head.map(() => "---"), ...lines].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`,
  );
  return [table.join("\n"), conditionsOf(report).join(" ")].join("\n\n");
}

/** Puts the table into a file, between `<!-- table: bench -->` and `<!-- /table -->`. Throws where it has none. */
export function putMarkdown(file: string, report: Report): void {
  const text = readFileSync(file, "utf8");
  if (!marks.test(text)) throw new Error(`${file} has no <!-- table: bench --> and <!-- /table -->.`);
  writeFileSync(
    file,
    text.replace(marks, (_, open, close) => `${open}${renderMarkdown(report)}\n${close}`),
  );
}

/** Seconds, pages and memory; or why there are none. */
function cellOf(row: Row | undefined): string {
  const seconds = secondsOf(row);
  if (!row || !seconds) return row?.failure?.split("\n")[0] ?? "";
  const pages = row.samples.flatMap((sample) => sample.pages ?? []);
  const peak = peakOf(row);
  return [
    `${seconds.median.toFixed(seconds.median < 10 ? 2 : 0)} s`,
    ...(pages.length > 0 ? [pagesText(medianOf(pages))] : []),
    ...(peak === undefined ? [] : [`${Math.round(peak / 1024 ** 2).toLocaleString("en")} MB`]),
  ].join(", ");
}

function pagesText(pages: number): string {
  return `${pages.toLocaleString("en")} page${pages === 1 ? "" : "s"}`;
}
