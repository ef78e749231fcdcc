/** A text with spaces put in, and the offsets in the new text of the ends of what was put in. */
export type Repaired = { readonly text: string; readonly original: (at: number) => number };

const opening = /^(\s*(?:- +)*(?:[^\s"'#:-][^:#]*:[ \t]+)?)(["'])/;
const blockScalar = /(?:^|[:-] +)[|>][+-]?\d?[+-]?\s*(?:#.*)?$/;

/**
 * Indents the later lines of a quoted text that are not indented. YAML 1.2 asks for it (section 7.3: flow scalars
 * in a block), the readers of most other site generators do not, and indentation there is no part of the text.
 */
export function indentQuotedLines(yaml: string): Repaired {
  const lines: string[] = [];
  const insertions: { end: number; size: number }[] = [];
  let end = 0;
  let quote: { mark: string; pad: string } | undefined;
  let block = -1;
  for (const line of yaml.split("\n")) {
    const pad: string = quote && line.trim() ? quote.pad : "";
    if (pad) insertions.push({ end: end + pad.length, size: pad.length });
    if (quote) quote = closes(line, quote.mark) ? undefined : quote;
    else if (block < 0 || (line.trim() && indentOf(line) <= block)) {
      block = blockScalar.test(line) ? indentOf(line) : -1;
      quote = findOpenQuote(line);
    }
    lines.push(pad + line);
    end += pad.length + line.length + 1;
  }
  const original = (at: number) =>
    at - insertions.reduce((sum, insertion) => sum + (insertion.end <= at ? insertion.size : 0), 0);
  return { text: lines.join("\n"), original };
}

function findOpenQuote(line: string): { mark: string; pad: string } | undefined {
  const [whole = "", before = "", mark = ""] = opening.exec(line) ?? [];
  if (!before || closes(line.slice(whole.length), mark)) return undefined;
  return { mark, pad: " ".repeat(before.length) };
}

function closes(text: string, mark: string): boolean {
  return mark === '"' ? /^(?:[^"\\]|\\.)*"/.test(text) : /^(?:[^']|'')*'(?!')/.test(text);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
