import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { homeUrl } from "./addresses.ts";
import { type Head, headOf, listEditions } from "./head.ts";
import { graphOf, siteNode } from "./json-ld.ts";
import { organisationNode } from "./organisation.ts";
import { type FilledSlot, fillSlots } from "./slots.ts";

/** The front of the whole paper, by slots; no story stands there twice. */
export type HomeFront = {
  readonly head: Head;
  readonly name: string;
  readonly slots: readonly FilledSlot[];
};

/** How many stories stand beside the lead story, and how many of each section, where no file lays the front out. */
const besideLead = 6;
const ofSection = 4;

/** The front of the whole paper; its one key is empty. */
export const homeFront: PageKind<HomeFront> = {
  name: "home-front",
  template: "broadsheet/home-front.njk",
  pagesShowing: () => [""],
  always: () => [""],
  url: () => homeUrl,
  slice: (_, newsroom) => {
    const { slots } = fillSlots(newsroom.front("home")?.slots ?? usualSlots(newsroom), newsroom);
    return { head: homeHead(newsroom), name: newsroom.masthead.name, slots };
  },
};

/** The newest story, the next newest, and the newest of each section. */
function usualSlots({ sections }: Newsroom): Parameters<typeof fillSlots>[0] {
  return [
    { pins: [], source: {}, count: 1, style: "lead" },
    { pins: [], source: {}, count: besideLead, style: "list" },
    ...sections.map(({ slug: section }) => ({
      pins: [],
      source: { section },
      count: ofSection,
      style: "grid" as const,
    })),
  ];
}

function homeHead(newsroom: Newsroom): Head {
  const { name, description } = newsroom.masthead;
  const jsonLd = graphOf(siteNode(newsroom), organisationNode(newsroom));
  const alternates = listEditions(homeUrl, newsroom);
  const path = newsroom.path(homeUrl);
  return headOf({ title: name, description, path, alternates, jsonLd }, newsroom);
}
