import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { drawBars } from "../../src/article/blocks/bar-chart.ts";
import type { Chart } from "../../src/article/blocks/drawing.ts";
import { drawLines } from "../../src/article/blocks/line-chart.ts";
import { renderBody } from "../../src/article/body.ts";
import { copyOf, printer, rules } from "./printing.ts";

/** A chart of one series or more: a list of numbers for each row, undefined for a gap. */
function chartOf(...rows: readonly (readonly (number | undefined)[])[]): Chart {
  return {
    series: (rows[0] ?? []).map((_, at) => `S${at}`),
    rows: rows.map((values, at) => ({
      label: `Row ${at}`,
      values: values.map((value) => ({ text: value === undefined ? "" : String(value), value })),
    })),
  };
}

const charts = suite("drawings");

charts("bars begin at zero, those of negative numbers on its other side", () => {
  const { rects, lines, texts } = drawBars(chartOf([3], [-1], [undefined]), "en", false);
  assert.equal(
    rects.map(({ x, width }) => [x, width]),
    [
      ["19.5%", "58.5%"],
      ["0%", "19.5%"],
    ],
  );
  assert.equal([...new Set(lines.map(({ x1, x2 }) => `${x1} ${x2}`))], ["19.5% 19.5%"]);
  assert.equal(
    texts.filter(({ look }) => look === "value").map(({ text, x }) => `${text} at ${x}`),
    ["3 at 78%", "-1 at 19.5%", "– at 19.5%"],
  );
});

charts("from right to left, bars grow to the left, and signs stay before their numbers", () => {
  const { rects, texts } = drawBars(chartOf([3], [-1]), "ar", true);
  assert.equal(
    rects.map(({ x, width }) => [x, width]),
    [
      ["22%", "58.5%"],
      ["80.5%", "19.5%"],
    ],
  );
  const [label, value] = texts;
  assert.equal([label?.x, label?.anchor, label?.direction], ["100%", "start", undefined]);
  assert.equal([value?.x, value?.anchor, value?.direction, value?.aside], ["22%", "end", "ltr", -5]);
});

charts("long words under two lines, and longer ones cut off", () => {
  const chart = {
    series: ["S"],
    rows: [{ label: "word ".repeat(30).trim(), values: [{ text: "1", value: 1 }] }],
  };
  const lines = drawBars(chart, "en", false).texts.filter(({ look }) => look === "");
  assert.is(lines.length, 2);
  for (const { text } of lines) assert.ok(text.length <= 44);
  assert.match(lines[1]?.text ?? "", /…$/);
});

charts("a line is broken where a number is missing, and a number between two gaps is a dot", () => {
  const rows = Array.from({ length: 40 }, (_, at) => [at === 2 || at === 4 ? undefined : at]);
  const { lines, dots } = drawLines(chartOf(...rows), "en", false);
  assert.is(lines.filter(({ look }) => look === "series-1").length, 39 - 4);
  assert.is(dots.length, 1);
});

charts("the scale has few round numbers around all others, as the language writes them", () => {
  const scale = (language: string, ...values: number[]) =>
    drawLines(chartOf(...values.map((value) => [value])), language, false)
      .texts.filter(({ look }) => look === "value")
      .map(({ text }) => text);
  assert.equal(scale("en", 3, 14), ["0", "5", "10", "15"]);
  assert.equal(scale("en", -4, 5), ["-5", "0", "5"]);
  assert.equal(scale("en", 98, 103), ["98", "100", "102", "104"]);
  assert.equal(scale("de", 0.2, 1), ["0", "0,5", "1"]);
  assert.equal(scale("en", 0, 40_000), ["0", "10K", "20K", "30K", "40K"]);
  assert.equal(scale("en", 7, 7), ["6", "8"]);
  assert.equal(scale("en", -9, -1), ["-10", "-5", "0"]);
});

charts("hold numbers alone, whatever is drawn", () => {
  const number = fc.option(
    fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 })),
    {
      nil: undefined,
    },
  );
  const rows = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 30 });
  const property = fc.property(rows, fc.boolean(), (values, isMirrored) => {
    fc.pre(values.flat().some((value) => value !== undefined));
    for (const draw of [drawBars, drawLines]) {
      const drawing = draw(chartOf(...values), "en", isMirrored);
      assert.not.match(JSON.stringify({ ...drawing, texts: [] }), /NaN|Infinity|null|e[+-]?\d/);
      for (const { y1, y2 } of drawing.lines)
        for (const y of [y1, y2]) assert.ok(Number(y) >= 0 && Number(y) <= drawing.height, y);
      for (const { x, width } of drawing.rects)
        assert.ok(Number.parseFloat(x) >= 0 && Number.parseFloat(width) <= 100);
    }
  });
  const examples: [[number | undefined, number][], boolean][] = [
    [[[undefined, -Number.MIN_VALUE]], false],
    [
      [
        [undefined, -9.999999999890003e29],
        [undefined, -9.999999999910001e29],
      ],
      false,
    ],
  ];
  fc.assert(property, { numRuns: 300, examples });
});

charts("are named, have their direction, and stand before their table", () => {
  const text =
    '{% chart "A <b>" %}\n| R | S | T |\n| - | - | - |\n| a | ١٢ | -2 |\n| b | | 3 |\n{% endchart %}';
  const html = renderBody({ ...copyOf(text), language: "ar" }, rules, { ...printer, language: "ar" });
  assert.match(
    html,
    /<svg role="img" aria-label="Chart: A &lt;b&gt;\. [^"]*" width="100%" height="\d+"[^>]* direction="rtl">/,
  );
  assert.match(
    html,
    /<li><span class="series-1"><\/span>S<\/li>\n<li><span class="series-2"><\/span>T<\/li>/,
  );
  assert.match(
    html,
    /<\/svg>\n<details>\n<summary>[\s\S]*<th scope="row">b<\/th><td class="number"><\/td><td class="number">3<\/td>/,
  );
  assert.not.match(html, /style=|#[0-9a-f]{3}/);
});

charts.run();
