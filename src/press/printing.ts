import { type Archive, findMeta } from "../archive/archive.ts";
import { beginEdition, printedKey } from "../edition/commit.ts";
import type { Plan } from "../edition/plan.ts";
import type { Problem } from "../kit/problem.ts";
import type { Edition } from "./open-edition.ts";
import { beginOutput, isBegun, listPrinted } from "./output.ts";
import type { Planned } from "./planning.ts";
import { removePrinted } from "./printed-file.ts";
import { PrintedPage } from "./printed-page.ts";
import { type CascadeData, readSurroundings } from "./surroundings.ts";

/** An edition in print. */
export type Printing = {
  /** Undefined where the site prints its pages itself. */
  readonly plan: Plan | undefined;
  /** What was held back. */
  readonly problems: readonly Problem[];
  /** By kind. */
  readonly pages: ReadonlyMap<string, readonly PrintedPage[]>;
  /** URLs of the files that were removed. */
  readonly removed: readonly string[];
  /** Whether what the output says of itself must be written whole. */
  readonly sharesStale: boolean;
};

/**
 * Begins to print: settles the plan by the site's data, notes in archive and output that they are being changed,
 * and removes the files of pages that are no more. `data`: the cascade's, for one of our templates.
 */
export function startPrinting(
  edition: Edition,
  output: string,
  data: CascadeData,
  writes: boolean,
): Printing {
  const { archive, kinds, bodies, why } = edition;
  const planned = edition.planned && widen(edition, edition.planned, data);
  if (!planned) return { plan: undefined, problems: [], pages: new Map(), removed: [], sharesStale: false };
  const { plan, problems } = planned;
  const removed = listRemoved(plan, archive, why === undefined ? [] : listPrinted(output));
  const sharesStale = why !== undefined || isBegun(output);
  if (writes && plan.print.length + removed.length > 0) {
    archive.transact(() => beginEdition(archive, plan));
    const { edition: before, attempt } = findMeta(archive);
    beginOutput(output, { edition: before, printing: { attempt, edition: plan.meta.edition } });
    for (const url of removed) removePrinted(output, url);
  }
  const pages = new Map(kinds.map(({ kind }) => [kind.name, [] as PrintedPage[]]));
  const byName = new Map(kinds.map(({ kind }) => [kind.name, kind]));
  for (const page of plan.print) {
    const kind = byName.get(page.kind);
    if (kind) pages.get(kind.name)?.push(new PrintedPage(page, kind, bodies));
  }
  return { plan, problems, pages, removed, sharesStale };
}

/** All pages that show global data are printed where these changed, and all pages where the configuration did. */
function widen({ kinds, replan }: Edition, planned: Planned, data: CascadeData): Planned {
  const surroundings = readSurroundings(data);
  const before = planned.plan.meta.surroundings;
  const isAffected = (hasTemplate: boolean) =>
    before.machinery !== surroundings.machinery || (hasTemplate && before.data !== surroundings.data);
  const affected = new Set(
    kinds
      .filter(({ kind }) => kind.name !== "media" && isAffected(kind.template !== undefined))
      .map(({ kind }) => kind.name),
  );
  const { plan, problems } = affected.size > 0 ? replan((kind) => affected.has(kind.name)) : planned;
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
