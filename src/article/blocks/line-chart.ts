import { formatNumber } from "../../kit/number.ts";
import { type Chart, type Drawing, listValues, Sheet, seriesLook, shorten } from "./drawing.ts";

/** Percent of the width between which lines run: before them stand the numbers of the scale. */
const [left, right] = [15, 97];
/** Pixels between which they run. */
const [top, bottom] = [20, 220];
const height = 246;
const mostDots = 24;

/** A line for each series over rows at equal distances. Where a number is missing, a line is broken. */
export function drawLines(chart: Chart, language: string, isMirrored: boolean): Drawing {
  const sheet = new Sheet(isMirrored);
  const { ticks, low, high } = scaleOf(listValues(chart));
  const last = chart.rows.length - 1;
  const across = (row: number) => (last === 0 ? (left + right) / 2 : left + (row / last) * (right - left));
  const down = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - top);
  for (const tick of ticks) {
    sheet.line(0, down(tick), 100, down(tick), tick === 0 ? "axis" : "grid");
    sheet.text(formatTick(tick, ticks, language), 0, down(tick) - 4, { look: "value" });
  }
  for (const position of chart.series.keys()) drawSeries(sheet, chart, position, across, down);
  for (const row of labelledRows(chart)) {
    const anchor = row === 0 && last > 0 ? "start" : row === last && last > 0 ? "end" : "middle";
    sheet.text(shorten(chart.rows[row]?.label ?? "", 16), across(row), height - 6, { anchor });
  }
  return sheet.finish(height);
}

function drawSeries(
  sheet: Sheet,
  { rows }: Chart,
  position: number,
  across: (row: number) => number,
  down: (value: number) => number,
): void {
  const look = seriesLook(position);
  const values = rows.map(({ values }) => values[position]?.value);
  for (const [row, value] of values.entries()) {
    if (value === undefined) continue;
    const [before, after] = [values[row - 1], values[row + 1]];
    if (before !== undefined) sheet.line(across(row - 1), down(before), across(row), down(value), look);
    const isAlone = before === undefined && after === undefined;
    if (isAlone || rows.length <= mostDots) sheet.dot(across(row), down(value), look);
  }
}

/** Quarters of what is smaller are no numbers any more. */
const leastStep = 1e-300;
/** A difference that is less than this part of the numbers themselves is none: sums of floats are as wrong. */
const finest = 1e-9;

type Scale = { readonly ticks: readonly number[]; readonly low: number; readonly high: number };

/** Round numbers below, between and above some: from zero on, unless they all lie far from it. */
function scaleOf(values: readonly number[]): Scale {
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const from = least > 0 && least < most * 0.7 ? 0 : least;
  const to = most < 0 && most > least * 0.7 ? 0 : most;
  const size = Math.max(Math.abs(from), Math.abs(to));
  const span = to - from > size * finest ? to - from : size || 1;
  const step = roundStep(Math.max(span / 4, leastStep));
  const first = Math.floor(from / step + 1e-9);
  const end = Math.max(Math.ceil(to / step - 1e-9), first + 1);
  const ticks = Array.from({ length: end - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
  return { ticks, low: first * step, high: end * step };
}

/** 1, 2 or 5 of some power of ten, not below a number. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5].find((each) => each * power >= least * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** A number of the scale, as its language writes it; thousands and more in short. */
function formatTick(tick: number, ticks: readonly number[], language: string): string {
  const isLarge = ticks.some((each) => Math.abs(each) >= 10_000);
  return formatNumber(tick, language, {
    notation: isLarge ? "compact" : "standard",
    maximumFractionDigits: 6,
  });
}

/** Rows whose words stand under the chart: as many as a telephone has room for, the first and the last among them. */
function labelledRows({ rows }: Chart): number[] {
  const longest = rows.reduce((most, { label }) => Math.max(most, label.length), 0);
  const room = longest > 9 ? 2 : longest > 5 ? 3 : 5;
  if (rows.length <= room) return [...rows.keys()];
  const step = (rows.length - 1) / (room - 1);
  return Array.from({ length: room }, (_, at) => Math.round(at * step));
}
