import { present } from "../kit/record.ts";
import { listPictureFiles, type PictureFile, type PictureFiles, pictureTypes } from "./picture-files.ts";
import type { ShownPicture, Size } from "./teaser.ts";

/**
 * Where a picture stands on a page: how wide it is there (the `sizes` of its files), the widest file that is worth
 * offering, and whether it is shown as its crop. The theme's stylesheet decides the first; this is the one place that says it.
 */
export const pictureLayouts = {
  /** Above an article's text. */
  lead: { sizes: "(min-width: 54rem) 52rem, 100vw", most: 1600, isCropped: false },
  /** Beyond the text's column. */
  wide: { sizes: "(min-width: 54rem) 52rem, 100vw", most: 1600, isCropped: false },
  /** Among an article's text. */
  body: { sizes: "(min-width: 42rem) 40rem, 100vw", most: 1600, isCropped: false },
  /** Beside another one, among an article's text. */
  half: { sizes: "(min-width: 42rem) 20rem, 50vw", most: 1280, isCropped: false },
  /** The story that leads a front. */
  front: { sizes: "(min-width: 60rem) 48rem, 100vw", most: 960, isCropped: true },
  /** The first of a list of stories. */
  first: { sizes: "(min-width: 75rem) 42rem, (min-width: 48rem) 51vw, 100vw", most: 960, isCropped: true },
  /** Over a story's headline. */
  card: { sizes: "(min-width: 48rem) 27rem, 100vw", most: 960, isCropped: true },
  /** Beside a story's headline. */
  thumb: { sizes: "(min-width: 37rem) 11rem, 30vw", most: 480, isCropped: true },
  /** Somebody on the page that is about them, and anywhere else. */
  portrait: { sizes: "8rem", most: 480, isCropped: true },
  face: { sizes: "4rem", most: 160, isCropped: true },
} as const;
export type PictureLayout = keyof typeof pictureLayouts;

/** What prints it: gets `picture`. */
export const picturePartial = "broadsheet/parts/picture.njk";

/** A picture as a template prints it: the addresses are those that are printed. */
export type PictureView = Omit<ShownPicture, "files" | "crop"> & {
  readonly sources: readonly PictureSource[];
  /** Of the last form, which is in `src`, too. */
  readonly srcset?: string;
  readonly sizes?: string;
  readonly title?: string;
};

/** A form of a picture that a browser may take in place of the others. */
export type PictureSource = {
  readonly type: string;
  readonly srcset: string;
  /** Of readers who want nothing to move. */
  readonly media?: string;
};

/** The widest file for readers who get but one, in pixels. */
const alone = 1280;

/** A picture in a place, for a page. `href`: what to print for a path of this site. */
export function viewPicture(
  picture: ShownPicture,
  layout: PictureLayout,
  href: (path: string) => string,
): PictureView {
  const { files, crop, isAnimated, ...shown } = picture;
  const { sizes, most, isCropped } = pictureLayouts[layout];
  const made = (isCropped && crop) || files;
  if (!made) return { ...shown, src: href(picture.src), sources: [] };
  const moves = isAnimated && !isCropped;
  const sources = sourcesOf(made, most, href);
  const last = moves ? undefined : sources.pop();
  return present({
    ...shown,
    width: made.width,
    height: made.height,
    src: href(moves ? picture.src : fileAlone(made).path),
    sources: moves ? sources.map((source) => ({ ...source, media: stillness })) : sources,
    srcset: last?.srcset,
    sizes,
  });
}

/** A picture as one file: for feeds, whose readers know no others. */
export function viewPlainly(picture: ShownPicture, href: (path: string) => string): PictureView {
  const { files, crop, isAnimated, ...shown } = picture;
  const file: (Size & { readonly path: string }) | undefined =
    files && !isAnimated ? fileAlone(files) : undefined;
  if (!file) return { ...shown, src: href(picture.src), sources: [] };
  return { ...shown, src: href(file.path), width: file.width, height: file.height, sources: [] };
}

const stillness = "(prefers-reduced-motion: reduce)";

/** The widest file of the last form that is not too large for somebody who gets no other. */
function fileAlone(files: PictureFiles): PictureFile {
  const last = listPictureFiles(files).filter(({ form }) => form === "jpg" || form === "png");
  const fitting = last.findLast(({ width }) => width <= alone) ?? last[0];
  if (!fitting) throw new Error(`${files.stem} has no file that every browser takes.`);
  return fitting;
}

/** A source a form, in the order in which browsers are to try them. `most`: the widest that is offered, where the form has a smaller one. */
function sourcesOf(files: PictureFiles, most: number, href: (path: string) => string): PictureSource[] {
  const all = listPictureFiles(files);
  return [...new Set(all.map(({ form }) => form))].map((form) => {
    const own = all.filter((file) => file.form === form);
    const offered = own.filter(({ width }, at) => at === 0 || width <= most);
    const srcset = offered.map(({ path, width }) => `${href(path)} ${width}w`).join(", ");
    return { type: pictureTypes[form], srcset };
  });
}
