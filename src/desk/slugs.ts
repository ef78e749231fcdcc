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
