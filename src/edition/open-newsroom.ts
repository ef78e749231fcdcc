import type { Archive } from "../archive/archive.ts";
import { answererOf } from "../archive/claims.ts";
import { listCorrections, listCorrectionYears } from "../archive/corrections.ts";
import { findDigest } from "../archive/digests.ts";
import {
  countOf,
  findNewestChange,
  listMonths,
  listNewest,
  listSlugs,
  type Query,
} from "../archive/order.ts";
import { findNeighbours, listParts } from "../archive/parts.ts";
import { creditName, mediaOf, pictureName } from "../archive/receive.ts";
import { resolve } from "../archive/references.ts";
import type { Scope, ScopeKind } from "../archive/scopes.ts";
import { listTranslations } from "../archive/translations.ts";
import type { Article } from "../article/article.ts";
import type { Front } from "../article/front.ts";
import { asOf } from "../article/live.ts";
import {
  type Contributor,
  inLocale,
  type Masthead,
  type Section,
  type Subject,
} from "../article/masthead.ts";
import { english, type Words } from "../article/words.ts";
import { once } from "../kit/once.ts";
import { present } from "../kit/record.ts";
import { fileKey, nameOfSlug } from "../kit/slug.ts";
import { decodedPath, localPath, urlUnder } from "../kit/url.ts";
import type { Newsroom } from "./newsroom.ts";
import { leastScore } from "./relatedness.ts";
import { openRelations } from "./relations.ts";

/** Who prints, as the site's data says. */
export type SiteData = {
  readonly masthead: Masthead;
  /** Undefined without a sections.json: then each section that a public article names is known. */
  readonly sections: readonly Section[] | undefined;
  /** Undefined without a contributors.json. */
  readonly contributors: ReadonlyMap<string, Contributor> | undefined;
  readonly topics: ReadonlyMap<string, Subject>;
  readonly series: ReadonlyMap<string, Subject>;
  /** Fronts that an editor laid out, by the path of their file; in another language than the masthead's, below its key. */
  readonly fronts: ReadonlyMap<string, Front>;
  /** The interface in each of the paper's languages, by its key; the masthead's own is empty. */
  readonly words: ReadonlyMap<string, Words>;
};

/** The public articles of an archive, as page kinds see them at one moment (milliseconds). */
export function openNewsroom(
  archive: Archive,
  data: SiteData,
  edition: {
    readonly now: number;
    readonly feeds: "full" | "standfirst";
    /** What is printed. */
    readonly kinds: readonly { readonly name: string }[];
  },
): Newsroom {
  const { masthead } = data;
  const { now, feeds } = edition;
  const kinds = new Set(edition.kinds.map(({ name }) => name));
  const seen = openEyes(now);
  const mayCopy = openShowing(archive, data, seen);
  const find = (file: string) => {
    const record = archive.articles.find([file]);
    return record?.isPublic ? seen(record.article) : undefined;
  };
  const killed = once(() => listKilled(archive, now));
  const relations = openRelations(archive);
  const shared = {
    now,
    feeds,
    prints: (kind: string) => kinds.has(kind),
    locales: ["", ...masthead.languages.map(({ key }) => key)],
    find,
    resolve: (reference: string) => {
      const resolved = resolve(archive, localPath(reference, masthead.url));
      return "found" in resolved ? seen(resolved.found) : undefined;
    },
    answerer: (path: string) => find(answererOf(archive, path) ?? ""),
    translations: (article: Article) => listTranslations(archive, article).map(seen),
    aliases: () => [...new Set(Array.from(archive.aliases.from([]), ([key]) => String(key[0])))],
    killed: () => [...killed().keys()],
    findKilled: (file: string) => killed().get(file),
    neighbours: (article: Article) => {
      const { previous, next } = findNeighbours(archive, article);
      return present({ previous: previous && seen(previous), next: next && seen(next) });
    },
    related: (article: Article, limit: number) =>
      relations
        .of(article)
        .list(leastScore)
        .slice(0, limit)
        .flatMap(({ story }) => find(story.file) ?? []),
    media: (src: string) => (mayCopy(src) ? archive.media.find([src])?.hash : undefined),
    size: (src: string) => {
      const { width, height } = archive.media.find([decodedPath(src)]) ?? {};
      return width && height ? { width, height } : undefined;
    },
    bytes: (src: string) => archive.media.find([decodedPath(src)])?.size,
    absolute: (path: string) => urlUnder(path, masthead.url),
  };
  const rooms = new Map<string, Newsroom>();
  const roomOf = (locale = ""): Newsroom => {
    const key = shared.locales.includes(locale) ? locale : "";
    const room = rooms.get(key) ?? { ...shared, ...inLanguage(archive, data, key, seen), in: roomOf };
    rooms.set(key, room);
    return room;
  };
  return roomOf();
}

/** An article as readers see it at the edition's moment. */
type Seen = (article: Article) => Article;

/** Remembers what it looked at: a live blog is looked at for every page that shows it. */
function openEyes(now: number): Seen {
  const known = new WeakMap<Article, Article>();
  return (article) => {
    if (!article.live) return article;
    const found = known.get(article) ?? asOf(article, now);
    known.set(article, found);
    return found;
  };
}

/** Killed articles whose time has come and in whose place nothing else stands, by file; of several at one URL the first. */
function listKilled(archive: Archive, now: number): ReadonlyMap<string, Article> {
  const byUrl = new Map<string, Article>();
  for (const [key] of archive.killed.from([])) {
    const article = archive.articles.find([String(key[0])])?.article;
    if (!article || Date.parse(article.publishedAt) > now || byUrl.has(fileKey(article.url))) continue;
    if (answererOf(archive, article.url) === undefined) byUrl.set(fileKey(article.url), article);
  }
  return new Map(Array.from(byUrl.values(), (article) => [article.file, article]));
}

/** What a newsroom says and lists in one of the paper's languages. */
function inLanguage(archive: Archive, data: SiteData, key: string, seen: Seen) {
  const { masthead } = data;
  // A paper of one language has all its articles in it.
  const locale = masthead.languages.length === 0 ? {} : { locale: key };
  const prefix = key && `${key}/`;
  const said = masthead.languages.find((language) => language.key === key);
  const inKey = <Entry extends object>(entry: Entry) => inLocale(entry, key);
  return {
    locale: key,
    path: (path: string) => (key === "" ? path : `/${key}${path}`),
    masthead: said ? { ...masthead, ...present({ ...said, key: undefined }) } : masthead,
    sections: (data.sections ?? listSlugs(archive, "section", key).map(sectionNamed)).map(inKey),
    contributors: valuesIn(data.contributors ?? new Map<string, Contributor>(), inKey),
    topics: valuesIn(data.topics, inKey),
    series: valuesIn(data.series, inKey),
    front: (name: string) => data.fronts.get(prefix + name),
    topicFronts: () =>
      [...data.fronts.keys()].flatMap((name) => {
        const start = `${prefix}topic/`;
        return name.startsWith(start) ? [name.slice(start.length)] : [];
      }),
    words: data.words.get(key) ?? english,
    latest: (query: Query) => Array.from(listNewest(archive, { ...query, ...locale }), seen),
    corrections: (query: { readonly year?: string; readonly limit?: number }) => [
      ...listCorrections(archive, { ...query, locale: locale.locale }),
    ],
    correctionYears: () => listCorrectionYears(archive, locale.locale),
    parts: (series: string, limit: number) => listParts(archive, series, limit, key).map(seen),
    since: (moment: number) => listSince(archive, moment, locale).map(seen),
    searched: (span: string) => findDigest(archive, span, locale.locale),
    changedIn: (month: string) => findNewestChange(archive, month, locale.locale),
    months: (scope: Scope) => listMonths(archive, { ...scope, ...locale }),
    slugs: (kind: ScopeKind) => listSlugs(archive, kind, key),
    count: (scope: Scope) => countOf(archive, { ...scope, ...locale }),
  };
}

function valuesIn<Value extends object>(
  values: ReadonlyMap<string, Value>,
  inKey: (value: Value) => Value,
): ReadonlyMap<string, Value> {
  return new Map(Array.from(values, ([slug, value]) => [slug, inKey(value)]));
}

/** A section that no sections.json describes: `local-politics` is called Local politics. */
function sectionNamed(slug: string): Section {
  return { slug, name: nameOfSlug(slug) };
}

function listSince(archive: Archive, moment: number, locale: Scope): Article[] {
  const articles: Article[] = [];
  for (const article of listNewest(archive, locale)) {
    if (Date.parse(article.publishedAt) < moment) break;
    articles.push(article);
  }
  return articles;
}

/**
 * Whether a file may be copied: the logo and icons; what a public article shows or links, or no article does; the
 * portrait of somebody whom a public article credits, or no article does. What only an update names that is not public
 * yet may not.
 */
function openShowing(
  archive: Archive,
  { masthead, contributors }: SiteData,
  seen: Seen,
): (src: string) => boolean {
  const pathOf = (src = "") => decodedPath(localPath(src, masthead.url));
  const portraits = new Map<string, string[]>();
  for (const { slug, portrait } of contributors?.values() ?? []) {
    const src = pathOf(portrait);
    portraits.set(src, [...(portraits.get(src) ?? []), slug]);
  }
  const marks = new Set([masthead.logo, ...(masthead.icon ?? [])].map(pathOf));
  return (src) => {
    const picture = findUse(archive, pictureName(src), (article) => mediaOf(seen(article)).includes(src));
    const faces = portraits.get(src)?.map((slug) => findUse(archive, creditName(slug)));
    if (marks.has(src) || picture === "public") return true;
    return faces ? faces.some((use) => use !== "hidden") : picture === "none";
  };
}

/** Who mentions a name: a public article, only articles that are not, or none. `shows`: whether a live blog does, as it is now. */
function findUse(
  archive: Archive,
  name: string,
  shows: (live: Article) => boolean = () => true,
): "public" | "hidden" | "none" {
  let use: "hidden" | "none" = "none";
  for (const [key] of archive.mentions.under([name])) {
    const { isPublic, article } = archive.articles.find([String(key[1])]) ?? {};
    if (isPublic && article && (!article.live || shows(article))) return "public";
    use = "hidden";
  }
  return use;
}
