import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Reference } from "../article/article.ts";
import type { Masthead } from "../article/masthead.ts";
import { tell } from "../article/rules.ts";
import type { Parsed } from "../desk/data-file.ts";
import {
  defaultMasthead,
  parseContributors,
  parseMasthead,
  parseSections,
  parseSubjects,
} from "../desk/site-data.ts";
import type { SiteData } from "../edition/open-newsroom.ts";
import type { Problem } from "../kit/problem.ts";
import { localPath } from "../kit/url.ts";

/**
 * Reads the masthead, sections, contributors, topics and series of a data folder, as far as they exist. `now`: the moment
 * for which what expires is judged. `links`, `pictures`: the pages and files of the site that they name.
 * `mount`: path that Eleventy's site begins with; undefined: the masthead's decides.
 */
export function readSiteData(
  folder: string,
  shown: string,
  now: number,
  mount?: string,
): {
  readonly data: Omit<SiteData, "words" | "fronts">;
  readonly problems: readonly Problem[];
  readonly links: readonly Reference[];
  readonly pictures: readonly Reference[];
} {
  const problems: Problem[] = [];
  const links: Reference[] = [];
  const pictures: Reference[] = [];
  const read = <Value>(
    name: string,
    parse: (file: string, text: string) => Parsed<Value>,
  ): Value | undefined => {
    const path = join(folder, name);
    if (!existsSync(path)) return undefined;
    const parsed = parse(shown ? `${shown}/${name}` : name, readFileSync(path, "utf8"));
    problems.push(...parsed.problems);
    links.push(...(parsed.links ?? []));
    pictures.push(...(parsed.pictures ?? []));
    return parsed.value;
  };
  const masthead = read("masthead.json", (file, text) => parseMasthead(file, text, now));
  const sections = read("sections.json", parseSections);
  const contributors = read("contributors.json", parseContributors);
  const topics = read("topics.json", (file, json) => parseSubjects(file, json, "topics")) ?? new Map();
  const series = read("series.json", (file, json) => parseSubjects(file, json, "series")) ?? new Map();
  const place = { file: shown ? `${shown}/masthead.json` : "masthead.json", line: 1, column: 1 };
  if (!masthead && problems.length === 0) {
    const { name, url } = defaultMasthead;
    problems.push(tell("masthead-missing", place, { name, url }));
  }
  for (const { key } of masthead?.languages ?? []) {
    if (!sections?.some(({ slug }) => slug === key)) continue;
    problems.push(tell("url-reserved", place, { url: `/${key}/`, owner: `the section ${key}` }));
  }
  const path = masthead && new URL(masthead.url).pathname;
  if (path !== undefined && mount !== undefined && path !== mount) {
    problems.push(tell("masthead-mount", place, { url: masthead?.url ?? "", path, mount }));
  }
  const mounted = { ...defaultMasthead, url: new URL(mount ?? "/", defaultMasthead.url).href };
  const data = { masthead: masthead ?? mounted, sections, contributors, topics, series };
  const local = (picture: Reference) => ({ ...picture, to: localPath(picture.to, data.masthead.url) });
  return { data, problems, links, pictures: pictures.map(local) };
}

/** The masthead alone, whatever is wrong with it; that of a site that has none, where there is none. */
export function readMasthead(folder: string): Masthead {
  const path = join(folder, "masthead.json");
  const parsed = existsSync(path) ? parseMasthead("masthead.json", readFileSync(path, "utf8")) : undefined;
  return parsed?.value ?? defaultMasthead;
}
