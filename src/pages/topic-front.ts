import type { Teaser } from "../article/teaser.ts";
import { fill } from "../article/words.ts";
import type { PageKind } from "../edition/page.ts";
import { teaserOf } from "../edition/teaser.ts";
import { homeUrl, topicUrl } from "./addresses.ts";
import { type Head, headOf } from "./head.ts";
import { type Crumb, frontGraph } from "./json-ld.ts";
import { frontLimit } from "./section-front.ts";

/** A topic's newest stories. */
export type TopicFront = {
  readonly head: Head;
  readonly breadcrumbs: readonly Crumb[];
  readonly name: string;
  readonly stories: readonly Teaser[];
};

/** The front of a topic, known by its slug; named as the newest article names it. */
export const topicFront: PageKind<TopicFront> = {
  name: "topic-front",
  template: "broadsheet/topic-front.njk",
  pagesShowing: ({ topics }) => [...new Set(topics.map(({ slug }) => slug))],
  url: topicUrl,
  slice: (key, newsroom) => {
    const articles = newsroom.latest({ topic: key, limit: frontLimit });
    const name = articles[0]?.topics.find(({ slug }) => slug === key)?.name;
    if (name === undefined) return undefined;
    const path = topicUrl(key);
    const breadcrumbs = [
      { name: newsroom.masthead.name, url: homeUrl },
      { name, url: path },
    ];
    const jsonLd = frontGraph({ type: "CollectionPage", name, path }, breadcrumbs, newsroom);
    return {
      head: headOf({ title: fill(newsroom.words.topicTitle, { name }), path, jsonLd }, newsroom),
      breadcrumbs,
      name,
      stories: articles.map((article) => teaserOf(article, newsroom)),
    };
  },
};
