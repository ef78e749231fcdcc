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
  /** Pages that exist, but were held back since they clash. */
  readonly held: readonly PageId[];
  /** Kinds all of whose pages were looked at, since something else than articles changed for them. */
  readonly changedKinds: readonly string[];
  readonly meta: Meta;
};

/** The id of an edition without pages. */
const emptyEdition = "0".repeat(64);

/**
 * Which pages to print: of those that a change may have touched, the ones whose fingerprint differs; all those whose
 * kind's own fingerprint differs; those that an unfinished edition began; and every page of the kinds that are `isAll`.
 */
export function planEdition(
  archive: Archive,
  kinds: readonly FingerprintedKind[],
  newsroom: Newsroom,
  isAll: (kind: PageKind) => boolean,
): Plan {
  const meta = findMeta(archive);
  const standing = kinds.flatMap(
    ({ kind }) => kind.always?.(newsroom).map((key) => [kind.name, key] as const) ?? [],
  );
  const byName = new Map(kinds.map((entry) => [entry.kind.name, entry]));
  const looks = listCandidates(archive, kinds, meta, standing, isAll).map((id) =>
    lookAt(id, byName.get(id.kind), archive, newsroom, isAll),
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
    held: [],
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

/**
 * The plan without pages that clash with others, which give way: for an edition that holds back what is faulty.
 * They are looked at again with each edition, until they clash no more.
 */
export function withoutClashes(plan: Plan): Plan {
  const yielding = new Map(plan.clashes.map(({ page }) => [idText(page), page]));
  const held = plan.print.filter((page) => yielding.has(idText(page)));
  const edition = held.map((page) => pageHash(page, page)).reduce(xorHex, plan.meta.edition);
  return {
    ...plan,
    print: plan.print.filter((page) => !yielding.has(idText(page))),
    gone: [...plan.gone, ...held],
    held,
    meta: { ...plan.meta, edition },
  };
}

function idText({ kind, key }: PageId): string {
  return `${kind}\n${key}`;
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
  isAll: (kind: PageKind) => boolean,
): Look {
  const stored = archive.pages.find([id.kind, id.key]);
  const begun = Array.from(archive.printing.under([id.kind, id.key]), ([[, , url]]) => String(url));
  const former = [...new Set([...(stored ? [stored.url] : []), ...begun])].map((url) => ({ ...id, url }));
  const lost = stored ? [pageHash(id, stored)] : [];
  const slice = entry?.kind.slice(id.key, newsroom);
  if (!entry || slice === undefined) {
    return { remove: former, hashes: lost, ...(former.length > 0 && { gone: id }) };
  }
  const url = entry.kind.url(id.key, newsroom);
  const page = { url, fingerprint: hashOf([entry.fingerprint, url, slice]) };
  const isPrinted = stored?.fingerprint === page.fingerprint && begun.length === 0 && !isAll(entry.kind);
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
