import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The seal of an archive: size and time of its file, put on when a build lets it go and broken when one begins. LMDB
 * has no checksums: another byte in a key or in a tree's page would change what is found, or end the process. To read
 * the whole file would cost more than to publish; so a file that anything else wrote is not trusted. Whoever keeps
 * the cache elsewhere keeps its times with it, as tar, zip and `cp -a` do.
 * An archive without a seal is one whose build was killed, which LMDB's transactions are made for.
 */
const name = "seal.json";
const condemned = "damaged.txt";

/** Seals the archive below a cache folder as it lies now. */
export function sealArchive(cacheFolder: string): void {
  const stamp = stampOf(cacheFolder);
  if (stamp) writeFileSync(join(cacheFolder, "archive", name), JSON.stringify(stamp));
}

/** Breaks the seal, before the first change. */
export function breakSeal(cacheFolder: string): void {
  rmSync(join(cacheFolder, "archive", name), { force: true });
}

/** Notes that an archive turned out to be damaged while it was open: the next build makes it anew. */
export function condemnArchive(cacheFolder: string, reason: string): void {
  writeFileSync(join(cacheFolder, "archive", condemned), reason);
}

/** Why the archive was condemned, or undefined where it was not. */
export function findCondemned(cacheFolder: string): string | undefined {
  const file = join(cacheFolder, "archive", condemned);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Whether there is a seal, and the archive is not the one that was sealed. */
export function isTampered(cacheFolder: string): boolean {
  const file = join(cacheFolder, "archive", name);
  if (!existsSync(file)) return false;
  const stamp = stampOf(cacheFolder);
  if (!stamp) return false;
  try {
    const sealed: Stamp = JSON.parse(readFileSync(file, "utf8"));
    return sealed.size !== stamp.size || !isAsOld(sealed.mtime, stamp.mtime);
  } catch {
    return true;
  }
}

/** Whether a time is that of the seal, perhaps as a packer keeps it: to the second or every other second, else to the millisecond. */
function isAsOld(sealed: number, found: number): boolean {
  const unit = [2000, 1000].find((coarse) => found % coarse === 0) ?? 1;
  return Math.abs(sealed - found) < unit;
}

/** `mtime` in milliseconds since 1970. */
type Stamp = { readonly size: number; readonly mtime: number };

function stampOf(cacheFolder: string): Stamp | undefined {
  const stat = statSync(join(cacheFolder, "archive/data.mdb"), { throwIfNoEntry: false });
  return stat && { size: stat.size, mtime: stat.mtimeMs };
}
