import type { Article } from "../../article/article.ts";
import { boxAround, type Focus, focusOf } from "../../article/picture-crop.ts";
import {
  cropFiles,
  cropShapes,
  listPictureFiles,
  pictureStem,
  type Raster,
  shareFiles,
} from "../../article/picture-files.ts";
import type { Newsroom } from "../../edition/newsroom.ts";
import type { PageKind } from "../../edition/page.ts";
import { cropKind } from "../../edition/pictures.ts";
import { decodedPath, localPath } from "../../kit/url.ts";
import { mediaRoot } from "../media.ts";
import { makerName } from "./settings.ts";

/** Crops of a picture: around a point of it for teasers, search engines and social networks, or of a face. */
export type PictureCrop = {
  readonly src: string;
  readonly raster: Raster;
  readonly use: "lead" | "portrait";
  readonly focus: Focus;
  readonly by: string;
};

/**
 * The crops of a picture, known by what they are for, the point that they keep, and its path: `lead 0.5,0.5 /media/ferry.jpg`.
 * They are there while a public article leads with it so, or while somebody has it as a portrait. A small picture, and
 * one that has the shape already, has none.
 */
export const pictureCrop: PageKind<PictureCrop> = {
  name: cropKind,
  once: true,
  pagesShowing: (article) => keyOf(article) ?? [],
  always: (newsroom) => [...portraitsOf(newsroom)].map((src) => `portrait ${middle} ${src}`),
  shares: makerName,
  url: (key, newsroom) => {
    const { use, focus, src } = readKey(key);
    const raster = newsroom.raster(src);
    const [first] = raster ? listCrops({ src, raster, use, focus, by: "" }) : [];
    return first?.path ?? `${pictureStem(src, { hash: "" }, key)}.jpg`;
  },
  slice: (key, newsroom) => {
    const { use, focus, src } = readKey(key);
    const raster = newsroom.media(src) === undefined ? undefined : newsroom.raster(src);
    const isUsed = use === "portrait" ? portraitsOf(newsroom).has(src) : isLead(key, newsroom.showing(src));
    if (!raster || !isUsed) return undefined;
    const crop: PictureCrop = { src, raster, use, focus, by: makerName() };
    return listCrops(crop).length > 0 ? crop : undefined;
  },
  make: async (crop, _url, making) => {
    const { openNegative } = await import("./renditions.ts");
    const negative = openNegative(crop.src, crop.raster, crop.by, making);
    const files = new Map<string, Uint8Array>();
    for (const file of listCrops(crop)) files.set(file.path, await negative.make(file));
    return files;
  },
};

const middle = focusOf({}).join();

/** Whether a crop is of the lead picture of one of these. There may be many that show it, and one is enough. */
function isLead(key: string, articles: Iterable<Article>): boolean {
  for (const article of articles) if (keyOf(article)?.includes(key)) return true;
  return false;
}

function keyOf({ lead }: Article): [string] | undefined {
  const src = lead && decodedPath(lead.src);
  return lead && src?.startsWith(mediaRoot) ? [`lead ${focusOf(lead).join()} ${src}`] : undefined;
}

function readKey(key: string): Pick<PictureCrop, "use" | "focus" | "src"> {
  const [, use, x, y, src = ""] = /^(\w+) ([\d.e-]+),([\d.e-]+) (.*)$/.exec(key) ?? [];
  return { use: use === "portrait" ? "portrait" : "lead", focus: [Number(x), Number(y)], src };
}

/** All files of a page, each with its part of the picture. Files of a crop that is the whole are those of the picture itself. */
function listCrops({ src, raster, use, focus }: PictureCrop) {
  const ladder = use === "portrait" ? "portrait" : "card";
  const files = cropFiles(src, raster, ladder, focus);
  const box = boxAround(raster, cropShapes[ladder], focus);
  const own = files?.ladder === ladder ? listPictureFiles(files).map((file) => ({ ...file, box })) : [];
  return use === "portrait" ? own : [...shareFiles(src, raster, focus), ...own];
}

/** By the site's contributors: paths of their portraits. */
const portraits = new WeakMap<Newsroom["contributors"], ReadonlySet<string>>();

function portraitsOf({ contributors, masthead }: Newsroom): ReadonlySet<string> {
  const known =
    portraits.get(contributors) ??
    new Set(
      Array.from(contributors.values(), ({ portrait = "" }) =>
        decodedPath(localPath(portrait, masthead.url)),
      ).filter((src) => src.startsWith(mediaRoot)),
    );
  portraits.set(contributors, known);
  return known;
}
