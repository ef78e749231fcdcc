import type { Digest } from "../archive/archive.ts";
import type { LoggedCorrection } from "../archive/corrections.ts";
import type { Month, Query } from "../archive/order.ts";
import type { Scope, ScopeKind } from "../archive/scopes.ts";
import type { Article, Moment } from "../article/article.ts";
import type { Front } from "../article/front.ts";
import type { Contributor, Masthead, Section, Subject } from "../article/masthead.ts";
import type { Raster } from "../article/picture-files.ts";
import type { Size } from "../article/teaser.ts";
import type { Words } from "../article/words.ts";

/**
 * What an edition is made from, as page kinds see it: the public articles at one moment, and who prints them.
 * An article that is not public does not exist here.
 *
 * A paper in several languages has one such newsroom for each: its masthead, sections and words are in that language,
 * and what lists articles lists those that appear in it. What looks one article up finds those of every language.
 */
export type Newsroom = {
  /** Key of this newsroom's language; empty for the masthead's own. */
  readonly locale: string;
  /** Keys of all languages of the paper, the masthead's own first. */
  readonly locales: readonly string[];
  /** The newsroom of another language by its key; of the masthead's own where none is named or known. */
  readonly in: (locale: string | undefined) => Newsroom;
  /** A path of this language's pages: `/fr/news/` for `/news/`. */
  readonly path: (path: string) => string;
  readonly masthead: Masthead;
  /** All known sections, in the order of sections.json; without one, those of the public articles by name. */
  readonly sections: readonly Section[];
  readonly contributors: ReadonlyMap<string, Contributor>;
  /** What topics.json and series.json say, by slug. */
  readonly topics: ReadonlyMap<string, Subject>;
  readonly series: ReadonlyMap<string, Subject>;
  /** The front that an editor laid out: `home`, `section/news`, `topic/ferries`. */
  readonly front: (name: string) => Front | undefined;
  /** Slugs of the topics whose front an editor laid out, in order. */
  readonly topicFronts: () => readonly string[];
  /** The interface in the language. */
  readonly words: Words;
  /** Milliseconds since 1970: the one moment that this edition is made for. */
  readonly now: number;
  /** Whether feeds carry whole bodies or standfirsts. */
  readonly feeds: "full" | "standfirst";
  /** Whether the site prints a kind of page, by the kind's name: a page may link to another only where that is there. */
  readonly prints: (kind: string) => boolean;
  /** Public articles, newest first, ties by URL. `month` as `2026-11`. Without a limit: all of them. */
  readonly latest: (query: Query) => Article[];
  /** The public articles of a series in the order in which they are read: the last, `limit` at most. */
  readonly parts: (series: string, limit: number) => Article[];
  /** The public articles before and after one in its series. */
  readonly neighbours: (article: Article) => { readonly previous?: Article; readonly next?: Article };
  /** The public articles that are the same in another language, whichever of them names the other. */
  readonly translations: (article: Article) => Article[];
  /** Corrections of public articles, newest first: all, or those of a year. */
  readonly corrections: (query: { readonly year?: string; readonly limit?: number }) => LoggedCorrection[];
  /** Years in which public articles were corrected, newest first. */
  readonly correctionYears: () => string[];
  /** Files of articles that were killed after they could have been public, and in whose place nothing else stands. */
  readonly killed: () => string[];
  /** One of them. */
  readonly findKilled: (file: string) => Article | undefined;
  /** Former URLs that articles name, in order. */
  readonly aliases: () => string[];
  /**
   * Public articles that came before one and have most to do with it, best first, `limit` at most; none that has little.
   * A kind of page that shows them says `showsRelated`.
   */
  readonly related: (article: Article, limit: number) => Article[];
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
  /** What a search shows of the articles of a year, a month, a week or a day (`2026`, `2026-11`, `2026-11-w3`, `2026-11-20`): how many they are, and a hash of it all. */
  readonly searched: (span: string) => Digest | undefined;
  /** Slugs of the sections, topics and so on that public articles name, in order. */
  readonly slugs: (kind: ScopeKind) => readonly string[];
  /** How many public articles a scope has. */
  readonly count: (scope: Scope) => number;
  /** A file of the media folder by its path from the site's root: its hash, or undefined where it is not there, may not be published, or only articles that are not public show or link it, or credit whom it portrays. */
  readonly media: (src: string) => string | undefined;
  /** A picture of the media folder that consists of pixels, whoever shows it. */
  readonly raster: (src: string) => Raster | undefined;
  /** Whether a file of the media folder cannot be published, so that a problem tells of it. */
  readonly isBroken: (src: string) => boolean;
  /** Public articles that show or link a file of the media folder; each is read when it is asked for. */
  readonly showing: (src: string) => Iterable<Article>;
  /** Size of a picture of this site, where it could be read. */
  readonly size: (src: string) => Size | undefined;
  /** Bytes of a file of the media folder. */
  readonly bytes: (src: string) => number | undefined;
  /** What cards are drawn with; undefined where none are. `hold`: whether it has all letters of a text. */
  readonly letters: () => Letters | undefined;
  /** Absolute URL of a path of this site: with the masthead's origin and mount. */
  readonly absolute: (path: string) => string;
};

export type Letters = { readonly hash: string; readonly hold: (text: string) => boolean };

export type { LoggedCorrection, Month, Query, Scope, ScopeKind };
