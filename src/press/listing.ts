import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { isMainThread, Worker } from "node:worker_threads";
import type { PackedFiles } from "../archive/stamps.ts";
import { isCopy, type Listing } from "../desk/copy-folder.ts";
import type { Directories } from "../host.ts";
import type { Problem } from "../kit/problem.ts";
import { codeFolder } from "../package-folder.ts";
import { type FolderMemory, isFolder, listFolder, shownPath } from "./folder.ts";

/** A folder of articles: where it is, and how problems name it. */
export type ArticleFolder = { readonly path: string; readonly shown: string };

/** The files of a folder, packed, and what is wrong with others. */
export type PackedListing = PackedFiles & {
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly problems: readonly Problem[];
};

/** Bytes of an archive of so many articles that to list them takes longer than to start a thread. */
const worthAThread = 30 * 1024 * 1024;

/** Listings that were begun ahead, by the folder's path. */
const begun = new Map<string, Promise<PackedListing>>();

/**
 * Begins to list a folder in a thread of its own, while this one still loads its modules; where the archive says that
 * it is large.
 */
export function beginListing(folder: ArticleFolder, cache: string): void {
  const archive = statSync(join(cache, "archive/data.mdb"), { throwIfNoEntry: false });
  if ((archive?.size ?? 0) < worthAThread || begun.has(folder.path)) return;
  const listing = listInThread(folder);
  // Whoever takes it hears of its failure; until then it is no unhandled one.
  listing.catch(() => {});
  begun.set(folder.path, listing);
}

/** Begins to list the articles of a site of Eleventy's, as its options say where they are, before these are judged. */
export function listAhead(
  { input }: Directories,
  options: { readonly articles?: unknown; readonly cache?: unknown },
): void {
  const { articles = "articles", cache = ".cache/broadsheet" } = options;
  if (!isMainThread || typeof articles !== "string" || typeof cache !== "string") return;
  const path = resolve(input, articles);
  beginListing({ path, shown: shownPath(path) }, resolve(cache));
}

/** Forgets a listing that nobody took: the next edition is another moment. */
export function dropListing(path: string): void {
  begun.delete(path);
}

/** Lists a folder's articles: by the thread that began it, if one did. Nothing where there is no folder. */
export async function listArticles(folder: ArticleFolder, memory?: FolderMemory): Promise<PackedListing> {
  const ahead = begun.get(folder.path);
  begun.delete(folder.path);
  return memory === undefined && ahead ? ahead : listPacked(folder, memory);
}

/** Lists a folder. */
export function listPacked({ path, shown }: ArticleFolder, memory?: FolderMemory): PackedListing {
  const { files, problems } = isFolder(path) ? listFolder(path, shown, isCopy, memory) : noFiles;
  return { ...packFiles(files), problems };
}

/** Packs files in the order in which they were listed. */
export function packFiles(files: Listing["files"]): Omit<PackedListing, "problems"> {
  const numbers = new Float64Array(files.length * 3);
  let at = 0;
  for (const { size, mtime, ctime } of files) {
    numbers[at++] = size;
    numbers[at++] = mtime;
    numbers[at++] = ctime;
  }
  // No name holds a line break: those that do are told, and are not in a listing.
  return { names: files.map(({ file }) => file).join("\n"), numbers };
}

const noFiles: Listing = { files: [], problems: [] };

function listInThread(folder: ArticleFolder): Promise<PackedListing> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(join(codeFolder, "press/listing-thread.js"), { workerData: folder });
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (code) =>
      reject(new Error(`The thread that lists ${folder.path} ended with ${code}. Build again.`)),
    );
  });
}
