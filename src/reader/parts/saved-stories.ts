import { keep, recall } from "./store.ts";

/** A story that a reader saved, as it was called then. `url` is a path of this site. */
export type SavedStory = {
  readonly url: string;
  readonly headline: string;
  readonly section: string;
  /** The moment, and how the page writes it. */
  readonly at: string;
  readonly date: string;
  readonly language: string;
  readonly direction: string;
};

/** The site's own list, by where it begins on its host: this script lies in its folder `assets`. */
const name = `saved ${new URL("..", import.meta.url).pathname}`;

const most = 500;

/** What this browser saved, newest first. */
export function listSaved(): SavedStory[] {
  try {
    return JSON.parse(recall(name) ?? "[]");
  } catch {
    return [];
  }
}

/** Saves a story, or forgets one that is saved. */
export function toggleSaved(story: SavedStory): void {
  const saved = listSaved();
  const others = saved.filter(({ url }) => url !== story.url);
  keep(name, JSON.stringify(others.length < saved.length ? others : [story, ...others].slice(0, most)));
}

export function isSaved(address: string): boolean {
  return listSaved().some(({ url }) => url === address);
}
