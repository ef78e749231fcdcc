import type { PageKind } from "../edition/page.ts";
import { archiveUrl } from "./addresses.ts";
import { type Head, headOf } from "./head.ts";
import { type Crumb, crumbsTo, frontGraph } from "./json-ld.ts";
import { listYears, type Year } from "./months.ts";

/** Every month in which the paper appeared. */
export type ArchiveIndex = {
  readonly head: Head;
  readonly breadcrumbs: readonly Crumb[];
  readonly name: string;
  readonly years: readonly Year[];
};

/** The way to every month's archive; its one key is empty. */
export const archiveIndex: PageKind<ArchiveIndex> = {
  name: "archive-index",
  template: "broadsheet/archive-index.njk",
  pagesShowing: () => [""],
  always: () => [""],
  url: () => archiveUrl,
  slice: (_, newsroom) => {
    const name = newsroom.words.archive;
    const path = newsroom.path(archiveUrl);
    const breadcrumbs = crumbsTo({ name, url: path }, newsroom);
    const jsonLd = frontGraph({ type: "CollectionPage", name, path }, breadcrumbs, newsroom);
    return {
      head: headOf({ title: name, path, jsonLd }, newsroom),
      breadcrumbs,
      name,
      years: listYears(newsroom.months({}), {}, newsroom, "counted"),
    };
  },
};
