import { fileKind } from "../article/blocks/media-file.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { present } from "../kit/record.ts";

/** A picture of the masthead's `icon`: its path or URL, and its sizes and type as heads and the manifest write them. */
export type Icon = { readonly src: string; readonly sizes?: string; readonly type?: string };

/** The width that iOS asks of an icon, in pixels. */
const touchSize = 180;

/** The masthead's icons, in its order. A drawing (SVG) is of any size. */
export function listIcons({ masthead, size }: Newsroom): Icon[] {
  return (masthead.icon ?? []).map((src) => {
    const { type } = fileKind(src);
    const pixels = size(src);
    const sizes = type === "image/svg+xml" ? "any" : pixels && `${pixels.width}x${pixels.height}`;
    return present({ src, sizes, type });
  });
}

/** The icon for a home screen of iOS, which takes no drawing: the smallest PNG or JPEG that is large enough, else the largest. */
export function findTouchIcon(newsroom: Newsroom): string | undefined {
  const widths = (newsroom.masthead.icon ?? [])
    .filter((src) => ["image/png", "image/jpeg"].includes(fileKind(src).type ?? ""))
    .map((src) => ({ src, width: newsroom.size(src)?.width ?? 0 }))
    .sort((a, b) => a.width - b.width);
  return (widths.find(({ width }) => width >= touchSize) ?? widths.at(-1))?.src;
}
