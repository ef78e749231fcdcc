import { listNewest, listSlugs } from "../archive/order.ts";
import { tell } from "../article/rules.ts";
import { compareText } from "../kit/compare-text.ts";
import { hashOf } from "../kit/hash.ts";
import { nearestName } from "../kit/nearest.ts";
import type { Problem } from "../kit/problem.ts";
import { localesOf } from "./data-faults.ts";
import { placeOf, type Telling } from "./tellings.ts";

/**
 * Names in bylines that contributors.json does not know, each once, where it was used last. Looks again only at those
 * whose articles came, went or changed, and at all where contributors.json or the rules did; keeps what it found, so it
 * is to run in a transaction.
 */
export function listStrangers(telling: Telling, rulesHash: string): Problem[] {
  const { archive, data } = telling;
  const known = hashOf([rulesHash, data.contributors && [...data.contributors.keys()]]);
  if (archive.described.find(["contributors"]) !== known) {
    archive.described.put(["contributors"], known);
    for (const locale of localesOf(telling.data))
      for (const slug of listSlugs(archive, "contributor", locale)) archive.strangers.put([slug], null);
  }
  return Array.from(archive.strangers.from([])).flatMap(([key, kept]) => {
    if (kept) return [kept];
    const note = findNote(String(key[0]), telling);
    if (note) archive.strangers.put(key, note);
    else archive.strangers.remove(key);
    return note ?? [];
  });
}

/** What is to be told of a contributor, if anything. */
function findNote(slug: string, telling: Telling): Problem | undefined {
  const { archive, data, folder } = telling;
  const { contributors } = data;
  if (!contributors || contributors.has(slug)) return undefined;
  const [article] = localesOf(telling.data)
    .flatMap((locale) => [...listNewest(archive, { contributor: slug, locale, limit: 1 })])
    .sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt) || compareText(a.url, b.url));
  const credit = article?.byline.find((candidate) => candidate.slug === slug);
  if (!article || !credit || credit.role === "agency") return undefined;
  const near = nearestName(slug, contributors.keys());
  const advice = near
    ? `Did you mean ${near}?`
    : `Add "${slug}": { "name": "${credit.name}" } to contributors.json.`;
  return tell("contributor-unknown", placeOf(folder, article.file), { name: credit.name, advice });
}
