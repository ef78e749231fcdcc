import { densities, fontChoices } from "../article/masthead.ts";
import { parseColour, renderColour } from "../kit/colour.ts";
import { flag, picture, readBy } from "./data-shapes.ts";

const oneOf = <Choice extends string>(choices: readonly Choice[]) => ({
  schema: readBy((written) => choices.find((choice) => choice === written)),
  wanted: choices.map((choice) => `"${choice}"`).join(" or "),
});

/** How the theme is set. */
export const looksGroup = {
  table: {
    wordmark: picture(
      '"theme": { "wordmark": "/media/wordmark.svg" }',
      "A picture of the name, at the head of each page in place of it.",
    ),
    wordmarkDark: picture(
      '"theme": { "wordmark": "/media/wordmark.svg", "wordmarkDark": "/media/wordmark-dark.svg" }',
      "The same for dark paper.",
    ),
    accent: {
      schema: readBy((written) => {
        const colour = parseColour(written);
        return colour && renderColour(colour);
      }),
      wanted: "a colour such as #0a5c8f",
      example: '"theme": { "accent": "#0a5c8f" }',
      about:
        "The publication's colour. Letters in it are made darker, or lighter, until they can be read, and lines until they can be seen.",
    },
    fonts: {
      ...oneOf(fontChoices),
      example: '"theme": { "fonts": "system" }',
      about: "`system` loads no fonts: pages are set in what readers have.",
    },
    density: {
      ...oneOf(densities),
      example: '"theme": { "density": "compact" }',
      about: "How close stories stand on fronts; `regular` without it.",
    },
    dropCap: flag('"theme": { "dropCap": true }', "Whether a story begins with a large letter."),
  },
  wanted: "an object",
  example: '"theme": { "accent": "#0a5c8f", "density": "compact" }',
  about: "How the theme is set.",
};
