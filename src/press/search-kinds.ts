import { searchRecordOf } from "../article/search-record.ts";
import type { Making, PageKind } from "../edition/page.ts";
import { bundleFiles, openBundle } from "../kit/bundle.ts";
import { searchUrl } from "../pages/addresses.ts";
import { searchPage } from "../pages/search-page.ts";
import {
  baseLanguage,
  findVolume,
  listStories,
  listVolumes,
  type Volume,
  volumeUrl,
} from "../pages/volumes.ts";
import { entryName, type IndexFiles, indexRecords, makeSearchProgram, pagefindVersion } from "./pagefind.ts";

/** Raised with every change of what an index holds of an article, or of how it is made. */
const recipe = 1;

/** What makes indexes. A program finds only in those that it has made. */
const program = {
  version: () => `${pagefindVersion()}-${recipe}`,
  url: () => `${searchUrl}pagefind-${pagefindVersion()}/`,
};

/** A volume of the paper as an index for Pagefind, known as `2025`, `2026-10`, `2026-11-w1` or `2026-11-09`. */
const searchIndex: PageKind<Volume & { readonly program: string }> = {
  name: "search-index",
  pagesShowing: () => [],
  always: listVolumes,
  url: (volume) => `${volumeUrl(volume)}${entryName}`,
  slice: (key, newsroom) => {
    const volume = findVolume(key, newsroom);
    return volume && { ...volume, program: program.version() };
  },
  make: async (slice, url, making) => {
    const { volume, locale, language } = slice;
    const room = making.newsroom.in(locale);
    const records = function* () {
      for (const article of listStories(volume, room)) yield searchRecordOf(article, making.text(article));
    };
    const index = () => indexRecords(records(), language);
    // A year that is over stays as it is, and takes long. Of what grows, each state would be kept.
    const isOver = volume.length === "2026".length && volume !== listVolumes(room)[0];
    return below(url, await (isOver ? keptBy(making, slice, index) : index()));
  },
};

/** What a browser loads to search, of Pagefind's own: once for all volumes and languages. */
const searchProgram: PageKind<{ readonly program: string; readonly languages: readonly string[] }> = {
  name: "search-program",
  once: true,
  pagesShowing: () => [],
  always: () => [""],
  url: () => `${program.url()}${entryName}`,
  slice: (_, newsroom) => {
    if (!newsroom.prints(searchIndex.name)) return undefined;
    const languages = newsroom.locales.map((locale) => baseLanguage(newsroom.in(locale).masthead.language));
    return { program: program.version(), languages: [...new Set(languages)] };
  },
  make: async (slice, url, making) =>
    below(url, await keptBy(making, slice, () => makeSearchProgram(slice.languages))),
};

/** What search consists of: its page, the indexes, and the program. */
export const searchKinds: readonly PageKind[] = [
  searchPage(program) as PageKind,
  searchIndex as PageKind,
  searchProgram as PageKind,
];

/** What was made before of a slice, or is made now. */
async function keptBy(making: Making, slice: object, make: () => Promise<IndexFiles>): Promise<IndexFiles> {
  const name = `search ${JSON.stringify(slice)}`;
  return openBundle(await making.kept(name, async () => bundleFiles(await make())));
}

/** Files by their path from the site's root. `url`: of one that lies in their folder. */
function below(url: string, files: IndexFiles): ReadonlyMap<string, Uint8Array> {
  const folder = url.slice(0, url.lastIndexOf("/") + 1);
  return new Map(Array.from(files, ([name, bytes]) => [folder + name, bytes]));
}
