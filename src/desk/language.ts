import type { Locale } from "../article/masthead.ts";
import { isLocale } from "../kit/clock.ts";
import { directionOf } from "../kit/direction.ts";

/** A language by BCP 47 in its usual spelling (`en-GB`), and the direction in which its script runs. */
export type Language = { readonly language: string; readonly direction: "ltr" | "rtl" };

/**
 * The paper's language in which an article appears: of the same tag, else of the same language, else the masthead's own,
 * whose key is empty. Undefined where the paper has but one.
 */
export function findLocale(language: string, own: string, locales: readonly Locale[]): string | undefined {
  if (locales.length === 0) return undefined;
  const all = [{ key: "", language: own }, ...locales];
  const baseOf = (tag: string) => new Intl.Locale(tag).language;
  const found =
    all.find((locale) => locale.language === language) ??
    all.find((locale) => baseOf(locale.language) === baseOf(language));
  return found?.key ?? "";
}

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
