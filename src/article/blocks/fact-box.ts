import type { Block } from "./block.ts";

/** What a reader may want to know beside the story, in a box of its own. */
export const factBox: Block = {
  name: "factBox",
  body: "required",
  parameters: [{ name: "title", type: "text", required: true }],
  example: '{% factBox "The pier" %}It is 90 metres long.{% endfactBox %}',
  partial: "broadsheet/blocks/fact-box.njk",
  data: ({ title }, body) => (body ? { title, body } : undefined),
  plainText: ({ title }, bodyText) => [title, bodyText].filter(Boolean).join("\n"),
};
