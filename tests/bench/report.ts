import type { ScenarioName } from "./scenarios.ts";
import type { Missing, ToolName } from "./tools.ts";

/** One measured build. Undefined: the system does not tell, or it does not apply. */
export type Sample = {
  /** Wall time. */
  readonly seconds: number;
  /** Most memory of all its processes together. */
  readonly peakBytes: number | undefined;
  /** Pages printed: HTML and XML. */
  readonly pages: number | undefined;
  /** Files written into the output. */
  readonly files: number | undefined;
};

/** What one tool took for one scenario at one size. */
export type Row = {
  readonly tool: ToolName;
  readonly label: string;
  readonly scenario: ScenarioName;
  readonly articles: number;
  readonly samples: readonly Sample[];
  /** Why it was not run, or how it failed. */
  readonly failure?: string;
};

/** Bytes of what a reader of an article loads first, gzipped. */
export type Weight = { readonly html: number; readonly css: number; readonly script: number };

/** Everything that a run of the benchmark found: what `--out` writes and `--from` reads. */
export type Report = {
  readonly startedAt: string;
  /** As it was typed. */
  readonly command: string;
  readonly machine: {
    readonly cores: number;
    readonly processor: string;
    readonly memoryBytes: number;
    readonly system: string;
    /** Where content and output lay. */
    readonly folder: string;
  };
  readonly versions: Readonly<Record<string, string>>;
  readonly missing: readonly Missing[];
  readonly rows: readonly Row[];
  /** Wall time of `eleventy --version`, which no build through Eleventy can be under. */
  readonly eleventyStart: number;
  readonly weight: Weight | undefined;
};

/** Median, least and most seconds of a row; undefined where it has none. */
export function secondsOf(
  row: Row | undefined,
): { readonly median: number; readonly least: number; readonly most: number } | undefined {
  const seconds = (row?.samples ?? []).map((sample) => sample.seconds);
  if (seconds.length === 0) return undefined;
  return { median: medianOf(seconds), least: Math.min(...seconds), most: Math.max(...seconds) };
}

/** The most memory of a row's builds, in bytes. */
export function peakOf(row: Row | undefined): number | undefined {
  const peaks = (row?.samples ?? []).flatMap(({ peakBytes }) => peakBytes ?? []);
  return peaks.length === 0 ? undefined : Math.max(...peaks);
}

/** What is in the middle of some numbers: of an even count, halfway between two. */
export function medianOf(numbers: readonly number[]): number {
  const ordered = numbers.toSorted((a, b) => a - b);
  const middle = (ordered.length - 1) / 2;
  return ((ordered[Math.floor(middle)] ?? Number.NaN) + (ordered[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** The row of a tool, a scenario and a size. */
export function findRow(
  { rows }: Pick<Report, "rows">,
  tool: ToolName,
  scenario: ScenarioName,
  articles: number,
): Row | undefined {
  return rows.find((row) => row.tool === tool && row.scenario === scenario && row.articles === articles);
}

/** How seconds grow with articles: the slope of log time over log articles by least squares. One: in proportion. */
export function growthOf(
  { rows }: Pick<Report, "rows">,
  tool: ToolName,
  scenario: ScenarioName,
): number | undefined {
  const points = rows
    .filter((row) => row.tool === tool && row.scenario === scenario)
    .flatMap((row) => {
      const seconds = secondsOf(row);
      return seconds ? [{ x: Math.log(row.articles), y: Math.log(seconds.median) }] : [];
    });
  if (points.length < 2) return undefined;
  const mean = (of: "x" | "y") => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [mean("x"), mean("y")];
  const rise = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  return rise / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
}
