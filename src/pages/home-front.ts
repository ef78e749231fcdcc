import type { Teaser } from "../article/teaser.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { teaserOf } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";
import { homeUrl, sectionUrl } from "./addresses.ts";
import { type Head, headOf } from "./head.ts";
import { graphOf, siteNode } from "./json-ld.ts";
import { organisationNode } from "./organisation.ts";

/** The newest story, the next newest, and the newest of each section; no story stands there twice. */
export type HomeFront = {
  readonly head: Head;
  readonly name: string;
  readonly lead?: Teaser;
  readonly stories: readonly Teaser[];
  readonly sections: readonly {
    readonly name: string;
    readonly url: string;
    readonly stories: readonly Teaser[];
  }[];
};

const nextNewest = 6;
const ofSection = 4;

/** The front of the whole paper; its one key is empty. */
export const homeFront: PageKind<HomeFront> = {
  name: "home-front",
  template: "broadsheet/home-front.njk",
  pagesShowing: () => [""],
  always: () => [""],
  url: () => homeUrl,
  slice: (_, newsroom) => {
    const [lead, ...stories] = newsroom.latest({ limit: 1 + nextNewest });
    const shown = new Set([lead, ...stories].map((article) => article?.file));
    return present({
      head: homeHead(newsroom),
      name: newsroom.masthead.name,
      lead: lead && teaserOf(lead, newsroom),
      stories: stories.map((article) => teaserOf(article, newsroom)),
      sections: listSections(shown, newsroom),
    });
  },
};

function homeHead(newsroom: Newsroom): Head {
  const { name, description } = newsroom.masthead;
  const jsonLd = graphOf(siteNode(newsroom), organisationNode(newsroom));
  return headOf({ title: name, description, path: homeUrl, hasFeeds: true, jsonLd }, newsroom);
}

function listSections(shown: ReadonlySet<string | undefined>, newsroom: Newsroom): HomeFront["sections"] {
  return newsroom.sections.flatMap(({ slug, name }) => {
    const stories = newsroom
      .latest({ section: slug, limit: ofSection + shown.size })
      .filter(({ file }) => !shown.has(file))
      .slice(0, ofSection)
      .map((article) => teaserOf(article, newsroom));
    return stories.length > 0 ? [{ name, url: sectionUrl(slug), stories }] : [];
  });
}
