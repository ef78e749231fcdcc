import { type Chart, type Drawing, listValues, Sheet, seriesLook, shorten } from "./drawing.ts";

/** Percent of the width that bars take; the rest is for the number beside the longest. */
const room = 78;
const lineHeight = 20;
const barGap = 3;

/** Bars that lie, each group under the words that it stands for, its numbers as they are written. */
export function drawBars(chart: Chart, _language: string, isMirrored: boolean): Drawing {
  const sheet = new Sheet(isMirrored);
  const values = listValues(chart);
  const least = Math.min(0, ...values);
  const span = Math.max(0, ...values) - least || 1;
  const across = (value: number) => ((value - least) / span) * room;
  const barHeight = chart.series.length > 1 ? 15 : 18;
  let y = 0;
  for (const { label, values: numbers } of chart.rows) {
    sheet.text(shorten(label, 44), 0, y + 15);
    y += lineHeight;
    for (const [position, { text, value }] of numbers.entries()) {
      const [from, to] = [Math.min(across(0), across(value ?? 0)), Math.max(across(0), across(value ?? 0))];
      if (value !== undefined) sheet.rect(from, y, to - from, barHeight, seriesLook(position));
      sheet.text(value === undefined ? "–" : shorten(text, 14), to, y + barHeight - 4, {
        look: "value",
        aside: 5,
      });
      y += barHeight + barGap;
    }
    y += 8;
  }
  const height = Math.max(y - 8, lineHeight);
  sheet.line(across(0), 0, across(0), height, "axis");
  return sheet.finish(height);
}
