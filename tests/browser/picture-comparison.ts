import pixelmatch from "pixelmatch";
import sharp from "sharp";

/** How two pictures of a page compare: why they are not alike, or undefined; and both with their difference, as PNG. */
export type Comparison = { readonly why: string | undefined; readonly sheet: () => Promise<Buffer> };

/** Pixels, four bytes each. */
type Pixels = { readonly width: number; readonly height: number; readonly data: Buffer };

/**
 * Pictures are kept in half their size: what differs between machines is the edge of a letter, and is evened out; what
 * somebody changed is not. A pixel differs from this distance on, where 1 is that of black and white …
 */
const threshold = 0.15;
/** … and in no window of so many pixels square may more differ than these: one of a letter's edges, not a letter. */
const windowSize = 32;
const mostInWindow = 36;
/** What is faint and large is seen in the mean of a colour, of 255. */
const mostInMean = 2;

/** A picture as it is kept: half its size, as WebP. */
export async function keepPicture(png: Buffer): Promise<Buffer> {
  const { width = 2 } = await sharp(png).metadata();
  return sharp(png)
    .resize({ width: Math.round(width / 2), kernel: "mitchell" })
    .webp({ quality: 60, effort: 4 })
    .toBuffer();
}

/** Compares two kept pictures. */
export async function comparePictures(before: Buffer, after: Buffer): Promise<Comparison> {
  const [a, b] = await Promise.all([readPixels(before), readPixels(after)]);
  const { width, height } = a;
  if (width !== b.width || height !== b.height)
    return {
      why: `${b.width} × ${b.height} in place of ${width} × ${height} pixels`,
      sheet: () => sheetOf([a, b]),
    };
  const options = { threshold, includeAA: true };
  const inWindow = pixelmatch(a.data, b.data, null, width, height, { ...options, windowSize });
  const inMean = Math.max(...meansOf(a).map((mean, channel) => Math.abs(mean - (meansOf(b)[channel] ?? 0))));
  const why =
    inWindow > mostInWindow
      ? `${inWindow} pixels of a window differ, of ${mostInWindow} at most`
      : inMean > mostInMean
        ? `the mean of a colour differs by ${inMean.toFixed(1)}, of ${mostInMean} at most`
        : undefined;
  const sheet = () => {
    const data = Buffer.alloc(a.data.length);
    pixelmatch(a.data, b.data, data, width, height, options);
    return sheetOf([a, b, { width, height, data }]);
  };
  return { why, sheet };
}

async function readPixels(picture: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** The mean of red, green and blue. */
function meansOf({ width, height, data }: Pixels): number[] {
  const sums = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4)
    for (let channel = 0; channel < 3; channel++)
      sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0);
  return sums.map((sum) => sum / (width * height));
}

/** Pictures side by side. */
function sheetOf(pictures: readonly Pixels[]): Promise<Buffer> {
  const gap = 8;
  const width = pictures.reduce((sum, picture) => sum + picture.width + gap, 0);
  const height = Math.max(...pictures.map((picture) => picture.height));
  const layers = pictures.map((picture, index) => ({
    input: picture.data,
    raw: { width: picture.width, height: picture.height, channels: 4 as const },
    left: pictures.slice(0, index).reduce((sum, { width: each }) => sum + each + gap, 0),
    top: 0,
  }));
  return sharp({ create: { width, height, channels: 3, background: "#8a8a8a" } })
    .composite(layers)
    .png()
    .toBuffer();
}
