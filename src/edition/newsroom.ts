import type { Month, Query, Scope } from "../archive/order.ts";
import type { Article, Moment } from "../article/article.ts";
import type { Contributor, Masthead, Section } from "../article/masthead.ts";
import type { Size } from "../article/teaser.ts";
import type { Words } from "../article/words.ts";

/**
 * What an edition is made from, as page kinds see it: the public articles at one moment, and who prints them.
 * An article that is not public does not exist here.
 */
export type Newsroom = {
  readonly masthead: Masthead;
  /** All known sections, in the order of sections.json; without one, those of the public articles by name. */
  readonly sections: readonly Section[];
  readonly contributors: ReadonlyMap<string, Contributor>;
  /** The interface in the masthead's language. */
  readonly words: Words;
  /** Milliseconds since 1970: the one moment that this edition is made for. */
  readonly now: number;
  /** Whether feeds carry whole bodies or standfirsts. */
  readonly feeds: "full" | "standfirst";
  /** Public articles, newest first, ties by URL. `month` as `2026-11`. Without a limit: all of them. */
  readonly latest: (query: Query) => Article[];
  /** Public articles published at or after a moment (milliseconds), newest first. */
  readonly since: (moment: number) => Article[];
  /** Months in which the scope has public articles, newest first. */
  readonly months: (scope: Scope) => Month[];
  /** The public article of this file. */
  readonly find: (file: string) => Article | undefined;
  /** The public article that a reference (path, unique slug, URL or former URL) stands for. */
  readonly resolve: (reference: string) => Article | undefined;
  /** The public article that answers at a path: whose URL it is, else whose former URL it was. */
  readonly answerer: (path: string) => Article | undefined;
  /** When an article of that month (`2026-11`) last changed. */
  readonly changedIn: (month: string) => Moment | undefined;
  /** Slugs of the sections, topics or contributors that public articles name, in order. */
  readonly slugs: (kind: "section" | "topic" | "contributor") => readonly string[];
  /** A file of the media folder by its path from the site's root: its hash, or undefined where it is not there or only articles that are not public show it. */
  readonly media: (src: string) => string | undefined;
  /** Size of a picture of this site, where it could be read. */
  readonly size: (src: string) => Size | undefined;
  /** Bytes of a file of the media folder that is no picture. */
  readonly bytes: (src: string) => number | undefined;
  /** Absolute URL of a path of this site: with the masthead's origin and mount. */
  readonly absolute: (path: string) => string;
};

export type { Month, Query, Scope };
