import { english, type Words } from "../article/words.ts";
import { parseCatalogue } from "../desk/catalogue.ts";
import type { Problem } from "../kit/problem.ts";
import type { Theme } from "./theme.ts";

/**
 * The interface's words for a language: those of the theme's `words/pt-BR.json`, else of `words/pt.json`, else English.
 * A site's own file of that name wins, as with every template.
 */
export function readCatalogue(
  theme: Theme,
  language: string,
): { readonly words: Words; readonly problems: readonly Problem[] } {
  const { language: base } = new Intl.Locale(language);
  for (const tag of new Set([language, base])) {
    const name = `broadsheet/words/${tag}.json`;
    const text = theme.find(name);
    if (text === undefined) continue;
    const { value = english, problems } = parseCatalogue(name, text);
    return { words: value, problems };
  }
  return { words: english, problems: [] };
}
