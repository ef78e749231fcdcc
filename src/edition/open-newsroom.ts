import type { Archive } from "../archive/archive.ts";
import { answererOf } from "../archive/claims.ts";
import { findNewestChange, listMonths, listNewest, listSlugs } from "../archive/order.ts";
import { creditName, pictureName } from "../archive/receive.ts";
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
  const mayCopy = openShowing(archive, data);
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
    media: (src) => (mayCopy(src) ? archive.media.find([src])?.hash : undefined),
    size: (src) => {
      const { width, height } = archive.media.find([decodedPath(src)]) ?? {};
      return width && height ? { width, height } : undefined;
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

/**
 * Whether a picture may be copied: the logo; what a public article shows, or no article does; the portrait of somebody
 * whom a public article credits, or no article does.
 */
function openShowing(archive: Archive, { masthead, contributors }: SiteData): (src: string) => boolean {
  const portraits = new Map<string, string[]>();
  for (const { slug, portrait } of contributors?.values() ?? []) {
    const src = decodedPath(portrait ?? "");
    portraits.set(src, [...(portraits.get(src) ?? []), slug]);
  }
  const logo = decodedPath(masthead.logo ?? "");
  return (src) => {
    const picture = findUse(archive, pictureName(src));
    const faces = portraits.get(src)?.map((slug) => findUse(archive, creditName(slug)));
    if (src === logo || picture === "public") return true;
    return faces ? faces.some((use) => use !== "hidden") : picture === "none";
  };
}

/** Who mentions a name: a public article, only articles that are not, or none. */
function findUse(archive: Archive, name: string): "public" | "hidden" | "none" {
  let use: "hidden" | "none" = "none";
  for (const [key] of archive.mentions.under([name])) {
    if (archive.articles.find([String(key[1])])?.isPublic) return "public";
    use = "hidden";
  }
  return use;
}
