import type { Teaser } from "../article/teaser.ts";
import { fill } from "../article/words.ts";
import type { PageKind } from "../edition/page.ts";
import { present } from "../kit/record.ts";
import { topicUrl } from "./addresses.ts";
import { type Head, headOf, listFeeds } from "./head.ts";
import { type Crumb, crumbsTo, frontGraph } from "./json-ld.ts";
import { listYearLinks } from "./months.ts";
import { type FilledSlot, fillFront, listOthers } from "./slots.ts";
import { findTopic } from "./subject.ts";

/** A topic's newest stories. */
export type TopicFront = {
  readonly head: Head;
  readonly breadcrumbs: readonly Crumb[];
  readonly name: string;
  readonly description?: string;
  /** What an editor laid out, above the newest stories. */
  readonly slots: readonly FilledSlot[];
  readonly stories: readonly Teaser[];
  /** The archives of its years. */
  readonly years: ReturnType<typeof listYearLinks>;
};

/** The front of a topic, known by its slug; named as the newest article names it. */
export const topicFront: PageKind<TopicFront> = {
  name: "topic-front",
  template: "broadsheet/topic-front.njk",
  pagesShowing: ({ topics }) => [...new Set(topics.map(({ slug }) => slug))],
  always: (newsroom) => newsroom.topicFronts(),
  url: topicUrl,
  slice: (key, newsroom) => {
    const topic = findTopic(key, newsroom);
    if (!topic) return undefined;
    const { name, description } = topic;
    const path = newsroom.path(topicUrl(key));
    const breadcrumbs = crumbsTo({ name, url: path }, newsroom);
    const jsonLd = frontGraph({ type: "CollectionPage", name, path }, breadcrumbs, newsroom);
    const { slots, shown } = fillFront(newsroom.front(`topic/${key}`), newsroom);
    const title = fill(newsroom.words.topicTitle, { name });
    const alternates = listFeeds(topicUrl(key), name, newsroom);
    return present({
      head: headOf({ title, description, path, alternates, jsonLd }, newsroom),
      breadcrumbs,
      name,
      description,
      slots,
      stories: listOthers({ topic: key }, shown, newsroom),
      years: listYearLinks({ topic: key }, newsroom),
    });
  },
};
