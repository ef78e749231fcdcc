import type { Place } from "../kit/problem.ts";
import type { Genre, Reference } from "./article.ts";

/** A front as an editor laid it out: its slots, from the top. From `fronts/home.json`, `fronts/section/news.json` and so on. */
export type Front = { readonly file: string; readonly slots: readonly Slot[] };

/** How a slot shows its stories: one large, in a column, beside each other, as headlines alone. */
export const slotStyles = ["lead", "list", "grid", "brief"] as const;

/** What fills a slot beside its pins. */
export const sourceKinds = ["section", "topic", "genre", "series", "contributor"] as const;
export type Source = { readonly [Kind in (typeof sourceKinds)[number]]?: string } & {
  readonly genre?: Genre;
};

/** A place on a front for some stories: the pinned ones first, then the newest of its source. */
export type Slot = Place & {
  readonly title?: string;
  readonly pins: readonly Reference[];
  /** Absent: pins alone. Empty: the newest of the whole paper. */
  readonly source?: Source;
  readonly count: number;
  readonly style: (typeof slotStyles)[number];
};

/** How many stories a slot may hold, and how many slots a front. */
export const mostInSlot = 30;
export const mostSlots = 40;
