import type { Reference } from "../article/article.ts";
import {
  type Contributor,
  followMerger,
  type Locale,
  type Masthead,
  type Section,
  type Subject,
} from "../article/masthead.ts";
import { tell } from "../article/rules.ts";
import { present } from "../kit/record.ts";
import { slugOf } from "../kit/slug.ts";
import { type DataFile, type Parsed, parseDataFile, parseRecord, tellData } from "./data-file.ts";
import { blocksOf, listMastheadLinks, listMastheadPictures } from "./masthead-blocks.ts";
import { mastheadTable } from "./masthead-fields.ts";
import { isReserved } from "./reserved.ts";
import { contributorTable, sectionTable, seriesTable, topicTable } from "./site-fields.ts";
import { isShort } from "./slugs.ts";
import type { YamlMap } from "./yaml-tree.ts";
import { offsetAt, shownText, shownValue } from "./yaml-value.ts";

/** The masthead of a site that has none yet; also what each field is that masthead.json leaves out. */
export const defaultMasthead: Masthead = {
  name: "Broadsheet",
  url: "https://example.org/",
  timeZone: "UTC",
  language: "en",
  sameAs: [],
  languages: [],
};

/**
 * Reads masthead.json: an object. What it leaves out is as in `defaultMasthead`; keys of the site's own may stand in it.
 * `now`: the moment for which what expires is judged.
 */
export function parseMasthead(file: string, json: string, now?: number): Parsed<Masthead> {
  const data = parseDataFile(file, json);
  if (!("tree" in data)) return data;
  const { tree, problems } = data;
  if (tree.kind === "map") {
    const written = parseRecord(data, tree, mastheadTable);
    const { languages = [], ...rest } = written;
    const { address, contactPoint, parentOrganization, policies, ...others } = rest;
    const { rights, security, trust, ads, theme, ...plain } = others;
    const { timeZone = defaultMasthead.timeZone } = plain;
    const blocks = blocksOf(data, tree, written, timeZone, now);
    const masthead = { ...defaultMasthead, ...present(plain), ...blocks };
    const locales = languages.map((locale) => present(locale));
    const value = { ...masthead, languages: judgeLocales(data, tree, masthead, locales) };
    const links = listMastheadLinks(data, tree, value);
    return { value, problems, links, pictures: listMastheadPictures(data, tree, value) };
  }
  const wanted = { wanted: "an object", example: '{ "name": "The Island Packet" }' };
  tellData(data, tree.at, "masthead", shownValue(tree), wanted);
  return { problems };
}

/** Reads sections.json: a list of `{ slug, name, description }`, or an object of them by slug; in the file's order. */
export function parseSections(file: string, json: string): Parsed<readonly Section[]> {
  const data = parseDataFile(file, json);
  if (!("tree" in data)) return data;
  const sections = new Map<string, Section>();
  const example = '[{ "slug": "news", "name": "News" }]';
  for (const { key, map } of listRecords(data, "sections", example)) {
    const { name, description, translations, slug: written } = parseRecord(data, map, sectionTable);
    const slug = parseKey(data, map, key ?? written ?? slugOf(name ?? ""), sections, "slug");
    if (!requireName(data, map, name, sectionTable.name.example) || slug === undefined) continue;
    if (isReserved(slug)) {
      const place = data.placeAt(map.at);
      data.problems.push(tell("url-reserved", place, { url: `/${slug}/`, owner: "pages of the site" }));
    } else sections.set(slug, present({ slug, name, description, translations }));
  }
  return { value: [...sections.values()], problems: data.problems };
}

/** Reads contributors.json: an object of people by id, or a list of them with `id`. By the slug of the id. */
export function parseContributors(file: string, json: string): Parsed<ReadonlyMap<string, Contributor>> {
  const data = parseDataFile(file, json);
  if (!("tree" in data)) return data;
  const contributors = new Map<string, Contributor>();
  const pictures: Reference[] = [];
  const example = '{ "mary-byrne": { "name": "Mary Byrne" } }';
  for (const { key, map } of listRecords(data, "contributors", example)) {
    const { id, name, sameAs = [], ...rest } = parseRecord(data, map, contributorTable);
    const slug = parseKey(data, map, slugOf(key ?? id ?? name ?? ""), contributors, "id");
    if (!requireName(data, map, name, contributorTable.name.example) || slug === undefined) continue;
    contributors.set(slug, present({ slug, name, ...rest, sameAs }));
    const { portrait } = rest;
    if (portrait !== undefined) pictures.push({ ...data.placeAt(offsetAt(map, ["portrait"])), to: portrait });
  }
  return { value: contributors, problems: data.problems, pictures };
}

/** The paper's other languages, each once, under a path of its own. */
function judgeLocales(
  data: DataFile,
  map: YamlMap,
  masthead: Masthead,
  languages: readonly Locale[],
): readonly Locale[] {
  const keys = new Set<string>();
  const at = map.entries.get("languages")?.at ?? map.at;
  const { example } = mastheadTable.languages;
  return languages.filter(({ key, language }) => {
    const isTwice = keys.has(key) || language === masthead.language;
    keys.add(key);
    if (isTwice) tellData(data, at, "languages", shownText(language), { wanted: "there once", example });
    else if (isReserved(key))
      data.problems.push(
        tell("url-reserved", data.placeAt(at), { url: `/${key}/`, owner: "pages of the site" }),
      );
    else return true;
    return false;
  });
}

/** Reads topics.json or series.json: an object by slug, or a list with `slug`. Mergers lead to a topic that is not merged itself. */
export function parseSubjects(
  file: string,
  json: string,
  kind: "topics" | "series",
): Parsed<ReadonlyMap<string, Subject>> {
  const data = parseDataFile(file, json);
  if (!("tree" in data)) return data;
  const subjects = new Map<string, Subject>();
  const places = new Map<string, number>();
  const example = '{ "ferries": { "name": "Ferries", "description": "All boats that carry people." } }';
  for (const { key, map } of listRecords(data, kind, example)) {
    const { slug: written, ...rest } = parseRecord(data, map, kind === "topics" ? topicTable : seriesTable);
    const slug = parseKey(data, map, slugOf(key ?? written ?? rest.name ?? ""), subjects, "slug");
    if (slug === undefined) continue;
    subjects.set(slug, present({ slug, ...rest }));
    places.set(slug, map.entries.get("mergedInto")?.at ?? map.at);
  }
  let hasLoop = false;
  for (const { slug, mergedInto } of subjects.values()) {
    if (mergedInto === undefined) continue;
    const place = data.placeAt(places.get(slug) ?? 0);
    const end = followMerger(subjects, slug);
    if (end === undefined && !hasLoop) data.problems.push(tell("topic-loop", place, { topic: slug }));
    hasLoop ||= end === undefined;
    if (end !== undefined && end !== mergedInto)
      data.problems.push(tell("topic-chain", place, { topic: slug, next: mergedInto, end }));
  }
  return { value: subjects, problems: data.problems };
}

/** The objects of a list, or of an object by key. */
function listRecords(data: DataFile, key: string, example: string): { key?: string; map: YamlMap }[] {
  const { tree } = data;
  const wanted = { wanted: "a list of objects, or an object of them", example };
  if (tree.kind === "scalar") {
    tellData(data, tree.at, key, shownValue(tree), wanted);
    return [];
  }
  const records =
    tree.kind === "list"
      ? tree.items.map((item) => ({ tree: item }))
      : [...tree.entries].map(([name, entry]) => ({ key: name, tree: entry.tree }));
  return records.flatMap(({ tree: map, ...named }) => {
    if (map.kind === "map") return [{ ...named, map }];
    tellData(data, map.at, key, shownValue(map), wanted);
    return [];
  });
}

function parseKey(
  data: DataFile,
  map: YamlMap,
  slug: string,
  known: ReadonlyMap<string, unknown>,
  key: "slug" | "id",
): string | undefined {
  const example = `"${key}": "${slugOf(slug) || "news"}${known.has(slug) ? "-2" : ""}"`;
  if (!slug || slugOf(slug) !== slug || !isShort(slug))
    tellData(data, map.at, key, shownText(slug), { wanted: "letters, digits and hyphens", example });
  else if (known.has(slug))
    tellData(data, map.at, key, shownText(slug), { wanted: "free any more", example });
  else return slug;
  return undefined;
}

function requireName(
  data: DataFile,
  map: YamlMap,
  name: string | undefined,
  example: string,
): name is string {
  if (name === undefined && !map.entries.has("name"))
    data.problems.push(tell("field-required", data.placeAt(map.at), { key: "name", example }));
  return name !== undefined;
}
