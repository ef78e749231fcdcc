import type { Newsroom, Scope } from "../edition/newsroom.ts";
import { findContributor } from "./contributor-front.ts";
import { findSection } from "./section-front.ts";
import { seriesName } from "./series-front.ts";
import { findTopic } from "./topic-front.ts";

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
