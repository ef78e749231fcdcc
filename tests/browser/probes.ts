import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** What each probe finds in a page. A file in `in-page/` each, which runs there. */
type Found = {
  /** What stands out of the page to its side. */
  readonly overflow: readonly string[];
  /** Controls that are too small. */
  readonly controls: readonly string[];
  /** Where the focus is; undefined: nowhere. */
  readonly focus: Focus | undefined;
  readonly reading: Reading;
};

/** A story's paragraphs, and what of it cannot be seen. */
export type Reading = { readonly paragraphs: readonly string[]; readonly faults: readonly string[] };

/** What has the focus. */
export type Focus = {
  /** The same for the same element. */
  readonly number: number;
  readonly name: string;
  readonly className: string;
  /** The landmark that it is in: `nav`, `main`, `header`, `footer`. */
  readonly place: string;
  /** Whether it has controls of its own to go through. */
  readonly isPlayer: boolean;
  readonly faults: readonly string[];
};

const sources = new Map<keyof Found, string>();

/** Asks a page something. */
export function probe<Name extends keyof Found>(page: Page, name: Name): Promise<Found[Name]> {
  const source =
    sources.get(name) ?? readFileSync(join(import.meta.dirname, "in-page", `${name}.js`), "utf8");
  sources.set(name, source);
  return page.evaluate<Found[Name]>(source);
}
