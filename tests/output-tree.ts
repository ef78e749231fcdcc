import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Every file below a folder with the SHA-256 of its bytes, by path in order. */
export function readTree(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(
    files.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );
}

/** Every file and folder below a folder by path: a file with its bytes as text (latin1), unpacked where it is packed; a folder with none. */
export function readTexts(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return new Map(
    names.map((name) => {
      const isFile = statSync(join(folder, name)).isFile();
      return [name, isFile ? unpacked(readFileSync(join(folder, name))).toString("latin1") : ""];
    }),
  );
}

function unpacked(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** How two trees differ, a line each: `+` only in the second, `-` only in the first, `≠` other bytes. Empty: not at all. */
export function compareTrees(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  const names = [...new Set([...a.keys(), ...b.keys()])].sort();
  return names.flatMap((name) => {
    if (!a.has(name)) return [`+ ${name}`];
    if (!b.has(name)) return [`- ${name}`];
    return a.get(name) === b.get(name) ? [] : [`≠ ${name}`];
  });
}
