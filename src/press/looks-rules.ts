import type { Looks } from "../article/masthead.ts";
import { type Colour, legible, parseColour, renderColour } from "../kit/colour.ts";
import { themeColours } from "../pages/theme-colours.ts";
import type { Theme } from "./theme.ts";

/** What an accent's letters stand on. */
const papersOf = (scheme: "light" | "dark") =>
  [themeColours.paper, themeColours.tint].map((colours) => parseColour(colours[scheme]) ?? black);

const black: Colour = [0, 0, 0];

/** Contrast of letters with what they stand on (WCAG 2.2, 1.4.3), and a little more for rounding. */
const ofLetters = { light: 4.6, dark: 4.6 };
/** Of lines, which say nothing: a yellow may stay what it is on white, a navy is lost on black. */
const ofLines = { light: 1.2, dark: 2.2 };

const spaces = { compact: 0.72, regular: 1, airy: 1.35 } as const;

/** Rules that stand at the end of the stylesheet, by what the masthead says of the theme. */
export function renderLooks(looks: Looks, theme: Theme): string {
  const { accent, density, fonts, dropCap } = looks;
  const properties = [
    ...(accent === undefined ? [] : accentProperties(accent)),
    ...(density === undefined ? [] : [`--density: ${spaces[density]};`]),
  ];
  return [
    fonts === "system" ? (theme.find("broadsheet/styles/system-fonts.css") ?? "") : "",
    dropCap ? (theme.find("broadsheet/styles/drop-cap.css") ?? "") : "",
    // A printed sheet is black on white.
    properties.length > 0 ? `@media screen {\n  :root {\n    ${properties.join("\n    ")}\n  }\n}\n` : "",
  ].join("");
}

/** The colour as it can be seen: itself, or of its hue what is nearest to it. */
function accentProperties(accent: string): string[] {
  const colour = parseColour(accent) ?? black;
  const seen = (ratio: typeof ofLetters) => {
    const light = renderColour(legible(colour, "dark", papersOf("light"), ratio.light));
    const dark = renderColour(legible(colour, "light", papersOf("dark"), ratio.dark));
    return `light-dark(${light}, ${dark})`;
  };
  return [`--brand: ${seen(ofLines)};`, `--accent: ${seen(ofLetters)};`];
}
