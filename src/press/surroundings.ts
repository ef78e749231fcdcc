import { hashOf } from "../kit/hash.ts";
import { fingerprintConfiguration } from "./machinery.ts";

/** What Eleventy's data cascade holds for a template; as much of it as is looked at. */
export type CascadeData = Readonly<Record<string, unknown>> & {
  readonly eleventy?: {
    readonly version?: string;
    readonly env?: { readonly config?: string; readonly runMode?: string };
  };
};

/** Hashes of what a site's own templates may show beyond a slice, and of the code that prints them. */
export type Surroundings = { readonly data: string; readonly machinery: string };

/** Keys of the cascade that say nothing of the site: they differ with the template, or are Eleventy's own. */
const passing = new Set([
  "page",
  "pagination",
  "collections",
  "eleventy",
  "permalink",
  "publication",
  "printed",
  // These reach pages by their slices and by the publication, so that a contributor's name changes their pages alone.
  "masthead",
  "sections",
  "contributors",
  "topics",
  "series",
]);

/**
 * Reads the surroundings off the data of one of our templates. `showsRunMode`: whether a template names Eleventy's run
 * mode. Without, `--watch` prints what a build prints; plugins may print otherwise for `--serve`.
 */
export function readSurroundings(data: CascadeData, showsRunMode: boolean): Surroundings {
  const { config, runMode = "" } = data.eleventy?.env ?? {};
  const mode = showsRunMode || runMode === "serve" ? runMode : "";
  const global = Object.entries(data).filter(([key]) => !passing.has(key));
  return {
    data: hashData([mode, global]),
    machinery: fingerprintConfiguration(config, data.eleventy?.version ?? "", runMode),
  };
}

/** A hash of data of every kind. Data that refer to themselves have another hash each time, so that nothing stale stays. */
function hashData(data: unknown): string {
  try {
    return hashOf(JSON.parse(JSON.stringify(data, plain)));
  } catch {
    return `unreadable ${process.hrtime.bigint()}`;
  }
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === "function") return String(value);
  if (typeof value === "bigint" || typeof value === "symbol") return String(value);
  if (value instanceof Map || value instanceof Set) return [...value];
  return value;
}
