import type { Result } from "lighthouse";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { isPerfect, middleOf, parseResult, renderAudits } from "./audited-page.ts";

/** As much of a result of Lighthouse's as is read. */
function resultOf(performance: number, seo: number, paint: number): Result {
  const ref = (id: string, weight: number) => ({ id, weight });
  const made = {
    environment: { benchmarkIndex: 1_500 },
    categories: {
      performance: {
        score: performance,
        auditRefs: [ref("largest-contentful-paint", 25), ref("insight", 0)],
      },
      accessibility: { score: 1, auditRefs: [] },
      "best-practices": { score: 1, auditRefs: [] },
      seo: { score: seo, auditRefs: [ref("meta-description", 1)] },
    },
    audits: {
      "largest-contentful-paint": {
        score: paint > 1_200 ? 0.9 : 1,
        title: "Largest Contentful Paint",
        displayValue: "1.6 s",
        numericValue: paint,
      },
      insight: { score: 0, title: "No points" },
      "total-blocking-time": { score: 1, title: "Total Blocking Time", numericValue: 12 },
      "cumulative-layout-shift": { score: 1, title: "Cumulative Layout Shift", numericValue: 0 },
      "total-byte-weight": { score: 1, title: "Weight", numericValue: 81_400 },
      "meta-description": {
        score: seo,
        title: "No description",
        details: { items: [{ node: "head" }] },
      },
    },
  };
  return made as unknown as Result;
}

const audited = suite("a page that Lighthouse looked at");
audited("has its scores, its times, and what took points", () => {
  const page = parseResult("/news/", resultOf(0.98, 0.92, 1_600));
  assert.equal(page.scores, [98, 100, 100, 92]);
  assert.equal(
    [page.paint, page.blocking, page.shifts, page.weight, page.speed],
    [1_600, 12, 0, 81_400, 1_500],
  );
  assert.equal(page.lost, [
    "largest-contentful-paint (performance): Largest Contentful Paint 1.6 s []",
    'meta-description (seo): No description  [{"node":"head"}]',
  ]);
  assert.not(isPerfect(page));
});
audited("is perfect where each category is", () => {
  assert.ok(isPerfect(parseResult("/search/", resultOf(1, 1, 900))));
});
audited("counts as it was in the middle of its runs", () => {
  const runs = [0.9, 1, 0.97].map((score) => parseResult("/", resultOf(score, 1, 900)));
  assert.equal(middleOf(runs)?.scores[0], 97);
});
audited("is a line of a table, with what it lost below", () => {
  const text = renderAudits([parseResult("/search/", resultOf(0.98, 1, 1_600))]);
  assert.match(text, /^\/search\/ +98 +100 +100 +100 +1\.60 s +0\.000 +12 ms +81 kB +1500$/m);
  assert.match(text, /^\/search\/: largest-contentful-paint/m);
});
audited.run();
