import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { redirect } from "./redirect.ts";

/** All ways from former URLs of articles, with the path that the site begins with: `from` decoded, `to` as a link has it. */
export type RedirectFile = { readonly ways: readonly Way[] };
type Way = { readonly from: string; readonly to: string };

/** Cloudflare's limits of `_redirects`: so many lines, so long a line. Hosts without limits have the small HTML pages, too. */
const mostLines = 2_000;
const longestLine = 1_000;

/** For hosts that read `_redirects`: Netlify, Cloudflare. */
export const redirectsFile = redirectFile("redirects-file", "/_redirects", ({ ways }) =>
  ways
    // Such hosts take a colon and an asterisk for a pattern; the small page leads on from there.
    .filter(({ from }) => !/[:*]/.test(from))
    .map(({ from, to }) => `${encodeURI(from)} ${to} 301`)
    .filter((line) => line.length <= longestLine)
    .slice(0, mostLines),
);

/** For nginx: `map $uri $former { include …/_redirects.nginx; }`, and `if ($former) { return 301 $former; }`. */
export const redirectsForNginx = redirectFile("redirects-nginx", "/_redirects.nginx", ({ ways }) =>
  ways.map(({ from, to }) => `${quoted(from)} ${quoted(to)};`),
);

/** For Caddy: `map {path} {former} { import …/_redirects.caddy }`, and `redir {former} 301` where it is not empty. */
export const redirectsForCaddy = redirectFile("redirects-caddy", "/_redirects.caddy", ({ ways }) =>
  ways.filter(({ from }) => !/[{}]/.test(from)).map(({ from, to }) => `${quoted(from)} ${quoted(to)}`),
);

function redirectFile(
  name: string,
  url: string,
  linesOf: (file: RedirectFile) => readonly string[],
): PageKind<RedirectFile> {
  return {
    name,
    once: true,
    listsRedirects: true,
    pagesShowing: ({ aliases }) => (aliases.length > 0 ? [""] : []),
    url: () => url,
    slice: (_, newsroom) => {
      const ways = waysOf(newsroom);
      return ways.length > 0 ? { ways } : undefined;
    },
    print: (file) => `${linesOf(file).join("\n")}\n`,
  };
}

/** By newsroom: they are the same for every file, and to list them reads each article that was elsewhere before. */
const known = new WeakMap<Newsroom, readonly Way[]>();

function waysOf(newsroom: Newsroom): readonly Way[] {
  const ways = known.get(newsroom) ?? listWays(newsroom);
  known.set(newsroom, ways);
  return ways;
}

function listWays(newsroom: Newsroom): Way[] {
  const root = new URL(newsroom.masthead.url).pathname;
  return newsroom.aliases().flatMap((alias) => {
    // What leads on from a topic that was merged is no article's, and changes with the topic's stories.
    const slice = newsroom.answerer(alias) && redirect.slice(alias, newsroom);
    if (!slice) return [];
    const from = root + redirect.url(alias, newsroom).slice(1);
    // A dollar sign would name a variable where it leads to.
    const to = new URL(newsroom.absolute(slice.to)).pathname.replace(/\$/g, "%24");
    return [{ from, to }];
  });
}

/** As nginx and Caddy read a text: in quotes, with quotes and backslashes escaped. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}
