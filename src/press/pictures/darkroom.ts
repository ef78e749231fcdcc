import type { Metadata, Sharp, SharpOptions } from "sharp";
import { once } from "../../kit/once.ts";
import { card } from "./settings.ts";

/** What reads and writes pictures. */
export type Darkroom = {
  /** A picture from a file's bytes, of an animated one its first frame. */
  readonly read: (bytes: Uint8Array) => Sharp;
  /** A picture from its pixels. */
  readonly lay: (sheet: Sheet) => Sharp;
  readonly describe: (bytes: Uint8Array) => Promise<Metadata>;
  /** A drawing of our own (SVG) as PNG, of few colours. Others' drawings are never read. */
  readonly develop: (svg: string) => Promise<Uint8Array>;
};

/** A picture as pixels, upright, in sRGB: a byte a channel. */
export type Sheet = {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
};

/** Pixels of the largest picture that is read: a hundred million. A small file can claim to be as large as the memory. */
export const mostPixels = 100_000_000;

/** Seconds that one work on a picture may take. */
const patience = 120;

/** What is read is damaged, or larger than it may be: sharp's own defaults read on. */
const wary: SharpOptions = { limitInputPixels: mostPixels, failOn: "error", pages: 1 };

/** Opens the darkroom: what needs no picture does not load it. */
export const openDarkroom = once(async (): Promise<Darkroom> => {
  const { default: sharp } = await import("sharp");
  // The bytes of an AVIF depend on the number of threads that make it. Where there are several cores, several pictures are made at a time.
  sharp.concurrency(1);
  // Each picture is seen once.
  sharp.cache(false);
  const read = (bytes: Uint8Array) => sharp(bytes, wary).timeout({ seconds: patience });
  return {
    read,
    lay: ({ pixels, ...raw }) => sharp(pixels, { raw }).timeout({ seconds: patience }),
    describe: (bytes) => read(bytes).metadata(),
    develop: (svg) => sharp(Buffer.from(svg)).removeAlpha().png(card).toBuffer(),
  };
});
