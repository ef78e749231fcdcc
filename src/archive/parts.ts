import type { Article } from "../article/article.ts";
import { present } from "../kit/record.ts";
import type { Archive } from "./archive.ts";
import { scopeKey } from "./scopes.ts";
import type { TableKey } from "./table.ts";

/** The last public articles of a series, in the order in which they are read: by their part, those without one after them, by time. */
export function listParts(archive: Archive, series: string, limit: number, locale: string): Article[] {
  const scope = scopeKey({ series, ...(locale && { locale }) });
  const files: string[] = [];
  for (const [key, file] of archive.parts.back([scope, Number.POSITIVE_INFINITY])) {
    if (key[0] !== scope || files.length === limit) break;
    files.unshift(file);
  }
  return files.flatMap((file) => archive.articles.find([file])?.article ?? []);
}

/** The parts before and after an article in its series. It need not be, or be any more, among them itself. */
export function findNeighbours(
  archive: Archive,
  article: Article,
): { readonly previous?: Article; readonly next?: Article } {
  if (!article.series) return {};
  const key = partKey(article);
  const nearest = (entries: Iterable<readonly [TableKey, string]>) => {
    for (const [[series], file] of entries) {
      if (series !== key[0]) return undefined;
      if (file !== article.file) return archive.articles.find([file])?.article;
    }
    return undefined;
  };
  return present({ previous: nearest(archive.parts.back(key)), next: nearest(archive.parts.from(key)) });
}

/** Parts without a number come after those that have one. */
const unnumbered = 1_000_000;

/** An article's key among the parts of its series. */
export function partKey(article: Article): TableKey {
  const { series, locale, publishedAt, url, file } = article;
  const scope = scopeKey({ series: series?.slug ?? "", ...(locale && { locale }) });
  return [scope, series?.part ?? unnumbered, Date.parse(publishedAt), url, file];
}
