import type { Article } from "../article/article.ts";
import type { Size, Teaser } from "../article/teaser.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { Body } from "../edition/page.ts";
import { teaserOf } from "../edition/teaser.ts";

/** The same article in another language. */
export type Translation = {
  readonly url: string;
  readonly headline: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
};

/** What the article's body is a function of. Its pictures are known by the path, or by URL where they are elsewhere. */
export function bodyOf(article: Article, newsroom: Newsroom): Body {
  const mentions: Record<string, Teaser | null> = {};
  for (const { to } of article.mentions) {
    const mentioned = newsroom.resolve(to);
    mentions[to] = mentioned ? teaserOf(mentioned, newsroom) : null;
  }
  const sizes: Record<string, Size> = {};
  for (const src of article.media) {
    const size = newsroom.size(src);
    if (size) sizes[src] = size;
  }
  return { file: article.file, copyHash: article.copyHash, language: article.language, mentions, sizes };
}

/** The public articles that are pinned under this one, each once, in their order. */
export function listRelated(article: Article, newsroom: Newsroom): Teaser[] {
  return listResolved(article, article.related, newsroom).map((related) => teaserOf(related, newsroom));
}

/** The public articles that this one names as its translations. */
export function listTranslations(article: Article, newsroom: Newsroom): Translation[] {
  return listResolved(article, article.translations, newsroom).map(
    ({ url, headline, language, direction }) => ({ url, headline, language, direction }),
  );
}

function listResolved(article: Article, references: Article["related"], newsroom: Newsroom): Article[] {
  const found = new Map<string, Article>();
  for (const { to } of references) {
    const other = newsroom.resolve(to);
    if (other && other.file !== article.file) found.set(other.file, other);
  }
  return [...found.values()];
}
