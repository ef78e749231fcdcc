import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { PrintedFile } from "../edition/commit.ts";
import type { BuiltEvent } from "../host.ts";
import { sha256 } from "../kit/hash.ts";
import type { ComposedPage } from "./composing.ts";
import { filePath } from "./printed-file.ts";

/** Looks whether every page lies on disk as Eleventy made it. Throws where one is missing or cut off. */
export function checkPrinted(
  pages: readonly ComposedPage[],
  output: string,
  results: BuiltEvent["results"],
): PrintedFile[] {
  const contents = new Map<string, string>();
  for (const { outputPath, content } of results) {
    if (outputPath) contents.set(resolve(outputPath), String(content));
  }
  return pages.map(({ kind, key, url, fingerprint }) => {
    const path = resolve(output, filePath(url));
    return { kind, key, url, fingerprint, hash: hashPrinted(path, url, contents) };
  });
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
