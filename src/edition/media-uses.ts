import type { Archive } from "../archive/archive.ts";
import { creditName, mediaOf, pictureName } from "../archive/receive.ts";
import type { Article } from "../article/article.ts";
import { asOf } from "../article/live.ts";
import { listMarks } from "../article/masthead.ts";
import { decodedPath, localPath } from "../kit/url.ts";
import type { SiteData } from "./open-newsroom.ts";

/** An article as readers see it at the edition's moment. */
export type Seen = (article: Article) => Article;

/** Remembers what it looked at: a live blog is looked at for every page that shows it. */
export function openEyes(now: number): Seen {
  const known = new WeakMap<Article, Article>();
  return (article) => {
    if (!article.live) return article;
    const found = known.get(article) ?? asOf(article, now);
    known.set(article, found);
    return found;
  };
}

/** Who needs a file of the media folder: somebody whom readers see, nobody, or only what they do not see yet. */
export type MediaUse = "shown" | "unused" | "hidden";

/**
 * Who needs a file, by its path from the site's root. Shown are the logo and icons, what a public article shows or
 * links, and the portrait of somebody whom one credits or who is credited nowhere. What only an update names that is
 * not public yet is hidden.
 */
export function openMediaUses(
  archive: Archive,
  { masthead, contributors }: Pick<SiteData, "masthead" | "contributors">,
  seen: Seen,
): (src: string) => MediaUse {
  const pathOf = (src = "") => decodedPath(localPath(src, masthead.url));
  const portraits = new Map<string, string[]>();
  for (const { slug, portrait } of contributors?.values() ?? []) {
    const src = pathOf(portrait);
    portraits.set(src, [...(portraits.get(src) ?? []), slug]);
  }
  const marks = new Set(listMarks(masthead).map(({ src }) => pathOf(src)));
  return (src) => {
    if (marks.has(src)) return "shown";
    const use = findUse(archive, pictureName(src), (article) => mediaOf(seen(article)).includes(src));
    const faces = portraits.get(src)?.map((slug) => findUse(archive, creditName(slug)));
    if (use === "shown" || !faces) return use;
    return faces.some((face) => face !== "hidden") ? "shown" : "hidden";
  };
}

/** Who of the articles mentions a name. `shows`: whether a live blog does, as it is now. */
export function findUse(
  archive: Archive,
  name: string,
  shows: (live: Article) => boolean = () => true,
): MediaUse {
  let use: MediaUse = "unused";
  for (const [key] of archive.mentions.under([name])) {
    const { isPublic, article } = archive.articles.find([String(key[1])]) ?? {};
    if (isPublic && article && (!article.live || shows(article))) return "shown";
    use = "hidden";
  }
  return use;
}
