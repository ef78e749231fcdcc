import type { Block } from "./block.ts";

/**
 * An entry of a live blog. The desk gives it its `id`, and the blog's pages its permalink (`url`) and what its byline
 * is called. Elsewhere it is printed in place.
 */
export const liveUpdate: Block = {
  name: "liveUpdate",
  body: "required",
  parameters: [
    { name: "at", type: "date", required: true },
    { name: "headline", type: "text", required: true },
    { name: "key", type: "flag" },
    { name: "pinned", type: "flag" },
    { name: "byline", type: "text" },
    { name: "id", type: "text" },
  ],
  example:
    '{% liveUpdate at: "2026-11-20T10:15", headline: "The boat has docked" %}She is at the pier.{% endliveUpdate %}',
  partial: "broadsheet/blocks/live-update.njk",
  data: (given, body) => ({ ...given, body }),
  plainText: (given, bodyText) => [given.headline, bodyText].filter(Boolean).join("\n"),
};
