import type { Archive } from "../archive/archive.ts";
import { fileKey } from "../kit/slug.ts";
import { idText, type PageId } from "./page.ts";

/** Two pages that would be one file, or one a file where the other needs a folder. `page` is the one to give way. */
export type PageClash = { readonly url: string; readonly page: PageId; readonly other: PageId };

type LocatedPage = PageId & { readonly url: string };

/** Clashes of pages that are to be printed, with each other and with those that stay. `leaving`: pages that go. */
export function findClashes(
  archive: Archive,
  print: readonly LocatedPage[],
  leaving: readonly PageId[],
): PageClash[] {
  const moves = new Set([...leaving, ...print].map(idText));
  const planned = new Map<string, LocatedPage>();
  const hasSettled = archive.urls.count() > 0;
  const settled = recalled((file: string): PageId | undefined => {
    if (!hasSettled) return undefined;
    const [kind, key] = archive.urls.find([file]) ?? [];
    const owner = kind === undefined || key === undefined ? undefined : { kind, key };
    return owner && !moves.has(idText(owner)) ? owner : undefined;
  });
  const same = print.flatMap((page) => {
    const file = fileKey(page.url);
    const other = planned.get(file) ?? settled(file);
    planned.set(file, page);
    return other && idText(other) !== idText(page) ? [clashOf(page, other)] : [];
  });
  const inside = print.flatMap((page) =>
    foldersOf(fileKey(page.url)).flatMap((folder) => {
      const other = planned.get(folder) ?? settled(folder);
      return other ? [clashOf(page, other)] : [];
    }),
  );
  return [...same, ...inside, ...listBelow(archive, print, (id) => moves.has(idText(id)))];
}

/** A redirect is what gives way; else the page that came last. */
function clashOf(page: LocatedPage, other: PageId & { readonly url?: string }): PageClash {
  const { url } = page;
  return other.kind === "redirect" && page.kind !== "redirect"
    ? { url, page: other, other: page }
    : { url, page, other };
}

/** Pages in folders that are called as a page that is to be printed. `index.html` is no folder's name. */
function listBelow(
  archive: Archive,
  print: readonly LocatedPage[],
  isMoving: (id: PageId) => boolean,
): PageClash[] {
  return print.flatMap((page) => {
    const file = fileKey(page.url);
    if (file.endsWith("index.html")) return [];
    for (const [[below], [kind, key]] of archive.urls.from([`${file}/`])) {
      if (!String(below).startsWith(`${file}/`)) break;
      if (!isMoving({ kind, key })) return [clashOf(page, { kind, key })];
    }
    return [];
  });
}

/** Every folder above a file: `a` and `a/b` of `a/b/c.html`. */
function foldersOf(file: string): string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

function recalled<Value>(find: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.has(key) ? (known.get(key) as Value) : find(key);
    known.set(key, value);
    return value;
  };
}
