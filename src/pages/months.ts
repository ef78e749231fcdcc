import type { Month, Newsroom, Scope } from "../edition/newsroom.ts";
import { monthName } from "../kit/clock.ts";
import { present } from "../kit/record.ts";
import { monthUrl, yearUrl } from "./addresses.ts";

/** A year's archive: its own page, and links to its months, newest first. Counts are absent where they are not asked for. */
export type Year = {
  readonly year: string;
  readonly url: string;
  readonly count?: number;
  readonly months: readonly MonthLink[];
};
type MonthLink = {
  readonly month: string;
  readonly name: string;
  readonly url: string;
  readonly count?: number;
};

/** Months (newest first) by year, with links to their archives. `counted`: with how many stories, which changes with each. */
export function listYears(
  months: readonly Month[],
  scope: Scope,
  newsroom: Newsroom,
  counted?: "counted",
): Year[] {
  const years = new Map<string, MonthLink[]>();
  for (const { month, count } of months) {
    const year = month.slice(0, 4);
    const links = years.get(year) ?? [];
    years.set(year, links);
    links.push(
      present({
        month,
        name: monthName(month, newsroom.masthead.language),
        url: newsroom.path(monthUrl(month, scope)),
        count: counted && count,
      }),
    );
  }
  return Array.from(years, ([year, links]) =>
    present({
      year,
      url: newsroom.path(yearUrl(year, scope)),
      count: counted && links.reduce((sum, { count = 0 }) => sum + count, 0),
      months: links,
    }),
  );
}

/** Years in which a scope has stories, newest first, with links to their archives. */
export function listYearLinks(
  scope: Scope,
  newsroom: Newsroom,
): { readonly year: string; readonly url: string }[] {
  const years = new Set(newsroom.months(scope).map(({ month }) => month.slice(0, 4)));
  return Array.from(years, (year) => ({ year, url: newsroom.path(yearUrl(year, scope)) }));
}
