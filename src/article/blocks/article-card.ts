import type { PictureLayout, PictureView } from "../picture-view.ts";
import type { Teaser } from "../teaser.ts";
import type { Block, BlockContext } from "./block.ts";

const styles = ["card", "hero", "brief", "headline"] as const;

/** The picture says nothing that the headline beside it does not. */
export function pictureOf(
  { picture }: Teaser,
  layout: PictureLayout,
  context: BlockContext,
): PictureView | undefined {
  return picture && context.picture({ ...picture, alt: "" }, layout);
}

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
      picture: isShort ? undefined : pictureOf(story, style === "hero" ? "wide" : "card", context),
      standfirst: style === "headline" ? undefined : story.standfirst,
      date: style === "headline" ? undefined : story.publishedAt,
    };
  },
  leadsTo: "reference",
  plainText: () => "",
};
