import { crc32, deflateSync } from "node:zlib";

/** A colour: red, green, blue, and how little shines through, each from 0 to 255. */
export type Colour = readonly [number, number, number, number?];

/** A PNG of one colour. */
export function pngOf(
  width: number,
  height: number,
  [red, green, blue, alpha = 255]: Colour = [40, 90, 160],
): Uint8Array {
  const row = Buffer.alloc(1 + width * 4);
  for (let x = 0; x < width; x++) row.set([red, green, blue, alpha], 1 + x * 4);
  const header = Buffer.from([...bigEndian(width), ...bigEndian(height), 8, 6, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A chunk of a PNG. */
export function chunk(type: string, data: Uint8Array): Uint8Array {
  const content = Buffer.concat([Buffer.from(type, "latin1"), data]);
  return Buffer.concat([
    Buffer.from(bigEndian(data.length)),
    content,
    Buffer.from(bigEndian(crc32(content))),
  ]);
}

/** A GIF of one colour; `frames`: of two colours by turns, so that it moves. */
export function gifOf(width: number, height: number, frames = 1): Uint8Array {
  const size = [width & 255, width >> 8, height & 255, height >> 8];
  const table = [40, 90, 160, 200, 120, 60];
  const loop = frames > 1 ? [0x21, 0xff, 11, ...Buffer.from("NETSCAPE2.0"), 3, 1, 0, 0, 0] : [];
  const pictures = Array.from({ length: frames }, (_, at) => [
    ...[0x21, 0xf9, 4, 0, 10, 0, 0, 0],
    ...[0x2c, 0, 0, 0, 0, ...size, 0],
    ...pixelsOf(width * height, at % 2),
  ]);
  return Buffer.from([
    ...Buffer.from("GIF89a"),
    ...size,
    0x80,
    0,
    0,
    ...table,
    ...loop,
    ...pictures.flat(),
    0x3b,
  ]);
}

/** Pixels of one colour as a GIF packs them, its table of codes cleared before it grows. */
function pixelsOf(count: number, colour: number): number[] {
  const [clear, end] = [4, 5];
  const codes = Array.from({ length: count }, (_, at) => (at % 2 ? [colour] : [clear, colour])).flat();
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const code of [...codes, end]) {
    held |= code << bits;
    bits += 3;
    for (; bits >= 8; bits -= 8, held >>= 8) bytes.push(held & 255);
  }
  if (bits > 0) bytes.push(held);
  const blocks: number[] = [2];
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.slice(at, at + 255);
    blocks.push(block.length, ...block);
  }
  return [...blocks, 0];
}

function bigEndian(number: number): number[] {
  return [(number >>> 24) & 255, (number >>> 16) & 255, (number >>> 8) & 255, number & 255];
}
