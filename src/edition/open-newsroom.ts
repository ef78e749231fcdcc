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
import { mediaOf, pictureName } from "../archive/receive.ts";
import { resolve } from "../archive/references.ts";
import type { Scope, ScopeKind } from "../archive/scopes.ts";
import { listTranslations } from "../archive/translations.ts";
import type { Article } from "../article/article.ts";
import type { Front } from "../article/front.ts";
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
import { openEyes, openMediaUses, type Seen } from "./media-uses.ts";
import type { Letters, Newsroom } from "./newsroom.ts";
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
    /** What cards are drawn with. */
    readonly letters?: () => Letters | undefined;
  },
): Newsroom {
  const { masthead } = data;
  const { now, feeds } = edition;
  const letters = once(edition.letters ?? (() => undefined));
  const kinds = new Set(edition.kinds.map(({ name }) => name));
  const seen = openEyes(now);
  const useOf = openMediaUses(archive, data, seen);
  const find = (file: string) => {
    const record = archive.articles.find([file]);
    return record?.isPublic ? seen(record.article) : undefined;
  };
  const killed = once(() => listKilled(archive, now));
  const relations = openRelations(archive);
  const shared = {
    now,
    feeds,
    letters,
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
    media: (src: string) => {
      const { hash, fault } = archive.media.find([src]) ?? {};
      return fault === undefined && useOf(src) !== "hidden" ? hash : undefined;
    },
    raster: (src: string) => {
      const { hash, width, height, pixels } = archive.media.find([decodedPath(src)]) ?? {};
      return hash && width && height && pixels ? { hash, width, height, ...pixels } : undefined;
    },
    isBroken: (src: string) => archive.media.find([decodedPath(src)])?.fault !== undefined,
    showing: function* (src: string) {
      for (const [key] of archive.mentions.under([pictureName(src)])) {
        const article = find(String(key[1]));
        if (article && mediaOf(article).includes(src)) yield article;
      }
    },
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
