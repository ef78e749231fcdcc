import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Archive, MediaRecord } from "../archive/archive.ts";
import { openStamps } from "../archive/stamps.ts";
import { readSuspect, type Suspect } from "../desk/changes.ts";
import type { Making } from "../edition/page.ts";
import { blobId } from "../kit/hash.ts";
import type { Problem } from "../kit/problem.ts";
import { someAtATime } from "../kit/some-at-a-time.ts";
import { isFolder, openFolder } from "./folder.ts";
import { packFiles } from "./listing.ts";

/** Files of the media folder that changed since the last edition, by path from the site's root; undefined: gone. */
export type MediaChanges = {
  readonly records: ReadonlyMap<string, MediaRecord | undefined>;
  readonly problems: readonly Problem[];
  /** Keeps how the folder was listed: the records are in the archive by then. To run in a transaction. */
  readonly keep: () => void;
};

/** Where media are printed. */
export const mediaRoot = "/media/";

/** Path on disk of a picture by its path from the site's root. */
export function mediaPath(folder: string, src: string): string {
  return join(folder, src.slice(mediaRoot.length));
}

/** A file of the media folder. Throws where it is no more the one that was planned with. */
export function readSource(src: string, hash: string, making: Making): Uint8Array {
  const bytes = making.media(src);
  if (blobId(bytes) !== hash)
    throw new Error(`${src} was changed while the edition was being printed. Build again.`);
  return bytes;
}

/** Compares the media folder with what the archive knows of it, and looks at what changed, or at all. */
export async function findMediaChanges(
  folder: string,
  archive: Archive,
  readAt: number,
  judgeAll: boolean,
): Promise<MediaChanges> {
  const source = openFolder(folder, "media", () => true);
  const { files, problems } = isFolder(folder) ? source.list() : { files: [], problems: [] };
  const stamps = openStamps(archive, "media");
  const { suspects, gone } = stamps.compare(packFiles(files), judgeAll);
  const look = async (suspect: Suspect): Promise<[string, MediaRecord][]> => {
    const { file, hash, bytes, ...stamp } = readSuspect(suspect, source);
    stamps.put(file, { ...stamp, hash, readAt });
    const src = mediaRoot + file;
    const isKnown = hash === suspect.last?.hash || hash === archive.media.find([src])?.hash;
    if (isKnown && !judgeAll) return [];
    // What a publish without a new picture does not need is not loaded.
    const { studyFile } = await import("./pictures/study.ts");
    return [[src, { ...(await studyFile(file, bytes)), hash }]];
  };
  const studied = await someAtATime(suspects, availableParallelism(), look);
  const left = gone.map((file): [string, undefined] => [mediaRoot + file, undefined]);
  return { records: new Map([...studied.flat(), ...left]), problems, keep: stamps.save };
}
