import { crc32 } from "node:zlib";
import type { Archive, FileRecord } from "./archive.ts";

/** A file's record as it is kept: its path first. */
export type StampRow = readonly [
  file: string,
  size: number,
  mtime: number,
  ctime: number,
  hash: string,
  readAt: number,
];

/** The files as they were last read: all of them in memory, since each build compares each of them. */
export type Stamps = {
  readonly find: (file: string) => FileRecord | undefined;
  readonly count: () => number;
  readonly put: (file: string, record: FileRecord) => void;
  readonly remove: (file: string) => void;
  readonly list: () => Iterable<string>;
  /** Keeps what was put and removed. To run in a transaction. */
  readonly save: () => void;
};

/**
 * Files lie in so many lists, by a checksum of their path: read as a few large records, a hundred thousand come in a
 * tenth of the time; and a changed file rewrites one list.
 */
const lists = 1024;

/** Reads the stamps of all files. */
export function openStamps(archive: Archive): Stamps {
  const rows = new Map<string, StampRow>();
  const stale = new Set<number>();
  for (const [, list] of archive.files.from([])) for (const row of list) rows.set(row[0], row);
  const change = (file: string) => stale.add(crc32(file) % lists);
  return {
    find: (file) => {
      const row = rows.get(file);
      return row && recordOf(row);
    },
    put: (file, { size, mtime, ctime, hash, readAt }) => {
      rows.set(file, [file, size, mtime, ctime, hash, readAt]);
      change(file);
    },
    remove: (file) => {
      rows.delete(file);
      change(file);
    },
    count: () => rows.size,
    list: () => rows.keys(),
    save: () => {
      if (stale.size === 0) return;
      const changed = new Map(Array.from(stale, (number) => [number, [] as StampRow[]]));
      for (const row of rows.values()) changed.get(crc32(row[0]) % lists)?.push(row);
      for (const [number, list] of changed) {
        if (list.length > 0) archive.files.put([number], list);
        else archive.files.remove([number]);
      }
      stale.clear();
    },
  };
}

function recordOf([, size, mtime, ctime, hash, readAt]: StampRow): FileRecord {
  return { size, mtime, ctime, hash, readAt };
}
