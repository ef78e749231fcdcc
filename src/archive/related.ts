import type { Article } from "../article/article.ts";
import { keywordsOf } from "../article/keywords.ts";
import { numberOf } from "../kit/hash.ts";
import type { Archive } from "./archive.ts";
import { countOf, type Entry, listEntries, listLater, listOlder } from "./order.ts";
import { type Scope, subjectsOf } from "./scopes.ts";

/** Lists by which stories have to do with each other. */
export type RelatingKind = "series" | "topic" | "place" | "contributor" | "section";

/** A story as others are compared with it. What is said of it is read when it is asked for, and kept. */
export type Story = Entry & {
  /** Numbers of its keywords in ascending order; of no keyword where it is never offered to readers of another story. */
  readonly words: readonly number[];
  /** Whether the archive may choose it: advertisers pay for a sponsored story, and a retracted one is not to be spread. */
  readonly isOffered: boolean;
};

/** A list that an article is on, with the stories on it that came before the article: the newest of them, newest first. */
export type Stretch = {
  readonly kind: RelatingKind;
  readonly slug: string;
  readonly stories: readonly Story[];
};

/** Stories of an archive and the lists that they are on, of which as much is kept in memory as is asked for often. */
export type Stretches = {
  /** The lists that an article is on, as far as they come before it. */
  readonly before: (article: Article) => readonly Stretch[];
};

/**
 * How many stories of each list count. What is related to an article is a function of these alone: so an article that
 * came, went or changed concerns as many that came after it on each of its lists, and no other.
 */
export const reach = 20;

/** Opens the stretches of an archive that does not change meanwhile. */
export function openStretches(archive: Archive): Stretches {
  const stories = new Map<string, ArchivedStory>();
  const lists = new Map<string, List>();
  const storyOf = (entry: Entry): Story => {
    const story = stories.get(entry.file) ?? new ArchivedStory(archive, entry);
    stories.set(entry.file, story);
    return story;
  };
  return {
    before: (article) => {
      if (stories.size > mostStories) for (const memory of [stories, lists]) memory.clear();
      return scopesOf(article).map(({ kind, slug, scope }) => {
        const key = `${article.locale ?? ""} ${kind} ${slug}`;
        const list = lists.get(key) ?? { read: 0 };
        lists.set(key, list);
        return { kind, slug, stories: listBefore(archive, scope, article, list, storyOf) };
      });
    },
  };
}

/** Files of the articles to which one may be related, or have been: the next ones on each of its lists. */
export function listDependents(archive: Archive, article: Article): Set<string> {
  const files = new Set<string>();
  for (const { scope } of scopesOf(article)) {
    let left = reach;
    for (const { file } of listLater(archive, scope, article)) {
      if (left-- === 0) break;
      files.add(file);
    }
  }
  return files;
}

/** How many stories are kept in memory; then all are forgotten, which is cheaper than to know the oldest. */
const mostStories = 100_000;

/** What is known of a list: how many of its entries were read one by one, and the whole of it once these were as many. */
type List = { read: number; size?: number; whole?: readonly Story[] };

class ArchivedStory implements Story {
  readonly file: string;
  readonly at: number;
  readonly #archive: Archive;
  #words: readonly number[] | undefined;

  constructor(archive: Archive, { file, at }: Entry) {
    this.file = file;
    this.at = at;
    this.#archive = archive;
  }
  get words(): readonly number[] {
    this.#words ??= this.#read();
    return this.#words;
  }
  get isOffered(): boolean {
    return this.words !== notOffered;
  }
  #read(): readonly number[] {
    const article = this.#archive.articles.find([this.file])?.article;
    return article && mayBeOffered(article)
      ? numberedKeywords(article).map(({ number }) => number)
      : notOffered;
  }
}

const notOffered: readonly number[] = [];

/** An article's keywords in the order of their numbers. */
export function numberedKeywords(article: Article): { readonly number: number; readonly word: string }[] {
  return Array.from(keywordsOf(article), ([counted, word]) => ({ number: numberOf(counted), word })).sort(
    (a, b) => a.number - b.number,
  );
}

/** Whether an article may be chosen for others. */
export function mayBeOffered({ genre, corrections }: Article): boolean {
  return genre !== "sponsored" && corrections.every(({ kind }) => kind !== "retraction");
}

function scopesOf(article: Article) {
  const { locale } = article;
  return subjectsOf(article).flatMap(([kind, slug]) =>
    kind === "genre" ? [] : [{ kind, slug, scope: { [kind]: slug, ...(locale && { locale }) } as Scope }],
  );
}

/**
 * What came before an article on a list. Entry by entry it is read from the archive; where that was done so often that
 * the whole list would have been read, it is: a clean build asks for every place of it.
 */
function listBefore(
  archive: Archive,
  scope: Scope,
  article: Article,
  list: List,
  storyOf: (entry: Entry) => Story,
): readonly Story[] {
  if (list.read > 0 && !list.whole) {
    list.size ??= countOf(archive, scope);
    if (list.read >= list.size) list.whole = Array.from(listEntries(archive, scope), storyOf);
  }
  const at = list.whole ? placeOf(list.whole, article) : -1;
  if (list.whole && at >= 0) return list.whole.slice(at + 1, at + 1 + reach);
  const stories: Story[] = [];
  for (const entry of listOlder(archive, scope, article)) {
    if (stories.length === reach) break;
    stories.push(storyOf(entry));
  }
  list.read += stories.length + 1;
  return stories;
}

/** Where an article stands in a whole list; −1 where it does not. */
function placeOf(whole: readonly Story[], { file, publishedAt }: Article): number {
  const wanted = Date.parse(publishedAt);
  let low = 0;
  let high = whole.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((whole[middle]?.at ?? 0) > wanted) low = middle + 1;
    else high = middle;
  }
  for (let at = low; whole[at]?.at === wanted; at++) if (whole[at]?.file === file) return at;
  // Where clocks go back at a month's beginning, the order of months is not quite that of time.
  return whole.findIndex((story) => story.file === file);
}
