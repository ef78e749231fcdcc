import { join } from "node:path";
import type { Archive, MediaRecord } from "../archive/archive.ts";
import { mediaOf } from "../archive/receive.ts";
import { openStamps } from "../archive/stamps.ts";
import type { Size } from "../article/teaser.ts";
import { readSuspect } from "../desk/changes.ts";
import type { PageKind } from "../edition/page.ts";
import type { Problem } from "../kit/problem.ts";
import { decodedPath, localPath } from "../kit/url.ts";
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
const mediaRoot = "/media/";

/**
 * The pictures and other files: each is a page that is copied as it is. One that only articles show or link which are
 * not public is not there, nor is the portrait of somebody whom only such articles credit.
 */
export const mediaFile: PageKind<{ readonly hash: string }> = {
  name: "media",
  once: true,
  pagesShowing: (article) => mediaOf(article).filter((src) => src.startsWith(mediaRoot)),
  always: ({ contributors, masthead }) => {
    const portraits = Array.from(contributors.values(), ({ portrait }) => portrait);
    const { logo, icon = [], theme } = masthead;
    return [logo, ...icon, theme?.wordmark, theme?.wordmarkDark, ...portraits]
      .map((src = "") => decodedPath(localPath(src, masthead.url)))
      .filter((src) => src.startsWith(mediaRoot));
  },
  url: (src) => src,
  slice: (src, newsroom) => {
    const hash = newsroom.media(src);
    return hash === undefined ? undefined : { hash };
  },
  make: async (_slice, url, making) => new Map([[url, making.media(url)]]),
};

/** Path on disk of a picture by its path from the site's root. */
export function mediaPath(folder: string, src: string): string {
  return join(folder, src.slice(mediaRoot.length));
}

/** Compares the media folder with what the archive knows of it. */
export async function findMediaChanges(
  folder: string,
  archive: Archive,
  readAt: number,
  judgeAll: boolean,
): Promise<MediaChanges> {
  const records = new Map<string, MediaRecord | undefined>();
  const source = openFolder(folder, "media", () => true);
  const { files, problems } = isFolder(folder) ? source.list() : { files: [], problems: [] };
  const stamps = openStamps(archive, "media");
  const { suspects, gone } = stamps.compare(packFiles(files), judgeAll);
  for (const suspect of suspects) {
    const { file, hash, bytes, ...stamp } = readSuspect(suspect, source);
    stamps.put(file, { ...stamp, hash, readAt });
    if (hash !== suspect.last?.hash)
      records.set(mediaRoot + file, { ...(await sizeOf(bytes)), size: stamp.size, hash });
  }
  for (const file of gone) records.set(mediaRoot + file, undefined);
  return { records, problems, keep: stamps.save };
}

/** Size of a picture in pixels, as it is shown; nothing for a file that is none. */
async function sizeOf(bytes: Uint8Array): Promise<Partial<Size>> {
  // What a publish without a new picture does not need is not loaded.
  const { imageSize } = await import("image-size");
  try {
    const { width, height, orientation } = imageSize(bytes);
    return orientation !== undefined && orientation > 4
      ? { width: height, height: width }
      : { width, height };
  } catch {
    return {};
  }
}
