import type { Archive } from "../archive/archive.ts";
import { answererOf } from "../archive/claims.ts";
import { findNewestChange, listMonths, listNewest, listSlugs } from "../archive/order.ts";
import { pictureName } from "../archive/receive.ts";
import { resolve } from "../archive/references.ts";
import type { Article } from "../article/article.ts";
import type { Contributor, Masthead, Section } from "../article/masthead.ts";
import type { Words } from "../article/words.ts";
import { decodedPath, localPath, urlUnder } from "../kit/url.ts";
import type { Newsroom } from "./newsroom.ts";

/** Who prints, as the site's data says. */
export type SiteData = {
  readonly masthead: Masthead;
  /** Undefined without a sections.json: then each section that a public article names is known. */
  readonly sections: readonly Section[] | undefined;
  /** Undefined without a contributors.json. */
  readonly contributors: ReadonlyMap<string, Contributor> | undefined;
  /** The interface in the masthead's language. */
  readonly words: Words;
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
  const find = (file: string) => {
    const record = archive.articles.find([file]);
    return record?.isPublic ? record.article : undefined;
  };
  return {
    masthead,
    sections: data.sections ?? listSlugs(archive, "section").map(sectionNamed),
    contributors: data.contributors ?? new Map(),
    words: data.words,
    ...edition,
    latest: (query) => [...listNewest(archive, query)],
    since: (moment) => listSince(archive, moment),
    changedIn: (month) => findNewestChange(archive, month),
    months: (scope) => listMonths(archive, scope),
    slugs: (kind) => listSlugs(archive, kind),
    find,
    resolve: (reference) => {
      const resolved = resolve(archive, localPath(reference, masthead.url));
      return "found" in resolved ? resolved.found : undefined;
    },
    answerer: (path) => find(answererOf(archive, path) ?? ""),
    media: (src) =>
      shownElsewhere.has(src) || isShown(archive, src) ? archive.media.find([src])?.hash : undefined,
    size: (src) => {
      const { width, height } = archive.media.find([decodedPath(src)]) ?? {};
      return width && height ? { width, height } : undefined;
    },
    bytes: (src) => {
      const record = archive.media.find([decodedPath(src)]);
      return record?.width ? undefined : record?.size;
    },
    absolute: (path) => urlUnder(path, masthead.url),
  };
}

/** A section that no sections.json describes: `local-politics` is called Local politics. */
function sectionNamed(slug: string): Section {
  const words = slug.replaceAll("-", " ");
  return { slug, name: words.charAt(0).toUpperCase() + words.slice(1) };
}

function listSince(archive: Archive, moment: number): Article[] {
  const articles: Article[] = [];
  for (const article of listNewest(archive, {})) {
    if (Date.parse(article.publishedAt) < moment) break;
    articles.push(article);
  }
  return articles;
}

/** Whether a picture may be copied: a public article shows it, or no article does. */
function isShown(archive: Archive, src: string): boolean {
  let isMentioned = false;
  for (const [key] of archive.mentions.under([pictureName(src)])) {
    if (archive.articles.find([String(key[1])])?.isPublic) return true;
    isMentioned = true;
  }
  return !isMentioned;
}
