import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { tell } from "../article/rules.ts";
import { nearestName } from "../kit/nearest.ts";
import type { Problem } from "../kit/problem.ts";
import { shownPath } from "./folder.ts";
import { themeFolder } from "./setup.ts";
import { stylesheetSource, themeImport } from "./stylesheet.ts";
import type { Theme } from "./theme.ts";

const folderOfTheme = "broadsheet";

/**
 * What is not as it must be meant in a site's own theme: files that are called almost as one of ours and take its place
 * in nothing, and stylesheets that are imported and are not there.
 */
export function listThemeFaults(theme: Theme): Problem[] {
  const own = theme.folders.filter((folder) => folder !== themeFolder && folder !== process.cwd());
  return [...own.flatMap(listStrays), ...listMissingImports(theme)];
}

/** Templates and stylesheets of a folder that have no namesake in ours, and that none of the folder's files names. */
function listStrays(folder: string): Problem[] {
  const root = join(folder, folderOfTheme);
  const names = listFiles(root);
  if (names.length === 0) return [];
  const ours = listFiles(join(themeFolder, folderOfTheme));
  const texts = names.map((name) => readFileSync(join(root, name), "utf8"));
  return names.flatMap((name) => {
    if (ours.includes(name) || texts.some((text) => text.includes(`${name}"`) || text.includes(`${name}'`)))
      return [];
    const near = findMeant(name, ours);
    const place = { file: `${shownPath(root)}/${name}`, line: 1, column: 1 };
    return near === undefined ? [] : [tell("theme-stray", place, { name, near })];
  });
}

/** The file of ours that is meant: of the same name in another folder, or of a near one in the same. */
function findMeant(name: string, ours: readonly string[]): string | undefined {
  const file = basename(name);
  const moved = ours.find((other) => basename(other) === file);
  if (moved !== undefined) return moved;
  const [folder, ending] = [name.slice(0, -file.length), extname(name)];
  const beside = ours.filter((other) => other === folder + basename(other) && extname(other) === ending);
  const near = nearestName(
    basename(name, ending),
    beside.map((other) => basename(other, ending)),
  );
  return near === undefined ? undefined : folder + near + ending;
}

function listMissingImports(theme: Theme): Problem[] {
  const path = theme.pathOf(stylesheetSource);
  const lines = path === undefined ? [] : (theme.find(stylesheetSource) ?? "").split("\n");
  return lines.flatMap((text, index) => {
    const [, name] = new RegExp(themeImport.source).exec(text) ?? [];
    if (path === undefined || name === undefined || theme.find(`${folderOfTheme}/${name}`) !== undefined)
      return [];
    const place = { file: shownPath(path), line: index + 1, column: 1 };
    const near = findMeant(name, listFiles(join(themeFolder, folderOfTheme)));
    const advice = near ? `Write ${near} if that is meant.` : "Put the file there, or remove the line.";
    return [tell("theme-import", place, { name, advice })];
  });
}

/** Templates and stylesheets below a folder, by their paths in it. */
function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(?:njk|css)$/.test(name))
    .sort();
}
