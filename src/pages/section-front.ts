import type { Section } from "../article/masthead.ts";
import type { Teaser } from "../article/teaser.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { present } from "../kit/record.ts";
import { sectionUrl } from "./addresses.ts";
import { type Head, headOf, listEditions, listFeeds } from "./head.ts";
import { type Crumb, crumbsTo, frontGraph } from "./json-ld.ts";
import { listYears, type Year } from "./months.ts";
import { type FilledSlot, fillFront, listOthers } from "./slots.ts";
import { findSection } from "./subject.ts";

/** A section's newest stories, and the way to all of them. */
export type SectionFront = {
  readonly head: Head;
  readonly breadcrumbs: readonly Crumb[];
  readonly name: string;
  readonly description?: string;
  /** What an editor laid out, above the newest stories. */
  readonly slots: readonly FilledSlot[];
  readonly stories: readonly Teaser[];
  readonly years: readonly Year[];
};

/** The front of a section, known by its slug; exists without a story where sections.json names the section. */
export const sectionFront: PageKind<SectionFront> = {
  name: "section-front",
  template: "broadsheet/section-front.njk",
  pagesShowing: ({ section }) => [section],
  always: ({ sections }) => sections.map(({ slug }) => slug),
  url: sectionUrl,
  slice: (key, newsroom) => {
    const section = findSection(key, newsroom);
    return section && sliceOf(section, newsroom);
  },
};

function sliceOf({ slug, name, description }: Section, newsroom: Newsroom): SectionFront {
  const path = newsroom.path(sectionUrl(slug));
  const breadcrumbs = crumbsTo({ name, url: path }, newsroom);
  const { slots, shown } = fillFront(newsroom.front(`section/${slug}`), newsroom);
  const alternates = [
    ...listEditions(sectionUrl(slug), newsroom, (own) => findSection(slug, own) !== undefined),
    ...listFeeds(sectionUrl(slug), name, newsroom),
  ];
  const jsonLd = frontGraph({ type: "CollectionPage", name, path }, breadcrumbs, newsroom);
  return present({
    head: headOf({ title: name, description, path, alternates, jsonLd }, newsroom),
    breadcrumbs,
    name,
    description,
    slots,
    stories: listOthers({ section: slug }, shown, newsroom),
    years: listYears(newsroom.months({ section: slug }), { section: slug }, newsroom),
  });
}
