import type { Place } from "../kit/problem.ts";

/** Turns offsets in a text into places in its file, of which the text's first line is the line `first`. */
export function placesIn(file: string, text: string, first: number): (offset: number) => Place {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= listLineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: first + low, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function listLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
