/** Scripts that run from right to left (ISO 15924). */
const rightToLeft: ReadonlySet<string> = new Set(
  "Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Sogd Syrc Thaa Yezi".split(" "),
);

/**
 * The direction in which a language (BCP 47) is written: that of the script named in it, or of the one that it is mostly written in.
 * Throws RangeError for what is no language.
 */
export function directionOf(language: string): "ltr" | "rtl" {
  const script = new Intl.Locale(language).maximize().script ?? "";
  return rightToLeft.has(script) ? "rtl" : "ltr";
}
