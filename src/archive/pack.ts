import { crc32 } from "node:zlib";

/** The archive holds something that it never wrote. It is thrown away and made anew. */
export class ArchiveDamaged extends Error {
  override readonly name = "ArchiveDamaged";
}

/** How the archive stores values: with a checksum behind them. `unpack` throws ArchiveDamaged where the bytes are not those that were written. */
export type Codec<Value> = {
  readonly pack: (value: Value) => Buffer;
  readonly unpack: (packed: Buffer) => Value;
};

const checksumBytes = 4;

/** CRC-32 of whatever bytes and of their own CRC-32 behind them, the lowest byte first: so no part need be cut out. */
const residue = 0x2144df1c;

/** Values as they are. */
export const bytes: Codec<Buffer> = {
  pack: (value) => {
    const packed = Buffer.allocUnsafe(value.byteLength + checksumBytes);
    value.copy(packed);
    packed.writeUInt32LE(crc32(value), value.byteLength);
    return packed;
  },
  unpack: (packed) => {
    check(packed);
    return packed.subarray(0, -checksumBytes);
  },
};

/** Values as JSON. */
export const json: Codec<unknown> = {
  pack: (value) => bytes.pack(Buffer.from(JSON.stringify(value))),
  unpack: (packed) => {
    check(packed);
    return JSON.parse(packed.toString("utf8", 0, packed.byteLength - checksumBytes));
  },
};

function check(packed: Buffer): void {
  if (packed.byteLength < checksumBytes || crc32(packed) !== residue)
    throw new ArchiveDamaged("a record does not match its checksum");
}
