import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Weight } from "./report.ts";
import { articleAt } from "./synthetic-archive.ts";

/** What was written into an output since a moment, in milliseconds: pages are HTML and XML. Counts a tool's own records as files. */
export function countWritten(
  output: string,
  since: number,
): { readonly pages: number; readonly files: number } {
  let [pages, files] = [0, 0];
  for (const name of readdirSync(output, { recursive: true, encoding: "utf8" })) {
    const stat = statSync(join(output, name));
    // The kernel's stamps lag behind the clock by a tick; no tool writes within the first milliseconds of its life.
    if (!stat.isFile() || stat.ctimeMs < since - 10) continue;
    files++;
    if (/\.(html|xml)$/.test(name)) pages++;
  }
  return { pages, files };
}

/** The weight of an article of middle age and of what its page loads, from Broadsheet's output of `size` articles. */
export function weighArticle(output: string, size: number): Weight {
  const { section, publishedAt, slug } = articleAt(Math.floor(size / 2), size);
  const html = readFileSync(
    join(output, section, publishedAt.slice(0, 7).replace("-", "/"), slug, "index.html"),
    "utf8",
  );
  const css = Array.from(html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g), ([, path]) => path ?? "");
  const scripts = Array.from(html.matchAll(/<script\b[^>]* src="([^"]+)"/g), ([, path]) => path ?? "");
  const weigh = (paths: readonly string[]) =>
    paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(output, path))).length, 0);
  return { html: gzipSync(html).length, css: weigh(css), script: weigh(scripts) };
}
