import { isLocale } from "../kit/clock.ts";
import { directionOf } from "../kit/direction.ts";

/** A language by BCP 47 in its usual spelling (`en-GB`), and the direction in which its script runs. */
export type Language = { readonly language: string; readonly direction: "ltr" | "rtl" };

const known = new Map<string, Language | undefined>();

/** Reads a language tag. Its script is the one written in it, or the one that the language is mostly written in. */
export function parseLanguage(tag: string): Language | undefined {
  if (known.has(tag)) return known.get(tag);
  const language = isLocale(tag)
    ? { language: new Intl.Locale(tag).toString(), direction: directionOf(tag) }
    : undefined;
  known.set(tag, language);
  return language;
}
