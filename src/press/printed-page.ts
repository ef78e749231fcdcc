import type { Body, PageKind, Printing } from "../edition/page.ts";
import type { PlannedPage } from "../edition/plan.ts";
import type { Bodies } from "./bodies.ts";

/** A page as our templates get it. A class, so that Eleventy hands it on as it is instead of copying it deeply. */
export class PrintedPage {
  readonly url: string;
  readonly slice: unknown;
  readonly #kind: PageKind;
  readonly #bodies: Bodies;

  constructor(page: PlannedPage, kind: PageKind, bodies: Bodies) {
    this.url = page.url;
    this.slice = page.slice;
    this.#kind = kind;
    this.#bodies = bodies;
  }

  /** The body of the article that the page shows, as HTML; empty where it shows none. */
  get body(): string {
    const { slice } = this;
    const hasBody = typeof slice === "object" && slice !== null && "body" in slice;
    return hasBody ? this.#bodies.forPage(slice.body as Body) : "";
  }

  /** The file's whole text, of a kind that is made from data. */
  get text(): string {
    const printing: Printing = { body: this.#bodies.forFeed };
    return this.#kind.print?.(this.slice, printing) ?? "";
  }
}
