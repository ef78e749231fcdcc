import type { Problem } from "../kit/problem.ts";

/** A file of copy as a listing shows it. Times in milliseconds since 1970. */
export type CopyFile = {
  /** Path below the folder, with `/`. */
  readonly file: string;
  readonly size: number;
  readonly mtime: number;
  readonly ctime: number;
};

/** The files of a folder, in order of their paths, and what is wrong with others. */
export type Listing = { readonly files: readonly CopyFile[]; readonly problems: readonly Problem[] };

/** Where copy lies: a folder on disk, or anything that can list and read. */
export type CopyFolder = {
  readonly list: () => Listing;
  readonly read: (file: string) => Uint8Array;
};

/** Whether a file's name is that of copy. */
export function isCopy(name: string): boolean {
  return /\.(md|markdown|txt)$/i.test(name);
}
