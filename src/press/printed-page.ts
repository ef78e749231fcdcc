import type { Body, PageKind } from "../edition/page.ts";
import type { FingerprintedKind } from "../edition/plan.ts";
import type { Bodies } from "./bodies.ts";
import type { ComposedPage } from "./composing.ts";

/** A page as our templates get it. A class, so that Eleventy hands it on as it is instead of copying it deeply. */
export class PrintedPage {
  readonly url: string;
  readonly slice: unknown;
  readonly #kind: PageKind;
  readonly #bodies: Bodies;
  #body: string | undefined;
  #text: string | undefined;

  constructor(page: ComposedPage, kind: PageKind, bodies: Bodies) {
    this.url = page.url;
    this.slice = page.slice;
    this.#kind = kind;
    this.#bodies = bodies;
  }

  /** The body of the article that the page shows, as HTML; empty where it shows none. Made once: Nunjucks asks twice. */
  get body(): string {
    this.#body ??= this.#printBody();
    return this.#body;
  }

  /** The file's whole text, of a kind that is made from data. Made once, too. */
  get text(): string {
    this.#text ??= this.#kind.print?.(this.slice, { body: this.#bodies.forFeed }) ?? "";
    return this.#text;
  }

  #printBody(): string {
    const { slice } = this;
    const hasBody = typeof slice === "object" && slice !== null && "body" in slice;
    return hasBody ? this.#bodies.forPage(slice.body as Body) : "";
  }
}

/** Pages for our templates, by kind. */
export function pagesByKind(
  pages: readonly ComposedPage[],
  kinds: readonly FingerprintedKind[],
  bodies: Bodies,
): ReadonlyMap<string, readonly PrintedPage[]> {
  const byKind = new Map(kinds.map(({ kind }) => [kind.name, { kind, printed: [] as PrintedPage[] }]));
  for (const page of pages) {
    const { kind, printed } = byKind.get(page.kind) ?? {};
    if (kind) printed?.push(new PrintedPage(page, kind, bodies));
  }
  return new Map(Array.from(byKind, ([name, { printed }]) => [name, printed]));
}
