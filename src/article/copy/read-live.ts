import type { BodyPart, Live, LiveUpdate } from "../article.ts";
import { hashDraft, takeApart } from "./draft-parts.ts";
import { type NamedByBlocks, nameAddresses } from "./judge-blocks.ts";
import type { GrownUpdate } from "./live-updates.ts";
import type { Notes } from "./notes.ts";
import type { Draft } from "./print.ts";
import { type Node, walk } from "./tree.ts";
import { countWords, textOf } from "./words.ts";

/** What an article's record keeps of a live blog's body, part by part. `draft`: of all of it. */
export function readLive(
  notes: Notes,
  introduction: readonly Node[],
  updates: readonly GrownUpdate[],
  draft: Draft,
): Live {
  const parts = takeApart(draft);
  return {
    isOver: false,
    introduction: partOf(notes, introduction, hashDraft(parts.introduction)),
    updates: updates.map(({ node, ...update }): LiveUpdate => {
      const block = parts.updates.get(update.id);
      return {
        ...update,
        ...partOf(notes, [node], block ? hashDraft(block) : ""),
        text: textOf(node.children)
          .replace(/[^\S\n]+/g, " ")
          .replace(/\s*\n\s*/g, "\n")
          .trim(),
      };
    }),
  };
}

function partOf(notes: Notes, nodes: readonly Node[], hash: string): BodyPart {
  const named: NamedByBlocks = { mentions: [], links: [], media: [] };
  walk(nodes, (node) => {
    if (node.kind === "block") nameAddresses(notes, node, named);
    else {
      const address = node.attributes.get(node.name === "img" ? "src" : "href");
      const to = address === undefined ? undefined : notes.findPath(address);
      if (to === undefined) return;
      named[node.name === "img" ? "media" : "links"].push({ ...notes.placeAt(node.at), to });
    }
  });
  return {
    hash,
    wordCount: countWords(textOf(nodes)),
    mentions: [...new Set(named.mentions.map(({ to }) => to))],
    links: [...new Set(named.links.map(({ to }) => to))],
    media: [...new Set(named.media.map(({ to }) => to))],
  };
}
