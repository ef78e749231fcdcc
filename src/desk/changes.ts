import { blobId } from "../kit/hash.ts";
import type { CopyFile, CopyFolder } from "./copy-folder.ts";

/** A file as it was when it was last read. */
export type LastRead = Omit<CopyFile, "file"> & { readonly hash: string; readonly readAt: number };

/** A file that may have changed. `lastHash`: git's blob id when it was read last, where the same bytes need no second look. */
export type Suspect = CopyFile & { readonly lastHash?: string };

/** A suspect as it was read: its bytes and git's blob id. */
export type ReadCopy = CopyFile & { readonly hash: string; readonly bytes: Uint8Array };

/** A disk's clock may be this coarse, in milliseconds: a file changed so shortly before it was read may have changed after. */
const coarsest = 2000;

/** Compares a listing with what was read before, by size and times. `judgeAll`: every file is to be looked at again. */
export function listSuspects(
  listing: readonly CopyFile[],
  lastRead: (file: string) => LastRead | undefined,
  judgeAll: boolean,
): Suspect[] {
  return listing.flatMap((entry) => {
    const last = judgeAll ? undefined : lastRead(entry.file);
    if (!last) return [entry];
    return isSame(entry, last) ? [] : [{ ...entry, lastHash: last.hash }];
  });
}

/** Reads a suspect. Where its hash is still `lastHash`, only its times are new. */
export function readSuspect(
  { file, size, mtime, ctime }: Suspect,
  folder: Pick<CopyFolder, "read">,
): ReadCopy {
  const bytes = folder.read(file);
  return { file, size, mtime, ctime, bytes, hash: blobId(bytes) };
}

function isSame(entry: CopyFile, last: LastRead): boolean {
  const isSettled = Math.max(last.mtime, last.ctime) < last.readAt - coarsest;
  return isSettled && entry.size === last.size && entry.mtime === last.mtime && entry.ctime === last.ctime;
}
