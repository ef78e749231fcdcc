import type { Month, Scope } from "../edition/newsroom.ts";
import { monthName } from "../kit/clock.ts";
import { monthUrl } from "./addresses.ts";

/** A year's archive: links to its months, newest first. */
export type Year = {
  readonly year: string;
  readonly months: readonly { readonly month: string; readonly name: string; readonly url: string }[];
};

/** Months (newest first) by year, with links to their archives. Counts are left out: they would change every day. */
export function listYears(months: readonly Month[], scope: Scope, language: string): Year[] {
  const years = new Map<string, Year["months"][number][]>();
  for (const { month } of months) {
    const year = month.slice(0, 4);
    const links = years.get(year) ?? [];
    years.set(year, links);
    links.push({ month, name: monthName(month, language), url: monthUrl(month, scope) });
  }
  return [...years].map(([year, links]) => ({ year, months: links }));
}
