import type { Masthead } from "../article/masthead.ts";
import { english, type Words } from "../article/words.ts";
import { parseCatalogue } from "../desk/catalogue.ts";
import type { Problem } from "../kit/problem.ts";
import type { Theme } from "./theme.ts";

/** The interface in each of the paper's languages, by its key; the masthead's own is empty. */
export function readCatalogues(
  theme: Theme,
  { language, languages }: Masthead,
): { readonly words: ReadonlyMap<string, Words>; readonly problems: readonly Problem[] } {
  const read = [{ key: "", language }, ...languages].map((locale) => ({
    key: locale.key,
    ...readCatalogue(theme, locale.language),
  }));
  return {
    words: new Map(read.map(({ key, words }) => [key, words])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/**
 * The interface in a language: the theme's `words/pt-BR.json`, else `words/pt.json`, else English. A site's own file of
 * that name wins, as with every template.
 */
function readCatalogue(theme: Theme, language: string) {
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
