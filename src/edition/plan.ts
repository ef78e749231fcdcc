import { type Archive, findMeta, type Meta, type PageRecord } from "../archive/archive.ts";
import { hashOf, sha256, xorHex } from "../kit/hash.ts";
import { listCandidates } from "./candidates.ts";
import { findClashes, type PageClash } from "./clashes.ts";
import type { Newsroom } from "./newsroom.ts";
import type { PageId, PageKind } from "./page.ts";

/** A page kind, and the fingerprint of everything but the slice that its pages depend on. */
export type FingerprintedKind = { readonly kind: PageKind; readonly fingerprint: string };

/** A page that must be printed, with what it shows. */
export type PlannedPage = PageId & PageRecord & { readonly slice: unknown };

/** A file that must go: its page no longer exists, or is elsewhere now. */
export type Removal = PageId & { readonly url: string };

/** One edition: what to print, what to remove, and what the archive is to remember once that is done. */
export type Plan = {
  readonly print: readonly PlannedPage[];
  readonly remove: readonly Removal[];
  /** Pages that exist no more. */
  readonly gone: readonly PageId[];
  readonly clashes: readonly PageClash[];
  /** Kinds all of whose pages were looked at, since something else than articles changed for them. */
  readonly changedKinds: readonly string[];
  readonly meta: Meta;
};

/** The id of an edition without pages. */
const emptyEdition = "0".repeat(64);

/**
 * Which pages to print: of those that a change may have touched, the ones whose fingerprint differs; all those whose
 * kind's own fingerprint differs; those that an unfinished edition began; or everything.
 */
export function planEdition(
  archive: Archive,
  kinds: readonly FingerprintedKind[],
  newsroom: Newsroom,
  everything: boolean,
): Plan {
  const meta = findMeta(archive);
  const standing = kinds.flatMap(
    ({ kind }) => kind.always?.(newsroom).map((key) => [kind.name, key] as const) ?? [],
  );
  const byName = new Map(kinds.map((entry) => [entry.kind.name, entry]));
  const looks = listCandidates(archive, kinds, meta, standing, everything).map((id) =>
    lookAt(id, byName.get(id.kind), archive, newsroom, everything),
  );
  const edition = looks.reduce((sum, look) => look.hashes.reduce(xorHex, sum), meta.edition || emptyEdition);
  const print = looks.flatMap((look) => look.print ?? []);
  const kept = new Set(looks.flatMap((look) => look.url ?? []));
  const remove = looks.flatMap((look) => look.remove).filter((removal) => !kept.has(removal.url));
  const gone = looks.flatMap((look) => look.gone ?? []);
  return {
    print,
    remove,
    gone,
    changedKinds: kinds
      .filter(({ kind, fingerprint }) => meta.kinds[kind.name] !== fingerprint)
      .map(({ kind }) => kind.name),
    clashes: findClashes(archive, print, [...remove, ...gone]),
    meta: {
      ...meta,
      edition,
      kinds: Object.fromEntries(kinds.map(({ kind, fingerprint }) => [kind.name, fingerprint])),
      standing,
    },
  };
}

/** The plan with every page of some kinds in it, whether or not it changed. */
export function planAllOf(
  plan: Plan,
  archive: Archive,
  kinds: readonly PageKind[],
  newsroom: Newsroom,
): Plan {
  const idText = ({ kind, key }: PageId) => `${kind}\n${key}`;
  const planned = new Set([...plan.print, ...plan.gone].map(idText));
  const print = [...plan.print];
  for (const kind of kinds) {
    for (const [[, key], page] of archive.pages.under([kind.name])) {
      const id = { kind: kind.name, key: String(key) };
      const slice = planned.has(idText(id)) ? undefined : kind.slice(id.key, newsroom);
      if (slice !== undefined) print.push({ ...id, ...page, slice });
    }
  }
  return { ...plan, print };
}

type Look = {
  readonly print?: PlannedPage;
  /** Where the page is, if it exists. */
  readonly url?: string;
  readonly remove: readonly Removal[];
  readonly gone?: PageId;
  /** What the edition's id loses and gains. */
  readonly hashes: readonly string[];
};

function lookAt(
  id: PageId,
  entry: FingerprintedKind | undefined,
  archive: Archive,
  newsroom: Newsroom,
  everything: boolean,
): Look {
  const stored = archive.pages.find([id.kind, id.key]);
  const begun = archive.printing.find([id.kind, id.key]);
  const former = [...new Set([stored?.url, begun].flatMap((url) => url ?? []))].map((url) => ({
    ...id,
    url,
  }));
  const lost = stored ? [pageHash(id, stored)] : [];
  const slice = entry?.kind.slice(id.key, newsroom);
  if (!entry || slice === undefined) {
    return { remove: former, hashes: lost, ...((stored || begun) && { gone: id }) };
  }
  const url = entry.kind.url(id.key, newsroom);
  const page = { url, fingerprint: hashOf([entry.fingerprint, url, slice]) };
  const isPrinted = stored?.fingerprint === page.fingerprint && begun === undefined && !everything;
  return {
    url,
    remove: former.filter((removal) => removal.url !== url),
    hashes: [...lost, pageHash(id, page)],
    ...(!isPrinted && { print: { ...id, ...page, slice } }),
  };
}

function pageHash({ kind, key }: PageId, { fingerprint }: PageRecord): string {
  return sha256(`${kind}\n${key}\n${fingerprint}`);
}
