import { parseWritten, type Written } from "./shortcode.ts";

/** `{% … %}` as it stands in a text. */
export type Tag = {
  readonly name: string;
  readonly start: number;
  /** Offset after its `%}`. */
  readonly end: number;
  readonly written: Written;
  /** Why its arguments cannot be read. */
  readonly reason?: string;
  /** The tag that closes it: `{% endquote %}` for `{% quote %}`. */
  closer?: Tag;
  /** Whether it closes another. */
  closes?: true;
};

/** `{{ … }}`, `{# … #}`, or `{% … %}` without a name or an end: text of no meaning here. */
export type Code = { readonly start: number; readonly end: number; readonly name?: undefined };

/** All template code of a text, by its offset. */
export type TemplateCode = {
  readonly tags: ReadonlyMap<number, Tag>;
  readonly code: ReadonlyMap<number, Code>;
};

const opening =
  /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`\n]*$)|~{3,})|(`+)|\{(?=[%#])|\{\{(?![{%])/gm;
/** Characters that a tag may have. */
export const longest = 2_000;

/**
 * Finds the template code of a text, apart from what fences and backticks make literal, and pairs the tags.
 * One pass: what does not end within 2,000 characters is text.
 */
export function findTemplateCode(text: string): TemplateCode {
  const tags = new Map<number, Tag>();
  const code = new Map<number, Code>();
  const ticks = new Ticks(text);
  const next = finder(text);
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const { index: start, 1: fence, 2: span } = match;
    if (fence) opening.lastIndex = ticks.afterFence(opening.lastIndex, fence);
    else if (span) opening.lastIndex = ticks.afterSpan(start, span.length);
    if (fence || span) continue;
    const found = text[start + 1] === "%" ? readTag(text, start, next) : readCode(text, start, next);
    if (!found) continue;
    if (found.name !== undefined) tags.set(start, found);
    else code.set(start, found);
    opening.lastIndex = found.end;
  }
  pair(tags.values());
  return { tags, code };
}

/** Finds where a mark comes next. Asked for rising offsets only, so that it passes the text once for each mark. */
function finder(text: string): (mark: string, from: number) => number {
  const known = new Map<string, number>();
  return (mark, from) => {
    let at = known.get(mark) ?? -1;
    if (at < from) {
      const found = text.indexOf(mark, from);
      at = found === -1 ? Number.POSITIVE_INFINITY : found;
      known.set(mark, at);
    }
    return at;
  };
}

type Finder = ReturnType<typeof finder>;

function readTag(text: string, start: number, next: Finder): Tag | Code | undefined {
  const close = next("%}", start + 2);
  const isCut = close > start + longest || next("{%", start + 2) < close;
  const part = text.slice(start, start + longest);
  const head = /^\{%-?\s*([A-Za-z_][\w-]*)/.exec(part);
  const name = head?.[1];
  if (!head || !name) return isCut ? undefined : { start, end: close + 2 };
  const { written, end, reason } = parseWritten(part, head[0].length);
  if (reason === undefined) return { name, start, end: start + part.indexOf("%}", end) + 2, written };
  return isCut ? { start, end: start + head[0].length } : { name, start, end: close + 2, written, reason };
}

function readCode(text: string, start: number, next: Finder): Code | undefined {
  const end = next(text[start + 1] === "{" ? "}}" : "#}", start + 2) + 2;
  return end - start > longest ? undefined : { start, end };
}

/** Gives each tag that is closed its closer; what is opened within it and not closed stands alone. */
function pair(tags: Iterable<Tag>): void {
  const open: Tag[] = [];
  const waiting = new Map<string, number>();
  const count = (name: string, by: number) => waiting.set(name, (waiting.get(name) ?? 0) + by);
  for (const tag of tags) {
    const name = /^end(.+)$/.exec(tag.name)?.[1];
    if (name === undefined) {
      open.push(tag);
      count(tag.name, 1);
    } else if (waiting.get(name)) {
      for (let last = open.pop(); last; last = open.pop()) {
        count(last.name, -1);
        if (last.name !== name) continue;
        last.closer = tag;
        tag.closes = true;
        break;
      }
    }
  }
}

/** Backticks and fences: where what they make literal ends. Asked for rising offsets only. */
class Ticks {
  readonly #text: string;
  /** Offsets of the runs of backticks by their length, last first: what is passed is popped. */
  readonly #runs = new Map<number, number[]>();

  constructor(text: string) {
    this.#text = text;
    for (const { index, 0: run } of text.matchAll(/`+/g)) {
      const offsets = this.#runs.get(run.length);
      if (offsets) offsets.push(index);
      else this.#runs.set(run.length, [index]);
    }
    for (const offsets of this.#runs.values()) offsets.reverse();
  }

  afterSpan(start: number, length: number): number {
    const end = start + length;
    const offsets = this.#runs.get(length) ?? [];
    while ((offsets.at(-1) ?? end) < end) offsets.pop();
    const close = offsets.at(-1) ?? Number.POSITIVE_INFINITY;
    if (close - end > longest || this.#text.slice(end, close).includes("\n\n")) return end;
    return close + length;
  }

  afterFence(end: number, marks: string): number {
    const fence = new RegExp(`^[ \\t>]*${marks[0]}{${marks.length},}[ \\t]*$`, "gm");
    fence.lastIndex = end;
    const close = fence.exec(this.#text);
    return close ? close.index + close[0].length : this.#text.length;
  }
}
