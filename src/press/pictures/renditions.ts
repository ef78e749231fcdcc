import type { Sharp } from "sharp";
import type { Box } from "../../article/picture-crop.ts";
import type { PictureForm, Raster } from "../../article/picture-files.ts";
import type { Size } from "../../article/teaser.ts";
import type { Making } from "../../edition/page.ts";
import { once } from "../../kit/once.ts";
import { readSource } from "../media.ts";
import { type Darkroom, openDarkroom, type Sheet } from "./darkroom.ts";
import { shown } from "./settings.ts";

/** A picture whose files are made. Its own file is read once, and not before that is needed. */
export type Negative = {
  readonly source: () => Uint8Array;
  /** The whole picture. */
  readonly print: () => Promise<Sharp>;
  /** A file of the picture, or of a part of it, in a size and a form; one that was made before is taken from the cache. */
  readonly make: (file: Size & { readonly form: PictureForm; readonly box?: Box }) => Promise<Uint8Array>;
  /** Another file of it, likewise; `name` says what it is. */
  readonly kept: (name: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;
};

/** Opens a picture of the media folder. `by`: what makes its files. */
export function openNegative(src: string, raster: Raster, by: string, making: Making): Negative {
  const { hash, width, height } = raster;
  const source = once(() => readSource(src, hash, making));
  const sheet = once(async () => readSheet(await openDarkroom(), source(), { width, height }));
  const print = async () => (await openDarkroom()).lay(await sheet());
  const kept = (name: string, make: () => Promise<Uint8Array>) => making.kept(`${hash} ${name} ${by}`, make);
  return {
    source,
    print,
    kept,
    make: ({ width: across, height: down, form, box }) => {
      const part = box && `${box.left},${box.top},${box.width},${box.height}`;
      return kept(`${part ?? "whole"} ${across}x${down} ${form}`, async () => {
        const picture = box ? (await print()).extract(box) : await print();
        return encoders[form](picture.resize(across, down, { fit: "fill" })).toBuffer();
      });
    },
  };
}

async function readSheet({ read }: Darkroom, bytes: Uint8Array, { width, height }: Size): Promise<Sheet> {
  const { data, info } = await read(bytes)
    .autoOrient()
    .resize(width, height, { fit: "fill" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    pixels: data,
    width: info.width,
    height: info.height,
    channels: info.channels as Sheet["channels"],
  };
}

const encoders: Readonly<Record<PictureForm, (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif(shown.avif),
  webp: (picture) => picture.webp(shown.webp),
  // White is what shines through a picture that has no room for it.
  jpg: (picture) => picture.flatten({ background: "#fff" }).jpeg(shown.jpg),
  png: (picture) => picture.png(shown.png),
};
