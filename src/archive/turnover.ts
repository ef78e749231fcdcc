import type { Article, Moment } from "../article/article.ts";
import { changedAt, newestOf } from "../article/changes.ts";
import type { Archive } from "./archive.ts";
import { correctionKeys } from "./corrections.ts";
import { openDigests } from "./digests.ts";
import { listNewest } from "./order.ts";
import { partKey } from "./parts.ts";
import { everythingIn, monthNumber, orderKey, scopesOf } from "./scopes.ts";
import type { TableKey } from "./table.ts";

/** Public articles that come and go in one transaction; what is counted of them is kept at the end. */
export type Turnover = {
  /** Puts a public article into every ordering that shows it. `at`: the moment as of which readers see it, in milliseconds. */
  readonly enter: (article: Article, at: number) => void;
  /** Takes an article that was public out of every ordering. `at`: the moment as of which readers saw it. */
  readonly leave: (article: Article, at: number) => void;
  /** An article stays where it is, and is seen as of another moment. */
  readonly turn: (article: Article, before: number, now: number) => void;
  /** Keeps the counts, the newest change and the digest of each month, and of whom there may be something else to tell. */
  readonly settle: () => void;
};

/** Begins a turnover. */
export function openTurnover(archive: Archive): Turnover {
  const counts = new Map<string, { readonly scope: string; readonly month: number; by: number }>();
  const entered = new Map<string, Moment>();
  const left = new Map<string, Moment>();
  const credited = new Set<string>();
  const digests = openDigests(archive);
  const count = (scope: string, month: number, by: 1 | -1) => {
    const key = `${scope}\n${month}`;
    const sum = counts.get(key) ?? { scope, month, by: 0 };
    sum.by += by;
    counts.set(key, sum);
  };
  const move = (article: Article, by: 1 | -1, moments: Map<string, Moment>) => {
    const month = article.publishedAt.slice(0, 7);
    const changed = changedAt(article);
    // Those of all languages are kept, too: a paper may have one alone again.
    for (const scope of new Set([everythingIn(undefined), everythingIn(article.locale)])) {
      const paper = `${scope}\n${month}`;
      moments.set(paper, newestOf([changed, moments.get(paper) ?? changed]) ?? changed);
    }
    for (const key of correctionKeys(article))
      if (by > 0) archive.corrected.put(key, 1);
      else archive.corrected.remove(key);
    if (by > 0 && article.series) archive.parts.put(partKey(article), article.file);
    else if (article.series) archive.parts.remove(partKey(article));
    for (const { slug } of article.byline) credited.add(slug);
    for (const scope of scopesOf(article)) {
      count(scope, monthNumber(month), by);
      if (by > 0) archive.order.put(orderKey(scope, article), article.file);
      else archive.order.remove(orderKey(scope, article));
    }
  };
  return {
    enter: (article, at) => {
      digests.add(article, at);
      move(article, 1, entered);
    },
    leave: (article, at) => {
      digests.remove(article, at);
      move(article, -1, left);
    },
    turn: (article, before, now) => {
      digests.remove(article, before);
      digests.add(article, now);
    },
    settle: () => {
      keepCounts(archive, [...counts.values()]);
      digests.keep();
      for (const paper of new Set([...entered.keys(), ...left.keys()]))
        keepNewest(archive, paper, entered.get(paper), left.get(paper));
      for (const slug of credited) archive.strangers.put([slug], null);
    },
  };
}

type Count = { readonly scope: string; readonly month: number; readonly by: number };

function keepCounts(archive: Archive, counts: readonly Count[]): void {
  const sums = new Map<string, number>();
  for (const { scope, month, by } of counts) {
    if (by !== 0) add(archive, [scope, month], by);
    sums.set(scope, (sums.get(scope) ?? 0) + by);
  }
  for (const [scope, by] of sums) {
    if (by === 0) continue;
    const before = archive.counts.find([scope, "all"]) ?? 0;
    add(archive, [scope, "all"], by);
    const [kind, ...slug] = scope.split("/");
    if (kind === undefined || slug.length === 0 || before > 0 === before + by > 0) continue;
    add(archive, ["slugs", kind], before > 0 ? -1 : 1);
    if (before > 0) archive.counts.remove([kind, slug.join("/")]);
    else archive.counts.put([kind, slug.join("/")], 1);
  }
}

/** The month is looked through only where the article left it that had changed last. `paper`: the scope, and the month. */
function keepNewest(
  archive: Archive,
  paper: string,
  entered: Moment | undefined,
  left: Moment | undefined,
): void {
  const [scope = "", month = ""] = paper.split("\n");
  const key = [scope, monthNumber(month)];
  const known = archive.changes.find(key);
  const isOpen = left !== undefined && (known === undefined || Date.parse(left) >= Date.parse(known));
  const locale = scope.includes(":") ? scope.slice(0, scope.indexOf(":")) : undefined;
  const newest = isOpen
    ? newestOf(Array.from(listNewest(archive, { month, ...(locale !== undefined && { locale }) }), changedAt))
    : newestOf([known, entered].filter((moment) => moment !== undefined));
  if (newest === undefined) archive.changes.remove(key);
  else archive.changes.put(key, newest);
}

function add(archive: Archive, key: TableKey, by: number): void {
  const sum = (archive.counts.find(key) ?? 0) + by;
  if (sum > 0) archive.counts.put(key, sum);
  else archive.counts.remove(key);
}
