import broadsheet from "../../../dist/plugin.js";

/** The kinds of page that the peers print, and no others. */
const pages = Object.fromEntries(
  [
    "month-archive",
    "archive-index",
    "atom-feed",
    "json-feed",
    "news-sitemap",
    "not-found",
    "robots",
    "redirect",
  ].map((kind) => [kind, false]),
);

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
