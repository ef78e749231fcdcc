import type { Metadata, Sharp } from "sharp";
import { cleanGif } from "../../desk/pictures/gif-blocks.ts";
import { cleanJpeg } from "../../desk/pictures/jpeg-segments.ts";
import { readCredit, renderCredit } from "../../desk/pictures/picture-credit.ts";
import { kindOfPicture, type RasterForm } from "../../desk/pictures/picture-kind.ts";
import { cleanPng } from "../../desk/pictures/png-chunks.ts";
import { cleanWebp } from "../../desk/pictures/webp-chunks.ts";
import { openDarkroom } from "./darkroom.ts";
import type { Negative } from "./renditions.ts";
import { published } from "./settings.ts";

type Words = Pick<Metadata, "xmpAsString" | "iptc" | "exif" | "xmp">;

/**
 * A picture's own bytes without what they say of place, time and camera, but with its credit: nothing of the picture
 * itself is made anew. Undefined where that cannot be done.
 */
export function cleanOf(bytes: Uint8Array, form: RasterForm, words: Words): Uint8Array | undefined {
  const credit = creditOf(words);
  if (form === "jpeg") return cleanJpeg(bytes, credit);
  if (form === "png") return cleanPng(bytes, credit);
  if (form === "webp") return cleanWebp(bytes, credit);
  if (form === "gif") return cleanGif(bytes);
  // What an AVIF says lies all over it: one that says nothing stays.
  return form === "avif" && !words.exif && !words.xmp ? bytes : undefined;
}

/** A picture as it is published under its own name: pixel for pixel. */
export async function publishKept(src: string, { source }: Negative): Promise<Uint8Array> {
  const words = await (await openDarkroom()).describe(source());
  const form = kindOfPicture(src);
  const clean = form && form !== "svg" ? cleanOf(source(), form, words) : undefined;
  if (!clean) throw new Error(`${src} cannot be published as it is.`);
  return clean;
}

/** A picture as it is published under its own name: made anew, upright and no larger than it need be, in the form that its name says. */
export function publishMade(src: string, { source, print, kept }: Negative): Promise<Uint8Array> {
  const form = kindOfPicture(src);
  if (!form || form === "svg") throw new Error(`${src} is named like nothing that can be made.`);
  return kept(`published ${form}`, async () => {
    const credit = creditOf(await (await openDarkroom()).describe(source()));
    const picture = encoders[form](await print());
    return (credit === undefined ? picture : picture.withXmp(credit)).toBuffer();
  });
}

const encoders: Readonly<Record<RasterForm, (picture: Sharp) => Sharp>> = {
  jpeg: (picture) => picture.flatten({ background: "#fff" }).jpeg(published.jpg),
  png: (picture) => picture.png(published.png),
  webp: (picture) => picture.webp(published.webp),
  avif: (picture) => picture.avif(published.avif),
  gif: (picture) => picture.gif(),
  tiff: (picture) => picture.tiff(published.tiff),
};

function creditOf({ xmpAsString, iptc }: Words): string | undefined {
  const credit = readCredit({
    ...(xmpAsString !== undefined && { xmp: xmpAsString }),
    ...(iptc && { iptc }),
  });
  return credit && renderCredit(credit);
}
