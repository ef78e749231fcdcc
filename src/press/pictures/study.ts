import type { Metadata } from "sharp";
import type { MediaRecord } from "../../archive/archive.ts";
import type { Pixels } from "../../article/picture-files.ts";
import type { Size } from "../../article/teaser.ts";
import {
  formOf,
  kindOfPicture,
  type PictureFault,
  type RasterForm,
} from "../../desk/pictures/picture-kind.ts";
import { judgeSvg } from "../../desk/pictures/svg.ts";
import { present } from "../../kit/record.ts";
import { type Darkroom, mostPixels, openDarkroom } from "./darkroom.ts";
import { cleanOf } from "./original.ts";
import { longest } from "./settings.ts";

/** What is known of a file of the media folder beside its hash. */
export type Studied = Omit<MediaRecord, "hash">;

/** Pixels across and down of the small copy from which its colour is taken. */
const swatch = 48;

/** Looks at a file of the media folder: a raster picture is read whole, so that what is broken shows, and a drawing is judged. */
export async function studyFile(name: string, bytes: Uint8Array): Promise<Studied> {
  const kind = kindOfPicture(name);
  const size = bytes.byteLength;
  if (kind === undefined) return { size };
  if (kind === "svg") {
    const { size: shown, fault } = judgeSvg(bytes);
    return present({ size, ...shown, fault });
  }
  const form = formOf(bytes);
  if (typeof form !== "string") return { size, fault: form };
  try {
    return await studyRaster(bytes, form, kind);
  } catch (error) {
    return { size, fault: faultOf(error) };
  }
}

async function studyRaster(bytes: Uint8Array, form: RasterForm, wanted: RasterForm): Promise<Studied> {
  const darkroom = await openDarkroom();
  const metadata = await darkroom.describe(bytes);
  const { width, height } = metadata.autoOrient;
  const published = bounded({ width, height });
  const look = await lookAt(bytes, metadata, darkroom);
  const isKeepable = form === wanted && published.width === width && isPlain(metadata);
  const clean = isKeepable ? cleanOf(bytes, form, metadata) : undefined;
  const isKept = clean !== undefined;
  // What is made anew has but one frame.
  const pixels: Pixels = { ...look, isKept, ...(isKept && moves(metadata) && { isAnimated: true as const }) };
  return present({ size: clean?.byteLength, ...published, pixels });
}

/** Whether a picture is shown as its pixels lie, in colours that every browser knows. */
function isPlain({ orientation = 1, space }: Metadata): boolean {
  return orientation === 1 && space !== "cmyk";
}

function moves({ format, pages = 1 }: Metadata): boolean {
  return pages > 1 && (format === "gif" || format === "webp");
}

/** A picture's size as it is published. */
function bounded({ width, height }: Size): Size {
  const share = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** What a small copy shows of a picture. To make it, all of the picture is read. */
async function lookAt(
  bytes: Uint8Array,
  { hasAlpha }: Metadata,
  darkroom: Darkroom,
): Promise<Pick<Pixels, "isOpaque" | "tone">> {
  const { data, info } = await darkroom
    .read(bytes)
    .resize(swatch, swatch, { fit: "fill", kernel: "linear" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const isOpaque = !hasAlpha || isFilled(data, info.channels);
  return present({ isOpaque, tone: isOpaque ? toneOf(data, info.channels) : undefined });
}

/** Whether the last channel, which says what shines through, is full everywhere. */
function isFilled(pixels: Uint8Array, channels: number): boolean {
  return pixels.every((value, at) => at % channels < channels - 1 || value === 255);
}

/** The most frequent colour, each channel in four steps; of several the darkest. */
function toneOf(pixels: Uint8Array, channels: number): string {
  const counts = new Uint32Array(64);
  const step = (at: number) => Math.round((pixels[at] ?? 0) / 85);
  for (let at = 0; at < pixels.length; at += channels) {
    const [red, green, blue] = channels < 3 ? [at, at, at] : [at, at + 1, at + 2];
    const tone = step(red) * 16 + step(green) * 4 + step(blue);
    counts[tone] = (counts[tone] ?? 0) + 1;
  }
  return counts
    .indexOf(Math.max(...counts))
    .toString(4)
    .padStart(3, "0");
}

function faultOf(error: unknown): PictureFault {
  const said = error instanceof Error ? error.message : String(error);
  if (/pixel limit/i.test(said))
    return {
      reason: `has more than ${mostPixels / 1_000_000} million pixels`,
      advice: "Save it smaller: 2400 pixels across are enough.",
    };
  if (/timeout/i.test(said)) return { reason: "takes too long to read", advice: "Save it anew, or smaller." };
  if (/unsupported image format|No decoding plugin|compression format/i.test(said))
    return { reason: "is of a form that is not read", advice: "Save it as JPEG, PNG, WebP or AVIF." };
  return {
    reason: "is broken, so that not all of it can be read",
    advice: "Fetch it anew, or save it anew.",
  };
}
