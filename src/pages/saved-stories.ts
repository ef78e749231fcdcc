import type { PageKind } from "../edition/page.ts";
import { savedUrl } from "./addresses.ts";
import { type Head, headOf } from "./head.ts";

/** The page on which a reader's browser shows what it saved. */
export type SavedStories = { readonly head: Head; readonly name: string };

/** `/saved/`: nothing of it is the paper's, and each reader sees another. */
export const savedStories: PageKind<SavedStories> = {
  name: "saved-stories",
  template: "broadsheet/saved-stories.njk",
  pagesShowing: () => [],
  always: () => [""],
  url: () => savedUrl,
  slice: (_, newsroom) => {
    const name = newsroom.words.savedStories;
    return {
      head: headOf({ title: name, path: newsroom.path(savedUrl), robots: "noindex" }, newsroom),
      name,
    };
  },
};
