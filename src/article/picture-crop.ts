import type { Picture } from "./article.ts";
import type { Size } from "./teaser.ts";

/** Width and height of a crop, as a ratio. */
export type Shape = readonly [width: number, height: number];

/** The point of a picture that a crop keeps, each from 0 to 1. */
export type Focus = readonly [x: number, y: number];

/** A part of a picture in pixels. */
export type Box = Size & { readonly left: number; readonly top: number };

/** Where a crop of a picture looks: at what its article says, else at its middle. */
export function focusOf({ focus = [0.5, 0.5] }: Pick<Picture, "focus">): Focus {
  return focus;
}

/** The largest part of a picture that has a shape, as near around a point as the picture's edges allow. */
export function boxAround(picture: Size, [across, down]: Shape, [x, y]: Focus): Box {
  const width = Math.min(picture.width, Math.max(1, Math.round((picture.height * across) / down)));
  const height = Math.min(picture.height, Math.max(1, Math.round((picture.width * down) / across)));
  return {
    left: startOf(picture.width, width, x),
    top: startOf(picture.height, height, y),
    width,
    height,
  };
}

/** Whether a part is the whole picture, but for a hair's breadth. */
export function isWhole(box: Size, picture: Size): boolean {
  return box.width >= picture.width * 0.985 && box.height >= picture.height * 0.985;
}

function startOf(whole: number, part: number, point: number): number {
  return Math.min(whole - part, Math.max(0, Math.round(whole * point - part / 2)));
}
