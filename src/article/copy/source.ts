import type { Place } from "../../kit/problem.ts";
import type { Copy } from "../body.ts";

/** A copy's text, ready to be read: line ends are `\n`, control characters are U+FFFD, each at its own place still. */
export type Source = {
  readonly text: string;
  /** Offset of each line's first character. */
  readonly starts: readonly number[];
  /** Number of the line, from 0, in which an offset lies. */
  readonly lineAt: (offset: number) => number;
  /** Line and column in the file. */
  readonly placeAt: (offset: number) => Place;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no HTML may hold
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

/** The copy's text with its lines counted. */
export function sourceOf(copy: Copy): Source {
  const text = copy.text
    .replace(/\r\n?/g, "\n")
    .replace(unprintable, "\ufffd")
    .replace(/\p{Surrogate}/gu, "\ufffd");
  const starts = listStarts(text);
  const lineAt = (offset: number) => lastAtMost(starts, offset);
  const placeAt = (offset: number) => {
    const line = lineAt(offset);
    return { file: copy.file, line: copy.line + line, column: offset - (starts[line] ?? 0) + 1 };
  };
  return { text, starts, lineAt, placeAt };
}

/**
 * Where in the source the characters of a piece of Markdown's content stand. Content is made of source lines without
 * the marks of lists and quotations before them: each of its lines ends a source line, or lies within one.
 */
export function locate(source: Source, firstLine: number, content: string): (position: number) => number {
  let starts: number[] | undefined;
  const shifts: number[] = [];
  const shiftOf = (line: number, starts: readonly number[]) => {
    const from = starts[line] ?? 0;
    const raw = content.slice(from, (starts[line + 1] ?? content.length + 1) - 1);
    return offsetOfLine(source, firstLine + line, raw) - from;
  };
  return (position) => {
    starts ??= listStarts(content);
    const line = lastAtMost(starts, position);
    const shift = shifts[line] ?? shiftOf(line, starts);
    shifts[line] = shift;
    return Math.min(shift + position, source.text.length);
  };
}

function listStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function offsetOfLine(source: Source, line: number, raw: string): number {
  const start = source.starts[line] ?? source.text.length;
  const whole = source.text.slice(start, (source.starts[line + 1] ?? source.text.length + 1) - 1).trimEnd();
  const text = raw.trim();
  const within = whole.endsWith(text) ? whole.length - text.length : Math.max(0, whole.indexOf(text));
  return start + within - (raw.length - raw.trimStart().length);
}

/** Index of the last of some rising numbers that is not above a limit. */
export function lastAtMost(rising: readonly number[], limit: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rising[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
