import { join, resolve } from "node:path";
import { type Archive, consultArchive, findMeta } from "./archive/archive.ts";
import { findNearest, resolve as lookUp } from "./archive/references.ts";
import type { Article } from "./article/article.ts";
import { openNewsroom } from "./edition/open-newsroom.ts";
import { leastScore, type Reason } from "./edition/relatedness.ts";
import { openRelations } from "./edition/relations.ts";
import { WrongUse } from "./folder-use.ts";
import { localPath } from "./kit/url.ts";
import { chooseRelated, listPinned } from "./pages/related-stories.ts";
import { readMasthead } from "./press/site-files.ts";

/** An article by its path, slug or URL, the folder that was printed, and the cache that this left. */
export type WhyRelated = { readonly article: string; readonly folder: string; readonly cache: string };

/** So many of the stories that have most to do with an article are told. */
const told = 10;

/**
 * Says what the archive, as the last build left it, finds related to an article, what each score is made of, and which
 * of these stories stand under the article. Throws WrongUse where there is no such archive or article.
 */
export async function whyRelated({ article: reference, folder, cache }: WhyRelated): Promise<string[]> {
  const archive = await consultArchive(resolve(cache));
  if (!archive) {
    throw new WrongUse(
      `There is no archive of this version in ${cache}. Build first, or name the build's cache with --cache.`,
    );
  }
  try {
    const masthead = readMasthead(join(resolve(folder), "_data"));
    const article = find(archive, localPath(reference, masthead.url));
    const data = { masthead, sections: [], contributors: undefined, topics: new Map(), series: new Map() };
    const unsaid = { fronts: new Map(), words: new Map() };
    const edition = { now: findMeta(archive).now, feeds: "standfirst", kinds: [] } as const;
    const newsroom = openNewsroom(archive, { ...data, ...unsaid }, edition);
    return explain(archive, article, chooseRelated(article, newsroom), listPinned(article, newsroom));
  } finally {
    await archive.close();
  }
}

function find(archive: Archive, reference: string): Article {
  const found = lookUp(archive, reference);
  if ("found" in found) return found.found;
  if ("waiting" in found) throw new WrongUse(`${reference} is not public: nothing is related to it yet.`);
  if ("several" in found) {
    const paths = found.several.map(({ file }) => file);
    throw new WrongUse(`${reference} is the name of several articles: ${paths.join(", ")}. Write the path.`);
  }
  const near = findNearest(archive, reference);
  throw new WrongUse(`${reference} is no article.${near ? ` Did you mean ${near.slug}?` : ""}`);
}

function explain(
  archive: Archive,
  article: Article,
  shown: readonly Article[],
  pinned: readonly Article[],
): string[] {
  const isAmong = (articles: readonly Article[], file: string) =>
    articles.some((other) => other.file === file);
  const comparison = openRelations(archive).of(article);
  const best = comparison.list(1).slice(0, told);
  const lineOf = (file: string, score: number) => {
    const other = archive.articles.find([file])?.article;
    const counted = isAmong(pinned, file) ? "pinned" : String(score).padStart(6);
    return `${isAmong(shown, file) ? "*" : " "} ${counted}  ${other?.headline} (${other?.url})`;
  };
  const others = pinned.filter(({ file }) => best.every(({ story }) => story.file !== file));
  return [
    `Related to ${article.headline} (${article.url}):`,
    ...others.map(({ file }) => lineOf(file, 0)),
    ...best.flatMap(({ story, score }) => [
      lineOf(story.file, score),
      `          ${comparison.reasons(story).map(reasonText).join(", ")}`,
    ]),
    `* stands under the article: what is pinned, then the best until there are four. What has less than ${leastScore} does not, nor what the page leads to anyway: translations, the parts before and after it.`,
  ];
}

function reasonText({ kind, name, score }: Reason): string {
  return `${kind === "time" ? name : `${kind} ${name}`} ${score}`;
}
