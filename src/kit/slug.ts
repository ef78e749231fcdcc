import slugify from "@sindresorhus/slugify";

/**
 * Text as part of a URL: lower case `a-z0-9-`. Scripts that cannot be transliterated keep their
 * letters and digits, in Unicode form C. Empty where the text has none.
 */
export function slugOf(text: string): string {
  const latin = slugify(text, { decamelize: false });
  if (latin) return latin;
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** Two paths that a disk or a CDN may take for one have the same key: case and Unicode form do not count. */
export function clashKey(path: string): string {
  return path.normalize("NFC").toLowerCase().normalize("NFC");
}

/** Two URLs that are one file, or that a disk may take for one, have the same key: its path below the output. */
export function fileKey(url: string): string {
  const path = clashKey(url).replace(/^\/+/, "");
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** `local-politics` as Local politics: the name of what nothing describes. */
export function nameOfSlug(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
