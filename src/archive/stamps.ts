import { isAsRead, type Suspect } from "../desk/changes.ts";
import type { CopyFile } from "../desk/copy-folder.ts";
import { once } from "../kit/once.ts";
import type { Archive, FileRecord } from "./archive.ts";
import { type Matching, matchLines } from "./matching.ts";

/** The files of a folder, packed: their paths in one text, a line each, and size, mtime and ctime of each in one array. */
export type PackedFiles = { readonly names: string; readonly numbers: Float64Array };

/**
 * The files of a folder as they were last read. Each build compares every one of them: so they are kept as one record of
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

/** Opens the stamps of a folder's files. */
export function openStamps(archive: Archive, folder: "articles" | "media"): Stamps {
  const read = unpack(archive.files.find([folder]));
  const records = new Map<string, FileRecord>();
  let compared: PackedFiles = read;
  let matching: Matching | undefined;
  return {
    compare: (listing, judgeAll) => {
      compared = listing;
      const names = once(() => linesOf(listing.names));
      matching = listing.names === read.names ? undefined : matchLines(linesOf(read.names), names());
      const suspects: Suspect[] = [];
      for (let at = 0; at < listing.numbers.length / listed; at++) {
        const place = matching ? matching.placeOf(at) : at;
        if (place !== undefined && !judgeAll && isSame(listing.numbers, at, read.numbers, place)) continue;
        const last = place === undefined || judgeAll ? undefined : lastAt(read, place);
        suspects.push({ ...entryAt(listing, names()[at] ?? "", at), ...(last && { last }) });
      }
      return { suspects, gone: matching?.gone ?? [] };
    },
    put: (file, record) => {
      records.set(file, record);
    },
    save: () => {
      if (records.size === 0 && compared.names === read.names) return;
      archive.files.put([folder], pack(compared.names, read, matching, records));
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

/** The number of files, their numbers, their hashes, and their names in UTF-8. `matching`: where files were, if elsewhere than now. */
function pack(
  names: string,
  read: Read,
  matching: Matching | undefined,
  records: ReadonlyMap<string, FileRecord>,
): Buffer {
  const lines = linesOf(names);
  const text = Buffer.from(names);
  const hashStart = 8 + lines.length * stamped * 8;
  const packed = Buffer.alloc(hashStart + lines.length * hashBytes + text.byteLength);
  packed.writeUInt32LE(lines.length, 0);
  const numbers = new Float64Array(packed.buffer, packed.byteOffset + 8, lines.length * stamped);
  const hashes = packed.subarray(hashStart, hashStart + lines.length * hashBytes);
  const copy = (from: number, to: number, count: number) => {
    numbers.set(read.numbers.subarray(from * stamped, (from + count) * stamped), to * stamped);
    hashes.set(read.hashes.subarray(from * hashBytes, (from + count) * hashBytes), to * hashBytes);
  };
  const { first, last } = matching ?? { first: lines.length, last: 0 };
  copy(0, 0, first);
  copy(read.numbers.length / stamped - last, lines.length - last, last);
  for (const [at, name] of lines.entries()) {
    const record = records.get(name);
    const place = record || at < first || at >= lines.length - last ? undefined : matching?.placeOf(at);
    if (place !== undefined) copy(place, at, 1);
    if (!record) continue;
    numbers.set([record.size, record.mtime, record.ctime, record.readAt], at * stamped);
    hashes.write(record.hash, at * hashBytes, "hex");
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
