/** Chunks that decide how the picture looks (WebP Container Specification). */
const kept = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);

/** Bits of `VP8X` that say that there are EXIF and XMP. */
const [exifFlag, xmpFlag] = [0x08, 0x04];

/**
 * A WebP file without EXIF, XMP and what follows its end; `xmp` stands in their place where the file has room for it.
 * Undefined where it is not built as the format has it.
 */
export function cleanWebp(bytes: Uint8Array, xmp?: string): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.toString("latin1", 0, 4) !== "RIFF" || file.toString("latin1", 8, 12) !== "WEBP") return undefined;
  const last = file.readUInt32LE(4) + 8;
  if (last > file.length) return undefined;
  const parts: Uint8Array[] = [];
  let isExtended = false;
  for (let at = 12; at < last; ) {
    if (at + 8 > last) return undefined;
    const size = file.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > last) return undefined;
    const type = file.toString("latin1", at, at + 4);
    isExtended ||= type === "VP8X";
    if (kept.has(type))
      parts.push(type === "VP8X" ? flagged(file.subarray(at, end), xmp) : file.subarray(at, end));
    at = end;
  }
  if (isExtended && xmp !== undefined) parts.push(creditChunk(xmp));
  const content = Buffer.concat(parts);
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(content.length + 4, 4);
  return content.length > 0 ? Buffer.concat([head, content]) : undefined;
}

function flagged(chunk: Uint8Array, xmp: string | undefined): Uint8Array {
  const copy = Buffer.from(chunk);
  copy[8] = ((copy[8] ?? 0) & ~(exifFlag | xmpFlag)) | (xmp === undefined ? 0 : xmpFlag);
  return copy;
}

function creditChunk(xmp: string): Uint8Array {
  const content = Buffer.from(xmp);
  const head = Buffer.from("XMP \0\0\0\0", "latin1");
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}
