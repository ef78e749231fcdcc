import { blobId } from "../kit/hash.ts";
import type { CopyFile, CopyFolder } from "./copy-folder.ts";

/** A file that may have changed. `last`: as it was read last, with git's blob id, where the same bytes need no second look. */
export type Suspect = CopyFile & { readonly last?: { readonly size: number; readonly hash: string } };

/** A suspect as it was read: its bytes and git's blob id. */
export type ReadCopy = CopyFile & { readonly hash: string; readonly bytes: Uint8Array };

/** A disk's clock may be this coarse, in milliseconds: a file changed so shortly before it was read may have changed after. */
export const coarsest = 2000;

/** Reads a suspect. Where its hash is still that of `last`, only its times are new. */
export function readSuspect(
  { file, size, mtime, ctime }: Suspect,
  folder: Pick<CopyFolder, "read">,
): ReadCopy {
  const bytes = folder.read(file);
  return { file, size, mtime, ctime, bytes, hash: blobId(bytes) };
}

/** Whether a file with such a size and times is still the one that was read at `readAt`. Times in milliseconds. */
export function isAsRead(
  size: number,
  mtime: number,
  ctime: number,
  lastSize: number,
  lastMtime: number,
  lastCtime: number,
  readAt: number,
): boolean {
  const isSettled = Math.max(lastMtime, lastCtime) < readAt - coarsest;
  return isSettled && size === lastSize && mtime === lastMtime && ctime === lastCtime;
}
