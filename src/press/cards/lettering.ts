import { hashOf, sha256 } from "../../kit/hash.ts";
import { once } from "../../kit/once.ts";
import type { Theme } from "../theme.ts";

/** Gives files of the theme. */
type FindBytes = Theme["findBytes"];

/** The theme's upright fonts, by what they are for. */
export type Lettering = {
  readonly hash: string;
  /** Whether all letters of a text can be drawn, in each of the families. */
  readonly hold: (text: string) => boolean;
  readonly faces: Readonly<Record<FamilyName, readonly Face[]>>;
};

export type FamilyName = "serif" | "sans";

/** A file of a font, and the characters that it holds. */
export type Face = {
  readonly bytes: () => Uint8Array;
  readonly holds: (character: number) => boolean;
};

/** Where the theme says which files its fonts consist of. */
const source = "broadsheet/styles/fonts.css";
const families: Readonly<Record<FamilyName, string>> = { serif: "Broadsheet Serif", sans: "Broadsheet Sans" };

/** The fonts that the theme's stylesheet names; undefined where it names none of a family. */
export function openLettering(theme: FindBytes): Lettering | undefined {
  const rules = Array.from(
    Buffer.from(theme(source) ?? [])
      .toString()
      .matchAll(/@font-face\s*\{([^}]*)\}/g),
    ([, rule = ""]) => rule,
  );
  const facesOf = (family: string) => rules.flatMap((rule) => readFace(rule, family, theme));
  const faces = { serif: facesOf(families.serif), sans: facesOf(families.sans) };
  const all = Object.values(faces);
  if (all.some((list) => list.length === 0)) return undefined;
  return {
    hash: hashOf(all.map((list) => list.map(({ bytes }) => sha256(bytes())))).slice(0, 16),
    hold: (text) =>
      Array.from(text).every(
        (letter) => isSilent(letter) || all.every((list) => faceFor(list, letter) !== undefined),
      ),
    faces,
  };
}

/** The font that a letter is drawn with. */
export function faceFor(faces: readonly Face[], letter: string): Face | undefined {
  const character = letter.codePointAt(0) ?? 0;
  return faces.find(({ holds }) => holds(character));
}

/** What has no shape: line ends, marks of direction, joiners. */
function isSilent(letter: string): boolean {
  return /[\p{Cc}\p{Cf}]/u.test(letter);
}

function readFace(rule: string, family: string, theme: FindBytes): Face[] {
  const [, name] = /font-family:\s*"([^"]+)"/.exec(rule) ?? [];
  const [, file] = /url\("\.\.\/(fonts\/[\w-]+\.\w+)"\)/.exec(rule) ?? [];
  const isOfFamily = name === family || name === `${family} More`;
  if (!isOfFamily || file === undefined || /font-style:\s*italic/.test(rule)) return [];
  const found = theme(`broadsheet/${file}`);
  if (!found) return [];
  const ranges = readRanges(/unicode-range:([^;]*)/.exec(rule)?.[1]);
  return [
    {
      bytes: once(() => found),
      holds: (character) => ranges.some(([from, to]) => character >= from && character <= to),
    },
  ];
}

/** CSS Fonts 4, section 4.5; without it, a font holds everything. */
function readRanges(text = "U+0-10FFFF"): readonly (readonly [number, number])[] {
  return Array.from(text.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi), ([, from = "", to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);
}
