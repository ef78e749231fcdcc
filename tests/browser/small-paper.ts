import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Options } from "../../src/options.ts";
import { copyOf, type Files, makeSite, masthead, type Site } from "../site.ts";
import { printThroughEleventy } from "../through-eleventy.ts";
import { type HostedSite, hostSite } from "./site-host.ts";

/** The path that the paper begins with on its host. */
export const mount = "/paper/";

/** The moment at which it is read, unless a test says otherwise: twelve minutes after the ferry left. */
export const readAt = "2026-06-10T12:00:00Z";

const update = (at: string, headline: string, words = "It blows.") =>
  `{% liveUpdate at: "2026-06-10T${at}Z", headline: "${headline}" %}\n${words}\n{% endliveUpdate %}`;

/** The copy of its live blog with so many updates, the newest first. */
export function stormOf(...updates: readonly [at: string, headline: string, words?: string][]): string {
  const fields = { headline: "The storm", section: "news", published: "2026-06-10T06:00Z", genre: "live" };
  return copyOf(fields, `Wind.\n\n${updates.map((each) => update(...each)).join("\n\n")}`);
}

/** The copy of a story. */
export function story(headline: string, published: string, more: object = {}, body = "Words."): string {
  return copyOf({ headline, published, section: "news", ...more }, body);
}

/** A paper in two languages, with stories from twelve minutes to weeks old and a live blog. */
export const paper: Files = {
  "_data/masthead.json": JSON.stringify({
    ...JSON.parse(masthead),
    language: "en-IE",
    url: `https://test.example${mount}`,
    languages: [{ language: "ar", name: "الاختبار" }],
  }),
  "articles/ferry.md": story("Ferry & boat", "2026-06-10T11:48:00Z", { standfirst: "It left." }),
  "articles/bridge.md": story("The bridge", "2026-06-10T06:30:00Z"),
  "articles/today.md": story("Some time today", "2026-06-10"),
  "articles/old.md": story("Long ago", "2026-05-01T09:00:00Z"),
  "articles/film.md": story(
    "A film",
    "2026-06-09",
    {},
    '{% embed "https://vimeo.com/123456789", "The film" %}',
  ),
  "articles/abbara.md": story("العبّارة", "2026-06-10T09:00:00Z", { language: "ar" }),
  "articles/storm.md": stormOf(["11:50:00", "Trees fall"]),
};

export const ferry = `${mount}news/2026/06/ferry/`;
export const bridge = `${mount}news/2026/06/bridge/`;

/** A paper that is printed and served below its mount. */
export type HostedPaper = HostedSite & {
  readonly site: Site;
  /** Prints it again. */
  readonly print: () => Promise<unknown>;
};

/** Prints and serves the paper. `pages`: the kinds of page that are switched. */
export async function hostPaper(pages: Options["pages"] = {}): Promise<HostedPaper> {
  const made = makeSite(paper);
  const site = { ...made, output: join(made.root, "host", mount) };
  const print = () => printThroughEleventy(site, { pages, now: readAt });
  await print();
  const host = join(made.root, "host");
  // What a browser asks of every host.
  writeFileSync(join(host, "favicon.ico"), "");
  return { ...(await hostSite(host)), site, print };
}
