import type { Article, Genre, Topic } from "../article/article.ts";
import type { ShownPicture, Teaser } from "../article/teaser.ts";
import type { Words } from "../article/words.ts";
import { present } from "../kit/record.ts";
import type { Newsroom } from "./newsroom.ts";
import { shownPicture } from "./pictures.ts";

/**
 * An article as shown elsewhere: its short headline where it has one, its label for kicker,
 * names as the newsroom knows them now.
 */
export function teaserOf(article: Article, reader: Newsroom): Teaser {
  const newsroom = reader.in(article.locale);
  return present({
    url: article.url,
    headline: article.shortHeadline ?? article.headline,
    standfirst: article.standfirst,
    kicker: labelOf(article, newsroom.words),
    kickerLanguage: labelLanguage(article, newsroom),
    genre: article.genre,
    section: { slug: article.section, name: sectionName(article.section, newsroom) },
    byline: article.byline.map(({ slug, name, role }) => ({
      slug,
      name: newsroom.contributors.get(slug)?.name ?? name,
      role,
    })),
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
    language: article.language,
    direction: article.direction,
    picture: shownPicture(article.lead, newsroom),
    isLive: article.live && !article.live.isOver ? (true as const) : undefined,
    portrait: article.genre === "opinion" ? portraitOf(article, newsroom) : undefined,
  });
}

/** The portrait of the first who is credited with the text. Their name stands beside it. */
function portraitOf({ byline }: Article, newsroom: Newsroom): ShownPicture | undefined {
  const writer = byline.find(({ role }) => role === "by");
  const src = writer && newsroom.contributors.get(writer.slug)?.portrait;
  return src === undefined ? undefined : shownPicture({ src, alt: "" }, newsroom, "portrait");
}

/** A section's name, or its slug where sections.json does not know it. */
export function sectionName(slug: string, newsroom: Newsroom): string {
  return newsroom.sections.find((section) => section.slug === slug)?.name ?? slug;
}

/** A topic's name: as topics.json has it, or as the article wrote it. */
export function topicName({ slug, name }: Topic, newsroom: Newsroom): string {
  return newsroom.topics.get(slug)?.name ?? name;
}

/** What stands above a headline: the kicker, or the genre where it is no plain report; a live blog's says whether it is over. A paid story always says so. */
export function labelOf(
  { genre, kicker, live }: Pick<Article, "genre" | "kicker" | "live">,
  words: Words,
): string | undefined {
  const own = genre === "report" ? undefined : words[genreWords[genre]];
  const label = live?.isOver ? words.liveOver : own;
  return genre === "sponsored" ? label : (kicker ?? label);
}

/** The language of what stands above a headline, where it is not the story's: the publication's word in the publication's language. */
export function labelLanguage(article: Article, { words, masthead }: Newsroom): string | undefined {
  const label = labelOf(article, words);
  const isForeign = label !== undefined && label !== article.kicker && masthead.language !== article.language;
  return isForeign ? masthead.language : undefined;
}

const genreWords = {
  analysis: "genreAnalysis",
  opinion: "genreOpinion",
  review: "genreReview",
  explainer: "genreExplainer",
  interview: "genreInterview",
  obituary: "genreObituary",
  live: "genreLive",
  factcheck: "genreFactcheck",
  sponsored: "genreSponsored",
} as const satisfies Record<Exclude<Genre, "report">, keyof Words>;
