/** A stretch of a line that is read one way. */
export type Run = { readonly text: string; readonly direction: "ltr" | "rtl" };

const strong = {
  rtl: /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u,
  ltr: /\p{L}/u,
};

/**
 * A line's runs in the order in which they stand, from left to right: what the Unicode Bidirectional Algorithm (UAX 9)
 * comes to for a headline, which has no levels within levels. Numbers go from left to right; what is neither stands with
 * its neighbours where these agree, else with the line.
 */
export function listRuns(line: string, base: "ltr" | "rtl"): Run[] {
  const letters = Array.from(line);
  const given = letters.map(directionOf);
  const around = (at: number, step: number) => {
    for (let next = at + step; next >= 0 && next < given.length; next += step)
      if (given[next]) return given[next];
    return base;
  };
  const runs: { text: string; direction: "ltr" | "rtl" }[] = [];
  for (const [at, letter] of letters.entries()) {
    const [before, after] = [around(at, -1), around(at, 1)];
    const direction = given[at] ?? (before === after ? before : base) ?? base;
    const last = runs.at(-1);
    if (last?.direction === direction) last.text += letter;
    else runs.push({ text: letter, direction });
  }
  return base === "rtl" ? runs.reverse() : runs;
}

function directionOf(letter: string): "ltr" | "rtl" | undefined {
  if (strong.rtl.test(letter)) return "rtl";
  return strong.ltr.test(letter) || /\p{Nd}/u.test(letter) ? "ltr" : undefined;
}
