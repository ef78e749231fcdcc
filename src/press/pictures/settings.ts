import { readFileSync } from "node:fs";
import type { AvifOptions, JpegOptions, PngOptions, TiffOptions, WebpOptions } from "sharp";
import { type PictureForm, recipe } from "../../article/picture-files.ts";
import { hashOf } from "../../kit/hash.ts";
import { once } from "../../kit/once.ts";

/** What each form of a picture is made with, as sharp calls it. */
export type Settings = {
  readonly avif: AvifOptions;
  readonly webp: WebpOptions;
  readonly jpg: JpegOptions;
  readonly png: PngOptions;
  readonly tiff: TiffOptions;
};

/**
 * Files that pages show: qualities that look alike. With one effort more, an AVIF takes twice as long for a tenth less;
 * with one less, a third of the time, and drawings are larger than as WebP.
 */
export const shown: Pick<Settings, PictureForm> = {
  avif: { quality: 52, effort: 1, chromaSubsampling: "4:2:0" },
  webp: { quality: 74, effort: 2 },
  jpg: { quality: 78, progressive: true },
  png: { compressionLevel: 9 },
};

/** Pictures as they are published under their own name, where they must be made anew: as good as the eye asks for. */
export const published: Settings = {
  avif: { quality: 70, effort: 1 },
  webp: { quality: 88, effort: 2 },
  jpg: { quality: 88, progressive: true, chromaSubsampling: "4:4:4" },
  png: { compressionLevel: 9 },
  tiff: { compression: "deflate" },
};

/** Cards: paper, ink and an accent, with what lies between them at the edges of letters. */
export const card: PngOptions = { palette: true, colours: 16, dither: 0, effort: 7, compressionLevel: 9 };

/** The longest side of a picture as it is published, in pixels. */
export const longest = 2400;

/** What makes the files: sharp in its version, with these settings. Another maker makes other bytes of the same picture. */
export const makerName = once((): string => {
  const manifest = new URL("../package.json", import.meta.resolve("sharp"));
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  return `sharp ${version} ${hashOf([recipe, longest, shown, published, card]).slice(0, 8)}`;
});
