import { mediaOf } from "../../archive/receive.ts";
import { listMarks } from "../../article/masthead.ts";
import { listPictureFiles, type Raster, wholeFiles } from "../../article/picture-files.ts";
import type { Making, PageKind } from "../../edition/page.ts";
import { pictureKind } from "../../edition/pictures.ts";
import { decodedPath, localPath } from "../../kit/url.ts";
import { mediaRoot, readSource } from "../media.ts";
import { makerName } from "./settings.ts";

/** A file of the media folder; where it is a picture of pixels, that picture, and what makes its files. */
export type MediaFile = {
  readonly hash: string;
  readonly raster?: Raster;
  readonly by?: string;
};

/**
 * The pictures and other files. A picture of pixels is published without what its file says of place, time and camera,
 * and beside it the same picture in other widths and forms; everything else is copied as it is. What only articles show
 * or link which are not public is not there, nor is the portrait of somebody whom only such articles credit.
 */
export const mediaFile: PageKind<MediaFile> = {
  name: pictureKind,
  once: true,
  pagesShowing: (article) => mediaOf(article).filter((src) => src.startsWith(mediaRoot)),
  always: ({ contributors, masthead }) => {
    const portraits = Array.from(contributors.values(), ({ portrait }) => portrait);
    return [...listMarks(masthead).map(({ src }) => src), ...portraits]
      .map((src = "") => decodedPath(localPath(src, masthead.url)))
      .filter((src) => src.startsWith(mediaRoot));
  },
  shares: makerName,
  url: (src) => src,
  slice: (src, newsroom) => {
    const hash = newsroom.media(src);
    if (hash === undefined) return undefined;
    const raster = newsroom.raster(src);
    return raster ? { hash, raster, by: makerName() } : { hash };
  },
  make: async ({ hash, raster, by = "" }, url, making) =>
    raster ? makePicture(url, raster, by, making) : new Map([[url, readSource(url, hash, making)]]),
};

async function makePicture(src: string, raster: Raster, by: string, making: Making) {
  // What a publish without a new picture does not need is not loaded.
  const { openNegative } = await import("./renditions.ts");
  const { publishKept, publishMade } = await import("./original.ts");
  const negative = openNegative(src, raster, by, making);
  const publish = raster.isKept ? publishKept : publishMade;
  const files = new Map([[src, await publish(src, negative)]]);
  const made = wholeFiles(src, raster);
  for (const file of made ? listPictureFiles(made) : []) files.set(file.path, await negative.make(file));
  return files;
}
