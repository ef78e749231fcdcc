import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { attribute, type Element, elementsOf, hasClass, listElements } from "./page-tree.ts";

/** A page of an output: its path below it, its text and its elements. */
export type Page = { readonly path: string; readonly html: string; readonly elements: readonly Element[] };

/** An address of the site's own that leads nowhere: no file, or no such anchor in it. */
export type DeadLink = {
  readonly page: string;
  /** As the page has it. */
  readonly url: string;
  /** Whether it stands in a body, where copy may have put it. */
  readonly isInBody: boolean;
  /** Whether it is a picture's. */
  readonly isPicture: boolean;
};

/** Every HTML page of an output. */
export function readPages(output: string): Page[] {
  const names = readdirSync(output, { recursive: true, encoding: "utf8" }).sort();
  return names
    .filter((name) => name.endsWith(".html") && statSync(join(output, name)).isFile())
    .map((path) => {
      const html = readFileSync(join(output, path), "utf8");
      return { path, html, elements: elementsOf(html) };
    });
}

/** The site's own addresses in its pages that lead nowhere. `siteUrl` as the masthead has it, with its mount. */
export function listDeadLinks(output: string, pages: readonly Page[], siteUrl: string): DeadLink[] {
  const ids = new Map(
    pages.map(({ path, elements }) => [
      path,
      new Set(elements.flatMap((element) => attribute(element, "id") ?? [])),
    ]),
  );
  const isThere = (url: URL): boolean => {
    if (!url.pathname.startsWith(new URL(siteUrl).pathname)) return false;
    const path = decodeURIComponent(url.pathname.slice(new URL(siteUrl).pathname.length));
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    if (!existsSync(join(output, file)) || !statSync(join(output, file)).isFile()) return false;
    const anchor = decodeURIComponent(url.hash.slice(1));
    return anchor === "" || (ids.get(file)?.has(anchor) ?? false);
  };
  return pages.flatMap(({ path, elements }) => {
    const here = new URL(path.replace(/index\.html$/, ""), siteUrl);
    const bodies = elements.filter((element) => hasClass(element, "article-body")).flatMap(listElements);
    const inBody = new Set(bodies);
    return elements.flatMap((element) =>
      addressesOf(element).flatMap((url) => {
        const target = new URL(url, here);
        if (target.origin !== here.origin || isThere(target)) return [];
        const isPicture = element.tagName === "img" || attribute(element, "property") === "og:image";
        return [{ page: path, url, isInBody: inBody.has(element), isPicture }];
      }),
    );
  });
}

function addressesOf(element: Element): string[] {
  const property = attribute(element, "property");
  const named = ["href", "src", "poster"].flatMap((name) => attribute(element, name) ?? []);
  const sources = (attribute(element, "srcset") ?? "")
    .split(",")
    .flatMap((part) => part.trim().split(/\s+/)[0] || []);
  const meta = property === "og:url" || property === "og:image" ? (attribute(element, "content") ?? []) : [];
  const refresh = /url=(.*)$/.exec(
    attribute(element, "http-equiv") === "refresh" ? (attribute(element, "content") ?? "") : "",
  );
  return [...named, ...sources, ...[meta].flat(), ...(refresh?.[1] ? [refresh[1]] : [])].filter(
    (url) => !/^(mailto|tel):/.test(url),
  );
}
