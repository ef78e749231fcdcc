import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { EleventyConfig, NunjucksEnvironment } from "../host.ts";
import { compareText } from "../kit/compare-text.ts";
import { hashOf } from "../kit/hash.ts";
import { themeFolder } from "./setup.ts";

/** Where templates are looked for, in order: the site's includes, the working folder, our theme. */
export type Theme = {
  readonly folders: readonly string[];
  /** Hash of templates and of all that they extend, include or import. */
  readonly fingerprint: (templates: readonly string[]) => string;
  /** Whether templates, or what they extend, include or import, have such words. */
  readonly mentions: (templates: readonly string[], words: RegExp) => boolean;
  /** Where a file of the theme lies, or undefined. */
  readonly pathOf: (name: string) => string | undefined;
  /** Text of a file of the theme, or undefined. */
  readonly find: (name: string) => string | undefined;
  readonly findBytes: (name: string) => Uint8Array | undefined;
};

/** The templates as they lie on disk now. */
export function openTheme(given: readonly string[]): Theme {
  const folders = given.map((folder) => resolve(folder));
  const texts = new Map<string, string>();
  const read = (path: string) => {
    const text = texts.get(path) ?? readFileSync(path, "utf8");
    texts.set(path, text);
    return text;
  };
  const listAll = (templates: readonly string[]) => {
    const paths = new Set(templates.flatMap((name) => findTemplate(folders, name) ?? []));
    // A set gives what is added to it on the way, too.
    for (const path of paths) for (const need of listNeeds(folders, path, read(path))) paths.add(need);
    return [...paths];
  };
  return {
    folders: given,
    pathOf: (name) => findTemplate(folders, name),
    find: (name) => {
      const path = findTemplate(folders, name);
      return path === undefined ? undefined : read(path);
    },
    findBytes: (name) => {
      const path = findTemplate(folders, name);
      return path === undefined ? undefined : readFileSync(path);
    },
    mentions: (templates, words) => listAll(templates).some((path) => words.test(read(path))),
    fingerprint: (templates) =>
      hashOf(
        listAll(templates)
          .map((path) => [placeIn(folders, path), read(path)] as const)
          .sort(([a], [b]) => compareText(a, b)),
      ),
  };
}

const tag = /\{%-?\s*(?:extends|include|import|from)\b\s*(.*?)\s*-?%\}/gs;
const literal =
  /^(?:"([^"\\]*)"|'([^'\\]*)')\s*(?:$|ignore\s+missing\b|with(?:out)?\s+context\b|as\b|import\b)/;

/** Files that a template names. One that works out a name while it runs may need any file of the theme. */
function listNeeds(folders: readonly string[], path: string, text: string): string[] {
  const names = Array.from(text.matchAll(tag), ([, said = ""]) => {
    const [whole, double, single] = literal.exec(said) ?? [];
    return whole === undefined ? undefined : (double ?? single);
  });
  return names.flatMap((name) =>
    name === undefined ? listTemplates(folders) : (findTemplate(folders, name, path) ?? []),
  );
}

/** All files below the theme's folders, but for the working folder. */
function listTemplates(folders: readonly string[]): string[] {
  return folders
    .filter((folder) => folder !== process.cwd() && existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    )
    .filter(isFile);
}

/** Path of the file that Nunjucks reads for a name: the first in the folders, or beside the file that names it with `./` or `../`. */
function findTemplate(folders: readonly string[], name: string, from?: string): string | undefined {
  const isBeside = from !== undefined && /^\.\.?\//.test(name);
  const paths = isBeside ? [resolve(dirname(from), name)] : folders.map((folder) => resolve(folder, name));
  return paths.find((path) => folders.some((folder) => path.startsWith(folder + sep)) && isFile(path));
}

/** A path that is the same wherever the site lies: which of the folders, and where in it. */
function placeIn(folders: readonly string[], path: string): string {
  const at = folders.findIndex((folder) => path.startsWith(folder + sep));
  return `${at} ${relative(folders[at] ?? "", path)}`;
}

export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/**
 * Makes our theme known to Eleventy's Nunjucks, behind the site's own folders: a file of the same name there wins.
 * `isKept`: no file of the theme changes in this process, so what is compiled in one pass serves in the next, for which
 * Eleventy makes another environment of the same filters and shortcodes.
 */
export function registerTheme(eleventyConfig: EleventyConfig, isKept: boolean): void {
  let kept: NunjucksEnvironment["loaders"] | undefined;
  eleventyConfig.amendLibrary("njk", (environment) => {
    if (kept) environment.loaders = kept;
    else if (isKept) kept = environment.loaders;
    for (const { searchPaths } of environment.loaders) {
      if (searchPaths && !searchPaths.includes(themeFolder)) searchPaths.push(themeFolder);
    }
    eleventyConfig.on("eleventy.before", () => environment.invalidateCache?.());
  });
}
