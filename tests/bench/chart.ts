import { type Range, rangeOf, scale, spread, ticksOf } from "./chart-axes.ts";
import { chartStyle } from "./chart-style.ts";
import { type Report, secondsOf } from "./report.ts";
import { labelOf, type ScenarioName } from "./scenarios.ts";
import type { ToolName } from "./tools.ts";

type Point = { readonly x: number; readonly y: number };

/** One line of the chart. Points are articles and seconds. */
type Line = {
  readonly tool: ToolName;
  readonly label: string;
  readonly isChange: boolean;
  readonly points: Point[];
};

const size = { width: 820, height: 440 };
const plot = { left: 60, right: 540, top: 44, bottom: 392 };
const labelHeight = 17;

/** Shown lines: what a reader compares, and no more than can be told apart. */
const shown: readonly (readonly [ToolName, ScenarioName])[] = [
  ["hugo", "clean"],
  ["eleventy", "clean"],
  ["whole", "clean"],
  ["ours", "clean"],
  ["ours", "publish"],
  ["ours", "nothing"],
];

/** Seconds over articles, both in powers of ten, as one SVG that reads in light and in dark. */
export function renderChart(report: Report): string {
  const lines = listLines(report);
  const points = lines.flatMap((line) => line.points);
  const xs = rangeOf(points.map(({ x }) => x));
  const ys = rangeOf(points.map(({ y }) => y));
  const place = ({ x, y }: Point): Point => ({
    x: scale(Math.log10(x), xs, plot.left + 12, plot.right - 12),
    y: scale(Math.log10(y), ys, plot.bottom, plot.top),
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">Seconds of a build over the number of articles</title>`,
    `<desc id="desc">${escapeXml(describe(lines))}</desc>`,
    `<style>${chartStyle}\n</style>`,
    `<rect class="paper" width="${size.width}" height="${size.height}" rx="6"/>`,
    text("heading", plot.left - 44, 26, "Seconds of a build, by number of articles"),
    text("faint", size.width - 16, 26, "solid: everything is printed; dashed: what a change touched", "end"),
    ...renderGrid(xs, ys, place),
    ...lines.map((line) => renderLine(line, place)),
    ...renderLabels(lines, place),
    "</svg>",
  ].join("\n")}\n`;
}

function listLines(report: Report): Line[] {
  return shown.flatMap(([tool, scenario]) => {
    const rows = report.rows.filter((row) => row.tool === tool && row.scenario === scenario);
    const points = rows.flatMap((row) => {
      const seconds = secondsOf(row);
      return seconds ? [{ x: row.articles, y: seconds.median }] : [];
    });
    if (points.length === 0) return [];
    const name = rows[0]?.label ?? tool;
    const isChange = scenario !== "clean";
    return [
      {
        tool,
        label: isChange ? `Broadsheet, ${labelOf(scenario)}` : name,
        isChange,
        points: points.toSorted((a, b) => a.x - b.x),
      },
    ];
  });
}

/** What the chart shows, for who does not see it. */
function describe(lines: readonly Line[]): string {
  const said = lines.map(({ label, isChange, points }) => {
    const times = points.map(({ x, y }) => `${y.toPrecision(2)} s for ${x.toLocaleString("en")} articles`);
    return `${isChange ? label : `${label}, clean build`}: ${times.join(", ")}.`;
  });
  return said.join(" ");
}

function renderGrid(xs: Range, ys: Range, place: (point: Point) => Point): string[] {
  const across = ticksOf(ys).map((y) => {
    const at = place({ x: 1, y }).y;
    return `<path class="grid" d="M${plot.left} ${at.toFixed(1)}H${plot.right}"/>${text("faint", plot.left - 8, at + 4, `${y} s`, "end")}`;
  });
  const along = ticksOf(xs).map((x) => {
    const at = place({ x, y: 1 }).x;
    return `<path class="grid" d="M${at.toFixed(1)} ${plot.top}V${plot.bottom}"/>${text("faint", at, plot.bottom + 20, x.toLocaleString("en"), "middle")}`;
  });
  return [...across, ...along];
}

function renderLine({ tool, isChange, points }: Line, place: (point: Point) => Point): string {
  const placed = points.map(place);
  const path = placed
    .map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join("");
  const dots = placed.map(({ x, y }) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3.5"/>`);
  return `<g class="${tool}"><path class="line${isChange ? " change" : ""}" d="${path}"/>${dots.join("")}</g>`;
}

/** Each line's name beside its last point; names too near to each other move apart, and a thin line leads to them. */
function renderLabels(lines: readonly Line[], place: (point: Point) => Point): string[] {
  const ends = lines
    .flatMap(({ points, ...line }) => {
      const last = points.at(-1);
      return last ? [{ ...line, ...place(last), last }] : [];
    })
    .toSorted((a, b) => a.y - b.y);
  const heights = spread(
    ends.map(({ y }) => y),
    labelHeight,
    plot.bottom,
  );
  const most = Math.max(...ends.map(({ last }) => last.x));
  return ends.map(({ tool, label, x, y, last }, at) => {
    const height = heights[at] ?? y;
    const lead = `<path class="lead" d="M${(x + 6).toFixed(1)} ${y.toFixed(1)}L${plot.right + 8} ${height.toFixed(1)}"/>`;
    const where = last.x < most ? ` for ${last.x.toLocaleString("en")}` : "";
    const words = `${label}, ${last.y < 10 ? last.y.toFixed(1) : Math.round(last.y)} s${where}`;
    return `<g class="${tool}">${lead}${text("name", plot.right + 12, height + 4, words)}</g>`;
  });
}

function text(kind: string, x: number, y: number, words: string, anchor = "start"): string {
  return `<text class="${kind}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${escapeXml(words)}</text>`;
}

function escapeXml(words: string): string {
  return words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
