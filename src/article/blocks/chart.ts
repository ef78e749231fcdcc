import { directionOf } from "../../kit/direction.ts";
import { parseNumber } from "../../kit/number.ts";
import { drawBars } from "./bar-chart.ts";
import type { Block, BodyFault } from "./block.ts";
import { quoted } from "./body-faults.ts";
import type { Chart } from "./drawing.ts";
import { type Cell, listRows } from "./inside.ts";
import { drawLines } from "./line-chart.ts";
import { showTable, tableFault } from "./rows.ts";

const types = ["bar", "line"] as const;
const mostSeries = 4;
const mostRows = { bar: 60, line: 600 } as const;

/** A table as a drawing, with the table beside it. The first column says what each row is, the others are its numbers. */
export const chart: Block = {
  name: "chart",
  body: "required",
  takes: "table",
  parameters: [
    { name: "title", type: "text", required: true },
    { name: "type", type: "choice", choices: types },
    { name: "source", type: "text" },
  ],
  example:
    '{% chart "Boats a day", type: "bar" %}\n| Day | Boats |\n| --- | --- |\n| Monday | 3 |\n| Sunday | 1 |\n{% endchart %}',
  partial: "broadsheet/blocks/chart.njk",
  data: ({ title, type, source }, body, { language, medium }) => {
    const table = showTable(body, language, true);
    if (!table) return undefined;
    const { parts } = listRows(body);
    const shape = type === "line" ? "line" : "bar";
    const data = readChart(parts, language);
    const draw = shape === "line" ? drawLines : drawBars;
    const direction = directionOf(language);
    // A drawing without the stylesheet's colours says less than its table.
    const isDrawn = medium === "page" && chartFault(parts, language, shape) === undefined;
    const drawing = isDrawn ? draw(data, language, direction === "rtl") : undefined;
    const series = drawing && data.series.length > 1 ? data.series : [];
    return { ...{ title, source, table, direction, drawing, series, shape } };
  },
  plainText: ({ title, source }, bodyText) => [title, bodyText, source].filter(Boolean).join("\n"),
  check: ({ type }, _bodyText, { html, language }) =>
    tableFault(html) ?? chartFault(listRows(html).parts, language, type === "line" ? "line" : "bar"),
};

/** The numbers of a table; undefined where a cell is empty. */
function readChart([head = [], ...rows]: readonly (readonly Cell[])[], language: string): Chart {
  return {
    series: head.slice(1).map(({ text }) => text),
    rows: rows.map(([label, ...cells]) => ({
      label: label?.text ?? "",
      values: cells.map(({ text }) => ({ text, value: parseNumber(text, language) })),
    })),
  };
}

function chartFault(
  [head = [], ...rows]: readonly (readonly Cell[])[],
  language: string,
  type: keyof typeof mostRows,
): BodyFault | undefined {
  const series = head.length - 1;
  if (series < 1)
    return {
      reason: "its table has no numbers",
      advice: "Write a second column in it, such as | Monday | 3 |.",
    };
  if (series > mostSeries)
    return {
      reason: `its table has ${series} columns of numbers`,
      advice: `Keep ${mostSeries} of them at most, or write it as a table.`,
    };
  if (rows.length > mostRows[type])
    return {
      reason: `its table has ${rows.length} rows`,
      advice: `Keep ${mostRows[type]} of them at most, or write it as a table.`,
    };
  const cells = rows.flatMap(([, ...values]) => values);
  if (!cells.some(({ text }) => parseNumber(text, language) !== undefined && !isGap(text)))
    return wrongNumber(cells.find(({ text }) => !isGap(text))?.text ?? "");
  const wrong = cells.find(({ text }) => !isGap(text) && parseNumber(text, language) === undefined);
  return wrong && wrongNumber(wrong.text);
}

/** Whether a cell says that there is no number. */
function isGap(text: string): boolean {
  return /^[\s–—-]*$/.test(text);
}

function wrongNumber(text: string): BodyFault {
  return {
    reason: text === "" ? "its table has no numbers" : `${quoted(text)} is not a number`,
    advice: "Write a number such as 1200, 3.5 or -2; leave a cell empty where there is none.",
  };
}
