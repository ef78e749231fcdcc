/** What is wrong with a picture, and what to do. */
export type PictureFault = { readonly reason: string; readonly advice: string };

/** What a file of the media folder is by its ending: a raster picture in a form, a drawing, or something else, which is copied as it is. */
export type PictureKind = RasterForm | "svg";

/** Forms of raster pictures that are read and published. */
export type RasterForm = "jpeg" | "png" | "webp" | "avif" | "gif" | "tiff";

const endings: Readonly<Record<string, PictureKind>> = {
  jpg: "jpeg",
  jpeg: "jpeg",
  jfif: "jpeg",
  png: "png",
  apng: "png",
  webp: "webp",
  avif: "avif",
  gif: "gif",
  tif: "tiff",
  tiff: "tiff",
  svg: "svg",
  svgz: "svg",
};

/** What a file is by the ending of its name. */
export function kindOfPicture(name: string): PictureKind | undefined {
  return endings[name.slice(name.lastIndexOf(".") + 1).toLowerCase()];
}

/** The form of a raster picture by its first bytes, or why it is none that can be read. */
export function formOf(bytes: Uint8Array): RasterForm | PictureFault {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  const found = heads.find(([mark]) => mark.test(head));
  if (!found) return { reason: "is no picture", advice: "Put the picture itself there." };
  const [, what, advice] = found;
  return advice === undefined ? (what as RasterForm) : { reason: what, advice };
}

const again = "Put the picture itself there.";

/** How files begin: raster pictures by their form; others by what is wrong with them. */
const heads: readonly (readonly [mark: RegExp, what: string, advice?: string])[] = [
  [/^\xff\xd8\xff/, "jpeg"],
  [/^\x89PNG\r\n/, "png"],
  [/^GIF8[79]a/, "gif"],
  [/^RIFF[\s\S]{4}WEBP/, "webp"],
  [/^[\s\S]{4}ftypavi[fs]/, "avif"],
  [/^[\s\S]{4}ftypmif1[\s\S]{4,40}avi[fs]/, "avif"],
  [/^(?:II\*\0|MM\0\*)/, "tiff"],
  [
    /^[\s\S]{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/,
    "is HEIC, which browsers do not show",
    "Save it as JPEG.",
  ],
  [/^BM/, "is a BMP, which is not read under another name", "Save it as PNG."],
  [/^[\s\S]{4}ftyp/, "is a film and not a picture", "Show it by the shortcode video."],
  [/^%PDF/, "is a PDF and not a picture", "Link it, or show it by the shortcode document."],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)/i, "is a web page and not a picture", again],
  [
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<svg/,
    "is a drawing (SVG)",
    "Let its name end in .svg.",
  ],
  [
    /^version https:\/\/git-lfs/,
    "is the note that Git LFS keeps in a picture's place",
    "Fetch the picture: git lfs pull.",
  ],
  [/^$/, "is empty", again],
];
