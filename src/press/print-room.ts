import type { Archive } from "../archive/archive.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { Site } from "../pages/site.ts";
import type { Bodies } from "./bodies.ts";
import type { PrintedPage } from "./printed-page.ts";
import type { SiteFolders } from "./setup.ts";
import type { CascadeData } from "./surroundings.ts";

/** An edition as those see it who print its pages. */
export type PrintEdition = {
  readonly archive: Archive;
  readonly newsroom: Newsroom;
  /** What pages share, by the key of the language that they appear in. */
  readonly publications: ReadonlyMap<string, Site>;
  readonly bodies: Bodies;
};

/** What pages share that appear in the masthead's own language. */
export function ownSite({ publications }: Pick<PrintEdition, "publications">): Site {
  const site = publications.get("");
  if (!site) throw new Error("Broadsheet: an edition without a masthead.");
  return site;
}

/** What templates, filters and shortcodes ask while pages are printed: of the press, or of a worker. */
export type PrintRoom = {
  /** Throws where no edition is being made. */
  readonly edition: PrintEdition;
  readonly folders: SiteFolders;
  /** The pages of a kind that are to be printed. `data`: the cascade's, for one of our templates. */
  readonly pagesOf: (kind: string, data: CascadeData) => readonly PrintedPage[];
  /** Counts a page that Eleventy has printed. */
  readonly tick: () => void;
};
