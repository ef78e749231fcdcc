import { isAsRead, type Suspect } from "../desk/changes.ts";
import type { CopyFile } from "../desk/copy-folder.ts";
import { once } from "../kit/once.ts";
import type { Archive, FileRecord } from "./archive.ts";

/** The files of a folder, packed: their paths in one text, a line each, and size, mtime and ctime of each in one array. */
export type PackedFiles = { readonly names: string; readonly numbers: Float64Array };

/**
 * The files of copy as they were last read. Each build compares every one of them: so they are kept as one record of
 * plain numbers, in the order of the listing, which is compared in milliseconds where nothing changed.
 */
export type Stamps = {
  /** What may have changed in a folder, and what is gone from it. `judgeAll`: every file is to be looked at again. */
  readonly compare: (
    listing: PackedFiles,
    judgeAll: boolean,
  ) => { readonly suspects: readonly Suspect[]; readonly gone: readonly string[] };
  readonly put: (file: string, record: FileRecord) => void;
  /** Keeps the listing that was compared, with what was put. To run in a transaction. */
  readonly save: () => void;
};

/** Numbers of a file in a listing, and of one that was read: size, mtime, ctime; and when it was read. */
const listed = 3;
const stamped = 4;
const hashBytes = 20;

type Read = { readonly names: string; readonly numbers: Float64Array; readonly hashes: Uint8Array };

/** Opens the stamps of all files. */
export function openStamps(archive: Archive): Stamps {
  const read = unpack(archive.files.find(["files"]));
  const records = new Map<string, FileRecord>();
  let compared: PackedFiles = read;
  let placeOf: ((name: string) => number | undefined) | undefined;
  return {
    compare: (listing, judgeAll) => {
      compared = listing;
      const isAlike = listing.names === read.names;
      placeOf = isAlike ? undefined : placesIn(read.names);
      const names = once(() => linesOf(listing.names));
      const suspects: Suspect[] = [];
      for (let at = 0; at < listing.numbers.length / listed; at++) {
        const place = placeOf ? placeOf(names()[at] ?? "") : at;
        if (place !== undefined && !judgeAll && isSame(listing.numbers, at, read.numbers, place)) continue;
        const last = place === undefined || judgeAll ? undefined : lastAt(read, place);
        suspects.push({ ...entryAt(listing, names()[at] ?? "", at), ...(last && { last }) });
      }
      const present = once(() => new Set(names()));
      return { suspects, gone: isAlike ? [] : linesOf(read.names).filter((name) => !present().has(name)) };
    },
    put: (file, record) => {
      records.set(file, record);
    },
    save: () => {
      if (records.size === 0 && compared.names === read.names) return;
      archive.files.put(["files"], pack(compared.names, read, placeOf, records));
    },
  };
}

function isSame(listing: Float64Array, at: number, read: Float64Array, place: number): boolean {
  const [from, to] = [at * listed, place * stamped];
  return isAsRead(
    listing[from] ?? 0,
    listing[from + 1] ?? 0,
    listing[from + 2] ?? 0,
    read[to] ?? 0,
    read[to + 1] ?? 0,
    read[to + 2] ?? 0,
    read[to + 3] ?? 0,
  );
}

function entryAt({ numbers }: PackedFiles, file: string, at: number): CopyFile {
  const [size = 0, mtime = 0, ctime = 0] = numbers.subarray(at * listed, (at + 1) * listed);
  return { file, size, mtime, ctime };
}

function lastAt({ numbers, hashes }: Read, place: number): Suspect["last"] {
  const hash = Buffer.from(hashes.subarray(place * hashBytes, (place + 1) * hashBytes)).toString("hex");
  return { size: numbers[place * stamped] ?? 0, hash };
}

function placesIn(names: string): (name: string) => number | undefined {
  const places = new Map(linesOf(names).map((name, place) => [name, place]));
  return (name) => places.get(name);
}

/** The number of files, their numbers, their hashes, and their names in UTF-8. `placeOf`: where files were, if elsewhere than now. */
function pack(
  names: string,
  read: Read,
  placeOf: ((name: string) => number | undefined) | undefined,
  records: ReadonlyMap<string, FileRecord>,
): Buffer {
  const lines = linesOf(names);
  const text = Buffer.from(names);
  const hashStart = 8 + lines.length * stamped * 8;
  const packed = Buffer.alloc(hashStart + lines.length * hashBytes + text.byteLength);
  packed.writeUInt32LE(lines.length, 0);
  const numbers = new Float64Array(packed.buffer, packed.byteOffset + 8, lines.length * stamped);
  const hashes = packed.subarray(hashStart, hashStart + lines.length * hashBytes);
  if (!placeOf) {
    numbers.set(read.numbers);
    hashes.set(read.hashes);
  }
  for (const [at, name] of lines.entries()) {
    const record = records.get(name);
    const place = record ? undefined : placeOf?.(name);
    if (record) {
      numbers.set([record.size, record.mtime, record.ctime, record.readAt], at * stamped);
      hashes.write(record.hash, at * hashBytes, "hex");
    } else if (place !== undefined) {
      numbers.set(read.numbers.subarray(place * stamped, (place + 1) * stamped), at * stamped);
      hashes.set(read.hashes.subarray(place * hashBytes, (place + 1) * hashBytes), at * hashBytes);
    }
  }
  text.copy(packed, hashStart + hashes.byteLength);
  return packed;
}

function unpack(packed: Buffer | undefined): Read {
  if (!packed) return { names: "", numbers: new Float64Array(), hashes: new Uint8Array() };
  const count = packed.readUInt32LE(0);
  // Numbers in an array must lie at a multiple of eight bytes.
  const aligned = new Uint8Array(packed.subarray(8, 8 + count * stamped * 8));
  const hashStart = 8 + count * stamped * 8;
  const nameStart = hashStart + count * hashBytes;
  return {
    names: packed.toString("utf8", nameStart),
    numbers: new Float64Array(aligned.buffer),
    hashes: packed.subarray(hashStart, nameStart),
  };
}

function linesOf(names: string): string[] {
  return names === "" ? [] : names.split("\n");
}
