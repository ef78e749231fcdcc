import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { tell } from "../article/rules.ts";
import { nearestName } from "../kit/nearest.ts";
import type { Problem } from "../kit/problem.ts";
import { shownPath } from "./folder.ts";
import { themeFolder } from "./setup.ts";
import { stylesheetSource, themeImport } from "./stylesheet.ts";
import { isFile, type Theme } from "./theme.ts";

/** What the names of the theme's files begin with, ours and a site's own. */
const prefix = "broadsheet/";

/**
 * Files of a site's own theme that seem misnamed, and imports of its stylesheet that are not there. `templates`: those
 * that pages and blocks are printed with.
 */
export function listThemeFaults(theme: Theme, templates: readonly string[]): Problem[] {
  const own = theme.folders.filter((folder) => folder !== themeFolder && folder !== process.cwd());
  return [...own.flatMap((folder) => listStrays(folder, templates)), ...listMissingImports(theme)];
}

/** Files of a site's own theme that are called almost as one of ours, and that neither `templates` nor a file names. */
function listStrays(folder: string, templates: readonly string[]): Problem[] {
  if (!existsSync(join(folder, prefix))) return [];
  const files = listFiles(folder);
  const own = files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
  const ours = listFiles(join(themeFolder, prefix));
  const free = ours.filter((name) => !own.includes(name));
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8"));
  return own.flatMap((name) => {
    if (ours.includes(name) || templates.includes(prefix + name)) return [];
    if (texts.some((text) => isNamedIn(text, name))) return [];
    const near = findMeant(name, free);
    const place = { file: `${shownPath(folder)}/${prefix}${name}`, line: 1, column: 1 };
    return near === undefined ? [] : [tell("theme-stray", place, { name, near })];
  });
}

/** Whether a text has the name of a file of the theme in quotes, as templates and stylesheets write it. */
function isNamedIn(text: string, name: string): boolean {
  const written = [prefix + name, name, `./${basename(name)}`, `../${name}`];
  return written.some((each) => text.includes(`"${each}"`) || text.includes(`'${each}'`));
}

/** The file that is meant by a name: one of that name in another folder, or of a near one in the same. */
function findMeant(name: string, known: readonly string[]): string | undefined {
  const file = basename(name);
  const moved = known.find((other) => basename(other) === file);
  if (moved !== undefined) return moved;
  const [folder, ending] = [name.slice(0, -file.length), extname(name)];
  const beside = known.filter((other) => other === folder + basename(other) && extname(other) === ending);
  const bare = basename(name, ending);
  // Among short words, many are near.
  const near =
    bare.length < 5
      ? undefined
      : nearestName(
          bare,
          beside.map((other) => basename(other, ending)),
        );
  return near === undefined ? undefined : folder + near + ending;
}

function listMissingImports(theme: Theme): Problem[] {
  const path = theme.pathOf(stylesheetSource);
  const text = theme.find(stylesheetSource);
  if (path === undefined || text === undefined) return [];
  return Array.from(text.matchAll(themeImport)).flatMap(({ 1: name = "", index }) => {
    if (theme.find(prefix + name) !== undefined) return [];
    const place = { file: shownPath(path), line: text.slice(0, index).split("\n").length, column: 1 };
    const near = findMeant(name, listFiles(join(themeFolder, prefix)));
    const advice = near ? `Write ${near} if that is meant.` : "Put the file there, or remove the line.";
    return [tell("theme-import", place, { name, advice })];
  });
}

/** Templates and stylesheets below a folder, by their paths in it; not those that an editor or a system hides. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(?:njk|css)$/.test(name) && !/(?:^|\/)\./.test(name) && isFile(join(folder, name)))
    .sort();
}
