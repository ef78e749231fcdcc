import MarkdownIt, { type StateBlock, type StateInline, type Token } from "markdown-it";
import { type Shortcodes, shortcodesOf } from "./shortcodes.ts";
import { lastAtMost } from "./source.ts";
import type { Tag } from "./template-code.ts";

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });
// An option that its types leave out.
Object.assign(markdown.options, { maxNesting: 120 });
markdown.validateLink = () => true;
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (url) => url;
markdown.inline.State = class extends markdown.inline.State {
  /** Notes where in the content a token begins: a link and a picture before their words. */
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = super.push(type, tag, nesting);
    const before = type === "image" ? 2 : type === "link_open" && this.src[this.pos] !== "<" ? 1 : 0;
    token.meta = { at: Math.max(0, this.pos - before) };
    return token;
  }
};
markdown.block.ruler.before("fence", "shortcode", readBlock, {
  alt: ["paragraph", "reference", "blockquote", "list"],
});
markdown.inline.ruler.before("link", "shortcode", readInline);

/** Markdown's tokens. Shortcodes become pairs of `shortcode_open` and `shortcode_close`, their tag in `meta.tag`. */
export function parseMarkdown(shortcodes: Shortcodes): Token[] {
  return markdown.parse(shortcodes.source.text, { shortcodes });
}

/** A shortcode alone on its lines: around its body, where it has one, as a list item is around its own. */
function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith("{%", start) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4)
    return false;
  const { source, code, meaningOf } = shortcodesOf(state.env);
  const tag = code.tags.get(start);
  if (!tag || tag.closes) return false;
  const meaning = meaningOf(tag);
  if (meaning === "text") return false;
  const closer = meaning === "block" ? tag.closer : undefined;
  const last = source.lineAt((closer ?? tag).end - 1);
  if (last >= endLine || !isBlank(state, (closer ?? tag).end, state.eMarks[last] ?? 0)) return false;
  if (silent) return true;
  if (meaning === "block") {
    push(state, 1, tag).map = [startLine, last + 1];
    if (closer) readBody(state, tag, closer, source.starts);
    push(state, -1, tag);
  } else {
    const token = state.push("template_gone", "", 0);
    token.map = [startLine, last + 1];
    token.meta = { tag };
  }
  state.line = last + 1;
  return true;
}

/** Reads what stands between two tags, as lines of their own wherever they begin and end. */
function readBody(state: StateBlock, tag: Tag, closer: Tag, starts: readonly number[]): void {
  const first = lastAtMost(starts, tag.end - 1);
  const last = lastAtMost(starts, closer.start);
  const { lineMax, parentType, tight } = state;
  const kept = [first, last].map(
    (line) => [line, state.bMarks[line], state.eMarks[line], state.tShift[line], state.sCount[line]] as const,
  );
  const begins = isBlank(state, tag.end, state.eMarks[first] ?? 0) ? first + 1 : first;
  if (begins === first) beginAt(state, first, tag.end);
  const ends = isBlank(state, (state.bMarks[last] ?? 0) + (state.tShift[last] ?? 0), closer.start)
    ? last
    : last + 1;
  state.eMarks[last] = Math.max(closer.start, (state.bMarks[last] ?? 0) + (state.tShift[last] ?? 0));
  state.lineMax = ends;
  state.parentType = "root";
  state.md.block.tokenize(state, begins, ends);
  Object.assign(state, { lineMax, parentType, tight });
  for (const [line, bMark, eMark, shift, count] of kept.reverse()) {
    state.bMarks[line] = bMark ?? 0;
    state.eMarks[line] = eMark ?? 0;
    state.tShift[line] = shift ?? 0;
    state.sCount[line] = count ?? 0;
  }
}

/** Lets a line begin within itself. */
function beginAt(state: StateBlock, line: number, offset: number): void {
  const text = state.skipSpaces(offset);
  state.bMarks[line] = Math.min(offset, state.eMarks[line] ?? offset);
  state.tShift[line] = Math.min(text, state.eMarks[line] ?? text) - (state.bMarks[line] ?? 0);
  state.sCount[line] = state.blkIndent;
}

function isBlank(state: StateBlock, from: number, to: number): boolean {
  return from >= to || /^[ \t]*$/.test(state.src.slice(from, to));
}

/** A shortcode, or template code, within a line. */
function readInline(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x7b || !/[{%#]/.test(state.src.charAt(state.pos + 1)))
    return false;
  const shortcodes = shortcodesOf(state.env);
  const { tags, code } = shortcodes.codeIn(state.src);
  const found = tags.get(state.pos) ?? code.get(state.pos);
  if (!found || found.end > state.posMax) return false;
  const meaning = found.name !== undefined ? shortcodes.meaningOf(found) : "text";
  const closer = meaning === "block" && found.name !== undefined ? found.closer : undefined;
  if (silent) {
    state.pos = closer && closer.end <= state.posMax ? closer.end : found.end;
    return true;
  }
  if (meaning === "block" && found.name !== undefined) readInlineBlock(state, found);
  else {
    const token = state.push(meaning === "text" ? "template_code" : "template_gone", "", 0);
    token.content = state.src.slice(found.start, found.end);
    token.meta = { at: found.start, ...(found.name === undefined ? {} : { tag: found }) };
    state.pos = found.end;
  }
  return true;
}

function readInlineBlock(state: StateInline, tag: Tag): void {
  const { posMax } = state;
  const closer = tag.closer && tag.closer.end <= posMax ? tag.closer : undefined;
  push(state, 1, tag);
  if (closer) {
    Object.assign(state, { pos: tag.end, posMax: closer.start });
    state.md.inline.tokenize(state);
    state.posMax = posMax;
  }
  push(state, -1, tag);
  state.pos = (closer ?? tag).end;
}

function push(state: StateBlock | StateInline, nesting: 1 | -1, tag: Tag): Token {
  const token = state.push(nesting === 1 ? "shortcode_open" : "shortcode_close", "", nesting);
  token.meta = { at: tag.start, tag };
  return token;
}
