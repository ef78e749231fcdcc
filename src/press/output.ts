import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Archive, Meta } from "../archive/archive.ts";
import { printedKey } from "../edition/commit.ts";
import type { Removal } from "../edition/plan.ts";
import { compareText } from "../kit/compare-text.ts";
import { filePath, isInside, replaceFile } from "./printed-file.ts";

/** Folder in the output that says which edition it holds and which files Broadsheet printed. It holds nothing else. */
const folderName = ".broadsheet";

/** There while an edition is being printed: the pages that it began. */
const journal = "begun.json";

/** There while pages of several files are being made: a line for each file, before it is written. */
const fileJournal = "begun-files.jsonl";

/** What the output says of itself. */
export type Marker = {
  /** Id of the edition that it holds. */
  readonly edition: string;
  /** Set while it is being changed: the attempt of the archive that changes it, and its token. */
  readonly printing?: { readonly attempt: number; readonly token: string };
};

/** Why the output is not what the archive remembers, or undefined where it is. */
export function findMismatch(output: string, meta: Meta): string | undefined {
  const marker = readMarker(output);
  if (meta.edition === "") return marker ? "the cache has no edition of it" : "this is the first edition";
  if (!marker) return existsSync(output) ? "the output folder holds no edition" : "there is no output folder";
  if (marker.printing) {
    const { attempt, token } = marker.printing;
    const isRemembered = token === meta.token && marker.edition === meta.before;
    const isForeign = marker.edition !== meta.edition || attempt > meta.attempt;
    const isReadable =
      Array.isArray(readJson(join(output, folderName, journal))) &&
      !listBegunFiles(output).includes(undefined);
    if (!isReadable || (!isRemembered && isForeign))
      return "the output was left half printed by an edition that the cache does not know";
    return undefined;
  }
  return marker.edition === meta.edition ? undefined : "output and cache hold different editions";
}

/**
 * Notes in the output that it is being changed, and which of its pages, before the first of them is touched: where the
 * edition is not finished, their files are not trusted.
 */
export function beginOutput(output: string, marker: Marker, begun: readonly Removal[]): void {
  const lines = begun.map(({ kind, key, url }) => JSON.stringify([kind, key, url]));
  replaceFile(join(output, folderName, journal), `[\n${lines.join(",\n")}\n]\n`);
  rmSync(join(output, folderName, fileJournal), { force: true });
  writeMarker(output, marker);
}

/** Notes in the output which further files a page begins, before the first of them is written. */
export function beginFiles(output: string, files: readonly Removal[]): void {
  const lines = files.map(({ kind, key, url }) => `${JSON.stringify([kind, key, url])}\n`);
  appendFileSync(join(output, folderName, fileJournal), lines.join(""));
}

/** Pages that unfinished editions began to print or to remove. */
export function listBegun(output: string): Removal[] {
  const begun = readJson(join(output, folderName, journal));
  const pages = Array.isArray(begun) ? begun : [];
  const files = listBegunFiles(output).filter((file) => file !== undefined);
  return [...pages, ...files].map(([kind, key, url]) => ({ kind, key, url }));
}

/** A last line that was cut off is of files that were not written; undefined stands for a line that a machine left unreadable when it went down. */
function listBegunFiles(output: string): (readonly [string, string, string] | undefined)[] {
  const file = join(output, folderName, fileJournal);
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
  return lines.map((line) => {
    const read = parseJson(line);
    return Array.isArray(read) && read.length === 3 ? (read as [string, string, string]) : undefined;
  });
}

/** Files that the output says Broadsheet printed, whatever the archive knows. */
export function listPrinted(output: string): string[] {
  const folder = join(output, folderName);
  const finished = listShares(folder).flatMap((share) => Object.keys(readRecord(shareFile(folder, share))));
  return [...finished, ...listBegun(output).map(({ url }) => url)].filter(
    (url) => url.startsWith("/") && isInside(output, filePath(url)),
  );
}

/** Whether an edition was begun in the output and not finished. */
export function isBegun(output: string): boolean {
  return readMarker(output)?.printing !== undefined;
}

/**
 * Writes what the output says of itself: each printed file with its SHA-256, in as many shares as keep one small,
 * of which only those with a changed file are written; then the edition's id. `changed`: URLs.
 */
export function finishOutput(
  output: string,
  archive: Archive,
  changed: readonly string[] | "all",
  edition: string,
): void {
  const folder = join(output, folderName);
  const digits = shareDigits(archive.printed.count());
  const isAll = changed === "all" || listShares(folder).some((share) => share.length !== digits);
  if (isAll) for (const share of listShares(folder)) rmSync(shareFile(folder, share));
  const shares = isAll
    ? allShares(digits)
    : new Set(changed.map((url) => printedKey(url)[0].slice(0, digits)));
  for (const share of shares) writeShare(folder, archive, share);
  const marker = readMarker(output);
  if (marker?.edition !== edition || marker.printing) writeMarker(output, { edition });
  for (const name of [journal, fileJournal]) rmSync(join(folder, name), { force: true });
}

function listShares(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.flatMap((name) => /^pages-?([0-9a-f]*)\.json$/.exec(name)?.[1] ?? []);
}

function shareFile(folder: string, share: string): string {
  return join(folder, share ? `pages-${share}.json` : "pages.json");
}

function writeShare(folder: string, archive: Archive, share: string): void {
  const file = shareFile(folder, share);
  const files: Record<string, string> = {};
  for (const [key, hash] of archive.printed.from([share])) {
    if (!String(key[0]).startsWith(share)) break;
    files[String(key[1])] = hash;
  }
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => compareText(a, b)));
  if (Object.keys(sorted).length === 0) rmSync(file, { force: true });
  else replaceFile(file, `${JSON.stringify(sorted, null, 1)}\n`);
}

/** A share holds about a thousand files at most; their number follows from the number of files alone. */
function shareDigits(files: number): number {
  return files < 1_000 ? 0 : files < 16_000 ? 1 : files < 256_000 ? 2 : 3;
}

function allShares(digits: number): string[] {
  return Array.from({ length: 16 ** digits }, (_, at) =>
    digits === 0 ? "" : at.toString(16).padStart(digits, "0"),
  );
}

function readMarker(output: string): Marker | undefined {
  const marker = readRecord(join(output, folderName, "edition.json"));
  return typeof marker.edition === "string" ? (marker as unknown as Marker) : undefined;
}

/** An edition that changes nothing writes nothing: the file's time says when the output last changed. */
function writeMarker(output: string, marker: Marker): void {
  const file = join(output, folderName, "edition.json");
  const text = `${JSON.stringify(marker)}\n`;
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) replaceFile(file, text);
}

function readRecord(file: string): { readonly edition?: unknown; readonly [key: string]: unknown } {
  const data = readJson(file);
  return typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
}

function readJson(file: string): unknown {
  return existsSync(file) ? parseJson(readFileSync(file, "utf8")) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
