import { isLocale } from "../kit/clock.ts";

/** A language by BCP 47 in its usual spelling (`en-GB`), and the direction in which its script runs. */
export type Language = { readonly language: string; readonly direction: "ltr" | "rtl" };

/** Scripts that run from right to left (ISO 15924). */
const rightToLeft: ReadonlySet<string> = new Set(
  "Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Sogd Syrc Thaa Yezi".split(" "),
);

const known = new Map<string, Language | undefined>();

/** Reads a language tag. Its script is the one written in it, or the one that the language is mostly written in. */
export function parseLanguage(tag: string): Language | undefined {
  if (known.has(tag)) return known.get(tag);
  const locale = isLocale(tag) ? new Intl.Locale(tag) : undefined;
  const isRightToLeft = locale && rightToLeft.has(locale.maximize().script ?? "");
  const language = locale && {
    language: locale.toString(),
    direction: isRightToLeft ? ("rtl" as const) : ("ltr" as const),
  };
  known.set(tag, language);
  return language;
}
