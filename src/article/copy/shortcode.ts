/** A literal in a shortcode. */
export type Literal = string | number | boolean;

/** A shortcode's arguments as written: first those without a name, then those with one. */
export type Written = {
  readonly positional: readonly Literal[];
  readonly named: Readonly<Record<string, Literal>>;
};

const token =
  /(?:[\s,]|(?<=\n[ \t>]*)>)+|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|[+-]?\d+(?:\.\d+)?(?![\w.])|[A-Za-z_][\w-]*(?:\s*[:=](?!=))?/y;

/**
 * Arguments of a shortcode, from after its name to before its end: literals and nothing else. Strings stand in
 * either quote, a backslash keeps the next character (`\n` is a line's end); numbers; `true` and `false`;
 * `name: value` or `name=value`. Commas are optional. Tells where it ended, and why where it could not go on.
 */
export function parseWritten(text: string, from: number): { written: Written; end: number; reason?: string } {
  const positional: Literal[] = [];
  const named: Record<string, Literal> = Object.create(null);
  const written = { positional, named };
  let name: string | undefined;
  for (let at = from; ; ) {
    if (name === undefined && /-?%\}/y.test(text.slice(at, at + 3))) return { written, end: at };
    token.lastIndex = at;
    const piece = token.exec(text)?.[0];
    if (piece === undefined) return { written, end: at, reason: unreadable(text, at) };
    at += piece.length;
    if (/^[\s,>]/.test(piece)) continue;
    const label = /^([A-Za-z_][\w-]*)\s*[:=]$/.exec(piece)?.[1];
    if (label !== undefined && name === undefined) {
      if (Object.hasOwn(named, label)) return { written, end: at, reason: `${label} is written twice` };
      name = label;
      continue;
    }
    const value = label === undefined ? literalOf(piece) : undefined;
    if (value === undefined) return { written, end: at, reason: `${piece} is not in quotation marks` };
    if (name === undefined) positional.push(value);
    else named[name] = value;
    name = undefined;
  }
}

function literalOf(piece: string): Literal | undefined {
  if (piece === "true" || piece === "false") return piece === "true";
  if (/^["']/.test(piece)) return unquote(piece);
  return /^[+\-\d]/.test(piece) ? Number(piece) : undefined;
}

function unquote(piece: string): string {
  return piece
    .slice(1, -1)
    .replace(/\n[ \t]*(?:>[ \t]?)+/g, "\n")
    .replace(/\\([\s\S])/g, (_, character: string) => (character === "n" ? "\n" : character));
}

function unreadable(text: string, at: number): string {
  const rest = text.slice(at, at + 24).split(/\s|%\}/)[0] ?? "";
  if (/^["']/.test(rest)) return `the quotation mark at ${rest} is not closed`;
  return rest ? `${rest} is neither text in quotation marks nor a number` : "a value is missing";
}
