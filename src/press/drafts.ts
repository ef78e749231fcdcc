import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../article/body.ts";
import type { Body } from "../edition/page.ts";

/** Bodies of one portion of files, by file: with git's blob id of the copy. */
export type DraftPortion = Readonly<Record<string, readonly [hash: string, draft: Draft]>>;

/** Bodies that were read by an edition's workers, for those who print them: so that no copy is read twice. */
export type Drafts = { readonly find: (body: Body) => Draft | undefined };

/** Portions that are held in memory. */
const mostHeld = 4;

function folderOf(cache: string): string {
  return join(cache, "drafts");
}

/** Throws away what an edition left. */
export function clearDrafts(cache: string): void {
  rmSync(folderOf(cache), { recursive: true, force: true });
}

/** Keeps a portion on disk. */
export function keepDrafts(cache: string, portion: number, drafts: DraftPortion): void {
  mkdirSync(folderOf(cache), { recursive: true });
  writeFileSync(join(folderOf(cache), `${portion}.json`), JSON.stringify(drafts));
}

/** Keeps which files are in which portion. */
export function keepIndex(cache: string, portions: readonly (readonly string[])[]): void {
  mkdirSync(folderOf(cache), { recursive: true });
  writeFileSync(join(folderOf(cache), "index.json"), JSON.stringify(portions));
}

/** The drafts below a cache folder; none where none were kept. */
export function openDrafts(cache: string): Drafts {
  const folder = folderOf(cache);
  const places = new Map<string, number>();
  const held = new Map<number, DraftPortion>();
  const index = join(folder, "index.json");
  const portions: string[][] = existsSync(index) ? JSON.parse(readFileSync(index, "utf8")) : [];
  for (const [number, files] of portions.entries()) for (const file of files) places.set(file, number);
  const load = (number: number): DraftPortion => {
    const path = join(folder, `${number}.json`);
    const portion: DraftPortion = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
    for (const oldest of [...held.keys()].slice(0, held.size - mostHeld + 1)) held.delete(oldest);
    held.set(number, portion);
    return portion;
  };
  return {
    find: (body) => {
      const { file } = body;
      const number = places.get(file);
      if (number === undefined) return undefined;
      const portion = held.get(number) ?? load(number);
      const [hash, draft] = Object.hasOwn(portion, file) ? (portion[file] ?? []) : [];
      // Whoever prints parts of a body looks whether they are those that were planned.
      return "parts" in body || hash === body.copyHash ? draft : undefined;
    },
  };
}
