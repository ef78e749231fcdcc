import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import Eleventy from "@11ty/eleventy";
import { parseDataFile } from "./desk/data-file.ts";
import { articlesOf, flagOf, WrongUse } from "./folder-use.ts";
import type { EleventyConfig } from "./host.ts";
import { ProblemsError } from "./kit/problem.ts";
import { type Options, parseOptions, type Settings, WrongOptions } from "./options.ts";
import { codeEnding, codeFolder } from "./package-folder.ts";
import { registerBareSite } from "./press/bare-site.ts";
import { shownPath } from "./press/folder.ts";
import { type Progress, silent } from "./press/progress.ts";
import { type SiteFolders, themeFolder } from "./press/setup.ts";
import { readMasthead } from "./press/site-files.ts";
import type { Summary } from "./press/summary.ts";

/** A folder to print, without any configuration of Eleventy's. Paths are relative to the working folder. */
export type FolderBuild = {
  /** Holds `articles/`, or is itself a folder of articles. */
  readonly folder: string;
  readonly output: string;
  readonly cache: string;
  readonly options: Pick<Options, "now" | "workers" | "force" | "hold" | "unknownShortcodes">;
};

/** Prints a folder. Throws WrongUse, ProblemsError or CacheHeld before anything is written. */
export async function buildFolder(build: FolderBuild, progress: Progress = silent): Promise<Summary> {
  const folders = foldersOf(build);
  const settings = readOptions(build);
  let summary: Summary | undefined;
  let press: ReturnType<typeof registerBareSite>;
  const eleventy = new Eleventy(
    relative(process.cwd(), resolve(build.folder)) || ".",
    relative(process.cwd(), folders.output) || ".",
    {
      quietMode: true,
      configPath: relative(process.cwd(), join(codeFolder, `press/no-config${codeEnding}`)),
      pathPrefix: new URL(readMasthead(folders.data).url).pathname,
      config: (eleventyConfig: EleventyConfig) => {
        const tell = (done: Summary) => {
          summary = done;
        };
        const globalData = readGlobalData(folders);
        press = registerBareSite(eleventyConfig, { settings, folders, globalData }, { progress, tell });
      },
    },
  );
  eleventy.disableLogger();
  try {
    await eleventy.write();
  } finally {
    await press?.close();
  }
  if (!summary) throw new Error("Eleventy ended without an edition.");
  return summary;
}

function readOptions({ options, cache }: FolderBuild): Settings {
  try {
    return parseOptions({ ...options, cache });
  } catch (error) {
    if (!(error instanceof WrongOptions)) throw error;
    throw new WrongUse(error.faults.map(({ option, text }) => `${flagOf(option)} ${text}.`).join("\n"));
  }
}

function foldersOf({ folder, output, cache }: FolderBuild): SiteFolders {
  const root = resolve(folder);
  const { path: articles, shown: shownArticles } = articlesOf(folder);
  const folders = {
    articles,
    shownArticles,
    media: join(root, "media"),
    fronts: join(root, "fronts"),
    shownFronts: shownPath(join(root, "fronts")),
    data: join(root, "_data"),
    shownData: shownPath(join(root, "_data")),
    theme: [join(root, "_includes"), themeFolder],
    output: resolve(output),
    cache: resolve(cache),
  };
  for (const [name, path] of [
    ["--output", folders.output],
    ["--cache", folders.cache],
  ] as const) {
    const inside = relative(articles, path);
    if (inside === "" || !/^(\.|_)/.test(inside)) {
      throw new WrongUse(`${name} ${path} lies in the folder of articles. Choose a folder beside it.`);
    }
    if (path === root) {
      throw new WrongUse(
        `${name} ${path} is the folder that is printed. Choose a folder in it or beside it.`,
      );
    }
    for (const source of [folders.media, folders.data, join(root, "_includes")]) {
      if (!relative(source, path).startsWith("..")) {
        throw new WrongUse(`${name} ${path} lies in ${source}, which is read. Choose a folder beside it.`);
      }
    }
  }
  return folders;
}

/** The JSON files of the data folder by name, for the theme's templates. Throws ProblemsError where one is no JSON. */
function readGlobalData({ data, shownData }: SiteFolders): [string, unknown][] {
  const names = existsSync(data) ? readdirSync(data).filter((name) => name.endsWith(".json")) : [];
  const files = names.map((name) => ({
    name,
    text: readFileSync(join(data, name), "utf8").replace(/^\uFEFF/, ""),
  }));
  const problems = files
    .filter(({ text }) => !isPlainJson(text))
    .flatMap(({ name, text }) => {
      const parsed = parseDataFile(`${shownData}/${name}`, text);
      return "tree" in parsed ? [] : parsed.problems;
    });
  if (problems.length > 0) throw new ProblemsError(problems);
  return files.map(({ name, text }) => [name.slice(0, -".json".length), JSON.parse(text)]);
}

/** Whether a text is JSON without a key that might lead to an object's prototype, plain or in escapes: only others are read for what is wrong. */
function isPlainJson(text: string): boolean {
  try {
    JSON.parse(text);
    return !/"(?:__proto__|constructor|prototype)"|\\u/.test(text);
  } catch {
    return false;
  }
}
