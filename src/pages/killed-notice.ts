import type { PageKind } from "../edition/page.ts";
import { type Head, headOf } from "./head.ts";

/** What stands in the place of a story that was withdrawn: nothing of it but what the desk says publicly. */
export type KilledNotice = {
  readonly head: Head;
  readonly name: string;
  readonly editorsNote?: string;
};

/** The notice at the URL of a killed article, known by its file; none before its time, nor where another page answers there. */
export const killedNotice: PageKind<KilledNotice> = {
  name: "killed-notice",
  template: "broadsheet/killed-notice.njk",
  once: true,
  pagesShowing: () => [],
  always: (newsroom) => newsroom.killed(),
  url: (file, newsroom) => newsroom.findKilled(file)?.url ?? "",
  slice: (file, newsroom) => {
    const article = newsroom.findKilled(file);
    if (!article) return undefined;
    const own = newsroom.in(article.locale);
    const { editorsNote, language, direction } = article;
    const name = own.words.withdrawn;
    return {
      head: headOf({ title: name, robots: "noindex", language: own.masthead.language }, own),
      name,
      ...(editorsNote !== undefined && { editorsNote, language, direction }),
    };
  },
};
