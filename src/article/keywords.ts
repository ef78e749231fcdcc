import type { Article } from "./article.ts";
import { commonWords } from "./common-words.ts";

/** Words of fewer letters are particles in most languages. */
const shortest = 4;

/** So many letters of a word count: `islander` is `island`, `schools` is `school`. */
const stem = 6;

/** So many words of an article count, those of its headline before those of its standfirst. */
const mostKeywords = 20;

/**
 * The words of headline and standfirst that say what an article is about, each once, by what counts of them: in lower
 * case, without accents, without their ending. A script that puts no spaces between words has hardly any.
 */
export function keywordsOf({
  headline,
  standfirst = "",
}: Pick<Article, "headline" | "standfirst">): ReadonlyMap<string, string> {
  const words = `${headline} ${standfirst}`
    .normalize("NFKD")
    .replace(/\p{Mark}+/gu, "")
    .toLowerCase()
    .match(/[\p{Letter}\p{Number}]+/gu);
  const telling = new Map<string, string>();
  for (const word of words ?? []) {
    const counted = word.slice(0, stem);
    if (word.length < shortest || telling.has(counted) || commonWords.has(word)) continue;
    telling.set(counted, word);
    if (telling.size === mostKeywords) break;
  }
  return telling;
}
