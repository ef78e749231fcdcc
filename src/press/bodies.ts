import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../article/article.ts";
import {
  type BodyPrinter,
  type BodyRules,
  bodyText,
  type Draft,
  draftBody,
  renderDraft,
  renderParts,
} from "../article/body.ts";
import type { PrintedParts } from "../article/live.ts";
import { bodyOf } from "../desk/desk.ts";
import type { Body } from "../edition/page.ts";
import type { Asset } from "../kit/asset.ts";
import { blobId } from "../kit/hash.ts";
import { isInternal, localPath, safeUrl, urlUnder } from "../kit/url.ts";
import type { Drafts } from "./drafts.ts";
import type { Partials } from "./partials.ts";
import { ownSite, type PrintEdition } from "./print-room.ts";

/** Prints bodies from the copy on disk. */
export type Bodies = {
  /** As HTML for a page: paths of this site begin with the site's mount. */
  readonly forPage: (body: Body) => string;
  /** As HTML without pictures and scripts, blocks as plain text. */
  readonly forText: (body: Body) => string;
  /** As HTML for a feed: every address is absolute. */
  readonly forFeed: (body: Body) => string;
  /** The same of live blogs, part by part; the whole is the introduction of any other article. */
  readonly partsForPage: (body: Body) => PrintedParts;
  /** As the page shows them, but with every address absolute and without scripts, which that page has. */
  readonly partsForUpdates: (body: Body) => PrintedParts;
  /** The words of an article's body; of a live blog, those of its introduction. */
  readonly textOf: (article: Article) => string;
};

/** What bodies are printed into. */
export type SiteAround = {
  readonly url: string;
  readonly mount: string;
  readonly publications: PrintEdition["publications"];
};

/** What differs between the ways in which a body is printed. */
type Way = Pick<BodyPrinter, "medium" | "isPlain" | "href"> & Partial<Pick<BodyPrinter, "scripts">>;

/** `folder`: the articles' folder on disk. `mount`: path that the site begins with, `/` at both ends. `drafts`: bodies that were read already. */
export function openBodies(
  folder: string,
  rules: BodyRules,
  partials: Partials,
  site: SiteAround,
  drafts?: Drafts,
): Bodies {
  const scripts = mountAll(ownSite(site).scripts, site.mount);
  const read = openReader(folder, rules);
  const print = (body: Body, way: Way) => {
    const publication = site.publications.get(body.locale ?? "") ?? ownSite(site);
    const printer: BodyPrinter = {
      partial: partials.render,
      mention: (reference) => body.mentions[localPath(reference, site.url)] ?? null,
      picture: (src) => body.pictures[localPath(src, site.url)],
      bytes: (src) => body.bytes[localPath(src, site.url)],
      publication,
      words: publication.words,
      language: body.language,
      scripts,
      ...way,
    };
    const draft = drafts?.find(body) ?? read(body);
    if (!("parts" in body))
      return { introduction: renderDraft(draft, rules, printer), pinned: "", updates: [] };
    return renderParts(draft, body.parts, rules, printer) ?? tellChanged(body);
  };
  const asPage = { medium: "page", href: (path: string) => hrefOf(path, site.mount) } as const;
  const partsForPage = (body: Body) => print(body, asPage);
  const asFeed = (body: Body) =>
    ({ medium: "feed", href: (path: string) => absoluteFrom(path, body, site.url) }) as const;
  return {
    partsForPage,
    partsForUpdates: (body) => print(body, { ...asFeed(body), medium: "page", scripts: {} }),
    forPage: (body) => joinParts(partsForPage(body)),
    forText: (body) => joinParts(print(body, { ...asPage, isPlain: true })),
    forFeed: (body) => joinParts(print(body, asFeed(body))),
    textOf: ({ file, copyHash, live }) => {
      const bytes = readFileSync(join(folder, file));
      if (blobId(bytes) !== copyHash) tellChanged({ file });
      return bodyText(bodyOf(file, bytes, live !== undefined), rules);
    },
  };
}

/** A live blog as one: the introduction, the pinned update, the others. */
export function joinParts({ introduction, pinned, updates }: PrintedParts): string {
  return [introduction, pinned, ...updates].filter(Boolean).join("\n");
}

/** A path of this site as an address: behind the mount. Anchors, queries and addresses elsewhere stay as they are. */
export function hrefOf(path: string, mount: string): string {
  const safe = safeUrl(path) ?? "";
  return isInternal(safe) && safe.startsWith("/") ? mount + safe.slice(1) : safe;
}

/** An address of this site as absolute URL; what does not begin at its root is relative to the article. */
function absoluteFrom(path: string, { url }: Body, siteUrl: string): string {
  return path.startsWith("/") ? urlUnder(path, siteUrl) : new URL(path, urlUnder(url, siteUrl)).href;
}

/** Files of the theme with addresses in place of paths, by name. */
export function mountAll(
  assets: Readonly<Record<string, Asset>>,
  mount: string,
): Readonly<Record<string, Asset>> {
  return Object.fromEntries(
    Object.entries(assets).map(([name, { url, integrity }]) => [
      name,
      { url: hrefOf(url, mount), integrity },
    ]),
  );
}

/** Reads the copy of bodies. What was read last is kept: a live blog has many pages. */
function openReader(folder: string, rules: BodyRules): (body: Body) => Draft {
  let last: { readonly file: string; readonly hash: string; readonly draft: Draft } | undefined;
  return (body) => {
    const { file } = body;
    const bytes = readFileSync(join(folder, file));
    const hash = blobId(bytes);
    if ("copyHash" in body && hash !== body.copyHash) tellChanged(body);
    if (last?.file === file && last.hash === hash) return last.draft;
    const draft = draftBody(bodyOf(file, bytes, "parts" in body), rules);
    last = { file, hash, draft };
    return draft;
  };
}

function tellChanged({ file }: Pick<Body, "file">): never {
  throw new Error(`${file} was changed while the edition was being printed. Build again.`);
}
