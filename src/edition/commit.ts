import type { Archive } from "../archive/archive.ts";
import { sha256 } from "../kit/hash.ts";
import { fileKey } from "../kit/slug.ts";
import type { Plan, PlannedPage } from "./plan.ts";

/** Key of a URL in the list of printed files: spread evenly, so that any first digits make even shares. */
export function printedKey(url: string): readonly [string, string] {
  return [sha256(url).slice(0, 8), url];
}

/** Notes which pages an edition begins to print or to remove, before the first of them is touched. To run in a transaction. */
export function beginEdition(archive: Archive, plan: Plan): void {
  for (const page of plan.remove) archive.printing.put([page.kind, page.key, page.url], 1);
  for (const page of plan.print) archive.printing.put([page.kind, page.key, page.url], 1);
}

/**
 * Remembers a printed edition: its pages, what is gone, and the state of everything that they depended on.
 * `hashes`: SHA-256 of each printed file by URL. To run in a transaction.
 */
export function commitEdition(archive: Archive, plan: Plan, hashes: ReadonlyMap<string, string>): void {
  for (const { kind, key } of plan.gone) {
    archive.pages.remove([kind, key]);
  }
  for (const { kind, key, url } of plan.remove) {
    archive.printed.remove(printedKey(url));
    const owner = archive.urls.find([fileKey(url)]);
    if (owner?.[0] === kind && owner[1] === key) archive.urls.remove([fileKey(url)]);
  }
  for (const page of plan.print) enterPage(archive, page, hashes.get(page.url) ?? "");
  archive.pending.clear();
  for (const { kind, key } of plan.held) archive.pending.put([kind, key], 1);
  archive.printing.clear();
  archive.meta.put(["meta"], plan.meta);
}

function enterPage(archive: Archive, { kind, key, url, fingerprint }: PlannedPage, hash: string): void {
  archive.pages.put([kind, key], { url, fingerprint });
  archive.urls.put([fileKey(url)], [kind, key]);
  archive.printed.put(printedKey(url), hash);
}
