import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { z } from "zod";
import { python } from "../debian-tools.ts";

/** A feed as a reader understands it. What a format, or a reader, does not have is null. */
export type ReadFeed = {
  readonly title: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly front: string | null;
  readonly self: string | null;
  readonly items: readonly ReadItem[];
};

export type ReadItem = {
  readonly title: string | null;
  readonly link: string | null;
  readonly id: string | null;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** Milliseconds since 1970. */
  readonly published: number | null;
  readonly updated: number | null;
  /** Plain text. */
  readonly summary: string | null;
  readonly content: string | null;
};

/** Reads RSS and Atom files by Debian's feedparser. Throws where it finds one faulty ("bozo"). */
export function readByFeedparser(files: readonly string[]): ReadFeed[] {
  const script = join(import.meta.dirname, "read-feeds.py");
  const { stdout, stderr, status } = spawnSync(python, [script, ...files], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  const feeds = parsedFeeds.parse(JSON.parse(stdout));
  return feeds.map(({ fault, version, items, description, ...feed }, at) => {
    if (fault !== null) throw new Error(`${files[at]}: ${fault}`);
    const isRss = version === "rss20";
    if (!isRss && version !== "atom10") throw new Error(`${files[at]} is read as ${version}`);
    const plain = (text: string | null) => (isRss ? plainText(text) : text);
    return {
      ...feed,
      description: plain(description),
      items: items.map((item) => ({ ...item, summary: plain(item.summary) })),
    };
  });
}

/** Reads a feed by feedsmith: RSS, Atom or JSON Feed, by its name. */
export function readByFeedsmith(file: string): ReadFeed {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".json")) return readJson(parseJsonFeed(text));
  return file.endsWith("atom.xml") ? readAtom(text) : readRss(text);
}

function readRss(text: string): ReadFeed {
  const { title, description, language, link, items, atom } = parseRssFeed(text);
  return {
    title: title ?? null,
    description: plainText(description ?? null),
    language: language ?? null,
    front: link ?? null,
    self: atom?.links?.find(({ rel }) => rel === "self")?.href ?? null,
    items: (items ?? []).map((item) => ({
      title: item.title ?? null,
      link: item.link ?? null,
      id: item.guid?.value ?? null,
      authors: item.dc?.creators ?? [],
      categories: (item.categories ?? []).flatMap(({ name }) => name ?? []),
      published: momentOf(item.pubDate),
      updated: null,
      summary: plainText(item.description ?? null),
      content: item.content?.encoded ?? null,
    })),
  };
}

function readAtom(text: string): ReadFeed {
  const { title, subtitle, links, entries } = parseAtomFeed(text);
  return {
    title: title?.value ?? null,
    description: subtitle?.value ?? null,
    language: /^<feed[^>]* xml:lang="([^"]*)"/m.exec(text)?.[1] ?? null,
    front: links?.find(({ rel }) => rel === "alternate")?.href ?? null,
    self: links?.find(({ rel }) => rel === "self")?.href ?? null,
    items: (entries ?? []).map((entry) => ({
      title: entry.title?.value ?? null,
      link: entry.links?.find(({ rel }) => rel === "alternate")?.href ?? null,
      id: entry.id ?? null,
      authors: (entry.authors ?? []).flatMap(({ name }) => name ?? []),
      categories: (entry.categories ?? []).flatMap(({ term }) => term ?? []),
      published: momentOf(entry.published),
      updated: momentOf(entry.updated),
      summary: entry.summary?.value ?? null,
      content: entry.content?.value ?? null,
    })),
  };
}

function readJson(feed: ReturnType<typeof parseJsonFeed>): ReadFeed {
  return {
    title: feed.title ?? null,
    description: feed.description ?? null,
    language: feed.language ?? null,
    front: feed.home_page_url ?? null,
    self: feed.feed_url ?? null,
    items: (feed.items ?? []).map((item) => ({
      title: item.title ?? null,
      link: item.url ?? null,
      id: item.id ?? null,
      authors: (item.authors ?? []).flatMap(({ name }) => name ?? []),
      categories: item.tags ?? [],
      published: momentOf(item.date_published),
      updated: momentOf(item.date_modified),
      summary: item.summary ?? null,
      content: item.content_html ?? null,
    })),
  };
}

function momentOf(text: unknown): number | null {
  return typeof text === "string" ? Date.parse(text) : null;
}

const references: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** RSS's descriptions are HTML: the text that it says. Throws where it holds an element, since ours are plain. */
function plainText(html: string | null): string | null {
  if (html === null) return null;
  if (/<[a-z/!]/i.test(html)) throw new Error(`A description holds markup: ${html}`);
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => references[name] ?? whole);
}

const readItem = z.object({
  title: z.string().nullable(),
  link: z.string().nullable(),
  id: z.string().nullable(),
  authors: z.array(z.string()),
  categories: z.array(z.string()),
  published: z.number().nullable(),
  updated: z.number().nullable(),
  summary: z.string().nullable(),
  content: z.string().nullable(),
});

/** What `read-feeds.py` prints. */
const parsedFeeds = z.array(
  z.object({
    fault: z.string().nullable(),
    version: z.string(),
    title: z.string().nullable(),
    description: z.string().nullable(),
    language: z.string().nullable(),
    front: z.string().nullable(),
    self: z.string().nullable(),
    items: z.array(readItem),
  }),
);
