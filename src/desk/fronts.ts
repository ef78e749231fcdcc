import { z } from "zod";
import { genres } from "../article/article.ts";
import { text } from "../article/field-shapes.ts";
import {
  type Front,
  mostInSlot,
  mostSlots,
  type Slot,
  type Source,
  slotStyles,
  sourceKinds,
} from "../article/front.ts";
import { tell } from "../article/rules.ts";
import { nearestName } from "../kit/nearest.ts";
import { present } from "../kit/record.ts";
import { slugOf } from "../kit/slug.ts";
import { localPath } from "../kit/url.ts";
import { type DataFile, type Parsed, parseDataFile, parseRecord, tellData } from "./data-file.ts";
import type { YamlMap, YamlTree } from "./yaml-tree.ts";
import { offsetAt, plainOf, shownText, shownValue } from "./yaml-value.ts";

/** What a front is judged by. */
export type FrontContext = {
  /** Slugs of the known sections; undefined where any is known. */
  readonly sections: ReadonlySet<string> | undefined;
  /** Address of the site: pins that begin with it are paths of the site. */
  readonly siteUrl: string;
};

/** How many stories a slot holds that does not say it and is no lead story. */
const usualCount = 4;

const sourceExample = '"source": { "section": "harbour" }';

/** What a slot may say; its source is read by itself. */
const slotTable = {
  title: { schema: text, wanted: "text", example: '"title": "From the harbour"' },
  pins: {
    schema: z.array(text),
    wanted: "a list of stories, each by its path, slug or URL",
    example: '"pins": ["ferry-returns"]',
  },
  count: {
    schema: z.int().min(1).max(mostInSlot),
    wanted: `a number from 1 to ${mostInSlot}`,
    example: '"count": 4',
    isTyped: true,
  },
  style: {
    schema: z.enum(slotStyles),
    wanted: `one of ${slotStyles.join(", ")}`,
    example: '"style": "grid"',
  },
  source: { schema: z.unknown(), wanted: "latest, or an object", example: sourceExample },
};

/** Reads a front: `{ "slots": [ … ] }`. What is wrong in a slot is told, and the slot left out. */
export function parseFront(file: string, written: string, context: FrontContext): Parsed<Front> {
  const data = parseDataFile(file, written);
  if (!("tree" in data)) return data;
  const { tree, problems } = data;
  const slots = tree.kind === "map" ? tree.entries.get("slots")?.tree : undefined;
  const example = '{ "slots": [{ "source": "latest", "count": 6 }] }';
  if (slots?.kind !== "list" || slots.items.length > mostSlots) {
    const wanted = `a list of at most ${mostSlots} slots`;
    tellData(data, slots?.at ?? tree.at, "slots", shownValue(slots ?? tree), { wanted, example });
    return { problems };
  }
  const read = slots.items.flatMap((item) => {
    if (item.kind === "map") return parseSlot(data, item, context) ?? [];
    tellData(data, item.at, "slots", shownValue(item), { wanted: "a list of objects", example });
    return [];
  });
  return { value: { file, slots: read }, problems };
}

function parseSlot(data: DataFile, map: YamlMap, context: FrontContext): Slot | undefined {
  const before = data.problems.length;
  const { title, pins = [], count, style = "grid" } = parseRecord(data, map, slotTable);
  const written = map.entries.get("source");
  const source = written && parseSource(data, written.tree, context);
  const place = data.placeAt(map.at);
  const pinTree = map.entries.get("pins")?.tree;
  if (!written && pins.length === 0 && data.problems.length === before)
    data.problems.push(tell("field-required", place, { key: "source", example: sourceExample }));
  if (count !== undefined && pins.length > count && pinTree)
    data.problems.push(tell("slot-full", data.placeAt(pinTree.at), { pins: pins.length, count }));
  if (data.problems.slice(before).some(({ severity }) => severity === "stop")) return undefined;
  const references = pins.map((to, at) => ({
    ...data.placeAt(pinTree ? offsetAt(pinTree, [at]) : map.at),
    to: localPath(to, context.siteUrl),
  }));
  const held = count ?? Math.max(pins.length, !written ? 0 : style === "lead" ? 1 : usualCount);
  return present({ ...place, title, pins: references, source, count: held, style });
}

/** `latest`, or an object with one of `sourceKinds`. */
function parseSource(data: DataFile, tree: YamlTree, { sections }: FrontContext): Source | undefined {
  const plain = plainOf(tree, new Set());
  if (plain === "latest") return {};
  const wrong = (advice: string) => {
    const value = tree.kind === "map" ? [...tree.entries.keys()].join(", ") : shownValue(tree);
    data.problems.push(tell("slot-source", data.placeAt(tree.at), { value, advice }));
    return undefined;
  };
  const [entry, ...others] = tree.kind === "map" ? [...tree.entries] : [];
  if (!entry || others.length > 0) {
    const near = tree.kind === "scalar" ? nearestName(tree.text, ["latest"]) : undefined;
    return wrong(`Write ${near ? '"source": "latest"' : `"source": "latest", or ${sourceExample}`}.`);
  }
  const [written, { tree: named }] = entry;
  const kind = sourceKinds.find((known) => known === written);
  if (!kind) {
    const near = nearestName(written, sourceKinds);
    return wrong(`Write ${near ?? `one of ${sourceKinds.join(", ")}`} in its place.`);
  }
  const slug = named.kind === "scalar" ? slugOf(named.text) : "";
  const known =
    kind === "section" ? sections : kind === "genre" ? new Set<string>(genres.slice(1)) : undefined;
  if (slug && (!known || known.has(slug))) return { [kind]: slug };
  const near = known && nearestName(slug, known);
  const all = known ? [...known].join(", ") : "a slug";
  data.problems.push(
    tell("slot-source", data.placeAt(named.at), {
      value: named.kind === "scalar" ? shownText(named.text) : shownValue(named),
      advice: near ? `Write "${kind}": "${near}".` : `Write ${known ? "one of " : ""}${all}.`,
    }),
  );
  return undefined;
}
