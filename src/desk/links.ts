import type { Picture, Reference } from "../article/article.ts";
import type { FieldValues } from "../article/fields.ts";
import { present } from "../kit/record.ts";
import { isInternal, safeUrl } from "../kit/url.ts";
import { listOf } from "./credits.ts";
import { type FieldPath, type Judging, keyOf, placeOf, tellOf, tellShape } from "./judging.ts";
import { shownText } from "./yaml-value.ts";

/** Bytes in one part of a former URL, and in all of it: file systems end at 255 for a name. */
const longestPart = 200;
const longestAlias = 800;

/** The lead picture, and where its address stands. */
export function parseLead(
  judging: Judging,
  { lead }: FieldValues,
): { readonly lead?: Picture; readonly shown: readonly Reference[] } {
  if (lead === undefined) return { shown: [] };
  const { src: written, alt = "", decorative, ...rest } = typeof lead === "string" ? { src: lead } : lead;
  const at: FieldPath = typeof lead === "string" ? ["lead"] : ["lead", "src"];
  const src = parsePictureSource(written);
  if (src === undefined) {
    tellUnsafe(judging, at, written);
    return { shown: [] };
  }
  if (!alt && !decorative) tellOf(judging, at, "alt-missing", { src });
  const [name, ...path] = at;
  const picture = present({ src, alt: decorative ? "" : alt, ...rest });
  return { lead: picture, shown: [{ ...placeOf(judging, name, path), to: src }] };
}

/**
 * A picture's address: http, https, or a path of this site. One that does not begin with a slash lies below `/media/`,
 * whether it says so or not.
 */
export function parsePictureSource(written: string): string | undefined {
  const src = safeUrl(written);
  if (src === undefined || /^https?:/i.test(src)) return src;
  if (!isSitePath(src)) return undefined;
  return src.startsWith("/") ? src : `/media/${src.replace(/^(?:\.\/)+/, "").replace(/^media\//, "")}`;
}

/** The address where the story first stood: absolute, http or https. */
export function parseCanonicalUrl(judging: Judging, { canonicalUrl }: FieldValues): string | undefined {
  if (canonicalUrl === undefined) return undefined;
  const url = safeUrl(canonicalUrl);
  if (url === undefined) tellUnsafe(judging, ["canonicalUrl"], canonicalUrl);
  else if (!/^https?:/i.test(url))
    tellShape(judging, ["canonicalUrl"], canonicalUrl, "an absolute https:// address");
  else return url;
  return undefined;
}

/** Former URLs as paths from the site's root, each once: of a folder, with a slash at its end, or of an HTML file. */
export function parseAliases(judging: Judging, { aliases }: FieldValues): readonly string[] {
  const paths = new Set<string>();
  for (const [position, written] of listOf(aliases).entries()) {
    const at: FieldPath = Array.isArray(aliases) ? ["aliases", position] : ["aliases"];
    const path = safeUrl(written);
    if (path === undefined) tellUnsafe(judging, at, written);
    else if (!isSitePath(path)) tellShape(judging, at, written, "a path of this site");
    else {
      const alias = parseAlias(path);
      if (alias === undefined) tellShape(judging, at, written, "a path that a page can have");
      else if (alias === "/") tellOf(judging, at, "alias-reserved", { url: alias, owner: "the home front" });
      else paths.add(alias);
    }
  }
  return [...paths];
}

/**
 * The path as that of a file: decoded, as a server does before it looks for one, without empty parts and `index.html`.
 * Undefined where no page can be there: a name too long for a disk, a hidden file, a folder called as a page.
 */
function parseAlias(path: string): string | undefined {
  const parts = decodePath(path)
    .split("/")
    .filter((part) => part !== "" && part !== ".");
  if (parts.at(-1) === "index.html") parts.pop();
  const isHidden = parts.some((part) => part.startsWith(".") || part === "index.html");
  const isLong =
    parts.some((part) => Buffer.byteLength(part) > longestPart) || Buffer.byteLength(path) > longestAlias;
  if (isHidden || isLong) return undefined;
  const isFile = /\.html?$/i.test(parts.at(-1) ?? "");
  return `/${parts.join("/")}${isFile || parts.length === 0 ? "" : "/"}`;
}

/** Percent signs decoded, unless that gives a character that a file's name cannot hold everywhere. */
function decodePath(path: string): string {
  try {
    const decoded = decodeURIComponent(path.replace(/%(?=2f|5c)/gi, "%25"));
    return /[<>:"|?*\\\p{Cc}\p{Cf}]/u.test(decoded) ? path : decoded;
  } catch {
    return path;
  }
}

/** References to other articles with the place of each. */
export function listReferences(
  judging: Judging,
  values: FieldValues,
  name: "related" | "translations",
): readonly Reference[] {
  const value = values[name];
  return listOf(value).map((to, position) => ({
    ...placeOf(judging, name, Array.isArray(value) ? [position] : []),
    to,
  }));
}

/** Whether it is a path that leads to one place below the site's root. */
function isSitePath(path: string): boolean {
  const readable = path.replace(/%2e/gi, ".").replace(/%(?:2f|5c)/gi, "/");
  return isInternal(path) && !/[?#]/.test(path) && !readable.split("/").includes("..");
}

function tellUnsafe(judging: Judging, at: FieldPath, written: string): void {
  const [name, ...path] = at;
  tellOf(judging, at, "url-unsafe", { key: keyOf(judging, name, path), value: shownText(written) });
}
