import { suite } from "uvu";
import * as assert from "uvu/assert";
import { formatBytes, formatNumber, parseNumber } from "../../src/kit/number.ts";

const parses = suite("parseNumber");

const numbers: readonly (readonly [string, string, number | undefined])[] = [
  ["1,234.5", "en-IE", 1234.5],
  ["1.234,5", "de", 1234.5],
  ["1.234", "de", 1234],
  ["1.5", "de", 1.5],
  ["3,5", "de", 3.5],
  ["1 234,5", "fr", 1234.5],
  ["1\u202f234", "fr", 1234],
  ["1’234.5", "de-CH", 1234.5],
  ["12,34,567", "en-IN", 1_234_567],
  ["١٢٣٫٥", "ar", 123.5],
  ["١٬٢٣٤", "ar", 1234],
  ["−3", "en", -3],
  ["-€9.50", "en", -9.5],
  ["€-9", "en", -9],
  ["9 €", "fr", 9],
  ["12 %", "en", 12],
  ["-0", "en", 0],
  [".5", "en", 0.5],
  ["3,5", "en", undefined],
  ["1,23", "en", undefined],
  ["about 9", "en", undefined],
  ["--1", "en", undefined],
  ["1e5", "en", undefined],
  ["1.2.3", "en", undefined],
  ["", "en", undefined],
  ["-", "en", undefined],
  ["Infinity", "en", undefined],
  [".".repeat(100_000), "en", undefined],
];
for (const [text, language, expected] of numbers) {
  parses(`${JSON.stringify(text.slice(0, 20))} in ${language} is ${expected}`, () => {
    assert.is(parseNumber(text, language), expected);
  });
}

parses("reads what each language writes", () => {
  for (const language of [
    "ar-EG",
    "de",
    "de-AT",
    "en",
    "es",
    "fa",
    "fr",
    "he",
    "hi",
    "nl",
    "pl",
    "pt",
    "sv",
    "uk",
  ])
    for (const value of [0, 7, -12, 3.25, 1234.5, -1_234_567.75])
      assert.is(parseNumber(formatNumber(value, language), language), value, `${language} ${value}`);
});

parses.run();

const sizes = suite("formatBytes");
for (const [bytes, expected] of [
  [1, "1 kB"],
  [12_345, "12 kB"],
  [999_499, "999 kB"],
  [999_500, "1 MB"],
  [1_234_567, "1.2 MB"],
  [98_765_432, "99 MB"],
] as const) {
  sizes(`${bytes} are ${expected}`, () => assert.is(formatBytes(bytes, "en").replace(/\s/, " "), expected));
}
sizes.run();
