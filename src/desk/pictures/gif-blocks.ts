/** Applications' own blocks that say how often a picture is played. */
const looping = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);

/**
 * A GIF file without comments, texts, XMP and what follows its end. Undefined where it is not built as the format has
 * it (GIF89a, sections 17 to 27).
 */
export function cleanGif(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!/^GIF8[79]a$/.test(file.toString("latin1", 0, 6)) || file.length < 14) return undefined;
  let at = 13 + tableSize(file[10]);
  const parts: Uint8Array[] = [file.subarray(0, at)];
  while (at < file.length) {
    const introducer = file[at];
    if (introducer === 0x3b) return Buffer.concat([...parts, file.subarray(at, at + 1)]);
    const data =
      introducer === 0x21 ? at + 2 : introducer === 0x2c ? at + 11 + tableSize(file[at + 9]) : undefined;
    const end = data === undefined ? undefined : findEnd(file, data);
    if (end === undefined) return undefined;
    if (introducer === 0x2c || isKept(file, at)) parts.push(file.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Bytes of the colour table that a block's flags announce. */
function tableSize(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Where a run of sub-blocks ends: behind the first empty one. */
function findEnd(file: Buffer, from: number): number | undefined {
  let at = from;
  for (let size = file[at]; size !== undefined; size = file[at]) {
    at += size + 1;
    if (size === 0) return at;
  }
  return undefined;
}

function isKept(file: Buffer, at: number): boolean {
  const label = file[at + 1];
  return label === 0xf9 || (label === 0xff && looping.has(file.toString("latin1", at + 3, at + 14)));
}
