/**
 * Where the lines of one list stand in a former one. Both are long and nearly the same, so only what lies between their
 * common beginning and their common end is looked up by name.
 */
export type Matching = {
  /** How many lines the two share at their beginning, and how many after that at their end. */
  readonly first: number;
  readonly last: number;
  /** Place in the former list of the line at a place of the present one; undefined where it is new. */
  readonly placeOf: (at: number) => number | undefined;
  /** Lines of the former list that the present one does not have. */
  readonly gone: readonly string[];
};

/** Matches two lists of lines, of which none stands twice in one. */
export function matchLines(former: readonly string[], present: readonly string[]): Matching {
  const shorter = Math.min(former.length, present.length);
  const moved = former.length - present.length;
  let first = 0;
  while (first < shorter && former[first] === present[first]) first++;
  let last = 0;
  while (last < shorter - first && former.at(-1 - last) === present.at(-1 - last)) last++;
  const between = former.slice(first, former.length - last);
  const places = new Map(between.map((line, at) => [line, first + at]));
  const kept = new Set(present.slice(first, present.length - last));
  return {
    first,
    last,
    placeOf: (at) => {
      if (at < first) return at;
      return at >= present.length - last ? at + moved : places.get(present[at] ?? "");
    },
    gone: between.filter((line) => !kept.has(line)),
  };
}
