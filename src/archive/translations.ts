import type { Article } from "../article/article.ts";
import type { Archive } from "./archive.ts";
import { nameOf, namesOf, resolve } from "./references.ts";

/** The public articles that are the same in another language: whom it names, who names it, and whom else these name. */
export function listTranslations(archive: Archive, article: Article): Article[] {
  const found = new Map<string, Article>();
  const add = (other: Article | undefined) => {
    if (other && other.file !== article.file) found.set(other.file, other);
  };
  const resolved = (reference: string) => {
    const result = resolve(archive, reference);
    return "found" in result ? result.found : undefined;
  };
  for (const { to } of article.translations) add(resolved(to));
  for (const translator of listTranslators(archive, namesOf(article).keys())) {
    const targets = translator.translations.map(({ to }) => resolved(to));
    if (targets.every((target) => target?.file !== article.file)) continue;
    add(translator);
    targets.forEach(add);
  }
  return [...found.values()];
}

/**
 * The public articles that may show an article which came, went or changed as a translation, beside those that name it:
 * whom it names, and whom those name that name it. `names`: those that it goes or went by.
 */
export function listTranslated(
  archive: Archive,
  articles: readonly Article[],
  names: ReadonlySet<string>,
): Article[] {
  const translators = [...articles, ...listTranslators(archive, names)];
  const named = new Set(translators.flatMap(({ translations }) => translations.map(({ to }) => nameOf(to))));
  return [...named].flatMap((name) => listCalled(archive, name));
}

/** Public articles that name one of these names as their translation. */
function listTranslators(archive: Archive, names: Iterable<string>): Article[] {
  if (archive.translated.count() === 0) return [];
  return Array.from(names).flatMap((name) =>
    Array.from(archive.translated.under([name])).flatMap(([key]) => publicOf(archive, String(key[1]))),
  );
}

function listCalled(archive: Archive, name: string): Article[] {
  return Array.from(archive.names.under([name])).flatMap(([key]) => publicOf(archive, String(key[1])));
}

function publicOf(archive: Archive, file: string): Article[] {
  const record = archive.articles.find([file]);
  return record?.isPublic ? [record.article] : [];
}
