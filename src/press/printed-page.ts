import type { PrintedParts } from "../article/live.ts";
import type { Body, PageKind } from "../edition/page.ts";
import type { FingerprintedKind } from "../edition/plan.ts";
import type { Site } from "../pages/site.ts";
import { joinParts } from "./bodies.ts";
import type { ComposedPage } from "./composing.ts";
import type { PrintEdition } from "./print-room.ts";

/** A page as our templates get it. A class, so that Eleventy hands it on as it is instead of copying it deeply. */
export class PrintedPage {
  readonly url: string;
  readonly slice: unknown;
  /** What pages share in the language of this one. */
  readonly publication: Site | undefined;
  readonly #kind: PageKind;
  readonly #bodies: PrintEdition["bodies"];
  #body: string | undefined;
  #live: PrintedParts | undefined;
  #text: string | undefined;

  constructor(
    page: ComposedPage,
    kind: PageKind,
    { bodies, publications }: Pick<PrintEdition, "bodies" | "publications">,
  ) {
    this.url = page.url;
    this.slice = page.slice;
    this.publication = publications.get(localeOf(page.slice));
    this.#kind = kind;
    this.#bodies = bodies;
  }

  /** The body of the article that the page shows, as HTML; empty where it shows none. Made once: Nunjucks asks twice. */
  get body(): string {
    this.#body ??= this.#printBody();
    return this.#body;
  }

  /** The parts of the live blog that the page shows, as HTML; undefined where it shows none. */
  get live(): PrintedParts | undefined {
    const body = bodyOf(this.slice);
    if (body && "parts" in body) this.#live ??= this.#bodies.partsForPage(body);
    return this.#live;
  }

  /** The file's whole text, of a kind that is made from data. Made once, too. */
  get text(): string {
    const { forFeed: body, partsForUpdates: parts } = this.#bodies;
    this.#text ??= this.#kind.print?.(this.slice, { body, parts }) ?? "";
    return this.#text;
  }

  #printBody(): string {
    const body = bodyOf(this.slice);
    if (!body) return "";
    if (this.#kind.showsBodies === "text") return this.#bodies.forText(body);
    return this.live ? joinParts(this.live) : this.#bodies.forPage(body);
  }
}

function bodyOf(slice: unknown): Body | undefined {
  return typeof slice === "object" && slice !== null && "body" in slice ? (slice.body as Body) : undefined;
}

/** Key of the paper's language that a page says it appears in; that of the masthead's own where it says nothing. */
function localeOf(slice: unknown): string {
  const head = typeof slice === "object" && slice !== null ? Reflect.get(slice, "head") : undefined;
  const locale = typeof head === "object" && head !== null ? Reflect.get(head, "locale") : undefined;
  return typeof locale === "string" ? locale : "";
}

/** Pages for our templates, by kind. */
export function pagesByKind(
  pages: readonly ComposedPage[],
  kinds: readonly FingerprintedKind[],
  edition: Pick<PrintEdition, "bodies" | "publications">,
): ReadonlyMap<string, readonly PrintedPage[]> {
  const byKind = new Map(kinds.map(({ kind }) => [kind.name, { kind, printed: [] as PrintedPage[] }]));
  for (const page of pages) {
    const { kind, printed } = byKind.get(page.kind) ?? {};
    if (kind) printed?.push(new PrintedPage(page, kind, edition));
  }
  return new Map(Array.from(byKind, ([name, { printed }]) => [name, printed]));
}
