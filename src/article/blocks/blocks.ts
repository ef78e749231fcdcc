import { articleCard } from "./article-card.ts";
import { audio } from "./audio.ts";
import type { Block } from "./block.ts";
import { chart } from "./chart.ts";
import { correction } from "./correction.ts";
import { document } from "./document.ts";
import { embed } from "./embed.ts";
import { factBox } from "./fact-box.ts";
import { figure } from "./figure.ts";
import { gallery } from "./gallery.ts";
import { keyPoints } from "./key-points.ts";
import { liveUpdate } from "./live-update.ts";
import { newsletter } from "./newsletter.ts";
import { questionAnswer } from "./question-answer.ts";
import { quote } from "./quote.ts";
import { relatedLink } from "./related-link.ts";
import { table } from "./table.ts";
import { timeline } from "./timeline.ts";
import { video } from "./video.ts";

/** The shortcodes that Broadsheet brings. A block is added by its file and a name here. */
const blocks: readonly Block[] = [
  quote,
  relatedLink,
  articleCard,
  figure,
  gallery,
  keyPoints,
  factBox,
  timeline,
  questionAnswer,
  table,
  chart,
  audio,
  video,
  document,
  embed,
  correction,
  newsletter,
  liveUpdate,
];

/** The same by their names. */
export const builtInBlocks: ReadonlyMap<string, Block> = new Map(blocks.map((block) => [block.name, block]));
