import type { Article } from "../article/article.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { sectionName } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";

/** Headlines of a span of time, in the masthead's zone: a day (`2026-11-20`) or a month (`2026-11`). `at` is a moment in it. */
export type Span = { readonly span: string; readonly at: string; readonly stories: readonly Headline[] };

/** An article as one line. The section is named where stories of several stand together. */
export type Headline = {
  readonly url: string;
  /** That somebody paid for it, where that is so. */
  readonly label?: string;
  readonly headline: string;
  readonly section?: string;
  readonly publishedAt: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
};

/** Articles as headlines, by the day or the month of their publication, in their order. */
export function listHeadlines(
  articles: readonly Article[],
  by: "day" | "month",
  namesSection: boolean,
  newsroom: Newsroom,
): Span[] {
  const spans = new Map<string, { span: string; at: string; stories: Headline[] }>();
  for (const article of articles) {
    const { url, headline, publishedAt, language, direction } = article;
    const span = publishedAt.slice(0, by === "day" ? 10 : 7);
    const group = spans.get(span) ?? { span, at: publishedAt, stories: [] };
    spans.set(span, group);
    const section = namesSection ? sectionName(article.section, newsroom) : undefined;
    const label = article.genre === "sponsored" ? newsroom.words.genreSponsored : undefined;
    group.stories.push(present({ url, label, headline, section, publishedAt, language, direction }));
  }
  return [...spans.values()];
}
