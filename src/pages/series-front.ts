import type { Teaser } from "../article/teaser.ts";
import { fill } from "../article/words.ts";
import type { PageKind } from "../edition/page.ts";
import { teaserOf } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";
import { seriesUrl } from "./addresses.ts";
import { type Head, headOf, listFeeds } from "./head.ts";
import { type Crumb, crumbsTo, frontGraph } from "./json-ld.ts";
import { seriesName } from "./subject.ts";

/** A series and its parts, in the order in which they are read. */
export type SeriesFront = {
  readonly head: Head;
  readonly breadcrumbs: readonly Crumb[];
  readonly name: string;
  readonly description?: string;
  readonly stories: readonly Teaser[];
};

/** How many parts a front shows: of a longer series, the last. */
const partLimit = 100;

/** The front of a series, known by its slug; named as series.json has it, or as its newest part names it. */
export const seriesFront: PageKind<SeriesFront> = {
  name: "series-front",
  template: "broadsheet/series-front.njk",
  pagesShowing: ({ series }) => (series ? [series.slug] : []),
  url: seriesUrl,
  slice: (key, newsroom) => {
    const parts = newsroom.parts(key, partLimit);
    const name = seriesName(key, newsroom);
    if (name === undefined) return undefined;
    const description = newsroom.series.get(key)?.description;
    const path = newsroom.path(seriesUrl(key));
    const breadcrumbs = crumbsTo({ name, url: path }, newsroom);
    const jsonLd = frontGraph({ type: "CollectionPage", name, path }, breadcrumbs, newsroom);
    const title = fill(newsroom.words.seriesTitle, { name });
    const alternates = listFeeds(seriesUrl(key), name, newsroom);
    return present({
      head: headOf({ title, description, path, alternates, jsonLd }, newsroom),
      breadcrumbs,
      name,
      description,
      stories: parts.map((article) => teaserOf(article, newsroom)),
    });
  },
};
