import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Front } from "../article/front.ts";
import { tell } from "../article/rules.ts";
import { type FrontContext, parseFront } from "../desk/fronts.ts";
import { compareText } from "../kit/compare-text.ts";
import type { Problem } from "../kit/problem.ts";
import { slugOf } from "../kit/slug.ts";
import { shownFile } from "./tellings.ts";

const form = /^(.+)\.(?:json|ya?ml)$/;

/**
 * Reads the fronts of a folder: `home.json`, `section/news.json`, `topic/ferries.yaml`; those of another language of the
 * paper in a folder of its key. By their path without its ending.
 */
export function readFronts(
  folder: string,
  shown: string,
  locales: readonly string[],
  context: FrontContext,
): { readonly fronts: ReadonlyMap<string, Front>; readonly problems: readonly Problem[] } {
  const fronts = new Map<string, Front>();
  const problems: Problem[] = [];
  for (const name of listFiles(folder)) {
    const key = form.exec(name)?.[1];
    if (key === undefined) continue;
    const file = shownFile(shown, name);
    const twin = fronts.get(key);
    if (twin) {
      problems.push(tell("front-twice", { file, line: 1, column: 1 }, { name, other: twin.file }));
      continue;
    }
    if (!isFront(key, locales)) {
      problems.push(tell("front-name", { file, line: 1, column: 1 }, { name }));
      continue;
    }
    const parsed = parseFront(file, readFileSync(join(folder, name), "utf8"), context);
    problems.push(...parsed.problems);
    if (parsed.value) fronts.set(key, parsed.value);
  }
  return { fronts, problems };
}

/** Paths of the files below a folder, in order. A link is none. */
function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort(compareText);
}

function isFront(key: string, locales: readonly string[]): boolean {
  const [first = "", ...rest] = key.split("/");
  const own = locales.includes(first) ? rest.join("/") : key;
  const slug = /^(?:section|topic)\/([^/]+)$/.exec(own)?.[1];
  return own === "home" || (slug !== undefined && slugOf(slug) === slug);
}
