import type { Database, Key, RangeOptions } from "lmdb";
import { sha256 } from "../kit/hash.ts";
import { type Codec, json } from "./pack.ts";

/** A key of a table: its parts are ordered one after the other. */
export type TableKey = readonly (string | number)[];

/** One ordered table of the archive. Writes stand in a transaction of the archive. */
export type Table<Value> = {
  readonly find: (key: TableKey) => Value | undefined;
  readonly put: (key: TableKey, value: Value) => void;
  readonly remove: (key: TableKey) => void;
  readonly clear: () => void;
  /** Entries whose key begins with these parts, in order, read as they are asked for. */
  readonly under: (prefix: TableKey) => Iterable<readonly [TableKey, Value]>;
  /** Entries from a key on, in order. */
  readonly from: (key: TableKey) => Iterable<readonly [TableKey, Value]>;
  /** Entries from a key back, in reverse order. */
  readonly back: (key: TableKey) => Iterable<readonly [TableKey, Value]>;
  /** How many entries there are, without reading one. */
  readonly count: () => number;
};

type TableOptions<Value> = { readonly memory?: Map<string, Value>; readonly codec?: Codec<Value> };

/** Counts of what was read from an archive, for tests that hold the cost of an edition. */
export type Reads = { found: number; listed: number };

/**
 * A table over an LMDB database of binary values. Throws ArchiveDamaged on a value that it never wrote.
 * `memory`: values by their key's only part that were read or written last, so that they are not read again.
 * `codec`: JSON, unless another is given.
 */
export function openTable<Value>(
  db: Database<Buffer, Key>,
  reads: Reads,
  { memory, codec: { pack, unpack } = json as Codec<Value> }: TableOptions<Value> = {},
): Table<Value> {
  const keyOf = (key: TableKey) => key.map(shortPart);
  function* list(range: RangeOptions): Iterable<readonly [TableKey, Value]> {
    for (const { key, value } of db.getRange(range)) {
      reads.listed++;
      yield [(Array.isArray(key) ? key : [key]) as TableKey, unpack(value)];
    }
  }
  return {
    find: (key) => {
      const known = memory?.get(String(key[0]));
      if (known !== undefined) return known;
      reads.found++;
      const packed = db.get(keyOf(key));
      const value = packed && unpack(packed);
      if (memory && value !== undefined) remember(memory, String(key[0]), value);
      return value;
    },
    put: (key, value) => {
      if (memory) remember(memory, String(key[0]), value);
      db.put(keyOf(key), pack(value));
    },
    remove: (key) => {
      memory?.delete(String(key[0]));
      db.remove(keyOf(key));
    },
    clear: () => {
      memory?.clear();
      db.clearSync();
    },
    under: (prefix) => list({ start: keyOf(prefix), end: [...keyOf(prefix), lastKey] }),
    from: (key) => list({ start: keyOf(key) }),
    back: (key) => list({ start: keyOf(key), reverse: true }),
    count: () => (db.getStats() as { entryCount: number }).entryCount,
  };
}

/** How many values a table keeps in memory; then it forgets them all, which is cheaper than to know the oldest. */
const mostRemembered = 1_000;

function remember<Value>(memory: Map<string, Value>, key: string, value: Value): void {
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(key, value);
}

/** LMDB's keys end at 1,978 bytes. What is longer than any path can be, such as a made-up address, goes by its hash. */
function shortPart(part: string | number): string | number {
  return typeof part === "string" && part.length > 300 && Buffer.byteLength(part) > 1000
    ? sha256(part)
    : part;
}

/** Sorts after every string and number that a key may hold. */
const lastKey = "\u{10ffff}\u{10ffff}";
