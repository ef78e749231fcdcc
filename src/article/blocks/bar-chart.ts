import { type Chart, type Drawing, listValues, Sheet, seriesLook, shorten } from "./drawing.ts";

/** Percent of the width that bars take; the rest is for the number beside the longest. */
const room = 78;
const lineHeight = 20;
const barGap = 3;
const lineLength = 44;

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
    for (const line of wrap(label)) {
      sheet.text(line, 0, y + 15);
      y += lineHeight;
    }
    const top = y;
    for (const [position, { text, value }] of numbers.entries()) {
      const [from, to] = [Math.min(across(0), across(value ?? 0)), Math.max(across(0), across(value ?? 0))];
      if (value !== undefined) sheet.rect(from, y, to - from, barHeight, seriesLook(position));
      const shown = value === undefined ? "–" : shorten(text, 14);
      sheet.text(shown, to, y + barHeight - 4, { look: "value", aside: 5 });
      y += barHeight + barGap;
    }
    sheet.line(across(0), top - barGap, across(0), y, "axis");
    y += 8;
  }
  return sheet.finish(Math.max(y - 8, lineHeight));
}

/** Words in one line of a telephone, or in two. */
function wrap(label: string): string[] {
  if (label.length <= lineLength) return [label];
  const space = label.lastIndexOf(" ", lineLength);
  if (space <= 0) return [shorten(label, lineLength)];
  return [label.slice(0, space), shorten(label.slice(space + 1), lineLength)];
}
