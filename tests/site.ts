import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildFolder, type FolderBuild } from "../src/build-folder.ts";
import type { Summary } from "../src/press/summary.ts";

/** A folder to print, with an output and a cache beside it, in a folder of their own. */
export type Site = {
  readonly root: string;
  readonly folder: string;
  readonly output: string;
  readonly cache: string;
};

/** Files by path; undefined: the file is to go. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** The moment for which tests print, unless they say otherwise. */
export const now = "2026-06-10T12:00:00Z";

/** A masthead to print under, so that no build warns of a missing one. */
export const masthead = JSON.stringify({
  name: "The Test",
  url: "https://test.example/",
  timeZone: "Europe/Dublin",
  language: "en",
});

const roots: string[] = [];
process.once("exit", () => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** A new site in a temporary folder that goes when the process ends. */
export function makeSite(files: Files = {}): Site {
  const root = mkdtempSync(join(tmpdir(), "broadsheet-"));
  roots.push(root);
  const site = {
    root,
    folder: join(root, "folder"),
    output: join(root, "output"),
    cache: join(root, "cache"),
  };
  put(site, files);
  return site;
}

/** Writes files into a site's folder, or removes them. */
export function put({ folder }: Pick<Site, "folder">, files: Files): void {
  for (const [path, data] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (data === undefined) rmSync(file, { force: true });
    else writeFileSync(file, data);
  }
}

/** Prints a site. */
export function print(site: Site, options: FolderBuild["options"] = {}): Promise<Summary> {
  return buildFolder({ ...site, options: { now, ...options } });
}

/** Prints the same folder with neither cache nor output, and gives the output's folder. */
export async function printClean(site: Site, options: FolderBuild["options"] = {}): Promise<string> {
  const clean = { ...site, output: join(site.root, "clean"), cache: join(site.root, "clean-cache") };
  for (const folder of [clean.output, clean.cache]) rmSync(folder, { recursive: true, force: true });
  await print(clean, options);
  return clean.output;
}

/** Every file below a folder with what tells that it was written: inode, time of change, in nanoseconds. */
export function readStamps(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.map((name) => [name, statSync(join(folder, name), { bigint: true })] as const);
  return new Map(
    files.flatMap(([name, stat]) => (stat.isFile() ? [[name, `${stat.ino} ${stat.ctimeNs}`]] : [])),
  );
}

/** Copy of an article: front matter, each value as JSON, and a body. */
export function copyOf(fields: Readonly<Record<string, unknown>>, body = "Words."): string {
  const front = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${front.join("\n")}\n---\n\n${body}\n`;
}

/** The error with which something ends. Throws where it does not. */
export async function failureOf(action: Promise<unknown>): Promise<Error> {
  const ended = await action.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (ended instanceof Error) return ended;
  throw new Error("It did not fail.");
}
