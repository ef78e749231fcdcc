import { crc32 } from "node:zlib";

/** The archive holds something that it never wrote. It is thrown away and made anew. */
export class ArchiveDamaged extends Error {
  override readonly name = "ArchiveDamaged";
}

/** A value as the archive stores it: a checksum in four bytes, then JSON. */
export function pack(value: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(value));
  const packed = Buffer.allocUnsafe(json.byteLength + 4);
  packed.writeUInt32LE(crc32(json), 0);
  json.copy(packed, 4);
  return packed;
}

/** The value that was packed. Throws ArchiveDamaged where the bytes are not those that were written. */
export function unpack(packed: Buffer): unknown {
  const json = packed.subarray(4);
  if (packed.byteLength < 5 || packed.readUInt32LE(0) !== crc32(json))
    throw new ArchiveDamaged("a record does not match its checksum");
  return JSON.parse(json.toString());
}
