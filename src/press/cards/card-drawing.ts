import { type Card, cardSize } from "../../edition/cards.ts";
import { type Colour, legible, parseColour, renderColour } from "../../kit/colour.ts";
import { themeColours } from "../../pages/theme-colours.ts";
import type { SetLine, TextStyle, Typesetter } from "./typesetter.ts";

const { width, height } = cardSize;
const margin = 80;
const room = width - 2 * margin;

const [paper, ink, rule, ownAccent] = [
  themeColours.paper.light,
  themeColours.ink.light,
  themeColours.rule.light,
  themeColours.accent.light,
];
const black: Colour = [0, 0, 0];

/** Sizes of a headline in pixels, of which the largest is taken in which it has lines enough. */
const sizes = [92, 82, 72, 64, 56, 50] as const;
const mostLines = 5;
const leading = 1.14;

/** Where the headline may stand. */
const [top, bottom] = [170, 505] as const;

/** A card as SVG, in which letters are outlines: what it looks like depends on no font of any machine. */
export function drawCard(card: Card, { set }: Typesetter): string {
  const { direction, accent = ownAccent } = card;
  const colour = parseColour(accent) ?? black;
  const label = set(card.section, { family: "sans", size: 30, direction, spacing: 0.02, weight: 0.03 });
  const name = set(card.name, { family: "serif", size: 36, direction, weight: 0.02 });
  const { lines, size } = fit(card, set);
  const space = size * leading;
  // What is short stands where the eye begins, not in the middle of nowhere.
  const first = top + size * 0.8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    `<rect width="${width}" height="16" fill="${accent}"/>`,
    place(label, 120, direction, renderColour(legible(colour, "dark", [parseColour(paper) ?? black], 4.6))),
    ...lines.map((line, at) => place(line, first + at * space, direction, ink)),
    `<rect x="${margin}" y="540" width="${room}" height="2" fill="${rule}"/>`,
    place(name, 590, direction, ink),
    "</svg>",
  ].join("");
}

/** The headline in the largest size in which it fits; in the smallest, what does not fit is left out. */
function fit(
  { headline, direction }: Card,
  set: Typesetter["set"],
): { readonly lines: readonly SetLine[]; readonly size: number } {
  for (const size of sizes) {
    const style: TextStyle = { family: "serif", size, direction, weight: 0.018 };
    const lines = breakLines(headline, style, set);
    const isLast = size === sizes.at(-1);
    const fits = lines.length <= mostLines && lines.length * size * leading <= bottom - top;
    if (!fits && !isLast) continue;
    const most = Math.min(mostLines, Math.floor((bottom - top) / (size * leading)));
    const kept = lines.slice(0, most);
    if (lines.length > most) kept.push(`${(kept.pop() ?? "").replace(/\s*\S+$/, "")} …`);
    return { lines: kept.map((line) => set(line, style)), size };
  }
  return { lines: [], size: 0 };
}

/** Words in lines that are no wider than there is room. A word that is wider is broken. */
function breakLines(text: string, style: TextStyle, set: Typesetter["set"]): string[] {
  const isFitting = (line: string) => set(line, style).width <= room;
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && isFitting(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...breakWord(word, isFitting));
  }
  return lines;
}

function breakWord(word: string, isFitting: (line: string) => boolean): string[] {
  if (isFitting(word)) return [word];
  const parts: string[] = [];
  let part = "";
  for (const letter of word) {
    if (part && !isFitting(part + letter)) {
      parts.push(part);
      part = "";
    }
    part += letter;
  }
  return [...parts, part];
}

function place({ svg, width: wide }: SetLine, y: number, direction: "ltr" | "rtl", colour: string): string {
  const x = direction === "rtl" ? width - margin - wide : margin;
  return `<g transform="translate(${Math.round(x)} ${Math.round(y)})" fill="${colour}" stroke="${colour}" stroke-width="0" stroke-linejoin="round">${svg}</g>`;
}
