import { crc32 } from "node:zlib";

/** The archive holds something that it never wrote. It is thrown away and made anew. */
export class ArchiveDamaged extends Error {
  override readonly name = "ArchiveDamaged";
}

/** How the archive stores values: behind a checksum in four bytes. `unpack` throws ArchiveDamaged where the bytes are not those that were written. */
export type Codec<Value> = {
  readonly pack: (value: Value) => Buffer;
  readonly unpack: (packed: Buffer) => Value;
};

/** Values as they are. */
export const bytes: Codec<Buffer> = {
  pack: (value) => {
    const packed = Buffer.allocUnsafe(value.byteLength + 4);
    packed.writeUInt32LE(crc32(value), 0);
    value.copy(packed, 4);
    return packed;
  },
  unpack: (packed) => {
    const value = packed.subarray(4);
    if (packed.byteLength < 4 || packed.readUInt32LE(0) !== crc32(value))
      throw new ArchiveDamaged("a record does not match its checksum");
    return value;
  },
};

/** Values as JSON. */
export const json: Codec<unknown> = {
  pack: (value) => bytes.pack(Buffer.from(JSON.stringify(value))),
  unpack: (packed) => JSON.parse(bytes.unpack(packed).toString()),
};
