import type { Scope } from "../edition/newsroom.ts";
import { isInternal } from "../kit/url.ts";

/** Paths from the site's root of the pages that other pages link to. */
export const homeUrl = "/";
export const archiveUrl = "/archive/";

export function sectionUrl(section: string): string {
  return `/${section}/`;
}

export function topicUrl(topic: string): string {
  return `/topics/${topic}/`;
}

export function contributorUrl(contributor: string): string {
  return `/by/${contributor}/`;
}

/** The archive of a month such as `2026-11`: the whole paper's, or one section's. */
export function monthUrl(month: string, { section }: Scope = {}): string {
  return `/${section ?? "archive"}/${month.replace("-", "/")}/`;
}

/** The front that a feed belongs to: the home front where no section is named. */
export function frontUrl({ section }: Scope): string {
  return section === undefined ? homeUrl : sectionUrl(section);
}

/** A path of this site as absolute URL; an address elsewhere as it is. */
export function absoluteUrl(address: string, newsroom: { absolute: (path: string) => string }): string {
  return isInternal(address) ? newsroom.absolute(address) : address;
}

/** `https://www.example.org/@jane` as `example.org/@jane`. */
export function addressName(address: string): string {
  return address.replace(/^[a-z]+:\/\/(www\.)?|\/$/g, "");
}
