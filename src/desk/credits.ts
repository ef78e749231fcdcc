import type { Credit, Topic } from "../article/article.ts";
import { mostListed } from "../article/field-shapes.ts";
import type { FieldValues } from "../article/fields.ts";
import { present } from "../kit/record.ts";
import { nameOfSlug } from "../kit/slug.ts";
import { type Judging, tellShape } from "./judging.ts";
import { isShort, longestSlug, recallSlug } from "./slugs.ts";

/** The names in a byline, in order, each once in a role. An id stands for the name until contributors.json gives it. */
export function parseByline(judging: Judging, { byline }: FieldValues): readonly Credit[] {
  const credits = new Map<string, Credit>();
  for (const [position, written] of listOf(byline).entries()) {
    const path = Array.isArray(byline) ? ([position] as const) : [];
    const { id, name, role = "by", organisation } = typeof written === "string" ? { name: written } : written;
    const slug = recallSlug(id ?? name ?? "");
    if (!slug) {
      const wanted = name === undefined && id === undefined ? "a name or an id" : "a name with letters";
      tellShape(judging, ["byline", ...path], id ?? name ?? "", wanted);
      continue;
    }
    if (!isShort(slug)) {
      tellShape(judging, ["byline", ...path], id ?? name ?? "", `a name of at most ${longestSlug} letters`);
      continue;
    }
    const credit = present({ slug, name: name ?? id ?? slug, role, organisation });
    if (!credits.has(`${slug} ${role}`)) credits.set(`${slug} ${role}`, credit);
  }
  return [...credits.values()];
}

/** Topics in order, each once. A single text may name several, with commas. */
export function parseTopics(judging: Judging, { topics }: FieldValues): readonly Topic[] {
  const names = typeof topics === "string" ? topics.split(",").map((name) => name.trim()) : (topics ?? []);
  if (names.length > mostListed) tellShape(judging, ["topics"], "", `a list of ${mostListed} at most`);
  const found = new Map<string, Topic>();
  for (const [position, name] of names.slice(0, mostListed).entries()) {
    if (!name) continue;
    const written = recallSlug(name);
    const slug = judging.context.merged.get(written) ?? written;
    const at = ["topics", ...(typeof topics === "string" ? [] : [position])] as const;
    if (!slug) tellShape(judging, at, name, "a topic with letters");
    else if (!isShort(slug)) tellShape(judging, at, name, `a topic of at most ${longestSlug} letters`);
    else if (!found.has(slug)) found.set(slug, { slug, name: slug === written ? name : nameOfSlug(slug) });
  }
  return [...found.values()];
}

/** One, many or none, as a list. */
export function listOf<One>(value: One | readonly One[] | undefined): readonly One[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as One];
}
