import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pngOf } from "../pictures.ts";

/** A story of a small paper, as an editor would think of it. */
export type Story = {
  readonly file: string;
  readonly headline: string;
  readonly section: string;
  readonly topics: readonly string[];
  readonly byline: readonly string[];
  readonly published: string;
  readonly words: string;
  readonly mentions: readonly string[];
  readonly picture: string | undefined;
  /** Of a live blog, the oldest first. */
  readonly updates: readonly Update[];
  readonly extra: Readonly<Record<string, unknown>>;
};

/** An update of a live blog: when, what, and other arguments as they stand in copy. */
export type Update = {
  readonly at: number;
  readonly headline: string;
  readonly words: string;
  readonly more: string;
};

/** A small paper: everything that lies in its folder, and the moment at which it is printed. */
export type Paper = {
  readonly stories: readonly Story[];
  /** Other files by path: data, templates, pictures. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly now: number;
};

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const start = Date.UTC(2026, 5, 10, 12);

/** The paper that every history begins with. */
export const firstPaper: Paper = {
  now: start,
  stories: Array.from({ length: 7 }, (_, at) =>
    at === 2 ? liveStory(newStory(at, 0), 21, start) : newStory(at, 0),
  ),
  files: {
    "_data/masthead.json": JSON.stringify({
      name: "The Law",
      url: "https://law.example/",
      timeZone: "Europe/Dublin",
      language: "en",
    }),
    "_data/contributors.json": JSON.stringify({
      ann: { name: "Ann Alder" },
      ben: { name: "Ben Birch", portrait: "/media/a.png" },
    }),
    "media/a.png": pngOf(8, 20),
    "media/c.png": pngOf(400, 300, [200, 120, 60]),
  },
};

/** A new story; `seed` makes it another than its neighbours. */
export function newStory(number: number, seed: number): Story {
  const sections = ["news", "sport", "arts"];
  const published = new Date(start - ((number * 17 + seed) % 70) * day).toISOString();
  return {
    file: `${published.slice(0, 10)}-story-${number}-${seed}.md`,
    headline: `Story ${number} of ${seed}`,
    section: sections[(number + seed) % 3] ?? "news",
    topics: number % 2 ? ["Ferries"] : ["Ferries", "The Council"],
    byline: number % 3 ? ["ann"] : ["ben", "Carl Cedar"],
    published,
    words: `Words of story ${number}.`,
    mentions: number > 0 ? [`story-${number - 1}-${seed}`] : [],
    picture: number % 4 === 0 ? "/media/a.png" : undefined,
    updates: [],
    extra: {},
  };
}

/** A story as a live blog of so many updates, an hour apart; the last three are not public yet. */
export function liveStory(story: Story, count: number, now: number): Story {
  const updates = Array.from({ length: count }, (_, number) => ({
    at: now + (number - count + 3) * hour,
    headline: `Update ${number}`,
    words: number % 5 ? `Words of update ${number}.` : `{% relatedLink "story-${number % 7}-0" %}`,
    more: number % 4 ? "" : ", key: true",
  }));
  return { ...story, updates, extra: { ...story.extra, genre: "live" } };
}

/** Lays a paper into a folder, in place of what lay there. */
export function lay(paper: Paper, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(paper.files)) put(join(folder, path), text);
  for (const story of paper.stories) put(join(folder, "articles", story.file), copyOf(story));
  mkdirSync(join(folder, "articles"), { recursive: true });
}

function put(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function copyOf(story: Story): string {
  const { headline, section, topics, byline, published, words, mentions, picture, updates, extra } = story;
  const fields = {
    headline,
    section,
    topics,
    byline,
    published,
    ...(picture !== undefined && { lead: { src: picture, alt: "A picture" } }),
    ...extra,
  };
  const front = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const links = mentions.map((mention) => `{% relatedLink "${mention}", text: "See ${mention}" %}`);
  return ["---", ...front, "---", "", words, "", ...links, "", ...updates.map(updateOf).reverse()].join("\n");
}

function updateOf({ at, headline, words, more }: Update): string {
  const moment = new Date(at).toISOString();
  return `{% liveUpdate at: "${moment}", headline: "${headline}"${more} %}\n${words}\n{% endliveUpdate %}\n`;
}
