import { renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { makeFolder } from "../archive/make-folder.ts";

/** Path of a URL's file below the output folder, with `/`. */
export function filePath(url: string): string {
  const path = url.replace(/^\/+/, "");
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** Makes the folder that a page's file lies in. */
export function makeFolderOf(output: string, url: string): void {
  makeFolder(dirname(join(output, filePath(url))));
}

/** Removes a printed file, and the folders that it leaves empty. */
export function removePrinted(output: string, url: string): void {
  const file = join(output, filePath(url));
  if (!isInside(output, filePath(url))) return;
  rmSync(file, { force: true });
  for (
    let folder = dirname(file);
    folder !== resolve(output) && folder.startsWith(resolve(output));
    folder = dirname(folder)
  ) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/** Writes a file whole or not at all: under another name, its size checked, then renamed. `draft`: that name, its own where several processes may write the file. */
export function replaceFile(file: string, data: string | Uint8Array, draft = `${file}.part`): void {
  makeFolder(dirname(file));
  writeFileSync(draft, data);
  if (statSync(draft).size !== Buffer.byteLength(data))
    throw new Error(`${file} was not written whole; is the disk full?`);
  renameSync(draft, file);
}

/** Whether a path, from the output folder, stays below it. */
export function isInside(output: string, path: string): boolean {
  const inside = relative(resolve(output), resolve(output, path));
  return inside !== "" && !inside.startsWith(`..${sep}`) && inside !== "..";
}
