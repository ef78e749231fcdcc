import { type Archive, findMeta, type Meta, type PageRecord } from "../archive/archive.ts";
import { hashOf } from "../kit/hash.ts";
import { fileKey } from "../kit/slug.ts";
import { listCandidates } from "./candidates.ts";
import { findClashes, type PageClash } from "./clashes.ts";
import type { Newsroom } from "./newsroom.ts";
import { idText, type PageId, type PageKind } from "./page.ts";

/** A page kind, and the fingerprint of everything but the slice that its pages depend on. */
export type FingerprintedKind = { readonly kind: PageKind; readonly fingerprint: string };

/** A page that must be printed. Without a fingerprint: nobody has looked yet at what it shows, nor whether it is there at all. */
export type PlannedPage = PageId & { readonly url: string; readonly fingerprint?: string };

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
  /** The archive's state after it, but for the edition's id. */
  readonly meta: Meta;
};

/** What a plan is made from. */
export type PlanContext = {
  readonly archive: Archive;
  readonly kinds: readonly FingerprintedKind[];
  readonly newsroom: Newsroom;
  /** Pages that editions began to print in this output and did not finish. Their files are not trusted. */
  readonly begun: readonly Removal[];
};

/**
 * Which pages to print: of those that a change may have touched, the ones whose fingerprint differs; those that an
 * unfinished edition began; and all pages of the kinds whose own fingerprint differs or that are `isAll`. The last
 * are many: what they show is not looked at before they are printed, unless they clash.
 */
export function planEdition(context: PlanContext, isAll: (kind: PageKind) => boolean): Plan {
  const { archive, kinds, newsroom } = context;
  const meta = findMeta(archive);
  const standing = kinds.flatMap(
    ({ kind }) => kind.always?.(newsroom).map((key) => [kind.name, key] as const) ?? [],
  );
  const { look, trust } = openLooker(context, isAll);
  const trusting = listCandidates(context, meta, standing, isAll).map((page) =>
    page.url === undefined ? look(page) : trust(page, page.url),
  );
  const doubtful = new Set(
    clashesOf(archive, trusting).flatMap(({ page, other }) => [idText(page), idText(other)]),
  );
  const looks = trusting.map((found) => (doubtful.has(idText(found.id)) ? look(found.id) : found));
  return {
    print: looks.flatMap(({ print }) => print ?? []),
    ...leavingOf(looks),
    held: [],
    changedKinds: kinds
      .filter(({ kind, fingerprint }) => meta.kinds[kind.name] !== fingerprint)
      .map(({ kind }) => kind.name),
    clashes: doubtful.size > 0 ? clashesOf(archive, looks) : [],
    meta: {
      ...meta,
      kinds: Object.fromEntries(kinds.map(({ kind, fingerprint }) => [kind.name, fingerprint])),
      standing,
    },
  };
}

/**
 * The plan without pages that clash with others, which give way, whether they are to be printed or were before; and
 * where a redirect is among them, without what lists redirects for a server: for an edition that holds back what is
 * faulty. They are looked at again with each edition, until they clash no more.
 */
export function withoutClashes(plan: Plan, { archive, kinds }: PlanContext): Plan {
  const yielding = new Map(
    plan.clashes.map(({ page: { kind, key } }) => [idText({ kind, key }), { kind, key }]),
  );
  if ([...yielding.values()].some(({ kind }) => kind === "redirect"))
    for (const { kind } of kinds.filter(({ kind }) => kind.listsRedirects))
      yielding.set(idText({ kind: kind.name, key: "" }), { kind: kind.name, key: "" });
  const held = [...yielding.values()];
  const print = plan.print.filter((page) => !yielding.has(idText(page)));
  const kept = new Set(print.map(({ url }) => fileKey(url)));
  const left = held.flatMap((id) =>
    filesOf(archive.pages.find([id.kind, id.key]))
      .filter((url) => !kept.has(fileKey(url)))
      .map((url) => ({ ...id, url })),
  );
  return { ...plan, print, remove: [...plan.remove, ...left], gone: [...plan.gone, ...held], held };
}

/** The plan without pages that turned out not to be there when it was looked at what they show. `listFiles`: a page's files that may lie in the output. */
export function withoutAbsent(
  plan: Plan,
  absent: readonly PageId[],
  listFiles: (page: PlannedPage) => readonly string[],
): Plan {
  if (absent.length === 0) return plan;
  const missing = new Set(absent.map(idText));
  const print = plan.print.filter((page) => !missing.has(idText(page)));
  const kept = new Set(print.map(({ url }) => url));
  const left = plan.print
    .filter((page) => missing.has(idText(page)))
    .flatMap((page) => listFiles(page).map((url) => ({ kind: page.kind, key: page.key, url })))
    .filter(({ url }) => !kept.has(url));
  return { ...plan, print, gone: [...plan.gone, ...absent], remove: [...plan.remove, ...left] };
}

/** URLs of a printed page's files: its own first. */
export function filesOf(page: PageRecord | undefined): readonly string[] {
  return page ? [page.url, ...(page.others ?? [])] : [];
}

/** The fingerprint of a page: of its kind, of where it is, and of what it shows. */
export function fingerprintOf({ fingerprint }: FingerprintedKind, url: string, slice: unknown): string {
  return hashOf([fingerprint, url, slice]);
}

/** What a look at a page came to. */
type Look = {
  readonly id: PageId;
  readonly print?: PlannedPage;
  /** Where the page is, if it exists. */
  readonly url?: string;
  readonly remove: readonly Removal[];
  readonly gone?: PageId;
};

type Looker = {
  /** Looks at what a page shows. */
  readonly look: (id: PageId) => Look;
  /** Takes it that a page is there, and must be printed whatever it shows. */
  readonly trust: (id: PageId, url: string) => Look;
};

function openLooker(
  { archive, kinds, newsroom, begun }: PlanContext,
  isAll: (kind: PageKind) => boolean,
): Looker {
  const byName = new Map(kinds.map((entry) => [entry.kind.name, entry]));
  const begunUrls = new Map<string, string[]>();
  for (const page of begun) begunUrls.set(idText(page), [...(begunUrls.get(idText(page)) ?? []), page.url]);
  const hasPages = archive.pages.count() > 0;
  const findStored = ({ kind, key }: PageId) => (hasPages ? archive.pages.find([kind, key]) : undefined);
  const formerOf = ({ kind, key }: PageId, urls: readonly string[]): Removal[] =>
    [...new Set([...urls, ...(begunUrls.get(idText({ kind, key })) ?? [])])].map((url) => ({
      kind,
      key,
      url,
    }));
  const look = ({ kind, key }: PageId): Look => {
    const id = { kind, key };
    const entry = byName.get(kind);
    const stored = findStored(id);
    const slice = entry?.kind.slice(key, newsroom);
    if (!entry || slice === undefined) {
      const remove = formerOf(id, filesOf(stored));
      return { id, remove, ...(remove.length > 0 && { gone: id }) };
    }
    const url = entry.kind.url(key, newsroom);
    const fingerprint = fingerprintOf(entry, url, slice);
    const isPrinted = stored?.fingerprint === fingerprint && !begunUrls.has(idText(id)) && !isAll(entry.kind);
    return {
      id,
      url,
      remove: formerOf(id, stored ? [stored.url] : []).filter((removal) => removal.url !== url),
      ...(!isPrinted && { print: { ...id, url, fingerprint } }),
    };
  };
  const trust = ({ kind, key }: PageId, url: string): Look => {
    const id = { kind, key };
    const stored = findStored(id);
    const remove = formerOf(id, stored ? [stored.url] : []).filter((removal) => removal.url !== url);
    return { id, url, print: { ...id, url }, remove };
  };
  return { look, trust };
}

/** What leaves: pages that are gone, and files that no page has any more. */
function leavingOf(looks: readonly Look[]): Pick<Plan, "remove" | "gone"> {
  const kept = new Set(looks.flatMap(({ url }) => url ?? []));
  return {
    remove: looks.flatMap(({ remove }) => remove).filter(({ url }) => !kept.has(url)),
    gone: looks.flatMap(({ gone }) => gone ?? []),
  };
}

function clashesOf(archive: Archive, looks: readonly Look[]): PageClash[] {
  const { remove, gone } = leavingOf(looks);
  return findClashes(
    archive,
    looks.flatMap(({ print }) => print ?? []),
    [...remove, ...gone],
  );
}
