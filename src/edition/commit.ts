import type { Archive, PageRecord } from "../archive/archive.ts";
import { sha256, xorHex } from "../kit/hash.ts";
import { fileKey } from "../kit/slug.ts";
import { idText, type PageId } from "./page.ts";
import type { Plan } from "./plan.ts";

/** A page that was printed: what it shows, and the SHA-256 of its file, and of its other files by URL. */
export type PrintedFile = PageId &
  Omit<PageRecord, "others"> & { readonly hash: string; readonly others?: ReadonlyMap<string, string> };

/** The id of an edition without pages. */
const emptyEdition = "0".repeat(64);

/** Key of a URL in the list of printed files: spread evenly, so that any first digits make even shares. */
export function printedKey(url: string): readonly [string, string] {
  return [sha256(url).slice(0, 8), url];
}

/**
 * Remembers a printed edition: its pages, what is gone, and the state of everything that they depended on. Its id is
 * made of all its pages, so that the same content has the same id whatever came before. To run in a transaction.
 */
export function commitEdition(archive: Archive, plan: Plan, printed: readonly PrintedFile[]): void {
  const before = plan.meta.edition;
  let edition = before || emptyEdition;
  const hasPages = archive.pages.count() > 0;
  const forget = (id: PageId) => {
    const stored = hasPages ? archive.pages.find([id.kind, id.key]) : undefined;
    if (stored) edition = xorHex(edition, pageHash(id, stored));
    for (const url of stored?.others ?? []) forgetFile(archive, url);
  };
  for (const id of plan.gone) {
    forget(id);
    archive.pages.remove([id.kind, id.key]);
  }
  const gone = new Set([...plan.gone, ...plan.remove].map(idText));
  for (const { url } of plan.remove) {
    archive.printed.remove(printedKey(url));
    const [kind, key] = archive.urls.find([fileKey(url)]) ?? [];
    if (kind !== undefined && key !== undefined && gone.has(idText({ kind, key })))
      archive.urls.remove([fileKey(url)]);
  }
  for (const page of printed) forget(page);
  for (const page of printed) {
    edition = xorHex(edition, pageHash(page, page));
    enterPage(archive, page);
  }
  archive.pending.clear();
  for (const { kind, key } of plan.held) archive.pending.put([kind, key], 1);
  archive.meta.put(["meta"], { ...plan.meta, edition, before, unfinished: "" });
}

function enterPage(archive: Archive, page: PrintedFile): void {
  const { kind, key, url, fingerprint, hash, others = new Map<string, string>() } = page;
  const further = others.size > 0 && { others: [...others.keys()] };
  archive.pages.put([kind, key], { url, fingerprint, ...further });
  for (const [file, its] of [[url, hash] as const, ...others]) {
    archive.urls.put([fileKey(file)], [kind, key]);
    archive.printed.put(printedKey(file), its);
  }
}

function forgetFile(archive: Archive, url: string): void {
  archive.printed.remove(printedKey(url));
  archive.urls.remove([fileKey(url)]);
}

function pageHash(id: PageId, { fingerprint }: Pick<PageRecord, "fingerprint">): string {
  return sha256(`${idText(id)}\n${fingerprint}`);
}
