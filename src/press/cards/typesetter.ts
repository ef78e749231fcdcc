import type { Font } from "fontkit";
import { listRuns } from "./bidi-runs.ts";
import { type Face, type FamilyName, faceFor, type Lettering } from "./lettering.ts";

/** Sets lines of text as outlines. */
export type Typesetter = { readonly set: (text: string, style: TextStyle) => SetLine };

export type TextStyle = {
  readonly family: FamilyName;
  /** Of an em, in pixels. */
  readonly size: number;
  readonly direction: "ltr" | "rtl";
  /** Between two letters, and of the line that is drawn around each to make it bolder, in ems. */
  readonly spacing?: number;
  readonly weight?: number;
};

/** A line: how wide it is, in pixels, and its outlines as SVG, the beginning of its base line at 0, 0. */
export type SetLine = { readonly width: number; readonly svg: string };

/** Opens a typesetter; each font is read once. What draws no card does not load it. */
export async function openTypesetter({ faces }: Pick<Lettering, "faces">): Promise<Typesetter> {
  const { create } = await import("fontkit");
  const fonts = new Map<Face, Font>();
  const fontOf = (face: Face) => {
    const font = fonts.get(face) ?? create(face.bytes());
    fonts.set(face, font);
    return font;
  };
  return {
    set: (text, style) => {
      const parts: string[] = [];
      let x = 0;
      for (const { text: run, direction } of listRuns(text, style.direction))
        for (const [face, letters] of inFaces(run, direction, faces[style.family])) {
          const part = outline(letters, fontOf(face), direction, style, x);
          parts.push(part.svg);
          x = part.end;
        }
      return { width: x, svg: parts.join("") };
    },
  };
}

/** A run by the fonts that hold its letters; from right to left the last comes first. */
function inFaces(run: string, direction: "ltr" | "rtl", faces: readonly Face[]): [Face, string][] {
  const parts: [Face, string][] = [];
  for (const letter of run) {
    const last = parts.at(-1);
    // A mark stands in the font of what it stands on.
    const face = last && /\p{M}/u.test(letter) ? last[0] : faceFor(faces, letter);
    if (!face) continue;
    if (last?.[0] === face) last[1] += letter;
    else parts.push([face, letter]);
  }
  return direction === "rtl" ? parts.reverse() : parts;
}

function outline(
  text: string,
  font: Font,
  direction: "ltr" | "rtl",
  { size, spacing = 0, weight = 0 }: TextStyle,
  start: number,
): { readonly svg: string; readonly end: number } {
  const { glyphs, positions } = font.layout(text, undefined, undefined, undefined, direction);
  const scale = size / font.unitsPerEm;
  let x = start;
  const shapes = glyphs.map((glyph, at) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
    const place = `${round(x + xOffset * scale)} ${round(-yOffset * scale)}`;
    x += xAdvance * scale + (spacing + weight) * size;
    const data = glyph.path.toSVG();
    const stroke = weight > 0 ? ` stroke-width="${round(weight * font.unitsPerEm)}"` : "";
    return data === ""
      ? ""
      : `<path transform="translate(${place}) scale(${round(scale)} ${round(-scale)})"${stroke} d="${data}"/>`;
  });
  return { svg: shapes.join(""), end: x };
}

/** As many digits as nobody sees more of, so that every machine writes the same. */
function round(number: number): number {
  return Math.round(number * 10_000) / 10_000;
}
