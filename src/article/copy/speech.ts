/** A piece of a paragraph: said by somebody, or the paper's own words between. */
export type Speech = { readonly text: string; readonly isSaid: boolean };

/**
 * A paragraph that opens with a quotation mark, in what is said and what is not, in its order, each word in one piece
 * and the marks with what is said. Straight and curly marks may be mixed in a pair. Undefined where the marks hold no
 * speech: a title, a single word, an apostrophe.
 */
export function speechIn(text: string): Speech[] | undefined {
  const pieces = /^["“”„«»]/.test(text)
    ? splitDouble(text)
    : /^['‘]/.test(text) && text.length < 5_000
      ? splitSingle(text)
      : [];
  const [first, second] = pieces;
  if (!first?.isSaid) return undefined;
  const isSpeech = !second || /[.,!?…:;—–-]["“”„«»'‘’]*$/.test(first.text) || /^[,.—–]/.test(second.text);
  return isSpeech ? pieces : undefined;
}

/** Each mark opens or closes, by turns: a curly one by its form, but never two openings in a row. */
function splitDouble(text: string): Speech[] {
  const pieces: Speech[] = [];
  let isSaid = false;
  let from = 0;
  for (const { index } of text.matchAll(/["“”„«»]/g)) {
    const end = isSaid ? index + 1 : index;
    add(pieces, text.slice(from, end), isSaid);
    from = end;
    isSaid = !isSaid;
  }
  add(pieces, text.slice(from), isSaid);
  return pieces;
}

/** Single marks are apostrophes too: they close only after a stop, or at the paragraph's end. */
function splitSingle(text: string): Speech[] {
  const pieces: Speech[] = [];
  let from = 0;
  for (const match of text.matchAll(/(?<=^|\s)['‘].*?(?:[.,!?…]['’](?=\s|$)|['’]$)/g)) {
    add(pieces, text.slice(from, match.index), false);
    add(pieces, match[0], true);
    from = match.index + match[0].length;
  }
  add(pieces, text.slice(from), false);
  return pieces;
}

function add(pieces: Speech[], text: string, isSaid: boolean): void {
  if (text.trim()) pieces.push({ text: text.trim(), isSaid });
}
