import type { Contributor, Section } from "../article/masthead.ts";
import type { Newsroom, Scope } from "../edition/newsroom.ts";
import { topicName } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";

/** What a front, and its feeds and archives, are of. */
export type ShownSubject = { readonly name: string; readonly description?: string | undefined };

/**
 * What a scope is called; undefined where there is no such front. The whole paper is called as its masthead. `month`: as
 * it was called then, where only articles say it.
 */
export function findSubject(scope: Scope, newsroom: Newsroom, month?: string): ShownSubject | undefined {
  const { section, topic, contributor, series } = scope;
  if (section !== undefined) return findSection(section, newsroom);
  if (topic !== undefined) return findTopic(topic, newsroom, month);
  if (contributor !== undefined) return findContributor(contributor, newsroom, month);
  if (series === undefined) return newsroom.masthead;
  const name = seriesName(series, newsroom);
  return name === undefined ? undefined : { name, description: newsroom.series.get(series)?.description };
}

/** A section of the paper: one that sections.json names, or without that file public articles. */
export function findSection(slug: string, newsroom: Newsroom): Section | undefined {
  return newsroom.sections.find((section) => section.slug === slug);
}

/** A topic that public articles name, as the newest of them, or of those of a month, names it unless topics.json does. */
export function findTopic(
  slug: string,
  newsroom: Newsroom,
  month?: string,
): { readonly name: string; readonly description?: string | undefined } | undefined {
  const [newest] = newsroom.latest({ topic: slug, limit: 1, ...(month && { month }) });
  const topic = newest?.topics.find((each) => each.slug === slug);
  return topic && { name: topicName(topic, newsroom), description: newsroom.topics.get(slug)?.description };
}

/** Somebody whom public articles name: as contributors.json knows them, or as the newest of these, or of those of a month, names them. */
export function findContributor(
  slug: string,
  newsroom: Newsroom,
  month?: string,
): (Contributor & { readonly description?: string | undefined }) | undefined {
  const [newest] = newsroom.latest({ contributor: slug, limit: 1, ...(month && { month }) });
  const credit = newest?.byline.find((each) => each.slug === slug);
  if (!credit) return undefined;
  const known = newsroom.contributors.get(slug);
  const kind = known?.kind ?? (credit.role === "agency" ? "organisation" : "person");
  const { name, organisation } = credit;
  const written = present({ slug, name, organisation, sameAs: [] as string[] });
  return { ...(known ?? written), kind, description: known?.biography };
}

/** What a series is called; undefined where no public article is of it. */
export function seriesName(slug: string, newsroom: Newsroom): string | undefined {
  const [newest] = newsroom.latest({ series: slug, limit: 1 });
  return newest?.series && (newsroom.series.get(slug)?.name ?? newest.series.name);
}
