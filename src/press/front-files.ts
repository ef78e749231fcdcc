import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Front } from "../article/front.ts";
import { tell } from "../article/rules.ts";
import { type FrontContext, parseFront } from "../desk/fronts.ts";
import { compareText } from "../kit/compare-text.ts";
import type { Problem } from "../kit/problem.ts";
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
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  for (const name of names.map((path) => path.replaceAll("\\", "/")).sort(compareText)) {
    const key = form.exec(name)?.[1];
    if (key === undefined) continue;
    const file = shownFile(shown, name);
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

function isFront(key: string, locales: readonly string[]): boolean {
  const [first = "", ...rest] = key.split("/");
  const own = locales.includes(first) ? rest.join("/") : key;
  return /^(?:home|(?:section|topic)\/[^/]+)$/.test(own);
}
