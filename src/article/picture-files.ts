import { hashOf } from "../kit/hash.ts";
import { type Box, boxAround, type Focus, isWhole, type Shape } from "./picture-crop.ts";
import type { Size } from "./teaser.ts";

/** Forms in which pictures are made, by the ending of their files. */
export const pictureTypes = {
  avif: "image/avif",
  webp: "image/webp",
  jpg: "image/jpeg",
  png: "image/png",
} as const;
export type PictureForm = keyof typeof pictureTypes;

/**
 * Widths in pixels: many of AVIF, which nearly every browser takes, few of WebP and of the last form, which is JPEG, or
 * PNG where something shines through.
 */
const ladders = {
  whole: { many: [320, 480, 640, 960, 1280, 1600], few: [640, 1280] },
  card: { many: [160, 320, 480, 640, 960], few: [320, 640] },
  portrait: { many: [160, 320, 480], few: [320] },
} as const;

/** Width and height of the crops that are made for each. */
export const cropShapes = { card: [3, 2], portrait: [1, 1] } as const satisfies Record<string, Shape>;

/** Shapes and greatest width of the crops for search engines and social networks, as both ask for them; the first is the one for these. */
const shareShapes = { "16x9": [16, 9], "4x3": [4, 3], "1x1": [1, 1] } as const satisfies Record<
  string,
  Shape
>;
const shareWidth = 1200;

/** How the files are made; raised with whatever changes their bytes. */
export const recipe = hashOf([1, ladders, cropShapes, shareShapes]);

/** The smallest picture, or crop of one, of which files are made, in pixels of width. */
const least = { whole: 320, card: 160, portrait: 160 } as const;

/** Files made of a picture, or of a crop of it: their addresses and sizes follow from this. */
export type PictureFiles = Size & {
  /** What their paths begin with: `/pictures/ferry-0f3c2a91be`. */
  readonly stem: string;
  readonly ladder: keyof typeof ladders;
  /** Whether nothing shines through. */
  readonly isOpaque: boolean;
};

/** One of them. `path` from the site's root. */
export type PictureFile = Size & { readonly path: string; readonly form: PictureForm };

/** What is known of a picture that consists of pixels, and is no drawing. */
export type Pixels = {
  /** Whether nothing shines through. */
  readonly isOpaque: boolean;
  /** The most frequent colour of one that is: red, green, blue, each from 0 to 3, such as `123`. */
  readonly tone?: string;
  /** Whether it moves; other files of it show its first frame. */
  readonly isAnimated?: true;
  /** Whether it is published pixel for pixel, and not made anew. */
  readonly isKept: boolean;
};

/** Such a picture of the media folder; `hash`: of its file. */
export type Raster = Size & Pixels & { readonly hash: string };

/** Files of a whole picture by its path; none of a small one, which is shown as it is. */
export function wholeFiles(src: string, picture: Raster): PictureFiles | undefined {
  return filesOf(src, picture, picture, "whole", "");
}

/** Files of a crop of a picture. Those of the whole where that has the shape already. */
export function cropFiles(
  src: string,
  picture: Raster,
  ladder: "card" | "portrait",
  focus: Focus,
): PictureFiles | undefined {
  const box = boxAround(picture, cropShapes[ladder], focus);
  const whole = isWhole(box, picture) ? wholeFiles(src, picture) : undefined;
  return whole ?? filesOf(src, picture, box, ladder, `${ladder} ${focus}`);
}

/** Crops for search engines and social networks, all JPEG; none of a small picture. */
export function shareFiles(
  src: string,
  picture: Raster,
  focus: Focus,
): (PictureFile & { readonly box: Box })[] {
  if (picture.width < least.whole) return [];
  const stem = pictureStem(src, picture, `share ${focus}`);
  return Object.entries(shareShapes).map(([name, shape]) => {
    const box = boxAround(picture, shape, focus);
    const width = Math.min(shareWidth, box.width);
    const height = Math.max(1, Math.round((box.height * width) / box.width));
    return { path: `${stem}-${name}.jpg`, form: "jpg", width, height, box };
  });
}

/** What the paths of a picture's files begin with. `use`: of what part of the picture, and for what. */
export function pictureStem(src: string, { hash }: Pick<Raster, "hash">, use: string): string {
  const name = src
    .slice(src.lastIndexOf("/") + 1)
    .replace(/\.\w+$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return `/pictures/${name || "picture"}-${hashOf([recipe, src, hash, use]).slice(0, 10)}`;
}

/** All files, the smallest first. */
export function listPictureFiles({ stem, ladder, width, height, isOpaque }: PictureFiles): PictureFile[] {
  const { many, few } = ladders[ladder];
  const list = (form: PictureForm, steps: readonly number[]) =>
    climb(steps, width).map((step) => ({
      path: `${stem}-${step}.${form}`,
      form,
      width: step,
      height: Math.max(1, Math.round((height * step) / width)),
    }));
  return [...list("avif", many), ...list("webp", few), ...list(isOpaque ? "jpg" : "png", few)];
}

function filesOf(
  src: string,
  picture: Raster,
  { width, height }: Size,
  ladder: keyof typeof ladders,
  use: string,
): PictureFiles | undefined {
  if (width < least[ladder]) return undefined;
  return { stem: pictureStem(src, picture, use), width, height, ladder, isOpaque: picture.isOpaque };
}

/** The steps up to a width, and that width itself in place of the last where it is not much more. Nothing is made larger than it is. */
function climb(steps: readonly number[], width: number): number[] {
  const top = Math.min(width, steps.at(-1) ?? width);
  return [...steps.filter((step) => step < top * 0.9), top];
}
