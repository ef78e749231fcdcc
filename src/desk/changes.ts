import { blobId } from "../kit/hash.ts";
import type { CopyFile, CopyFolder } from "./copy-folder.ts";

/** A file as it was when it was last read. */
export type LastRead = Omit<CopyFile, "file"> & { readonly hash: string; readonly readAt: number };

/** A file that must be judged: new, changed, or judged by other rules before. */
export type ChangedCopy = CopyFile & { readonly hash: string; readonly bytes: Uint8Array };

export type Changes = {
  /** To be judged. */
  readonly changed: Iterable<ChangedCopy>;
  /** Read again and found the same: only their stamps are new. */
  readonly touched: readonly (CopyFile & { readonly hash: string })[];
};

/** A disk's clock may be this coarse, in milliseconds: a file changed so shortly before it was read may have changed after. */
const coarsest = 2000;

/**
 * Compares a listing with what was read before: by size and times, and where these differ by git's blob id.
 * Bytes are read one file at a time, as `changed` is walked through; `touched` is whole after that.
 */
export function findChanges(
  listing: readonly CopyFile[],
  folder: Pick<CopyFolder, "read">,
  lastRead: (file: string) => LastRead | undefined,
  judgeAll: boolean,
): Changes {
  const touched: (CopyFile & { hash: string })[] = [];
  function* changed(): Iterable<ChangedCopy> {
    for (const entry of listing) {
      const last = lastRead(entry.file);
      if (last && !judgeAll && isSame(entry, last)) continue;
      const bytes = folder.read(entry.file);
      const hash = blobId(bytes);
      if (last?.hash === hash && !judgeAll) touched.push({ ...entry, hash });
      else yield { ...entry, hash, bytes };
    }
  }
  return { changed: changed(), touched };
}

function isSame(entry: CopyFile, last: LastRead): boolean {
  const isSettled = Math.max(last.mtime, last.ctime) < last.readAt - coarsest;
  return isSettled && entry.size === last.size && entry.mtime === last.mtime && entry.ctime === last.ctime;
}
