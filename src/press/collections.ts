import { isAbsolute } from "node:path";
import type { Archive } from "../archive/archive.ts";
import { countOf, countSlugs, listFiles } from "../archive/order.ts";
import type { Article } from "../article/article.ts";
import type { Contributor } from "../article/masthead.ts";
import type { Newsroom, Scope } from "../edition/newsroom.ts";
import type { EleventyConfig } from "../host.ts";
import { once } from "../kit/once.ts";
import { contributorUrl, sectionUrl, topicUrl } from "../pages/addresses.ts";
import { liquidView } from "./liquid-view.ts";
import type { Press } from "./press.ts";

/** How many articles `collections.latest` holds. */
const latestCount = 30;

/** What collections are made from, at the time when somebody looks into an item. */
export type CollectionSource = {
  readonly archive: Archive;
  readonly newsroom: Newsroom;
  /** An article's body as HTML. */
  readonly content: (article: Article) => string;
  /** Folder of the articles, relative to the working folder. */
  readonly folder: string;
};

/** An article as a site's own templates see it: like an item of Eleventy's. Nothing is read before a field is asked for. */
export class ArticleItem {
  readonly #file: () => string;
  readonly #source: CollectionSource;
  #article: Article | undefined;

  constructor(file: () => string, source: CollectionSource) {
    this.#file = file;
    this.#source = source;
  }
  #find(): Article {
    this.#article ??= this.#source.newsroom.find(this.#file());
    if (!this.#article) throw new Error("collections.articles changed while an item of it was read");
    return this.#article;
  }
  /** Path from the site's root. */
  get url(): string {
    return this.#find().url;
  }
  /** When it was first public. */
  get date(): Date {
    return new Date(this.#find().publishedAt);
  }
  /** The article's fields, and those of its front matter's `data`; `title` is its headline. */
  get data(): Readonly<Record<string, unknown>> {
    const article = this.#find();
    const own = typeof article.data === "object" && article.data !== null ? article.data : {};
    return { ...own, ...article, title: article.headline, date: this.date, page: this.page };
  }
  get fileSlug(): string {
    return this.#find().slug;
  }
  /** From the working folder, with `./` before it, as Eleventy has it. */
  get inputPath(): string {
    const { folder } = this.#source;
    return `${isAbsolute(folder) ? "" : "./"}${folder}/${this.#find().file}`;
  }
  get page(): Readonly<Record<string, unknown>> {
    const { url, date, fileSlug, inputPath } = this;
    return { url, date, fileSlug, inputPath };
  }
  /** The body as HTML. */
  get content(): string {
    return this.#source.content(this.#find());
  }
  get templateContent(): string {
    return this.content;
  }
}

/** A section, topic or contributor as a site's own templates see it. */
export class GroupItem {
  readonly #slug: () => string;
  readonly #kind: "section" | "topic" | "contributor";
  readonly #source: CollectionSource;

  constructor(kind: "section" | "topic" | "contributor", slug: () => string, source: CollectionSource) {
    this.#kind = kind;
    this.#slug = slug;
    this.#source = source;
  }
  get slug(): string {
    return this.#slug();
  }
  get url(): string {
    const url = { section: sectionUrl, topic: topicUrl, contributor: contributorUrl }[this.#kind];
    return url(this.slug);
  }
  get name(): string {
    const { newsroom } = this.#source;
    if (this.#kind === "section")
      return newsroom.sections.find(({ slug }) => slug === this.slug)?.name ?? this.slug;
    const known = this.#kind === "contributor" ? this.contributor?.name : undefined;
    return known ?? this.#named()?.name ?? this.slug;
  }
  /** Who it is, where contributors.json knows them. */
  get contributor(): Contributor | undefined {
    return this.#kind === "contributor" ? this.#source.newsroom.contributors.get(this.slug) : undefined;
  }
  /** How many public articles it has. */
  get count(): number {
    return countOf(this.#source.archive, this.#scope);
  }
  /** Its public articles, newest first. */
  get articles(): readonly ArticleItem[] {
    return articleItems(this.#source, this.count, () => listFiles(this.#source.archive, this.#scope));
  }
  get #scope(): Scope {
    return { [this.#kind]: this.slug };
  }
  #named() {
    const [newest] = this.#source.newsroom.latest({ ...this.#scope, limit: 1 });
    const names = this.#kind === "topic" ? newest?.topics : newest?.byline;
    return names?.find(({ slug }) => slug === this.slug);
  }
}

/** The collections of an edition, each made anew with every build. */
export function registerCollections(eleventyConfig: EleventyConfig, press: Press): void {
  for (const name of collectionNames) {
    eleventyConfig.addCollection(name, () => {
      const { archive, newsroom } = press.edition;
      const source = {
        archive,
        newsroom,
        content: (article: Article) => press.contentOf(article),
        folder: press.folders.shownArticles,
      };
      return collectionsOf(source)[name]();
    });
  }
}

/** The collections that Broadsheet adds, by name. */
export const collectionNames = ["articles", "latest", "sections", "topics", "contributors"] as const;

/** The collections by name. Each is a real array of items that read nothing before they are looked into. */
function collectionsOf(source: CollectionSource) {
  const { archive, newsroom } = source;
  const groups = (
    kind: "section" | "topic" | "contributor",
    count: number,
    list: () => readonly string[],
  ) => {
    const slugs = once(list);
    return Array.from({ length: count }, (_, at) =>
      liquidView(new GroupItem(kind, () => slugs()[at] ?? "", source)),
    );
  };
  const total = countOf(archive, {});
  const files = once(() => listFiles(archive, {}));
  return {
    articles: () => articleItems(source, total, files),
    latest: () => articleItems(source, Math.min(total, latestCount), files),
    sections: () =>
      groups("section", newsroom.sections.length, () => newsroom.sections.map(({ slug }) => slug)),
    topics: () => groups("topic", countSlugs(archive, "topic"), () => newsroom.slugs("topic")),
    contributors: () =>
      groups("contributor", countSlugs(archive, "contributor"), () => newsroom.slugs("contributor")),
  } as const;
}

/** An item is little more than its place: a build makes all of them, and reads those that a template looks into. */
function articleItems(source: CollectionSource, count: number, list: () => readonly string[]): ArticleItem[] {
  const files = once(list);
  return Array.from({ length: count }, (_, at) =>
    liquidView(new ArticleItem(() => files()[at] ?? "", source)),
  );
}
