import type { Article } from "../article/article.ts";
import type { Front, Slot, Source } from "../article/front.ts";
import type { Teaser } from "../article/teaser.ts";
import type { Newsroom, Scope } from "../edition/newsroom.ts";
import { teaserOf } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";
import { frontUrl } from "./addresses.ts";
import { findSubject } from "./subject.ts";

/** A slot with the stories that are in it now. */
export type FilledSlot = {
  /** As the front's file says, or as its source is called; absent where it has no name. */
  readonly title?: string;
  /** The front of its source. */
  readonly url?: string;
  readonly style: Slot["style"];
  readonly stories: readonly Teaser[];
};

/** A front's slots and the files of what stands in them. */
export type Filled = { readonly slots: readonly FilledSlot[]; readonly shown: ReadonlySet<string> };

/**
 * Fills the slots of a front from the top: no story stands on it twice, a pin that is not public is passed over, and a
 * slot that stays empty is left out.
 */
export function fillSlots(
  slots: readonly Omit<Slot, "file" | "line" | "column">[],
  newsroom: Newsroom,
): Filled {
  const shown = new Set<string>();
  const filled = slots.flatMap((slot): FilledSlot[] => {
    const articles = storiesOf(slot, shown, newsroom);
    for (const { file } of articles) shown.add(file);
    if (articles.length === 0) return [];
    const { title, url } = nameOf(slot, newsroom);
    const stories = articles.map((article) => teaserOf(article, newsroom));
    return [present({ title, url, style: slot.style, stories })];
  });
  return { slots: filled, shown };
}

/** How many stories a front shows beside its slots, and a feed. */
export const frontLimit = 30;

/** The newest stories of a scope that do not stand in a front's slots. */
export function listOthers(scope: Scope, shown: ReadonlySet<string>, newsroom: Newsroom): Teaser[] {
  return newsroom
    .latest({ ...scope, limit: frontLimit + shown.size })
    .filter(({ file }) => !shown.has(file))
    .slice(0, frontLimit)
    .map((article) => teaserOf(article, newsroom));
}

/** The slots of a front that an editor laid out; none where nobody did. */
export function fillFront(front: Front | undefined, newsroom: Newsroom): Filled {
  return fillSlots(front?.slots ?? [], newsroom);
}

function storiesOf(
  { pins, source, count }: Pick<Slot, "pins" | "source" | "count">,
  shown: ReadonlySet<string>,
  newsroom: Newsroom,
): Article[] {
  const found = new Map<string, Article>();
  const add = (article: Article | undefined) => {
    if (article && found.size < count && !shown.has(article.file)) found.set(article.file, article);
  };
  for (const { to } of pins) add(newsroom.resolve(to));
  // What stands on the front already is passed over: so further stories are asked for until there are enough.
  for (let limit = 2 * count; source && found.size < count; limit *= 2) {
    const newest = newsroom.latest({ ...source, limit });
    newest.forEach(add);
    if (newest.length < limit) break;
  }
  return [...found.values()];
}

function nameOf(
  { title, source = {} }: Pick<Slot, "title" | "source">,
  newsroom: Newsroom,
): { readonly title?: string | undefined; readonly url?: string | undefined } {
  const { genre, ...scope } = source;
  if (genre !== undefined || Object.keys(scope).length === 0) return { title };
  const subject = findSubject(scope as Source, newsroom);
  return subject ? { title: title ?? subject.name, url: newsroom.path(frontUrl(scope)) } : { title };
}
