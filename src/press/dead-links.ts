import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Archive } from "../archive/archive.ts";
import { answererOf } from "../archive/claims.ts";
import { nameOf } from "../archive/references.ts";
import type { Article, Reference } from "../article/article.ts";
import { asOf } from "../article/live.ts";
import { tell } from "../article/rules.ts";
import { escapeHtml } from "../kit/html.ts";
import type { Problem } from "../kit/problem.ts";
import { isInternal, pathFrom } from "../kit/url.ts";
import { filePath } from "./printed-file.ts";
import { tellMissing } from "./tellings.ts";

/** What the links of an edition are looked up in, once it is printed. */
export type LinkCheck = {
  readonly archive: Archive;
  /** The output folder, with everything in it: also what Eleventy printed and copied of the site's own. */
  readonly output: string;
  /** The moment that was printed for, in milliseconds. */
  readonly now: number;
  /** URLs of pages that this edition removed. */
  readonly removed: readonly string[];
};

/**
 * Looks at the links of the articles that changed, of those that link to what changed or went, and of those with a
 * dead link before. To run in a transaction. Gives every dead link that stands.
 */
export function checkLinks(check: LinkCheck): Problem[] {
  const { archive, removed } = check;
  const files = new Set<string>();
  for (const table of [archive.unchecked, archive.dead])
    for (const [key] of table.from([])) files.add(String(key[0]));
  for (const url of removed)
    for (const [key] of archive.mentions.under([nameOf(url)])) files.add(String(key[1]));
  const found = [...files].flatMap((file) => {
    const record = archive.articles.find([file]);
    const problems = record?.isPublic ? deadIn(asOf(record.article, check.now), check) : [];
    if (problems.length > 0) archive.dead.put([file], problems);
    else archive.dead.remove([file]);
    return problems;
  });
  archive.unchecked.clear();
  return found;
}

/** The pages that the masthead names and that are not there: no file, or none with such an anchor. */
export function checkMasthead(links: readonly Reference[], check: LinkCheck): Problem[] {
  return links.flatMap((link) => {
    const [path = "", anchor = ""] = link.to.replace(/\?[^#]*/, "").split("#");
    const file = findFile(pathFrom(path, "/"), check);
    const isThere =
      file !== undefined && (anchor === "" || hasAnchor(readFileSync(file, "utf8"), decode(anchor)));
    const advice = "Write the path of a page that is there, or remove it.";
    return isThere ? [] : [tell("link-dead", link, { url: link.to, advice })];
  });
}

function hasAnchor(html: string, anchor: string): boolean {
  return Array.from(html.matchAll(/\sid=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g)).some(
    ([, double, single, bare]) => (double ?? single ?? bare) === escapeHtml(anchor),
  );
}

function deadIn(article: Article, check: LinkCheck): Problem[] {
  const pictures = article.media.filter(({ to }) => !pathFrom(to, article.url).startsWith("/media/"));
  return [
    ...article.links.filter((link) => isInternal(link.to)).flatMap((link) => faultOf(link, article, check)),
    ...pictures
      .filter(({ to }) => !isFile(pathFrom(to, article.url), check))
      .map((picture) => tellMissing(picture, check.archive)),
  ];
}

function faultOf(link: Reference, article: Article, check: LinkCheck): Problem[] {
  const [path = "", anchor = ""] = link.to.replace(/\?[^#]*/, "").split("#");
  const target = path === "" ? article : findArticle(pathFrom(path, article.url), check);
  if (!target && !isFile(pathFrom(path, article.url), check)) {
    return [
      tell("link-dead", link, {
        url: link.to,
        advice: "Write the path of a page that is there, or remove the link.",
      }),
    ];
  }
  const anchors = target?.anchors ?? [];
  if (!target || anchor === "" || isThemeAnchor(anchor) || anchors.includes(decode(anchor))) return [];
  const advice =
    anchors.length > 0
      ? `Its headings are ${anchors.map((id) => `#${id}`).join(", ")}.`
      : "It has no headings.";
  return [tell("link-dead", link, { url: link.to, advice })];
}

function findArticle(path: string, { archive }: LinkCheck): Article | undefined {
  const file = answererOf(archive, path.endsWith("/") ? path : `${path}/`);
  return file === undefined ? undefined : archive.articles.find([file])?.article;
}

function isFile(path: string, check: LinkCheck): boolean {
  return findFile(path, check) !== undefined;
}

/** The file of the output that answers at a path. */
function findFile(path: string, { output }: LinkCheck): string | undefined {
  return [filePath(path), filePath(`${path}/`)]
    .map((candidate) => join(output, candidate))
    .find((file) => existsSync(file) && statSync(file).isFile());
}

/** Ids that the theme gives begin so; text fragments (`#:~:text=`) are the browser's. */
function isThemeAnchor(anchor: string): boolean {
  return /^(?:page_|correction_|update-|:~:)/.test(anchor);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
