import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parseLanguage } from "../../src/desk/language.ts";
import { directionOf } from "../../src/kit/direction.ts";
import { headOf } from "../../src/pages/head.ts";
import { siteOf } from "../../src/pages/site.ts";
import { assets, newsroomOf } from "../pages/newsroom.ts";

const direction = suite("the direction of a language");

const cases: readonly (readonly [string, "ltr" | "rtl"])[] = [
  ["en", "ltr"],
  ["ar", "rtl"],
  ["az", "ltr"],
  ["az-Arab", "rtl"],
  ["ur-Aran", "rtl"],
  ["ku-Yezi", "rtl"],
  ["sog-Sogd", "rtl"],
  ["ar-Latn", "ltr"],
];
for (const [language, expected] of cases) {
  direction(`${language} is ${expected}, for articles, pages and the site`, () => {
    assert.is(directionOf(language), expected);
    assert.is(parseLanguage(language)?.direction, expected);
    const newsroom = newsroomOf([]);
    const theirs = { ...newsroom, masthead: { ...newsroom.masthead, language } };
    assert.is(headOf({ title: "A", path: "/" }, theirs).direction, expected);
    assert.is(siteOf(theirs, assets).direction, expected);
  });
}

direction.run();
