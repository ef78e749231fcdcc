import { type Card, cardKind, cardOf, cardRecipe, cardUrl } from "../../edition/cards.ts";
import type { Making, PageKind } from "../../edition/page.ts";
import { hashOf } from "../../kit/hash.ts";
import { makerName } from "../pictures/settings.ts";
import type { Typesetter } from "./typesetter.ts";

/**
 * A picture for articles that have none, known by their file: their section, headline and publication, in the theme's
 * letters, for whoever shows them beside their address.
 */
export const socialCard: PageKind<{ readonly card: Card; readonly by: string }> = {
  name: cardKind,
  isOptional: true,
  once: true,
  pagesShowing: ({ file }) => [file],
  shares: (newsroom) => {
    const rooms = newsroom.locales.map(newsroom.in);
    const names = rooms.map(({ masthead, sections }) => [masthead.name, sections]);
    return [makerName(), newsroom.letters()?.hash, newsroom.masthead.theme?.accent, names];
  },
  url: (file, newsroom) => {
    const article = newsroom.find(file);
    const card = article && cardOf(article, newsroom);
    return article && card ? cardUrl(article, card) : `/cards/${hashOf(file).slice(0, 10)}.png`;
  },
  slice: (file, newsroom) => {
    const article = newsroom.find(file);
    const card = article && cardOf(article, newsroom);
    return card && { card, by: makerName() };
  },
  make: async ({ card, by }, url, making) => {
    const png = await making.kept(`card ${hashOf([cardRecipe, card])} ${by}`, async () => {
      // What draws no card does not load what draws them.
      const { drawCard } = await import("./card-drawing.ts");
      const { openDarkroom } = await import("../pictures/darkroom.ts");
      return (await openDarkroom()).develop(drawCard(card, await typesetterOf(making)));
    });
    return new Map([[url, png]]);
  },
};

/** Fonts are read once for all cards of an edition. */
const typesetters = new WeakMap<Making, Promise<Typesetter>>();

function typesetterOf(making: Making): Promise<Typesetter> {
  const known = typesetters.get(making) ?? openLetters(making);
  typesetters.set(making, known);
  return known;
}

async function openLetters({ theme }: Making): Promise<Typesetter> {
  const { openLettering } = await import("./lettering.ts");
  const { openTypesetter } = await import("./typesetter.ts");
  const lettering = openLettering(theme);
  if (!lettering)
    throw new Error("The theme has no fonts to draw cards with; were they removed meanwhile? Build again.");
  return openTypesetter(lettering);
}
