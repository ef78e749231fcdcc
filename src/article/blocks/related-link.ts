import { escapeHtml } from "../../kit/html.ts";
import { pictureOf } from "./article-card.ts";
import type { Block } from "./block.ts";

/** A link to another article, under its own text or the article's headline. Without a public article its own text stays, as text. */
export const relatedLink: Block = {
  name: "relatedLink",
  body: "either",
  parameters: [
    { name: "reference", type: "reference", required: true },
    { name: "text", type: "text" },
  ],
  example: '{% relatedLink "ferry-returns" %}',
  partial: "broadsheet/blocks/related-link.njk",
  data: (given, body, context) => {
    const ownWords = wordsOf(body) || (given.text === undefined ? "" : escapeHtml(String(given.text)));
    const story = context.mention(String(given.reference));
    if (!story && !ownWords) return undefined;
    return {
      story,
      words: ownWords || escapeHtml(story?.headline ?? ""),
      picture: story && pictureOf(story, "thumb", context),
    };
  },
  leadsTo: "reference",
  plainText: (given, bodyText) => bodyText || String(given.text ?? ""),
};

/** HTML without its elements: what may stand in a link. */
function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
