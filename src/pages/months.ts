import type { Month, Scope } from "../edition/newsroom.ts";
import { monthUrl } from "./addresses.ts";

/** A year's archive: links to its months, newest first. */
export type Year = {
  readonly year: string;
  readonly months: readonly { readonly month: string; readonly name: string; readonly url: string }[];
};

/** Months (newest first) by year, with links to their archives. Counts are left out: they would change every day. */
export function listYears(months: readonly Month[], scope: Scope, language: string): Year[] {
  const name = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  const years = new Map<string, Year["months"][number][]>();
  for (const { month } of months) {
    const links = years.get(month.slice(0, 4)) ?? [];
    years.set(month.slice(0, 4), links);
    links.push({ month, name: name.format(Date.parse(`${month}-01`)), url: monthUrl(month, scope) });
  }
  return [...years].map(([year, links]) => ({ year, months: links }));
}

/** `2026-11` as `November 2026`. */
export function monthName(month: string, language: string): string {
  const name = new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" });
  return name.format(Date.parse(`${month}-01`));
}
