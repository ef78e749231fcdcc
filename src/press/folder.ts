import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { tell } from "../article/rules.ts";
import { coarsest } from "../desk/changes.ts";
import type { CopyFile, CopyFolder, Listing } from "../desk/copy-folder.ts";
import { compareText } from "../kit/compare-text.ts";
import type { Problem } from "../kit/problem.ts";

/** Bytes of UTF-8 in a file's path: the archive's keys are not longer, and a site is copied from disk to disk. */
export const longestPath = 600;

/** What a folder held when it was listed, and when that was, in milliseconds: it is not listed again before it changes. */
type Listed = {
  readonly mtime: number;
  readonly listedAt: number;
  readonly entries: readonly (CopyFile | { readonly folder: string })[];
  /** Whether whoever watches sees each of its files: Eleventy sees Markdown, and not what a link leads to. */
  readonly isWatched: boolean;
  readonly problems: readonly Problem[];
};

/** What one process knows of a folder that it lists again and again, while somebody tells it which files change. */
export type FolderMemory = {
  readonly folders: Map<string, Listed>;
  /** Absolute paths of files that changed since. */
  readonly touched: ReadonlySet<string>;
};

/**
 * A folder on disk, with everything below it whose name `accepts` takes. Names that begin with a dot or an underscore are passed over.
 * A link that leads out of the folder, or to another folder, is a problem, and so is a name that not every disk can hold.
 */
export function openFolder(root: string, shown: string, accepts: (name: string) => boolean): CopyFolder {
  return {
    read: (file) => readFileSync(join(root, file)),
    list: () => listFolder(root, shown, accepts),
  };
}

/** Lists a folder; with a memory, only what changed in it. */
export function listFolder(
  root: string,
  shown: string,
  accepts: (name: string) => boolean,
  memory?: FolderMemory,
): Listing {
  const files: CopyFile[] = [];
  const problems: Problem[] = [];
  const touched = new Set(Array.from(memory?.touched ?? [], (file) => dirname(file)));
  const source = { root, shown, accepts, home: realpathSync(root), touched };
  const walk = (folder: string) => {
    const found = memory ? recall(source, folder, memory.folders) : readFolder(source, folder);
    problems.push(...found.problems);
    for (const entry of found.entries) {
      if ("folder" in entry) walk(entry.folder);
      else files.push(entry);
    }
  };
  walk("");
  return { files, problems };
}

type Source = {
  readonly root: string;
  readonly shown: string;
  readonly accepts: (name: string) => boolean;
  readonly home: string;
  /** Folders with files that were touched, absolute. */
  readonly touched: ReadonlySet<string>;
};

/** A folder as it was, where its own time says that no file came or went, and none of its files was touched. */
function recall(source: Source, folder: string, folders: FolderMemory["folders"]): Listed {
  const known = folders.get(folder);
  const listedAt = Date.now();
  const path = join(source.root, folder);
  const mtime = statSync(path).mtimeMs;
  const isSettled = known?.isWatched && known.mtime === mtime && mtime < known.listedAt - coarsest;
  const listed =
    isSettled && !source.touched.has(path) ? known : { ...readFolder(source, folder), mtime, listedAt };
  folders.set(folder, listed);
  return listed;
}

function readFolder(source: Source, folder: string): Pick<Listed, "entries" | "isWatched" | "problems"> {
  const { root, shown, accepts, home } = source;
  const entries: (CopyFile | { folder: string })[] = [];
  const problems: Problem[] = [];
  let isWatched = true;
  const here = join(root, folder);
  const found = readdirSync(here, { withFileTypes: true });
  found.sort((a, b) => compareText(a.name, b.name));
  for (const entry of found) {
    if (/^[._]/.test(entry.name)) continue;
    if (!entry.isDirectory() && !entry.isFile() && !entry.isSymbolicLink()) continue;
    const file = folder ? `${folder}/${entry.name}` : entry.name;
    const path = here + sep + entry.name;
    const reason = isPlain(file) ? undefined : faultOfName(path, file);
    const wrongLink = entry.isSymbolicLink() ? faultOfLink(path, home) : undefined;
    const place = { file: `${shown}/${file.replace(/\p{Cc}/gu, "\ufffd")}`, line: 1, column: 1 };
    if (reason !== undefined) problems.push(tell("file-name", place, { reason, limit: longestPath }));
    else if (entry.isDirectory()) entries.push({ folder: file });
    else if (wrongLink !== undefined) {
      problems.push(tell("file-link", place, { target: file, reason: wrongLink }));
    } else if (accepts(entry.name)) {
      const { size, mtimeMs, ctimeMs } = statSync(path);
      entries.push({ file, size, mtime: mtimeMs, ctime: ctimeMs });
      isWatched &&= entry.isFile() && file.endsWith(".md");
    }
  }
  return { entries, isWatched, problems };
}

/** Whether nothing can be wrong with a name: most are so, and to look closer takes as long as the disk does. */
function isPlain(file: string): boolean {
  return file.length <= longestPath && /^[\w./-]*$/.test(file);
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

/** A folder as problems name it: from the working folder, where it lies in it. */
export function shownPath(folder: string): string {
  const path = relative(process.cwd(), folder);
  return path.startsWith("..") ? folder : path.replaceAll("\\", "/");
}
