import { parseMoment } from "../../kit/clock.ts";
import { slugOf } from "../../kit/slug.ts";
import { liveUpdate } from "../blocks/live-update.ts";
import type { Notes } from "./notes.ts";
import { type BlockNode, type Node, walk } from "./tree.ts";

/** An entry of a live blog as the copy has it, with what it is known by. */
export type GrownUpdate = {
  readonly id: string;
  readonly at: string;
  readonly headline: string;
  readonly isKey: boolean;
  readonly isPinned: boolean;
  readonly byline?: string;
  /** Its block, `at` and `id` settled, and without what other pages than its own show of it. */
  readonly node: BlockNode;
};

/** A body as a live blog: what stands outside of the updates, and these, the oldest first. */
export type Taken = { readonly introduction: Node[]; readonly updates: readonly GrownUpdate[] };

/** The longest that a headline's slug may be in an id, in characters. */
const longestStem = 48;

/**
 * Takes the updates out of a body, and tells what is wrong with them. In an article that is no live blog they stay
 * where they are, with their times settled.
 */
export function takeUpdates(notes: Notes, nodes: readonly Node[], isLive: boolean): Taken {
  const introduction: Node[] = [];
  const timed: TimedBlock[] = [];
  let isTold = isLive;
  for (const node of nodes) {
    tellNested(notes, node);
    const found = isUpdate(node) ? timeOf(notes, node) : undefined;
    if (found && isLive) timed.push(found);
    else introduction.push(found ? inPlace(found.node) : node);
    if (!found || isTold) continue;
    notes.tell("live-genre", found.node.at, { what: liveUpdate.name, effect: "it is printed in place" });
    isTold = true;
  }
  return { introduction, updates: nameUpdates(notes, orderByTime(timed)) };
}

type TimedBlock = { readonly node: BlockNode; readonly moment: string; readonly at: number };

function isUpdate(node: Node): node is BlockNode {
  if (node.kind !== "block" || node.block.name !== liveUpdate.name) return false;
  return typeof node.given.at === "string" && typeof node.given.headline === "string";
}

function tellNested(notes: Notes, node: Node): void {
  if (node.kind !== "block" && node.kind !== "element") return;
  const what = node.kind === "block" ? node.block.name : `<${node.name}>`;
  walk(node.children, (inner) => {
    if (inner.kind === "block" && isUpdate(inner)) notes.tell("live-place", inner.at, { what });
  });
}

/** An update of no blog: no page leads to it, and none pins it. */
function inPlace(node: BlockNode): BlockNode {
  const { id: _, pinned: __, ...given } = node.given;
  return { ...node, given };
}

/** The block with its time as a moment. Undefined where it has none, which is told. */
function timeOf(notes: Notes, node: BlockNode): TimedBlock | undefined {
  const { zone = "UTC" } = notes.rules;
  const written = String(node.given.at);
  const result = parseMoment(written, zone);
  const told = { key: "at", value: JSON.stringify(written), zone };
  if ("problem" in result && result.problem === "gap")
    notes.tell("date-gap", node.at, { ...told, example: result.instead.moment });
  else if ("problem" in result && result.problem === "format") notes.tell("date-format", node.at, told);
  else if ("problem" in result)
    notes.tell("date-twice", node.at, {
      ...told,
      first: result.first.moment,
      second: result.second.moment,
    });
  const instant = "moment" in result ? result : result.problem === "twice" ? result.first : undefined;
  if (!instant) return undefined;
  return { node: { ...node, given: { ...node.given, at: instant.moment } }, ...instant };
}

/** The oldest first. Of two with one time the lower is the older in copy that begins with the newest, else the upper. */
function orderByTime(timed: readonly TimedBlock[]): readonly TimedBlock[] {
  const [first, last] = [timed[0], timed.at(-1)];
  const isNewestFirst = first !== undefined && last !== undefined && first.at > last.at;
  return (isNewestFirst ? timed.toReversed() : timed).toSorted((a, b) => a.at - b.at);
}

/** Each update with its id: the one that it was given, or its local time and its headline; numbered where that is taken. */
function nameUpdates(notes: Notes, ordered: readonly TimedBlock[]): GrownUpdate[] {
  const taken = new Set<string>();
  for (const { node } of ordered) {
    if (node.given.id === undefined) continue;
    const id = slugOf(String(node.given.id));
    if (!id) tellId(notes, node, "its id has neither letters nor digits");
    else if (taken.has(id)) tellId(notes, node, `its id is that of another update: ${id}`);
    taken.add(id);
  }
  return ordered.map(({ node, moment }) => {
    const { id: written, pinned, byline, ...given } = node.given;
    const headline = String(given.headline);
    const id = written === undefined ? freeId(moment, headline, taken) : slugOf(String(written));
    return {
      id,
      at: moment,
      headline,
      isKey: given.key === true,
      isPinned: pinned === true,
      ...(byline !== undefined && { byline: String(byline) }),
      node: { ...node, given: { ...given, id } },
    };
  });
}

function tellId(notes: Notes, node: BlockNode, reason: string): void {
  const { name, example } = liveUpdate;
  notes.tell("shortcode-form", node.at, { name, reason, example });
}

function freeId(moment: string, headline: string, taken: Set<string>): string {
  const time = moment
    .slice(0, 16)
    .replace("T", "-")
    .replace(/(?<=\d)-(?=\d\d-)|:/g, "");
  const words = slugOf(headline);
  const cut = words.length > longestStem ? words.slice(0, longestStem + 1).replace(/-[^-]*$/, "") : words;
  const stem = `${time}-${[...cut].slice(0, longestStem).join("")}`.replace(/-+$/, "");
  let id = stem;
  for (let count = 2; taken.has(id); count++) id = `${stem}-${count}`;
  taken.add(id);
  return id;
}
