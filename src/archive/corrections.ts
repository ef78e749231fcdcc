import type { Article } from "../article/article.ts";
import type { Archive } from "./archive.ts";
import { everythingIn } from "./scopes.ts";
import type { TableKey } from "./table.ts";

/** A correction: its article, and its place in the article's list. */
export type LoggedCorrection = { readonly article: Article; readonly index: number };

/** Corrections of public articles, newest first: all, or those of a year. */
export function* listCorrections(
  archive: Archive,
  {
    year,
    limit,
    locale,
  }: { readonly year?: string; readonly limit?: number; readonly locale?: string | undefined },
): Iterable<LoggedCorrection> {
  let left = limit ?? Number.POSITIVE_INFINITY;
  const scope = everythingIn(locale);
  for (const [key] of archive.corrected.under(year === undefined ? [scope] : [scope, -Number(year)])) {
    if (left-- <= 0) return;
    const record = archive.articles.find([String(key[4])]);
    if (record) yield { article: record.article, index: Number(key[5]) };
  }
}

/** Years in which public articles were corrected, newest first. */
export function listCorrectionYears(archive: Archive, locale: string | undefined): string[] {
  const scope = everythingIn(locale);
  const years: string[] = [];
  for (let next: number | undefined; ; ) {
    const [entry] = archive.corrected.from(next === undefined ? [scope] : [scope, next]);
    if (entry?.[0][0] !== scope) return years;
    const year = -Number(entry[0][1]);
    years.push(String(year));
    next = -year + 0.5;
  }
}

/** Keys of an article's corrections in the log. */
export function correctionKeys({ corrections, locale, url, file }: Article): TableKey[] {
  return corrections.map(({ at }, index) => [
    everythingIn(locale),
    -Number(at.slice(0, 4)),
    -Date.parse(at),
    url,
    file,
    index,
  ]);
}
