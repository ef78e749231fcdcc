import { type Archive, findMeta } from "../archive/archive.ts";
import { printedKey } from "../edition/commit.ts";
import { filesOf, type Plan, type PlannedPage, withoutAbsent } from "../edition/plan.ts";
import type { BuiltEvent } from "../host.ts";
import type { Problem } from "../kit/problem.ts";
import { checkPrinted } from "./check-printed.ts";
import { type ComposedPage, composePages } from "./composing.ts";
import type { CrewPrint } from "./crew.ts";
import { makePages } from "./making.ts";
import type { Edition } from "./open-edition.ts";
import { beginOutput, isBegun, listPrinted } from "./output.ts";
import type { Planned } from "./planning.ts";
import { removePrinted } from "./printed-file.ts";
import { type PrintedPage, pagesByKind } from "./printed-page.ts";
import type { SiteFolders } from "./setup.ts";
import { type CascadeData, readSurroundings } from "./surroundings.ts";

/** An edition in print. */
export type Printing = {
  /** Undefined where the site prints its pages itself. */
  readonly plan: Plan | undefined;
  /** What was held back. */
  readonly problems: readonly Problem[];
  /** What this process prints, and the same by kind for its templates. */
  readonly composed: readonly ComposedPage[];
  readonly pages: ReadonlyMap<string, readonly PrintedPage[]>;
  /** What workers print meanwhile. */
  readonly crew?: Promise<CrewPrint>;
  /** URLs of the files that were removed. */
  readonly removed: readonly string[];
  /** URLs of a page's files that may be ones that Broadsheet printed. */
  readonly listFiles: (page: PlannedPage) => readonly string[];
  /** Whether what the output says of itself must be written whole. */
  readonly sharesStale: boolean;
};

/** Gives pages to workers; undefined where this process prints them. */
export type Printers = (pages: Plan["print"]) => (() => Promise<CrewPrint>) | undefined;

const nothing: Printing = {
  plan: undefined,
  problems: [],
  composed: [],
  pages: new Map(),
  removed: [],
  listFiles: () => [],
  sharesStale: false,
};

/**
 * Begins to print: settles the plan by the site's data, notes in the output that it is being changed, and removes the
 * files of pages that are no more. `data`: the cascade's, for one of our templates.
 */
export function startPrinting(
  edition: Edition,
  output: string,
  data: CascadeData,
  writes: boolean,
  printers: Printers,
): Printing {
  const { archive, kinds, newsroom, why, begun } = edition;
  const planned = edition.planned && widen(edition, edition.planned, data);
  if (!planned) return nothing;
  const inOutput = why === undefined ? begun.map(({ url }) => url) : listPrinted(output);
  const known = new Set(inOutput);
  const wasPrinted = (url: string) => known.has(url) || archive.printed.find(printedKey(url)) !== undefined;
  const listFiles = ({ kind, key, url }: PlannedPage) =>
    [...new Set([url, ...filesOf(archive.pages.find([kind, key]))])].filter(wasPrinted);
  const isMade = madeAmong(kinds);
  const print = writes ? printers(planned.plan.print.filter((page) => !isMade(page))) : undefined;
  const { present, absent } = composePages(
    planned.plan.print.filter((page) => !print || isMade(page)),
    kinds,
    newsroom,
  );
  const plan = withoutAbsent(planned.plan, absent, listFiles);
  const removed = listRemoved(plan, archive, inOutput);
  const sharesStale = why !== undefined || isBegun(output);
  if (writes && plan.print.length + removed.length > 0) {
    const { edition: before, attempt, token } = findMeta(archive);
    const marker = { edition: before, printing: { attempt, token } };
    beginOutput(output, marker, [...begun, ...plan.remove, ...plan.print]);
    for (const url of removed) removePrinted(output, url);
  }
  return {
    plan,
    problems: planned.problems,
    composed: present,
    pages: pagesByKind(present, kinds, edition),
    removed,
    listFiles,
    sharesStale,
    ...(print && { crew: print() }),
  };
}

/** Everything that was printed, by this process and by workers; the plan without what turned out not to be there. */
export async function gatherPrinted(
  { composed, crew, removed, listFiles }: Printing,
  planned: Plan,
  results: BuiltEvent["results"],
  folders: SiteFolders,
  { archive, newsroom, bodies, kinds, why, begun }: Edition,
  tell: (done: number, all: number) => void,
) {
  const { printed: theirs, absent } = (await crew) ?? { printed: [], absent: [] };
  const plan = withoutAbsent(planned, absent, listFiles);
  const left = plan.remove.slice(planned.remove.length).map(({ url }) => url);
  for (const url of left) removePrinted(folders.output, url);
  const isMade = madeAmong(kinds);
  const pages = composed.filter((page) => !isMade(page));
  const checked = checkPrinted(pages, folders.output, results);
  const made = await makePages(composed.filter(isMade), {
    archive,
    newsroom,
    bodies,
    kinds,
    folders,
    isForeign: why !== undefined,
    begun: new Set(begun.map(({ url }) => url)),
    tell,
  });
  return {
    plan,
    printed: [...theirs, ...checked, ...made.printed],
    removed: [...removed, ...left, ...made.removed],
  };
}

/** Whether a page consists of bytes, which this process makes at the end. */
function madeAmong(kinds: Edition["kinds"]): (page: PlannedPage) => boolean {
  const made = new Set(kinds.filter(({ kind }) => kind.make).map(({ kind }) => kind.name));
  return ({ kind }) => made.has(kind);
}

/** All pages that show global data are printed where these changed, and all pages where the configuration did. */
function widen({ kinds, showsRunMode, replan, why }: Edition, planned: Planned, data: CascadeData): Planned {
  const surroundings = readSurroundings(data, showsRunMode);
  const before = planned.plan.meta.surroundings;
  const isAffected = (hasTemplate: boolean) =>
    before.machinery !== surroundings.machinery || (hasTemplate && before.data !== surroundings.data);
  const affected = new Set(
    kinds
      .filter(({ kind }) => !kind.make && isAffected(kind.template !== undefined))
      .map(({ kind }) => kind.name),
  );
  // A plan of everything is as wide as can be.
  const isWider = affected.size > 0 && why === undefined;
  const { plan, problems } = isWider ? replan((kind) => affected.has(kind.name)) : planned;
  const changedKinds = [...new Set([...plan.changedKinds, ...affected])];
  return { problems, plan: { ...plan, changedKinds, meta: { ...plan.meta, surroundings } } };
}

/** URLs of files that go: of pages that are no more, and of those that the output holds from an edition that nobody remembers. */
function listRemoved(plan: Plan, archive: Archive, inOutput: readonly string[]): string[] {
  const kept = new Set(plan.print.map(({ url }) => url));
  const unknown = inOutput.filter(
    (url) => !kept.has(url) && archive.printed.find(printedKey(url)) === undefined,
  );
  return [...new Set([...plan.remove.map(({ url }) => url), ...unknown])];
}
