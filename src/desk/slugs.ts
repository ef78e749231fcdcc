import { slugOf } from "../kit/slug.ts";

const clean = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const recalled = new Map<string, string>();

/** The text as part of a URL, without the cost of making one of what is one already. */
export function findSlug(text: string): string {
  return clean.test(text) ? text : slugOf(text);
}

/** The same for names that thousands of articles share: topics and people. */
export function recallSlug(name: string): string {
  const slug = recalled.get(name) ?? findSlug(name);
  recalled.set(name, slug);
  return slug;
}

/** Bytes of UTF-8 that a slug may have: file systems stop at 255 for a name, and percent-encoded URLs grow threefold. */
export const longestSlug = 180;

/** Whether a slug may be a folder's name. */
export function isShort(slug: string): boolean {
  return slug.length <= longestSlug && Buffer.byteLength(slug) <= longestSlug;
}
