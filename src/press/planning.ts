import type { Archive } from "../archive/archive.ts";
import { answererOf } from "../archive/claims.ts";
import { tell } from "../article/rules.ts";
import type { PageClash } from "../edition/clashes.ts";
import { shownKey } from "../edition/languages.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import {
  type FingerprintedKind,
  type Plan,
  planEdition,
  type Removal,
  withoutClashes,
} from "../edition/plan.ts";
import { type Problem, ProblemsError } from "../kit/problem.ts";
import { longestPath } from "./folder.ts";
import { shownFile } from "./tellings.ts";

/** A plan, and what had to be held back for it. */
export type Planned = { readonly plan: Plan; readonly problems: readonly Problem[] };

/** What plans are made from. */
export type Planning = {
  readonly archive: Archive;
  readonly kinds: readonly FingerprintedKind[];
  readonly newsroom: Newsroom;
  readonly begun: readonly Removal[];
  /** Whether pages that clash are held back and told, in place of being thrown. */
  readonly hold: boolean;
  /** Folder of the articles as problems name it. */
  readonly folder: string;
};

/** Plans an edition. `isAll`: kinds of which every page is printed. Throws ProblemsError where pages clash. */
export function planPages(planning: Planning, isAll: (kind: PageKind) => boolean): Planned {
  const { archive, hold, folder } = planning;
  const plan = planEdition(planning, isAll);
  const problems = plan.clashes.map((clash) => clashProblem(clash, folder, archive));
  if (problems.length === 0) return { plan, problems };
  if (!hold) throw new ProblemsError(problems);
  return { plan: withoutClashes(plan, planning), problems };
}

function clashProblem({ url, page, other }: PageClash, folder: string, archive: Archive): Problem {
  const placeAt = (file: string) => ({ file, line: 1, column: 1 });
  const owner = `the ${other.kind} ${shownKey(other.key)}`.trim();
  if (page.kind === "redirect") {
    const file = answererOf(archive, page.key) ?? "";
    return tell("alias-reserved", placeAt(shownFile(folder, file)), {
      url: page.key,
      owner,
    });
  }
  if (page.kind === "media") {
    const reason = `differs from ${other.key} only as some disks see no difference`;
    return tell("file-name", placeAt(page.key.slice(1)), { reason, limit: longestPath });
  }
  const file = page.kind === "article-page" ? shownFile(folder, page.key) : folder;
  return tell("url-reserved", placeAt(file), { url, owner });
}
