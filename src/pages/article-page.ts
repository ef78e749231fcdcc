import type { Article, Genre, Topic } from "../article/article.ts";
import type { ShownPicture } from "../article/teaser.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { Body, PageKind } from "../edition/page.ts";
import { shownPicture } from "../edition/pictures.ts";
import { labelLanguage, labelOf, sectionName, topicName } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";
import { homeUrl, sectionUrl, seriesUrl, topicUrl } from "./addresses.ts";
import { articleHead } from "./article-head.ts";
import { bodyOf, listTranslations, liveBodyOf, type Translation, translationOf } from "./article-links.ts";
import { type LabelledCorrection, sortCorrections } from "./corrections.ts";
import { type CreditLine, listCreditLines, listWriters, type Writer } from "./credits.ts";
import type { Head } from "./head.ts";
import type { Crumb } from "./json-ld.ts";
import { listUpdates, pickUpdates, type ShownLive, showLive } from "./live.ts";
import { listRelated, type RelatedStory } from "./related-stories.ts";
import { textArticle, textUrlOf } from "./text-article.ts";

/** Everything that an article's page shows. */
export type ArticlePage = {
  readonly head: Head;
  readonly breadcrumbs: readonly Crumb[];
  readonly url: string;
  readonly headline: string;
  /** Above the headline: the kicker, or the genre where it is no plain report. */
  readonly label?: string;
  /** The language of the label, where it is not the story's. */
  readonly labelLanguage?: string;
  readonly standfirst?: string;
  readonly genre: Genre;
  readonly section: { readonly slug: string; readonly name: string; readonly url: string };
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly credits: readonly CreditLine[];
  /** Those who wrote it, so far as the newsroom tells of them. */
  readonly writers: readonly Writer[];
  /** How long it takes to read; not of a live blog, which is never read through. */
  readonly minutes?: number;
  readonly publishedAt: string;
  readonly updatedAt?: string;
  readonly dateline?: string;
  readonly picture?: ShownPicture;
  readonly sensitive?: string;
  readonly editorsNote?: string;
  readonly backstory?: string;
  /** Newest first; retractions stand above the story, the others under it. */
  readonly retractions: readonly LabelledCorrection[];
  readonly corrections: readonly LabelledCorrection[];
  readonly agency?: string;
  readonly creditLine?: string;
  readonly usageTerms?: string;
  readonly series?: ShownSeries;
  readonly topics: readonly (Topic & { readonly url: string })[];
  readonly related: readonly RelatedStory[];
  readonly translations: readonly Translation[];
  /** The story in the text edition, where that is printed. */
  readonly textUrl?: string;
  readonly access: Article["access"];
  readonly data?: unknown;
  /** A live blog beside its updates. */
  readonly live?: ShownLive;
  readonly body: Body;
};

/** The series, its front, and the parts before and after this one. */
export type ShownSeries = {
  readonly name: string;
  readonly url: string;
  readonly part?: number;
  readonly previous?: Part;
  readonly next?: Part;
};
type Part = { readonly url: string; readonly headline: string };

/** An article's own page; known by its file. Shows nothing that changes merely because another story appeared. */
export const articlePage: PageKind<ArticlePage> = {
  name: "article-page",
  template: "broadsheet/article-page.njk",
  showsBodies: true,
  showsRelated: true,
  once: true,
  pagesShowing: (article) => [article.file],
  url: (file, newsroom) => newsroom.find(file)?.url ?? "",
  slice: (file, newsroom) => {
    const article = newsroom.find(file);
    return article && sliceOf(article, newsroom.in(article.locale));
  },
};

function sliceOf(article: Article, newsroom: Newsroom): ArticlePage {
  const section = {
    slug: article.section,
    name: sectionName(article.section, newsroom),
    url: newsroom.path(sectionUrl(article.section)),
  };
  const translations = listTranslations(article, newsroom);
  const breadcrumbs = [
    { name: newsroom.masthead.name, url: newsroom.path(homeUrl) },
    { name: section.name, url: section.url },
    { name: article.headline, url: article.url },
  ];
  const { url, headline, standfirst, genre, language, direction, publishedAt, updatedAt, dateline } = article;
  const { sensitive, editorsNote, backstory, agency, creditLine, usageTerms, access, data } = article;
  return present({
    head: articleHead(article, breadcrumbs, translations, newsroom),
    breadcrumbs,
    ...{ url, headline, standfirst, genre, section, language, direction, publishedAt, updatedAt, dateline },
    ...{ sensitive, editorsNote, backstory, agency, creditLine, usageTerms, access, data },
    label: labelOf(article, newsroom.words),
    labelLanguage: labelLanguage(article, newsroom),
    textUrl: newsroom.prints(textArticle.name) ? textUrlOf(article, newsroom) : undefined,
    series: showSeries(article, newsroom),
    credits: listCreditLines(article, newsroom),
    writers: listWriters(article, newsroom),
    minutes: article.live ? undefined : Math.max(1, Math.round(article.wordCount / wordsAMinute)),
    picture: shownPicture(article.lead, newsroom),
    ...sortCorrections(article, newsroom.words),
    topics: article.topics.map((topic) => ({
      slug: topic.slug,
      name: topicName(topic, newsroom),
      url: newsroom.path(topicUrl(topic.slug)),
    })),
    related: listRelated(article, newsroom),
    translations: translations.map(translationOf),
    live: showLive(article, newsroom),
    body: pageBodyOf(article, newsroom),
  });
}

/** What adults read of a text in their own language, silently (Brysbaert 2019). */
const wordsAMinute = 238;

function pageBodyOf(article: Article, newsroom: Newsroom): Body {
  if (!article.live) return bodyOf(article, newsroom);
  const { hash: introduction } = article.live.introduction;
  return liveBodyOf(article, { ...pickUpdates(listUpdates(article)), introduction }, newsroom);
}

function showSeries(article: Article, newsroom: Newsroom): ShownSeries | undefined {
  if (!article.series) return undefined;
  const { slug, name, part } = article.series;
  const { previous, next } = newsroom.neighbours(article);
  const partOf = ({ url, headline }: Article) => ({ url, headline });
  return present({
    name: newsroom.series.get(slug)?.name ?? name,
    url: newsroom.path(seriesUrl(slug)),
    part,
    previous: previous && partOf(previous),
    next: next && partOf(next),
  });
}
