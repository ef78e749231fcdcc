import type { Article } from "../article/article.ts";
import type { Contributor, Masthead, Section } from "../article/masthead.ts";
import type { Size } from "../article/teaser.ts";

/** Which articles: all, or those of one section, topic or contributor. At most one is named. */
export type Scope = { readonly section?: string; readonly topic?: string; readonly contributor?: string };

/** A month with articles in it: `2026-11`. */
export type Month = { readonly month: string; readonly count: number };

/**
 * What an edition is made from, as page kinds see it: the public articles at one moment, and who prints them.
 * An article that is not public does not exist here.
 */
export type Newsroom = {
  readonly masthead: Masthead;
  /** All known sections, in the order of sections.json; without one, those of the public articles by name. */
  readonly sections: readonly Section[];
  readonly contributors: ReadonlyMap<string, Contributor>;
  /** Milliseconds since 1970: the one moment that this edition is made for. */
  readonly now: number;
  /** Whether feeds carry whole bodies or standfirsts. */
  readonly feeds: "full" | "standfirst";
  /** Public articles, newest first, ties by URL. `month` as `2026-11`. Without a limit: all of them. */
  readonly latest: (query: Scope & { readonly month?: string; readonly limit?: number }) => Article[];
  /** Public articles published at or after a moment (milliseconds), newest first. */
  readonly since: (moment: number) => Article[];
  /** Months in which the scope has public articles, newest first. */
  readonly months: (scope: Scope) => Month[];
  /** The public article of this file. */
  readonly find: (file: string) => Article | undefined;
  /** The public article that a reference (path, unique slug, URL or former URL) stands for. */
  readonly resolve: (reference: string) => Article | undefined;
  /** Size of a picture of this site, where it could be read. */
  readonly size: (src: string) => Size | undefined;
  /** Absolute URL of a path of this site: with the masthead's origin and mount. */
  readonly absolute: (path: string) => string;
};
