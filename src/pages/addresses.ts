import type { Scope } from "../edition/newsroom.ts";
import { isInternal } from "../kit/url.ts";

/** Paths from the site's root of the pages that other pages link to. */
export const homeUrl = "/";
export const archiveUrl = "/archive/";
export const correctionsUrl = "/corrections/";
export const savedUrl = "/saved/";
export const offlineUrl = "/offline/";
export const searchUrl = "/search/";

export function sectionUrl(section: string): string {
  return `/${section}/`;
}

export function topicUrl(topic: string): string {
  return `/topics/${topic}/`;
}

export function contributorUrl(contributor: string): string {
  return `/by/${contributor}/`;
}

export function seriesUrl(series: string): string {
  return `/series/${series}/`;
}

/** A page's twin in the text edition, by the page's path. */
export function textUrl(path: string): string {
  return `/lite${path}`;
}

/** The archive of a month such as `2026-11`: the whole paper's, or one section's. */
export function monthUrl(month: string, { section }: Scope = {}): string {
  return `/${section ?? "archive"}/${month.replace("-", "/")}/`;
}

/** The archive of a year: the whole paper's, or that of a section, topic or contributor. */
export function yearUrl(year: string, scope: Scope = {}): string {
  const front = frontUrl(scope);
  return `${front === homeUrl ? archiveUrl : front}${year}/`;
}

/** The front of a section, topic, contributor or series; the home front where none is named. */
export function frontUrl({ section, topic, contributor, series }: Scope): string {
  if (section !== undefined) return sectionUrl(section);
  if (topic !== undefined) return topicUrl(topic);
  if (contributor !== undefined) return contributorUrl(contributor);
  return series === undefined ? homeUrl : seriesUrl(series);
}

/** A path of this site as absolute URL; an address elsewhere as it is. */
export function absoluteUrl(address: string, newsroom: { absolute: (path: string) => string }): string {
  return isInternal(address) ? newsroom.absolute(address) : address;
}

/** `https://www.example.org/@jane` as `example.org/@jane`. */
export function addressName(address: string): string {
  return address.replace(/^[a-z]+:\/\/(www\.)?|\/$/g, "");
}
