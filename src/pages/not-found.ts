import type { PageKind } from "../edition/page.ts";
import { type Head, headOf } from "./head.ts";

/** What is shown in place of a page that does not exist. */
export type NotFound = { readonly head: Head; readonly name: string };

/** `/404.html`, as most servers look for it. */
export const notFound: PageKind<NotFound> = {
  name: "not-found",
  template: "broadsheet/not-found.njk",
  once: true,
  pagesShowing: () => [],
  always: () => [""],
  url: () => "/404.html",
  slice: (_, newsroom) => ({
    head: headOf({ title: newsroom.words.notFound, robots: "noindex" }, newsroom),
    name: newsroom.words.notFound,
  }),
};
