import type { Article, Moment } from "./article.ts";

/** When an article last changed: its update, its newest correction, or else its first publication. */
export function changedAt(article: Article): Moment {
  const corrected = article.corrections.map(({ at }) => at);
  return newestOf([article.publishedAt, article.updatedAt ?? article.publishedAt, ...corrected]) ?? "";
}

/** The latest of some moments; undefined where there are none. */
export function newestOf(moments: readonly Moment[]): Moment | undefined {
  let newest: Moment | undefined;
  for (const moment of moments) {
    if (newest === undefined || Date.parse(moment) > Date.parse(newest)) newest = moment;
  }
  return newest;
}
