import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Plan } from "../edition/plan.ts";
import type { BuiltEvent } from "../host.ts";
import { sha256 } from "../kit/hash.ts";
import { mediaPath } from "./media.ts";
import { filePath, replaceFile } from "./printed-file.ts";
import type { SiteFolders } from "./setup.ts";

/**
 * Copies the pictures of an edition, and looks whether every page lies on disk as Eleventy made it.
 * Gives the SHA-256 of each printed file by URL. Throws where one is missing or cut off.
 */
export function checkPrinted(
  plan: Plan,
  { output, media }: SiteFolders,
  results: BuiltEvent["results"],
): Map<string, string> {
  const contents = new Map<string, string>();
  for (const { outputPath, content } of results) {
    if (outputPath) contents.set(resolve(outputPath), String(content));
  }
  const hashes = new Map<string, string>();
  for (const { kind, key, url } of plan.print) {
    const path = resolve(output, filePath(url));
    hashes.set(
      url,
      kind === "media" ? copyPicture(mediaPath(media, key), path) : hashPrinted(path, url, contents),
    );
  }
  return hashes;
}

function copyPicture(from: string, to: string): string {
  const bytes = readFileSync(from);
  replaceFile(to, bytes);
  return sha256(bytes);
}

function hashPrinted(path: string, url: string, contents: ReadonlyMap<string, string>): string {
  const content = contents.get(path);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (content === undefined || size !== Buffer.byteLength(content)) {
    throw new Error(
      `${url} was not printed whole. Is the disk full, or does Eleventy run with --incremental? ` +
        "Broadsheet prints only what changed anyway: run Eleventy without it.",
    );
  }
  return sha256(content);
}
