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

/** The colour, or the nearest mixture of it with another whose contrast with all papers is at least `ratio`. */
export function legible(colour: Colour, towards: Colour, papers: readonly Colour[], ratio: number): Colour {
  const steps = 100;
  for (let step = 0; step < steps; step++) {
    const mixed = mix(colour, towards, step / steps);
    if (papers.every((paper) => contrast(mixed, paper) >= ratio)) return mixed;
  }
  return towards;
}

function mix([r, g, b]: Colour, [red, green, blue]: Colour, share: number): Colour {
  const between = (from: number, to: number) => Math.round(from + (to - from) * share);
  return [between(r, red), between(g, green), between(b, blue)];
}

/** Relative luminance (WCAG 2.2). */
function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
