import type { Place } from "../kit/problem.ts";

/** An instant as W3C date and time in the masthead's zone: `2031-05-09T06:00:00+01:00`. Its first ten characters are the local date. */
export type Moment = string;

export const genres = [
  "report",
  "analysis",
  "opinion",
  "review",
  "explainer",
  "interview",
  "obituary",
  "live",
  "factcheck",
  "sponsored",
] as const;
export type Genre = (typeof genres)[number];

export const roles = [
  "by",
  "reporting",
  "photographs",
  "video",
  "translation",
  "editing",
  "data",
  "illustration",
  "agency",
] as const;
export type Role = (typeof roles)[number];

/** One name in a byline. `slug` is the contributor's key: the id in contributors.json, or the slug of the name as written. */
export type Credit = {
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation?: string;
};

/** A topic as an article names it. */
export type Topic = { readonly slug: string; readonly name: string };

/** A picture as the copy gives it. `src` is a URL or a path from the site's root, such as `/media/ferry.jpg`. */
export type Picture = {
  readonly src: string;
  /** Empty only where `decorative: true` was written. */
  readonly alt: string;
  readonly caption?: string;
  readonly creditLine?: string;
  /** The point that a crop keeps, each from 0 to 1. */
  readonly focus?: readonly [number, number];
};

export const correctionKinds = ["correction", "clarification", "update", "retraction"] as const;
export type CorrectionKind = (typeof correctionKinds)[number];
export type Correction = { readonly at: Moment; readonly kind: CorrectionKind; readonly text: string };

/** A path, a slug or a URL that names another article, and where it stands. */
export type Reference = Place & { readonly to: string };

/** What a part of a live blog's body holds, as an article's record keeps it: references as written, pictures of this site. */
export type BodyPart = {
  /** Of its draft: two parts of one hash are printed alike. */
  readonly hash: string;
  readonly wordCount: number;
  readonly mentions: readonly string[];
  readonly links: readonly string[];
  readonly media: readonly string[];
};

/** One entry of a live blog. */
export type LiveUpdate = BodyPart & {
  /** What its anchor is called by: `20261120-1015-the-boat-has-docked`. */
  readonly id: string;
  /** Not public before. */
  readonly at: Moment;
  readonly headline: string;
  readonly isKey: boolean;
  readonly isPinned: boolean;
  /** Who wrote it, as written: a name, or the id of somebody in the article's byline. */
  readonly byline?: string;
  /** Its words. */
  readonly text: string;
};

/** What a live blog's body consists of. */
export type Live = {
  /** Whether its coverage has ended by the moment at which the article is looked at; in the archive: false. */
  readonly isOver: boolean;
  readonly introduction: BodyPart;
  /** The oldest first. In the archive: those that are not public yet, too. */
  readonly updates: readonly LiveUpdate[];
};

/** An article, accepted: its metadata and references, never its body. What the archive keeps. */
export type Article = {
  /** Path below the articles folder, with `/`: what the article is known by. */
  readonly file: string;
  /** Git's blob id of the copy, hexadecimal. */
  readonly copyHash: string;
  readonly slug: string;
  /** Path from the site's root with a slash at both ends. */
  readonly url: string;
  readonly headline: string;
  readonly shortHeadline?: string;
  readonly seoHeadline?: string;
  readonly socialHeadline?: string;
  readonly standfirst?: string;
  /** Slug of its one section. */
  readonly section: string;
  readonly topics: readonly Topic[];
  readonly byline: readonly Credit[];
  /** When it is, or was, first public: `embargoedUntil` where there is one, else `published`. */
  readonly publishedAt: Moment;
  readonly updatedAt?: Moment;
  readonly expiresAt?: Moment;
  /** Of a live blog. */
  readonly coverageStartsAt?: Moment;
  readonly coverageEndsAt?: Moment;
  readonly standing: "usable" | "held" | "killed";
  readonly genre: Genre;
  readonly kicker?: string;
  readonly dateline?: string;
  /** BCP 47, and the direction of its script. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Key of the paper's language in which it appears: empty for the masthead's own. Absent where the paper has but one. */
  readonly locale?: string;
  readonly translations: readonly Reference[];
  readonly lead?: Picture;
  readonly series?: { readonly slug: string; readonly name: string; readonly part?: number };
  readonly related: readonly Reference[];
  readonly corrections: readonly Correction[];
  readonly canonicalUrl?: string;
  readonly agency?: string;
  readonly creditLine?: string;
  readonly usageTerms?: string;
  /** Former URLs, paths from the site's root. */
  readonly aliases: readonly string[];
  readonly editorsNote?: string;
  /** How the story came about, shown under it. */
  readonly backstory?: string;
  readonly access: "free" | "metered" | "paid";
  readonly sensitive?: string;
  /** The one open field, for a site's own templates. */
  readonly data?: unknown;

  /** Of all that a search shows of it, a live blog's updates apart: `search-record.ts` says what that is. */
  readonly searchHash: string;

  /** What the body says of itself: */
  readonly wordCount: number;
  /** Articles that shortcodes and `READ MORE` lines name. */
  readonly mentions: readonly Reference[];
  /** Links in the copy to this site, as written but for the site's own URL: `/about/`, `#prices`. */
  readonly links: readonly Reference[];
  /** Ids of the body's headings. */
  readonly anchors: readonly string[];
  /**
   * Files of this site that the article shows, paths from the site's root; each once, where it is first named: in a live
   * blog that may be in an update that is not public yet.
   */
  readonly media: readonly Reference[];
  /** Of a live blog: what its body consists of. */
  readonly live?: Live;
};
