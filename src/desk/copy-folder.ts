import type { Problem } from "../kit/problem.ts";

/** A file of copy as a listing shows it. Times in milliseconds since 1970. */
export type CopyFile = {
  /** Path below the folder, with `/`. */
  readonly file: string;
  readonly size: number;
  readonly mtime: number;
  readonly ctime: number;
};

/** Where copy lies: a folder on disk, or anything that can list and read. */
export type CopyFolder = {
  readonly list: () => { readonly files: readonly CopyFile[]; readonly problems: readonly Problem[] };
  readonly read: (file: string) => Uint8Array;
};
