import { articleCard } from "./article-card.ts";
import type { Block } from "./block.ts";
import { figure } from "./figure.ts";
import { liveUpdate } from "./live-update.ts";
import { quote } from "./quote.ts";
import { relatedLink } from "./related-link.ts";

/** The shortcodes that Broadsheet brings, by their names. A block is added by its file and a name here. */
export const builtInBlocks: ReadonlyMap<string, Block> = new Map(
  [quote, relatedLink, articleCard, figure, liveUpdate].map((block): [string, Block] => [block.name, block]),
);
