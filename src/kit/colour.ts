/** A colour of sRGB: red, green and blue, each from 0 to 255. */
export type Colour = readonly [number, number, number];

/** Reads `#rrggbb` or `#rgb`. */
export function parseColour(text: string): Colour | undefined {
  const [, digits] = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const [red = "", green = "", blue = ""] =
    digits.length === 6 ? (digits.match(/../g) ?? []) : [...digits].map((digit) => digit + digit);
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

/** A colour as `#rrggbb`. */
export function renderColour(colour: Colour): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** How well one colour is told from another, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The colour, or the nearest of its hue that is darker or lighter, whose contrast with all papers is at least `ratio`;
 * black or white where none is.
 */
export function legible(
  colour: Colour,
  towards: "dark" | "light",
  papers: readonly Colour[],
  ratio: number,
): Colour {
  const { hue, saturation, lightness } = hslOf(colour);
  const end = towards === "dark" ? 0 : 1;
  const steps = 200;
  for (let step = 0; step < steps; step++) {
    const shade = lightness + (end - lightness) * (step / steps);
    const tried = step === 0 ? colour : rgbOf({ hue, saturation, lightness: shade });
    if (papers.every((paper) => contrast(tried, paper) >= ratio)) return tried;
  }
  return rgbOf({ hue, saturation, lightness: end });
}

/** Hue from 0 to 6, saturation and lightness from 0 to 1 (CSS Color 4, section 7). */
type Hsl = { readonly hue: number; readonly saturation: number; readonly lightness: number };

function hslOf(colour: Colour): Hsl {
  const [red, green, blue] = colour.map((part) => part / 255) as unknown as Colour;
  const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)];
  const lightness = (least + most) / 2;
  const range = most - least;
  if (range === 0) return { hue: 0, saturation: 0, lightness };
  const hue =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return { hue, saturation: (most - lightness) / Math.min(lightness, 1 - lightness), lightness };
}

function rgbOf({ hue, saturation, lightness }: Hsl): Colour {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (from: number) => {
    const at = (from + hue * 2) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1))));
  };
  return [part(0), part(8), part(4)];
}

/** Relative luminance (WCAG 2.2). */
function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
