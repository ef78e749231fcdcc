/** What the service worker knows of the site: stands before its script, as the constant `paper`. Paths are from the host's root. */
type Paper = {
  /** Where the site begins on its host. */
  readonly root: string;
  /** What the names of its caches begin with: those of this format, and of any. */
  readonly caches: string;
  readonly everyCache: string;
  /** Files that every page wants, whose names hold their hashes. */
  readonly assets: readonly string[];
  /** Its languages; the masthead's own, which begins at the root, is the last. */
  readonly editions: readonly PaperEdition[];
};

export type PaperEdition = {
  readonly home: string;
  readonly language: string;
  /** The page that stands in for one that is not kept. */
  readonly standIn: string;
  /** The page that lists the stories kept. */
  readonly kept: string;
  /** What stands above a page that is not from the network, as HTML with a `{time}`. */
  readonly notice: string;
  /** The same above the page that stands in for one that is not kept. */
  readonly missing: string;
};

declare const paper: Paper;

/** The site. */
export const site: Paper = paper;

/** The edition, in one of the paper's languages, that a path is of. */
export function editionOf(path: string): PaperEdition | undefined {
  return site.editions.find(({ home }) => path.startsWith(home));
}
