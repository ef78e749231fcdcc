import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { listMergers, redirect } from "./redirect.ts";

/** All ways from former URLs: paths as a server sees them, with the path that the site begins with. */
export type RedirectFile = { readonly ways: readonly Way[] };
type Way = { readonly from: string; readonly to: string };

/** Cloudflare's limits of `_redirects`: so many lines, so long a line. Hosts without limits have the small HTML pages, too. */
const mostLines = 2_000;
const longestLine = 1_000;

/** For hosts that read `_redirects`: Netlify, Cloudflare. */
export const redirectsFile = redirectFile("redirects-file", "/_redirects", ({ ways }) =>
  ways
    .map(({ from, to }) => `${from} ${to} 301`)
    .filter((line) => line.length <= longestLine)
    .slice(0, mostLines),
);

/** For nginx: `map $uri $former { include …/_redirects.nginx; }`, and `if ($former) { return 301 $former; }`. */
export const redirectsForNginx = redirectFile("redirects-nginx", "/_redirects.nginx", ({ ways }) =>
  ways.map(({ from, to }) => `${quoted(decodeURI(from))} ${quoted(to)};`),
);

/** For Caddy: `map {path} {former} { import …/_redirects.caddy }`, and `redir {former} 301` where it is not empty. */
export const redirectsForCaddy = redirectFile("redirects-caddy", "/_redirects.caddy", ({ ways }) =>
  ways.map(({ from, to }) => `${quoted(decodeURI(from))} ${quoted(to)}`),
);

function redirectFile(
  name: string,
  url: string,
  linesOf: (file: RedirectFile) => readonly string[],
): PageKind<RedirectFile> {
  return {
    name,
    once: true,
    pagesShowing: ({ aliases }) => (aliases.length > 0 ? [""] : []),
    always: (newsroom) => (listMergers(newsroom).length > 0 ? [""] : []),
    url: () => url,
    slice: (_, newsroom) => {
      const ways = listWays(newsroom);
      return ways.length > 0 ? { ways } : undefined;
    },
    print: (file) => `${linesOf(file).join("\n")}\n`,
  };
}

function listWays(newsroom: Newsroom): Way[] {
  const { pathname } = new URL(newsroom.masthead.url);
  const pathOf = (path: string) => encodeURI(decodeURI(pathname + path.slice(1)));
  return [...newsroom.aliases(), ...listMergers(newsroom)].flatMap((alias) => {
    const slice = redirect.slice(alias, newsroom);
    return slice ? [{ from: pathOf(redirect.url(alias, newsroom)), to: pathOf(slice.to) }] : [];
  });
}

/** As nginx and Caddy read a text: in quotes, with quotes and backslashes escaped; a dollar sign would name a variable. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/\$/g, "%24").replace(/[{}]/g, encodeURIComponent)}"`;
}
