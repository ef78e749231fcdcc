import type { Article, Correction } from "../article/article.ts";
import type { Words } from "../article/words.ts";

/** A correction as its story shows it; `id` is its anchor. */
export type LabelledCorrection = Correction & { readonly label: string; readonly id: string };

/** An article's corrections, newest first: retractions stand above the story, the others under it. */
export function sortCorrections(
  { corrections }: Article,
  words: Words,
): {
  readonly retractions: readonly LabelledCorrection[];
  readonly corrections: readonly LabelledCorrection[];
} {
  const all = corrections
    .map((correction, index) => ({
      ...correction,
      label: words[correction.kind],
      id: correctionId(corrections, index),
    }))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return {
    retractions: all.filter(({ kind }) => kind === "retraction"),
    corrections: all.filter(({ kind }) => kind !== "retraction"),
  };
}

/** Anchor of a correction on its story's page: by its moment, so that another one does not move it. No heading has an id with an underscore. */
export function correctionId(corrections: readonly Correction[], index: number): string {
  const moment = (correction: Correction | undefined) => correction?.at.replace(/\D/g, "").slice(0, 12) ?? "";
  const own = moment(corrections[index]);
  const same = corrections.slice(0, index).filter((correction) => moment(correction) === own).length;
  return `correction_${own}${same === 0 ? "" : `_${same + 1}`}`;
}
