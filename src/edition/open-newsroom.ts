import type { Archive } from "../archive/archive.ts";
import { answererOf } from "../archive/claims.ts";
import {
  countOf,
  findNeighbours,
  findNewestChange,
  listMonths,
  listNewest,
  listParts,
  listSlugs,
  type Query,
  type Scope,
  type ScopeKind,
} from "../archive/order.ts";
import { pictureName, picturesOf } from "../archive/receive.ts";
import { resolve } from "../archive/references.ts";
import { listTranslations } from "../archive/translations.ts";
import type { Article } from "../article/article.ts";
import { asOf } from "../article/live.ts";
import {
  type Contributor,
  inLocale,
  type Masthead,
  type Section,
  type Subject,
} from "../article/masthead.ts";
import { english, type Words } from "../article/words.ts";
import { present } from "../kit/record.ts";
import { nameOfSlug } from "../kit/slug.ts";
import { decodedPath, localPath, urlUnder } from "../kit/url.ts";
import type { Newsroom } from "./newsroom.ts";

/** Who prints, as the site's data says. */
export type SiteData = {
  readonly masthead: Masthead;
  /** Undefined without a sections.json: then each section that a public article names is known. */
  readonly sections: readonly Section[] | undefined;
  /** Undefined without a contributors.json. */
  readonly contributors: ReadonlyMap<string, Contributor> | undefined;
  readonly topics: ReadonlyMap<string, Subject>;
  readonly series: ReadonlyMap<string, Subject>;
  /** The interface in each of the paper's languages, by its key; the masthead's own is empty. */
  readonly words: ReadonlyMap<string, Words>;
};

/** The public articles of an archive, as page kinds see them at one moment (milliseconds). */
export function openNewsroom(
  archive: Archive,
  data: SiteData,
  edition: { readonly now: number; readonly feeds: "full" | "standfirst" },
): Newsroom {
  const { masthead } = data;
  const portraits = [...(data.contributors?.values() ?? [])].map(({ portrait }) => portrait);
  const shownElsewhere = new Set([masthead.logo, ...portraits].map((src) => decodedPath(src ?? "")));
  const seen = openEyes(edition.now);
  const find = (file: string) => {
    const record = archive.articles.find([file]);
    return record?.isPublic ? seen(record.article) : undefined;
  };
  const shared = {
    ...edition,
    locales: ["", ...masthead.languages.map(({ key }) => key)],
    find,
    resolve: (reference: string) => {
      const resolved = resolve(archive, localPath(reference, masthead.url));
      return "found" in resolved ? seen(resolved.found) : undefined;
    },
    answerer: (path: string) => find(answererOf(archive, path) ?? ""),
    translations: (article: Article) => listTranslations(archive, article).map(seen),
    neighbours: (article: Article) => {
      const { previous, next } = findNeighbours(archive, article);
      return present({ previous: previous && seen(previous), next: next && seen(next) });
    },
    media: (src: string) =>
      shownElsewhere.has(src) || isShown(archive, src, seen) ? archive.media.find([src])?.hash : undefined,
    size: (src: string) => {
      const { width, height } = archive.media.find([decodedPath(src)]) ?? {};
      return width && height ? { width, height } : undefined;
    },
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

/** What a newsroom says and lists in one of the paper's languages. */
function inLanguage(archive: Archive, data: SiteData, key: string, seen: Seen) {
  const { masthead } = data;
  // A paper of one language has all its articles in it.
  const locale = masthead.languages.length === 0 ? {} : { locale: key };
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
    words: data.words.get(key) ?? english,
    latest: (query: Query) => Array.from(listNewest(archive, { ...query, ...locale }), seen),
    parts: (series: string) => Array.from(listParts(archive, series, key), seen),
    since: (moment: number) => listSince(archive, moment, locale).map(seen),
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

/** Whether a picture may be copied: a public article shows it, or no article does. One of an update that is not public yet may not. */
function isShown(archive: Archive, src: string, seen: Seen): boolean {
  let isMentioned = false;
  for (const [key] of archive.mentions.under([pictureName(src)])) {
    const { isPublic, article } = archive.articles.find([String(key[1])]) ?? {};
    if (isPublic && article && (!article.live || picturesOf(seen(article)).includes(src))) return true;
    isMentioned = true;
  }
  return !isMentioned;
}
