import { tell } from "../article/rules.ts";
import type { Place, Problem } from "../kit/problem.ts";
import { placesIn } from "./places.ts";
import { parseYaml, type YamlEntries, type YamlFault } from "./yaml-tree.ts";

/** What stands above an article's body, as data: YAML's own values, nothing of it judged yet. */
export type FrontMatter = {
  /** The file as problems name it. */
  readonly file: string;
  /** By key as written. Offsets in it are turned into places by `placeAt`. */
  readonly fields: YamlEntries;
  readonly placeAt: (offset: number) => Place;
  /** The text below the front matter, and the line of the file on which it begins. */
  readonly body: string;
  readonly bodyLine: number;
};

const opening = /^\uFEFF?---[ \t]*(?:\r?\n|$)/;
/** Characters; far more than any article needs, and little enough for any YAML to be read in a second. */
const longest = 256 * 1024;
const closing = /^---[ \t]*(?:\r?\n|$)/m;

/**
 * Takes a file's text apart and reads the YAML between its two lines of `---`. A byte order mark and CRLF are
 * understood; no other language is, and nothing in it is ever run.
 */
export function parseFrontMatter(
  file: string,
  text: string,
): FrontMatter | { readonly problems: readonly Problem[] } {
  const open = opening.exec(text);
  if (!open) return { problems: [missing(file, text)] };
  const start = open[0].length;
  const close = closing.exec(text.slice(start));
  if (!close) return { problems: [tell("front-matter-open", { file, line: 1, column: 1 }, {})] };
  const yaml = text.slice(start, start + close.index);
  if (yaml.length > longest) return { problems: [tooLong(file, yaml)] };
  const result = parseYaml(yaml);
  const placeIn = placesIn(file, yaml, 2);
  const placeAt = (offset: number) => placeIn(result.original(offset));
  if ("faults" in result) return { problems: result.faults.map((fault) => problemOf(fault, placeAt)) };
  const { tree } = result;
  if (tree.kind !== "map" && !(tree.kind === "scalar" && tree.text === "")) {
    const fault = { at: tree.at, reason: "there is no field in it", advice: "Write fields as key: value." };
    return { problems: [problemOf(fault, placeAt)] };
  }
  const bodyStart = start + close.index + close[0].length;
  return {
    file,
    fields: tree.kind === "map" ? tree.entries : new Map(),
    placeAt,
    body: text.slice(bodyStart),
    bodyLine: text.slice(0, bodyStart).split("\n").length,
  };
}

function missing(file: string, text: string): Problem {
  const place = { file, line: 1, column: 1 };
  const language = /^\uFEFF?(?:---[ \t]*([a-z][\w+]*)[ \t]*$|(\+\+\+)|(\{))/im.exec(text.slice(0, 200));
  if (!language || language.index > 0) return tell("front-matter-missing", place, {});
  const name = language[1] ?? (language[2] ? "TOML" : "JSON");
  return tell("front-matter-language", place, { language: name });
}

function tooLong(file: string, yaml: string): Problem {
  const reason = `it is ${Math.ceil(yaml.length / 1024)} kB long`;
  const advice = `Keep it under ${longest / 1024} kB; put data into files of their own.`;
  return tell("front-matter-yaml", { file, line: 2, column: 1 }, { reason, advice });
}

function problemOf({ at, reason, advice, forbidden }: YamlFault, placeAt: FrontMatter["placeAt"]): Problem {
  const place = placeAt(at);
  if (forbidden) return tell("key-forbidden", place, { key: forbidden });
  return tell("front-matter-yaml", place, { reason, advice });
}
