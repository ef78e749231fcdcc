import type { Newsroom } from "../edition/newsroom.ts";
import { type FingerprintedKind, fingerprintOf, type PlannedPage } from "../edition/plan.ts";

/** A planned page with what it shows. */
export type ComposedPage = PlannedPage & { readonly fingerprint: string; readonly slice: unknown };

/** What pages show, and those of them that turn out not to be there. */
export type Composed = { readonly present: readonly ComposedPage[]; readonly absent: readonly PlannedPage[] };

/** Looks up what planned pages show. */
export function composePages(
  pages: readonly PlannedPage[],
  kinds: readonly FingerprintedKind[],
  newsroom: Newsroom,
): Composed {
  const byName = new Map(kinds.map((entry) => [entry.kind.name, entry]));
  const present: ComposedPage[] = [];
  const absent: PlannedPage[] = [];
  for (const page of pages) {
    const entry = byName.get(page.kind);
    const slice = entry?.kind.slice(page.key, newsroom);
    if (!entry || slice === undefined) absent.push(page);
    else
      present.push({
        ...page,
        slice,
        fingerprint: page.fingerprint ?? fingerprintOf(entry, page.url, slice),
      });
  }
  return { present, absent };
}
