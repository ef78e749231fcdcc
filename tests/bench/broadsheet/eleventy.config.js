import broadsheet from "../../../dist/plugin.js";

/** The kinds of page that the peers do not print. A feed stands beside each front, where theirs is one. */
const others =
  "series-front month-archive year-archive archive-index atom-feed json-feed news-sitemap not-found corrections-log killed-notice redirect redirects-file redirects-nginx redirects-caddy robots manifest opml search-page search-index search-program";
const pages = Object.fromEntries(others.split(" ").map((kind) => [kind, false]));

/** The folders are those of the benchmark; `BENCH_WORKERS` is the option `workers`. */
export default function (eleventyConfig) {
  const { BENCH_CACHE, BENCH_WORKERS } = process.env;
  eleventyConfig.addPlugin(broadsheet, {
    pages,
    cache: BENCH_CACHE,
    ...(BENCH_WORKERS && { workers: Number(BENCH_WORKERS) }),
  });
  return { dir: { input: "content", output: "../output" } };
}
