import {
  type Dirent,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from "node:fs";
import { join, relative, sep } from "node:path";
import { tell } from "../article/rules.ts";
import type { CopyFile, CopyFolder } from "../desk/copy-folder.ts";
import { compareText } from "../kit/compare-text.ts";
import type { Problem } from "../kit/problem.ts";

/** Bytes of UTF-8 in a file's path: the archive's keys are not longer, and a site is copied from disk to disk. */
export const longestPath = 600;

/**
 * A folder on disk, with everything below it whose name `accepts` takes. Names that begin with a dot or an underscore are passed over.
 * A link that leads out of the folder, or to another folder, is a problem, and so is a name that not every disk can hold.
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
        const reason = faultOfName(path, file);
        const wrongLink = entry.isSymbolicLink() ? faultOfLink(path, home) : undefined;
        if (reason !== undefined) {
          const place = { file: `${shown}/${file.replace(/\p{Cc}/gu, "\ufffd")}`, line: 1, column: 1 };
          problems.push(tell("file-name", place, { reason, limit: longestPath }));
        } else if (wrongLink !== undefined) {
          const place = { file: `${shown}/${file}`, line: 1, column: 1 };
          problems.push(tell("file-link", place, { target: file, reason: wrongLink }));
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
    entries.sort((a, b) => compareText(a.name, b.name));
    for (const entry of entries) {
      if (/^[._]/.test(entry.name)) continue;
      const file = folder ? `${folder}/${entry.name}` : entry.name;
      const isReadable = faultOfName(join(root, file), file) === undefined;
      if (entry.isDirectory() && isReadable) walk(file, visit);
      else if (entry.isDirectory()) visit(file, entry);
      else if (entry.isFile() || entry.isSymbolicLink()) visit(file, entry);
    }
  }
}

/** What is wrong with a name. Bytes that are not UTF-8 are read as `\ufffd`, and no such file is found then. */
function faultOfName(path: string, file: string): string | undefined {
  if (/\p{Cc}/u.test(file)) return "holds a line break or another control character";
  if (Buffer.byteLength(file) > longestPath) return "is too long";
  const isLost = file.includes("\ufffd") && lstatSync(path, { throwIfNoEntry: false }) === undefined;
  return isLost ? "is not UTF-8" : undefined;
}

/** Whether there is a folder at a path, or a link to one. For what the site's owner chose; links below it are judged. */
export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Where a link leads that is not a file below the folder that it lies in. */
function faultOfLink(path: string, home: string): string | undefined {
  try {
    const target = realpathSync(path);
    const stat = statSync(target);
    if (stat.isDirectory()) return "to a folder";
    if (!stat.isFile()) return "to what is no file";
    return relative(home, target).startsWith(`..${sep}`) ? "to a file elsewhere" : undefined;
  } catch {
    return "to nothing that can be read";
  }
}
