import { hashOf } from "../../kit/hash.ts";
import { liveUpdate } from "../blocks/live-update.ts";
import type { Draft, DraftBlock } from "./print.ts";

/** A live blog's draft taken apart: what stands outside of the updates, and these by their ids. */
export type DraftParts = { readonly introduction: Draft; readonly updates: ReadonlyMap<string, DraftBlock> };

export function takeApart(draft: Draft): DraftParts {
  const introduction: Draft[number][] = [];
  const updates = new Map<string, DraftBlock>();
  for (const part of draft) {
    const id = isUpdate(part) ? part.given.id : undefined;
    if (isUpdate(part) && typeof id === "string") updates.set(id, part);
    else introduction.push(part);
  }
  return { introduction, updates };
}

/** The hash by which a page's slice names a part of a draft. */
export function hashDraft(part: Draft | DraftBlock): string {
  return hashOf(part).slice(0, 16);
}

function isUpdate(part: Draft[number]): part is DraftBlock {
  return typeof part === "object" && "block" in part && part.block === liveUpdate.name;
}
