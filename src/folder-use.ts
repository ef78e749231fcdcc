import { join, resolve } from "node:path";
import { isFolder, shownPath } from "./press/folder.ts";
import type { ArticleFolder } from "./press/listing.ts";

/** The command was called in a way that cannot work. */
export class WrongUse extends Error {
  override readonly name = "WrongUse";
}

/** The flag of an option: `--unknown-shortcodes` of `unknownShortcodes`. */
export function flagOf(option: string): string {
  return `--${option.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
}

/** Where the articles of a folder lie: in `articles/`, or in the folder itself. Throws WrongUse where there is no folder. */
export function articlesOf(folder: string): ArticleFolder {
  const root = resolve(folder);
  if (!isFolder(root)) throw new WrongUse(`There is no folder ${folder}.`);
  const path = isFolder(join(root, "articles")) ? join(root, "articles") : root;
  return { path, shown: shownPath(path) };
}
