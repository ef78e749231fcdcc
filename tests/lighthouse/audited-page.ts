import type { Result } from "lighthouse";

/** The categories, as the table names them. */
export const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

/** What Lighthouse found of a page. */
export type AuditedPage = {
  readonly path: string;
  /** From 0 to 100, of each category. */
  readonly scores: readonly number[];
  /** Largest contentful paint and total blocking time in milliseconds, shifts, bytes that were loaded. */
  readonly paint: number;
  readonly blocking: number;
  readonly shifts: number;
  readonly weight: number;
  /** How fast the machine was, by Lighthouse's benchmark: 1,500 and more is what its throttling is made for. */
  readonly speed: number;
  /** What took points: `unused-css-rules (performance): Reduce unused CSS …`. */
  readonly lost: readonly string[];
};

/** What counts in a result of Lighthouse's. */
export function parseResult(path: string, { categories: found, audits, environment }: Result): AuditedPage {
  const numberOf = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  return {
    path,
    scores: categories.map((category) => Math.round((found[category]?.score ?? 0) * 100)),
    paint: numberOf("largest-contentful-paint"),
    blocking: numberOf("total-blocking-time"),
    shifts: numberOf("cumulative-layout-shift"),
    weight: numberOf("total-byte-weight"),
    speed: environment.benchmarkIndex,
    lost: categories.flatMap((category) =>
      (found[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
        const audit = audits[id];
        // Times may fall short of the best and take no point.
        const isFine = audit === undefined || audit.score === null || audit.score >= 0.995;
        if (weight === 0 || isFine || (found[category]?.score ?? 0) >= 0.995) return [];
        return [`${id} (${category}): ${audit.title} ${audit.displayValue ?? ""} ${itemsOf(audit.details)}`];
      }),
    ),
  };
}

/** The first things that an audit names, as far as one line has room for them. */
function itemsOf(details: unknown): string {
  const items = typeof details === "object" && details !== null && "items" in details ? details.items : [];
  return JSON.stringify(items).slice(0, 600);
}

/** Of several runs of a page the one with the middle performance: times are noisy. */
export function middleOf(runs: readonly AuditedPage[]): AuditedPage | undefined {
  const ordered = [...runs].sort((a, b) => (a.scores[0] ?? 0) - (b.scores[0] ?? 0));
  return ordered[Math.floor(ordered.length / 2)];
}

/** Whether a page has all points of each category. */
export function isPerfect({ scores }: AuditedPage): boolean {
  return scores.every((score) => score === 100);
}

/** The table for a terminal, and what took points below it. */
export function renderAudits(pages: readonly AuditedPage[]): string {
  const head = [
    "Page",
    "Performance",
    "Accessibility",
    "Practices",
    "SEO",
    "LCP",
    "CLS",
    "TBT",
    "Weight",
    "Machine",
  ];
  const rows = pages.map(({ path, scores, paint, shifts, blocking, weight, speed }) => [
    path,
    ...scores.map(String),
    `${(paint / 1000).toFixed(2)} s`,
    shifts.toFixed(3),
    `${Math.round(blocking)} ms`,
    `${Math.round(weight / 1000)} kB`,
    String(Math.round(speed)),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)),
  );
  const lines = [head, ...rows].map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  "),
  );
  const lost = pages.flatMap(({ path, lost: own }) => own.map((line) => `${path}: ${line.trim()}`));
  return [...lines, ...(lost.length > 0 ? ["", ...lost] : [])].join("\n");
}
