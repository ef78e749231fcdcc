/** Markers that have no length after them: restarts, and one that stands alone. */
const isBare = (marker: number) => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;

const [startOfImage, endOfImage, startOfScan] = [0xd8, 0xd9, 0xda];

/**
 * A JPEG file without what says where, when and by whom it was made (EXIF, XMP, IPTC, comments, previews, whatever
 * follows its end), each byte of the picture as it was; `xmp` stands in their place. Undefined where it is not built as
 * ISO/IEC 10918-1, annex B, has it.
 */
export function cleanJpeg(bytes: Uint8Array, xmp?: string): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return undefined;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let hasCredit = xmp === undefined;
  for (let at = 2; ; ) {
    const segment = findSegment(bytes, at);
    if (!segment) return undefined;
    const { marker, start, end } = segment;
    const part = keptPart(marker, bytes.subarray(start, end));
    // JFIF says that its own segment comes first.
    if (!hasCredit && marker !== 0xe0) {
      kept.push(creditSegment(xmp ?? ""));
      hasCredit = true;
    }
    if (part) kept.push(part);
    if (marker === endOfImage) return Buffer.concat(kept);
    at = end;
    if (marker !== startOfScan) continue;
    const scanEnd = findScanEnd(bytes, at);
    if (scanEnd === undefined) return undefined;
    kept.push(bytes.subarray(at, scanEnd));
    at = scanEnd;
  }
}

type Segment = { readonly marker: number; readonly start: number; readonly end: number };

function findSegment(bytes: Uint8Array, from: number): Segment | undefined {
  let at = from;
  if (bytes[at] !== 0xff) return undefined;
  while (bytes[at + 1] === 0xff) at++;
  const marker = bytes[at + 1];
  if (marker === undefined || marker === 0 || marker === startOfImage) return undefined;
  if (marker === endOfImage || isBare(marker)) return { marker, start: at, end: at + 2 };
  const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  const end = at + 2 + length;
  return length < 2 || end > bytes.length ? undefined : { marker, start: at, end };
}

/** Where the compressed data end that follow a scan's header: at the next marker that is no restart. */
function findScanEnd(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return undefined;
    if (next !== 0 && next !== 0xff && !isBare(next)) return at;
  }
  return undefined;
}

/** A segment as it is to stay: tables, frames and scans; of applications' own only JFIF's without its preview, the colour profile, and Adobe's, without which colours are others. */
function keptPart(marker: number, segment: Uint8Array): Uint8Array | undefined {
  if (marker === 0xe0) return isNamed(segment, "JFIF\0") ? withoutPreview(segment) : undefined;
  if (marker === 0xe2) return isNamed(segment, "ICC_PROFILE\0") ? segment : undefined;
  if (marker === 0xee) return isNamed(segment, "Adobe") ? segment : undefined;
  const isOther = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe || isBare(marker);
  return isOther ? undefined : segment;
}

function isNamed(segment: Uint8Array, name: string): boolean {
  return Buffer.from(segment.subarray(4, 4 + name.length)).toString("latin1") === name;
}

function withoutPreview(segment: Uint8Array): Uint8Array {
  if (segment.length < 18) return segment;
  const bare = Buffer.from(segment.subarray(0, 18));
  bare.writeUInt16BE(16, 2);
  bare.writeUInt16BE(0, 16);
  return bare;
}

function creditSegment(xmp: string): Uint8Array {
  const content = Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
