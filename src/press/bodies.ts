import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BodyPrinter, type BodyRules, renderBody, renderDraft } from "../article/body.ts";
import { bodyOf } from "../desk/desk.ts";
import type { Body } from "../edition/page.ts";
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
};

/** What bodies are printed into. */
export type SiteAround = {
  readonly url: string;
  readonly mount: string;
  readonly publications: PrintEdition["publications"];
};

/** `folder`: the articles' folder on disk. `mount`: path that the site begins with, `/` at both ends. `drafts`: bodies that were read already. */
export function openBodies(
  folder: string,
  rules: BodyRules,
  partials: Partials,
  site: SiteAround,
  drafts?: Drafts,
): Bodies {
  const scripts = mountAll(ownSite(site).scripts, site.mount);
  const print = (body: Body, medium: BodyPrinter["medium"], href: (path: string) => string) => {
    const publication = site.publications.get(body.locale ?? "") ?? ownSite(site);
    const printer: BodyPrinter = {
      partial: partials.render,
      href,
      mention: (reference) => body.mentions[localPath(reference, site.url)] ?? null,
      size: (src) => body.sizes[src],
      bytes: (src) => body.bytes[src],
      publication,
      words: publication.words,
      language: body.language,
      medium,
      scripts,
    };
    const draft = drafts?.find(body);
    return draft ? renderDraft(draft, rules, printer) : renderBody(readCopy(folder, body), rules, printer);
  };
  return {
    forPage: (body) => print(body, "page", (path) => hrefOf(path, site.mount)),
    forText: (body) => print(body, "text", (path) => hrefOf(path, site.mount)),
    forFeed: (body) => print(body, "feed", (path) => absoluteFrom(path, body, site.url)),
  };
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

/** Paths as addresses, by name. */
export function mountAll(
  paths: Readonly<Record<string, string>>,
  mount: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, hrefOf(path, mount)]));
}

function readCopy(folder: string, { file, copyHash }: Body) {
  const bytes = readFileSync(join(folder, file));
  if (blobId(bytes) !== copyHash) {
    throw new Error(`${file} was changed while the edition was being printed. Build again.`);
  }
  return bodyOf(file, bytes);
}
