import { crc32 } from "node:zlib";

const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** Chunks that decide how the picture looks, moving ones among them (PNG, third edition, section 11). */
const kept = new Set(
  "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT".split(" "),
);

/**
 * A PNG file without its texts, times and EXIF, nor what follows its end; `xmp` stands in their place. Undefined where
 * it is not built as the format has it.
 */
export function cleanPng(bytes: Uint8Array, xmp?: string): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!file.subarray(0, 8).equals(signature)) return undefined;
  const parts: Uint8Array[] = [signature];
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    if (end > file.length || (at === 8 && type !== "IHDR")) return undefined;
    if (kept.has(type)) parts.push(file.subarray(at, end));
    if (type === "IHDR" && xmp !== undefined) parts.push(creditChunk(xmp));
    if (type === "IEND") return Buffer.concat(parts);
    at = end;
  }
  return undefined;
}

function creditChunk(xmp: string): Uint8Array {
  const content = Buffer.from(`iTXtXML:com.adobe.xmp\0\0\0\0\0${xmp}`);
  const chunk = Buffer.alloc(content.length + 8);
  chunk.writeUInt32BE(content.length - 4, 0);
  content.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(content), content.length + 4);
  return chunk;
}
