import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/**
 * The seal of an archive: a checksum of its whole file, put on when a build lets it go and broken when one begins.
 * LMDB has none of its own: another byte in a key or in a tree's page would change what is found, or end the process.
 * An archive without a seal is one whose build was killed, which LMDB's transactions are made for.
 */
const name = "seal.json";
const condemned = "damaged.txt";

/** Bytes that are read at a time. */
const portion = 1024 * 1024;

/** Seals the archive below a cache folder as it lies now. */
export function sealArchive(cacheFolder: string): void {
  const folder = join(cacheFolder, "archive");
  const checksum = checksumOf(join(folder, "data.mdb"));
  if (checksum !== undefined) writeFileSync(join(folder, name), JSON.stringify(checksum));
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
  const folder = join(cacheFolder, "archive");
  if (!existsSync(join(folder, name))) return false;
  return readFileSync(join(folder, name), "utf8") !== JSON.stringify(checksumOf(join(folder, "data.mdb")));
}

type Checksum = { readonly bytes: number; readonly crc: number };

function checksumOf(file: string): Checksum | undefined {
  if (!existsSync(file)) return undefined;
  const buffer = Buffer.allocUnsafe(portion);
  const handle = openSync(file, "r");
  try {
    let [bytes, crc] = [0, 0];
    for (let read = -1; read !== 0; bytes += read) {
      read = readSync(handle, buffer, 0, portion, bytes);
      crc = crc32(buffer.subarray(0, read), crc);
    }
    return { bytes, crc };
  } finally {
    closeSync(handle);
  }
}
