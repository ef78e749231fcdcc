import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Archive } from "../archive/archive.ts";
import { type PrintedFile, printedKey } from "../edition/commit.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { Making } from "../edition/page.ts";
import { type FingerprintedKind, filesOf } from "../edition/plan.ts";
import { sha256 } from "../kit/hash.ts";
import { someAtATime } from "../kit/some-at-a-time.ts";
import type { Bodies } from "./bodies.ts";
import type { ComposedPage } from "./composing.ts";
import { mediaPath } from "./media.ts";
import { beginFiles } from "./output.ts";
import { filePath, removePrinted, replaceFile } from "./printed-file.ts";
import type { SiteFolders } from "./setup.ts";
import { openTheme } from "./theme.ts";

/** What was made: pages, and URLs of files that went since their pages have them no more. */
export type Made = { readonly printed: readonly PrintedFile[]; readonly removed: readonly string[] };

/** Where pages of bytes are made into. */
export type MakingRoom = {
  readonly archive: Archive;
  readonly kinds: readonly FingerprintedKind[];
  readonly newsroom: Newsroom;
  readonly bodies: Pick<Bodies, "textOf">;
  readonly folders: Pick<SiteFolders, "output" | "media" | "cache" | "theme">;
  /** Whether the output is not what the archive remembers, so that each file is written. */
  readonly isForeign: boolean;
  /** URLs of files that unfinished editions began. */
  readonly begun: ReadonlySet<string>;
  readonly tell: (done: number, all: number) => void;
};

/** Makes the pages that consist of bytes, some at a time, and writes those of their files that changed. */
export async function makePages(pages: readonly ComposedPage[], room: MakingRoom): Promise<Made> {
  const { kinds, tell } = room;
  const makers = new Map(kinds.map(({ kind }) => [kind.name, kind]));
  const making = openMaking(room);
  const printed: PrintedFile[] = [];
  const removed: string[] = [];
  await someAtATime(pages, availableParallelism(), async (page) => {
    const files = await makers.get(page.kind)?.make?.(page.slice, page.url, making);
    if (!files) return;
    const made = writeFiles(page, files, room);
    printed.push(made.page);
    removed.push(...made.removed);
    tell(printed.length, pages.length);
  });
  return { printed, removed };
}

function writeFiles(
  { kind, key, url, fingerprint }: ComposedPage,
  files: ReadonlyMap<string, Uint8Array>,
  { archive, folders: { output }, isForeign, begun }: MakingRoom,
): { readonly page: PrintedFile; readonly removed: readonly string[] } {
  const others = [...files.keys()].filter((file) => file !== url);
  if (others.length === files.size) throw new Error(`The ${kind} ${key} made no file for ${url}.`);
  if (others.length > 0)
    beginFiles(
      output,
      others.map((file) => ({ kind, key, url: file })),
    );
  const former = filesOf(archive.pages.find([kind, key])).slice(1);
  const removed = former.filter((file) => !files.has(file));
  for (const file of removed) removePrinted(output, file);
  const hashes = new Map<string, string>();
  for (const [file, bytes] of files) {
    const hash = sha256(bytes);
    hashes.set(file, hash);
    const lies = !isForeign && !begun.has(file) && archive.printed.find(printedKey(file)) === hash;
    if (!lies) replaceFile(join(output, filePath(file)), bytes);
  }
  const hash = hashes.get(url) ?? "";
  hashes.delete(url);
  return {
    page: { kind, key, url, fingerprint, hash, ...(hashes.size > 0 && { others: hashes }) },
    removed,
  };
}

/** Names another folder than the cache's for what was made, which any number of caches may share. */
const folderVariable = "BROADSHEET_MADE";

/** What was made is kept in a folder, by its name. */
function openMaking({ newsroom, bodies, folders: { media, cache, theme } }: MakingRoom): Making {
  const kept = process.env[folderVariable] || join(cache, "made");
  return {
    newsroom,
    text: bodies.textOf,
    theme: openTheme(theme).findBytes,
    media: (src) => readFileSync(mediaPath(media, src)),
    kept: async (name, make) => {
      const id = sha256(name);
      const file = join(kept, id.slice(0, 2), id.slice(2));
      const known = existsSync(file) ? readFileSync(file) : undefined;
      const bytes = known && unsealed(known);
      if (bytes) return bytes;
      const made = await make();
      replaceFile(file, Buffer.concat([sealOf(made), made]), `${file}.${randomUUID()}`);
      return made;
    },
  };
}

/** What stands before bytes that are kept: their SHA-256, since a machine that goes down may leave others in their place. */
function sealOf(bytes: Uint8Array): Buffer {
  return Buffer.from(sha256(bytes), "hex");
}

/** Bytes that were kept; undefined where they are not what was kept. */
function unsealed(kept: Buffer): Uint8Array | undefined {
  const bytes = kept.subarray(sealBytes);
  return sealOf(bytes).equals(kept.subarray(0, sealBytes)) ? bytes : undefined;
}

const sealBytes = 32;
