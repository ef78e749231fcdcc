import { type Genre, genres } from "../article/article.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { labelOf } from "../edition/teaser.ts";
import { compareText } from "../kit/compare-text.ts";
import { hashOf } from "../kit/hash.ts";
import { archiveUrl, searchUrl } from "./addresses.ts";
import { type Head, headOf } from "./head.ts";
import { type Crumb, crumbsTo, frontGraph } from "./json-ld.ts";
import { findVolume, hasSearch, listVolumes } from "./volumes.ts";

/** Where readers search the paper. What is found is looked up by their browsers, in the indexes of the volumes. */
export type SearchPage = {
  readonly head: Head;
  readonly breadcrumbs: readonly Crumb[];
  readonly name: string;
  readonly url: string;
  /** Folder of the program that a browser loads to search. */
  readonly program: string;
  /** The volumes whose indexes there are, newest first, each with what says which state of it is meant. */
  readonly volumes: readonly { readonly volume: string; readonly state: string }[];
  readonly archive: string;
  readonly filters: readonly Filter[];
};

/** What a search can be narrowed by, or ordered: `all` is what stands for no choice. */
type Filter = {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly choices: readonly Choice[];
};

type Choice = { readonly value: string; readonly name: string };

/** The page of the search; its one key is empty. `program`: what is said of the program that makes indexes and searches them. */
export function searchPage(program: {
  readonly version: () => string;
  readonly url: () => string;
}): PageKind<SearchPage> {
  return {
    name: "search-page",
    template: "broadsheet/search-page.njk",
    pagesShowing: () => [],
    always: () => [""],
    url: () => searchUrl,
    slice: (_, newsroom) => {
      if (!hasSearch(newsroom)) return undefined;
      const { words } = newsroom;
      const url = newsroom.path(searchUrl);
      const { description } = newsroom.masthead;
      const breadcrumbs = crumbsTo({ name: words.search, url }, newsroom);
      const jsonLd = frontGraph({ type: "WebPage", name: words.search, path: url }, breadcrumbs, newsroom);
      return {
        head: headOf({ title: words.search, description, path: url, jsonLd }, newsroom),
        breadcrumbs,
        name: words.search,
        url,
        program: program.url(),
        volumes: listVolumes(newsroom).map((volume) => ({
          volume,
          state: hashOf([program.version(), findVolume(volume, newsroom)]).slice(0, 10),
        })),
        archive: newsroom.path(archiveUrl),
        filters: listFilters(newsroom),
      };
    },
  };
}

function listFilters(newsroom: Newsroom): Filter[] {
  const { words } = newsroom;
  const all = words.searchAll;
  const years = new Set(listVolumes(newsroom).map((volume) => volume.slice(0, 4)));
  const filters = [
    { name: "section", label: words.searchSection, all, choices: listSections(newsroom) },
    { name: "genre", label: words.searchGenre, all, choices: listGenres(newsroom) },
    { name: "contributor", label: words.searchContributor, all, choices: listContributors(newsroom) },
    {
      ...{ name: "year", label: words.searchYear, all },
      choices: Array.from(years, (year) => ({ value: year, name: year })),
    },
    {
      ...{ name: "sort", label: words.searchOrder, all: words.searchBest },
      choices: [{ value: "date", name: words.searchNewest }],
    },
  ];
  return filters.filter(({ choices }) => choices.length > 0);
}

/** Sections in which stories stand, in their order. */
function listSections({ sections, slugs }: Newsroom): Choice[] {
  const found = new Set(slugs("section"));
  return sections.filter(({ slug }) => found.has(slug)).map(({ slug, name }) => ({ value: slug, name }));
}

/** Those whom contributors.json knows and who have written, by name. Others are found by their names. */
function listContributors({ contributors, slugs }: Newsroom): Choice[] {
  const known = slugs("contributor").flatMap((value) => {
    const name = contributors.get(value)?.name;
    return name === undefined ? [] : [{ value, name }];
  });
  return known.sort((a, b) => compareText(a.name, b.name) || compareText(a.value, b.value));
}

/** Genres in which stories stand that are no plain reports. */
function listGenres({ slugs, words }: Newsroom): Choice[] {
  const found = new Set(slugs("genre"));
  return genres.flatMap((genre: Genre) => {
    const name = found.has(genre) ? labelOf({ genre }, words) : undefined;
    return name === undefined ? [] : [{ value: genre, name }];
  });
}
