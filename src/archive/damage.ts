import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";

/** The number with which each of LMDB's two meta pages begins, little-endian. */
const magic = Buffer.from([0xde, 0xc0, 0xef, 0xbe]);

/**
 * Why an LMDB file must not be opened, or undefined. LMDB maps the file into memory: one that is shorter than its
 * newest meta page says would end the process when it is read. So the two meta pages are looked at before
 * (mdb.c, `MDB_meta`, behind a page's head of 24 bytes: magic, 15 words on the last page's number, then the transaction's).
 */
export function findDamage(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const size = statSync(file).size;
  const first = readMeta(file, 24);
  if (!first) return size === 0 ? undefined : "its file is not an archive";
  const second = readMeta(file, first.pageSize + 24);
  if (!second) return "its file is damaged";
  const newest = second.transaction > first.transaction ? second : first;
  return size < (newest.lastPage + 1) * first.pageSize ? "its file is cut off" : undefined;
}

type MetaPage = { readonly pageSize: number; readonly lastPage: number; readonly transaction: number };

function readMeta(file: string, at: number): MetaPage | undefined {
  const head = Buffer.alloc(136);
  const handle = openSync(file, "r");
  try {
    if (readSync(handle, head, 0, head.byteLength, at) < head.byteLength) return undefined;
  } finally {
    closeSync(handle);
  }
  if (!head.subarray(0, 4).equals(magic)) return undefined;
  return {
    pageSize: head.readUInt16LE(24) || 65536,
    lastPage: Number(head.readBigUInt64LE(120)),
    transaction: Number(head.readBigUInt64LE(128)),
  };
}
