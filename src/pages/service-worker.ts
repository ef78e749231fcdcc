import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { directionOf } from "../kit/direction.ts";
import { escapeHtml } from "../kit/html.ts";
import { homeUrl, offlineUrl, textUrl } from "./addresses.ts";
import { textFront } from "./text-front.ts";

export const serviceWorkerUrl = "/sw.js";

/** What the service worker knows of the site, as its script wants it. Paths are from the host's root: the mount is in them. */
export type ServiceWorker = {
  readonly root: string;
  /** What the names of its caches begin with: those of the form in which it keeps pages now, and of any. */
  readonly caches: string;
  readonly everyCache: string;
  /** Files that every page wants, whose names hold their hashes. */
  readonly assets: readonly string[];
  /** The paper's languages, the masthead's own last: its pages lie above all others. */
  readonly editions: readonly KeptEdition[];
};

type KeptEdition = {
  readonly home: string;
  readonly language: string;
  /** What is shown where the page that was asked for is not kept: the text edition's home front, where that is printed. */
  readonly standIn: string;
  /** The page that lists the stories kept. */
  readonly kept: string;
  /** HTML that stands above a page which is not from the network; `{time}` stands for when it was. */
  readonly notice: string;
  /** The same above the page that stands in for the one that was asked for. */
  readonly missing: string;
};

/** Changes when pages are kept in another form, so that what was kept before is thrown away. */
const form = 1;

/** `/sw.js`: keeps what was read for a reader who is offline. Here is what it knows of the site; what it does is a script of the theme's. */
export const serviceWorker: PageKind<ServiceWorker> = {
  name: "service-worker",
  isOptional: true,
  once: true,
  pagesShowing: () => [],
  always: () => [""],
  url: () => serviceWorkerUrl,
  slice: (_, newsroom) => ({
    root: hostPath(homeUrl, newsroom),
    caches: cachesOf(newsroom),
    everyCache: everyCacheOf(newsroom),
    assets: [],
    editions: [...newsroom.locales].reverse().map((locale) => editionOf(newsroom.in(locale))),
  }),
  print: (site) => `const paper = ${JSON.stringify(site, undefined, 2)};\n`,
};

/** The cache that stories are kept in: the page that lists them looks there. */
export function storyCache(newsroom: Newsroom): string {
  return `${cachesOf(newsroom)}articles`;
}

function editionOf(newsroom: Newsroom): KeptEdition {
  const { masthead, words, path, prints } = newsroom;
  const { language } = masthead;
  const kept = hostPath(path(offlineUrl), newsroom);
  const label = escapeHtml(words.offline);
  const tell = (said: string) =>
    `<aside class="offline" lang="${language}" dir="${directionOf(language)}" aria-label="${label}"><p>${escapeHtml(said)} <a href="${kept}">${escapeHtml(words.offlineStories)}</a></p></aside>`;
  return {
    home: hostPath(path(homeUrl), newsroom),
    language,
    standIn: prints(textFront.name) ? hostPath(path(textUrl(homeUrl)), newsroom) : kept,
    kept,
    notice: tell(words.offlineNotice),
    missing: tell(words.offlineMissing),
  };
}

/** With a space after the root, so that no site below another on its host shares a beginning with it. */
function everyCacheOf(newsroom: Newsroom): string {
  return `broadsheet ${hostPath(homeUrl, newsroom)} `;
}

function cachesOf(newsroom: Newsroom): string {
  return `${everyCacheOf(newsroom)}${form} `;
}

function hostPath(path: string, newsroom: Newsroom): string {
  return new URL(newsroom.absolute(path)).pathname;
}
