import { hash } from "node:crypto";

/** Git's blob id of a file's bytes: what `git hash-object` prints. */
export function blobId(bytes: Uint8Array): string {
  return hash("sha1", Buffer.concat([Buffer.from(`blob ${bytes.byteLength}\0`), bytes]), "hex");
}

/** SHA-256 as hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return hash("sha256", data, "hex");
}

/** SHA-256 of data as JSON. Its keys count in the order in which they were made. */
export function hashOf(data: unknown): string {
  return sha256(JSON.stringify(data) ?? "undefined");
}

/** Two hexadecimal hashes of one length, added bit by bit: the same again takes it away, and the order does not count. */
export function xorHex(a: string, b: string): string {
  const [x, y] = [Buffer.from(a, "hex"), Buffer.from(b, "hex")];
  return Buffer.from(x.map((byte, at) => byte ^ (y[at] ?? 0))).toString("hex");
}

/** A text as a whole number of 32 bits (FNV-1a over its UTF-16 units): to compare much, where a rare mistake does no harm. */
export function numberOf(text: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
  return number | 0;
}
