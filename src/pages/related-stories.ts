import type { Article } from "../article/article.ts";
import type { ShownPicture } from "../article/teaser.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { shownPicture } from "../edition/pictures.ts";
import { labelLanguage, labelOf } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";

/** A story under another one. Nothing in it depends on more than the story's own copy, the size of its picture, and the interface's words. */
export type RelatedStory = {
  readonly url: string;
  readonly headline: string;
  readonly kicker?: string;
  /** As in a teaser. */
  readonly kickerLanguage?: string;
  readonly publishedAt: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly picture?: ShownPicture;
};

/** So many stories stand under an article, unless more are pinned there. */
const count = 4;

/** What stands under an article: the stories that are pinned there, in their order, then those that the archive chooses. */
export function listRelated(article: Article, newsroom: Newsroom): RelatedStory[] {
  return chooseRelated(article, newsroom).map((related) => shown(related, newsroom));
}

/** The articles that stand under one. The archive chooses none that the page shows anyway: translations, neighbours in the series. */
export function chooseRelated(article: Article, newsroom: Newsroom): Article[] {
  const pinned = listPinned(article, newsroom);
  if (pinned.length >= count) return pinned;
  const { previous, next } = newsroom.neighbours(article);
  const shownAnyway = [article, previous, next, ...newsroom.translations(article), ...pinned];
  const files = new Set(shownAnyway.map((other) => other?.file));
  const chosen = newsroom.related(article, count + files.size).filter(({ file }) => !files.has(file));
  return [...pinned, ...chosen.slice(0, count - pinned.length)];
}

/** The public articles that are pinned under one, each once. */
export function listPinned(article: Article, newsroom: Newsroom): Article[] {
  const found = new Map<string, Article>();
  for (const { to } of article.related) {
    const other = newsroom.resolve(to);
    if (other && other.file !== article.file) found.set(other.file, other);
  }
  return [...found.values()];
}

function shown(article: Article, newsroom: Newsroom): RelatedStory {
  const own = newsroom.in(article.locale);
  return present({
    url: article.url,
    headline: article.shortHeadline ?? article.headline,
    kicker: labelOf(article, own.words),
    kickerLanguage: labelLanguage(article, own),
    publishedAt: article.publishedAt,
    language: article.language,
    direction: article.direction,
    picture: shownPicture(article.lead, newsroom),
  });
}
