import type { Article } from "../article/article.ts";
import type { PrintedParts, ShownParts } from "../article/live.ts";
import type { KnownPicture, Teaser } from "../article/teaser.ts";
import type { Newsroom } from "./newsroom.ts";

/** A page is known by its kind and its key: `{ kind: "topic-front", key: "ferries" }`. */
export type PageId = { readonly kind: string; readonly key: string };

/** A page's id as one text: no kind's name holds a line break. */
export function idText({ kind, key }: PageId): string {
  return `${kind}\n${key}`;
}

/**
 * One kind of page, in one file.
 *
 * `Slice` is everything that a page of this kind shows, as plain data that survives JSON:
 * two equal slices print the same bytes. What varies without being in the slice breaks the law.
 */
export type PageKind<Slice = unknown> = {
  readonly name: string;
  /** Whether it is printed only where the option `pages` says `true` of it. Others ask `newsroom.prints` before they link to it. */
  readonly isOptional?: boolean;
  /** Keys of the pages that show this article. An article that changed makes them candidates, before and after its change. */
  readonly pagesShowing: (article: Article) => readonly string[];
  /** Keys of the pages that exist whatever the articles are, or that depend on the time: candidates in each edition. */
  readonly always?: (newsroom: Newsroom) => readonly string[];
  /** Path from the site's root; ends in a slash or names a file. Asked for each key of a public article, also where there is no slice. */
  readonly url: (key: string, newsroom: Newsroom) => string;
  /** What the page shows, or undefined where there is no such page (any more). */
  readonly slice: (key: string, newsroom: Newsroom) => Slice | undefined;
  /** The theme's template, such as `broadsheet/topic-front.njk`: gets `slice`, `publication`, `page`, and `body` where the slice has one. */
  readonly template?: string;
  /** In place of a template: the file's text, made from data. A method, so that kinds of all slices go into one list. */
  print?(slice: Slice, printing: Printing): string;
  /**
   * In place of both: the page's files as bytes, by path from the site's root, its own URL among them. Like all that is
   * printed a function of the slice, which names also the version of whatever makes them; `Making` gives what the slice
   * only names. Made by the main process, once templates are printed.
   */
  make?(slice: Slice, url: string, making: Making): Promise<ReadonlyMap<string, Uint8Array>>;
  /**
   * Of a kind that is made: what its pages show beyond the articles and files that lead to them, so that they are looked
   * at where that changes. Other kinds are, where anything changes that pages share.
   */
  readonly shares?: (newsroom: Newsroom) => unknown;
  /** Whether the page shows bodies, and so changes with the blocks' partials. `text`: without pictures and scripts. */
  readonly showsBodies?: boolean | "text";
  /** Whether its pages show what `newsroom.related` gives for the articles that they show, and so change with earlier ones. */
  readonly showsRelated?: boolean;
  /**
   * Whether its one page, whose key is empty, leads a server from the paths of redirects: it is held back with one of
   * them, and shows of an article nothing but its addresses.
   */
  readonly listsRedirects?: boolean;
  /** Printed once, whatever languages the paper appears in. Without it: in each of them, with the newsroom of that language. */
  readonly once?: boolean;
};

/** What `print` may ask for beyond its slice; constant for an edition, but for bodies, which are functions of the slice. */
export type Printing = {
  /** An article's body as HTML, with absolute links: what is made from data is read outside of the site. */
  readonly body: (body: Body) => string;
  /** A live blog part by part, as its page shows it, but with absolute links. */
  readonly parts: (body: Body) => PrintedParts;
};

/** What `make` may ask for beyond its slice. */
export type Making = {
  /** A file of the media folder, by its path from the site's root. */
  readonly media: (src: string) => Uint8Array;
  /** All that is public. Its use is a function of the slice where that has a digest of what is looked up. */
  readonly newsroom: Newsroom;
  /** The words of an article's body; of a live blog, those of its introduction. */
  readonly text: (article: Article) => string;
  /** What was made before under this name, which says everything that it is made of; else what `make` gives, and the cache keeps that. */
  readonly kept: (name: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;
  /** A file of the theme by its name, such as `broadsheet/fonts/serif-latin.woff2`. */
  readonly theme: (name: string) => Uint8Array | undefined;
};

/**
 * What an article's body is a function of: its copy, or the parts of it that are shown; where it stands; what it mentions,
 * and what is known of its pictures and other files.
 */
export type Body = BodySource & {
  readonly file: string;
  /** The article's path from the site's root: relative addresses in the copy are relative to it. */
  readonly url: string;
  readonly language: string;
  /** Key of the paper's language in which it appears, where that is not the masthead's own. */
  readonly locale?: string;
  /** By reference as written: what it stands for now, or null where it is not public or not known. */
  readonly mentions: Readonly<Record<string, Teaser | null>>;
  /** By `src`: what is known of a picture. */
  readonly pictures: Readonly<Record<string, KnownPicture>>;
  /** By `src`: bytes of a file that is no picture. */
  readonly bytes: Readonly<Record<string, number>>;
};

/** The copy as a whole, by git's blob id; of a live blog parts of it, each by its own hash, since the copy changes with every update. */
type BodySource = { readonly copyHash: string } | { readonly parts: ShownParts };
