import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { tell } from "../article/rules.ts";
import type { CopyFile, CopyFolder } from "../desk/copy-folder.ts";
import type { Problem } from "../kit/problem.ts";

/**
 * A folder on disk, with everything below it whose name `accepts` takes. Names that begin with a dot or an underscore are passed over.
 * A link that leads out of the folder, or to another folder, is a problem.
 */
export function openFolder(root: string, shown: string, accepts: (name: string) => boolean): CopyFolder {
  return {
    read: (file) => readFileSync(join(root, file)),
    list: () => {
      const files: CopyFile[] = [];
      const problems: Problem[] = [];
      const home = realpathSync(root);
      walk("", (file, entry) => {
        const path = join(root, file);
        if (entry.isSymbolicLink() && !leadsInside(path, home)) {
          const place = { file: `${shown}/${file}`, line: 1, column: 1 };
          problems.push(tell("file-link", place, { target: file }));
        } else if (accepts(entry.name)) {
          const { size, mtimeMs, ctimeMs } = statSync(path);
          files.push({ file, size, mtime: mtimeMs, ctime: ctimeMs });
        }
      });
      return { files, problems };
    },
  };

  function walk(folder: string, visit: (file: string, entry: Dirent) => void): void {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    for (const entry of entries) {
      if (/^[._]/.test(entry.name)) continue;
      const file = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) walk(file, visit);
      else if (entry.isFile() || entry.isSymbolicLink()) visit(file, entry);
    }
  }
}

/** Whether there is a folder at a path. */
export function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function leadsInside(path: string, home: string): boolean {
  try {
    const target = realpathSync(path);
    return !relative(home, target).startsWith(`..${sep}`) && statSync(target).isFile();
  } catch {
    return false;
  }
}
