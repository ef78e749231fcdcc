import type { Picture } from "../article/article.ts";
import { focusOf } from "../article/picture-crop.ts";
import { cropFiles, type Raster, shareFiles, wholeFiles } from "../article/picture-files.ts";
import type { KnownPicture, ShownPicture, Size } from "../article/teaser.ts";
import { present } from "../kit/record.ts";
import { decodedPath, safeUrl } from "../kit/url.ts";
import type { Newsroom } from "./newsroom.ts";

/** Kinds of page that make the files of pictures: of whole ones, and of their crops. */
export const pictureKind = "media";
export const cropKind = "picture-crop";

/** What is known of a picture of the media folder; undefined of any other. */
export function knownPicture(src: string, newsroom: Newsroom): KnownPicture | undefined {
  const raster = newsroom.raster(src);
  return raster ? describe(src, raster, newsroom) : newsroom.size(src);
}

/** A picture with what is known of its file, and its crop; undefined where there is none, or its address may not be shown. */
export function shownPicture(
  picture: Picture | undefined,
  newsroom: Newsroom,
  shape: "card" | "portrait" = "card",
): ShownPicture | undefined {
  const src = picture && safeUrl(picture.src);
  if (!picture || !src) return undefined;
  const raster = newsroom.raster(picture.src);
  if (!raster)
    return newsroom.isBroken(picture.src) ? undefined : { ...picture, src, ...newsroom.size(picture.src) };
  const crop = newsroom.prints(cropKind)
    ? cropFiles(decodedPath(picture.src), raster, shape, focusOf(picture))
    : undefined;
  return present({ ...picture, src, ...describe(picture.src, raster, newsroom), crop });
}

function describe(src: string, raster: Raster, newsroom: Newsroom): KnownPicture {
  const { width, height, tone, isAnimated } = raster;
  const files = newsroom.prints(pictureKind) ? wholeFiles(decodedPath(src), raster) : undefined;
  return present({ width, height, tone, isAnimated, files });
}

/** A picture as search engines and social networks are told of it. */
export type SharedPicture = Picture & Partial<Size>;

/**
 * A picture for search engines and social networks: as its crops, which are JPEG, the first the one for the latter;
 * where none are made as it is; none where there is none.
 */
export function sharedPictures(picture: Picture | undefined, newsroom: Newsroom): readonly SharedPicture[] {
  const src = picture && safeUrl(picture.src);
  if (!picture || !src || newsroom.isBroken(picture.src)) return [];
  const raster = newsroom.prints(cropKind) ? newsroom.raster(picture.src) : undefined;
  const crops = raster ? shareFiles(decodedPath(picture.src), raster, focusOf(picture)) : [];
  if (crops.length === 0) return [{ ...picture, src, ...newsroom.size(picture.src) }];
  return crops.map(({ path, width, height }) => ({ ...picture, src: path, width, height }));
}
