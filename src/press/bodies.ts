import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BodyPrinter, type BodyRules, renderBody, renderDraft } from "../article/body.ts";
import type { Words } from "../article/words.ts";
import { bodyOf } from "../desk/desk.ts";
import type { Body } from "../edition/page.ts";
import { blobId } from "../kit/hash.ts";
import { isInternal, localPath, safeUrl, urlUnder } from "../kit/url.ts";
import type { Drafts } from "./drafts.ts";
import type { Partials } from "./partials.ts";

/** Prints bodies from the copy on disk. */
export type Bodies = {
  /** As HTML for a page: paths of this site begin with the site's mount. */
  readonly forPage: (body: Body) => string;
  /** As HTML for a feed: every address is absolute. */
  readonly forFeed: (body: Body) => string;
};

/** What bodies are printed into. `scripts`: paths from the site's root, by name. */
export type SiteAround = {
  readonly url: string;
  readonly mount: string;
  readonly words: Words;
  readonly scripts: Readonly<Record<string, string>>;
};

/** `folder`: the articles' folder on disk. `mount`: path that the site begins with, `/` at both ends. `drafts`: bodies that were read already. */
export function openBodies(
  folder: string,
  rules: BodyRules,
  partials: Partials,
  site: SiteAround,
  drafts?: Drafts,
): Bodies {
  const scripts = mountAll(site.scripts, site.mount);
  const print = (body: Body, medium: BodyPrinter["medium"], href: (path: string) => string) => {
    const printer: BodyPrinter = {
      partial: partials.render,
      href,
      mention: (reference) => body.mentions[localPath(reference, site.url)] ?? null,
      size: (src) => body.sizes[src],
      bytes: (src) => body.bytes[src],
      words: site.words,
      language: body.language,
      medium,
      scripts,
    };
    const draft = drafts?.find(body);
    return draft ? renderDraft(draft, rules, printer) : renderBody(readCopy(folder, body), rules, printer);
  };
  return {
    forPage: (body) => print(body, "page", (path) => hrefOf(path, site.mount)),
    forFeed: (body) =>
      print(body, "feed", (path) => (path.startsWith("#") ? path : urlUnder(path, site.url))),
  };
}

/** A path of this site as an address: behind the mount. Anchors, queries and addresses elsewhere stay as they are. */
export function hrefOf(path: string, mount: string): string {
  const safe = safeUrl(path) ?? "";
  return isInternal(safe) && safe.startsWith("/") ? mount + safe.slice(1) : safe;
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
