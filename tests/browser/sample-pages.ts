import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** An HTML page of the sample newsroom. */
export type SamplePage = {
  /** Its path from the site's root: `/news/`. */
  readonly path: string;
  readonly file: string;
  /** What kind of page it is: `section-front`; `own-page` where the site has written it itself. */
  readonly kind: string;
  /** As `<html>` says: `en-IE`, `rtl`. */
  readonly language: string;
  readonly direction: string;
  /** A story's genre. */
  readonly genre: string | undefined;
  /** Bytes of HTML. */
  readonly size: number;
};

/** The HTML pages of an output, by path in order. `templates`: by a page's path, what printed it. */
export function listSamplePages(folder: string, templates: Readonly<Record<string, string>>): SamplePage[] {
  return Object.entries(templates)
    .map(([path, template]) => ({ path, template, file: join(folder, path.replace(/\/$/, "/index.html")) }))
    .filter(({ file }) => file.endsWith(".html") && existsSync(file))
    .map(({ path, template, file }) => describe(path, template, file))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function describe(path: string, template: string, file: string): SamplePage {
  const html = readFileSync(file, "utf8");
  const find = (pattern: RegExp) => pattern.exec(html)?.[1];
  const kind = /(?:^|\/)broadsheet\/([^/]+)\.broadsheet$/.exec(template)?.[1] ?? "own-page";
  return {
    path,
    file,
    kind,
    language: find(/<html[^>]* lang="([^"]*)"/) ?? "",
    direction: find(/<html[^>]* dir="([^"]*)"/) ?? "ltr",
    genre: kind === "article-page" ? find(/<body[^>]* class="[^"]*\bgenre-([\w-]+)/) : undefined,
    size: Buffer.byteLength(html),
  };
}

/**
 * The page with the most HTML of each kind and language; of stories, of each genre. In `languages` alone, where they are
 * given: by the first letters, `en` is `en-IE` too. No redirect: it is left at once.
 */
export function choosePages(pages: readonly SamplePage[], languages?: readonly string[]): SamplePage[] {
  const chosen = new Map<string, SamplePage>();
  for (const page of pages) {
    const [language = ""] = page.language.split("-");
    if (page.kind === "redirect" || (languages && !languages.includes(language))) continue;
    const key = [page.kind, language, page.genre].join(" ");
    if (page.size > (chosen.get(key)?.size ?? 0)) chosen.set(key, page);
  }
  return [...chosen.values()];
}
