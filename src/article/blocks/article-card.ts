import type { Block } from "./block.ts";

const styles = ["card", "hero", "brief", "headline"] as const;

/** Another article, embedded as a card. Nothing where it is not public. */
export const articleCard: Block = {
  name: "article",
  body: "none",
  parameters: [
    { name: "reference", type: "reference", required: true },
    { name: "style", type: "choice", choices: styles },
  ],
  example: '{% article "ferry-returns", style: "card" %}',
  partial: "broadsheet/blocks/article-card.njk",
  data: (given, _body, context) => {
    const story = context.mention(String(given.reference));
    if (!story) return undefined;
    const style = given.style ?? "card";
    const isShort = style === "brief" || style === "headline";
    return {
      story,
      style,
      picture: isShort ? undefined : story.picture,
      standfirst: style === "headline" ? undefined : story.standfirst,
      date: style === "headline" ? undefined : story.publishedAt,
    };
  },
  leadsTo: "reference",
  plainText: () => "",
};
