import { join } from "node:path";
import type { Archive, MediaRecord } from "../archive/archive.ts";
import { mediaOf } from "../archive/receive.ts";
import type { Size } from "../article/teaser.ts";
import { listSuspects, readSuspect } from "../desk/changes.ts";
import type { PageKind } from "../edition/page.ts";
import type { Problem } from "../kit/problem.ts";
import { decodedPath, localPath } from "../kit/url.ts";
import { isFolder, openFolder } from "./folder.ts";

/** Files of the media folder that changed since the last edition, by path from the site's root; undefined: gone. */
export type MediaChanges = {
  readonly records: ReadonlyMap<string, MediaRecord | undefined>;
  readonly problems: readonly Problem[];
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
    return [masthead.logo, ...(masthead.icon ?? []), ...portraits]
      .map((src = "") => decodedPath(localPath(src, masthead.url)))
      .filter((src) => src.startsWith(mediaRoot));
  },
  url: (src) => src,
  slice: (src, newsroom) => {
    const hash = newsroom.media(src);
    return hash === undefined ? undefined : { hash };
  },
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
  const listed = files.map((entry) => ({ ...entry, src: mediaRoot + entry.file }));
  const lastRead = (file: string) => archive.media.find([mediaRoot + file]);
  for (const suspect of listSuspects(files, lastRead, judgeAll)) {
    const { file, hash, bytes, ...stamp } = readSuspect(suspect, source);
    const known = hash === suspect.last?.hash ? lastRead(file) : undefined;
    records.set(mediaRoot + file, { ...(known ?? (await sizeOf(bytes))), ...stamp, hash, readAt });
  }
  const present = new Set(listed.map(({ src }) => src));
  for (const [[src]] of archive.media.from([]))
    if (!present.has(String(src))) records.set(String(src), undefined);
  return { records, problems };
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
