import { quote } from "../blocks/quote.ts";
import { relatedLink } from "../blocks/related-link.ts";
import { type Notes, quoteBriefly } from "./notes.ts";
import { type Speech, speechIn } from "./speech.ts";
import { findTemplateCode } from "./template-code.ts";
import { elementNode, type Node, textNode } from "./tree.ts";

type Line = { readonly text: string; readonly at: number };

const longestCrosshead = 70;

/**
 * Plain copy as a tree: a line is a paragraph; a short one without a full stop is a crosshead; `READ MORE` links the
 * story whose headline follows; a paragraph that opens with a quotation mark is somebody's words. A line `Share` is a
 * button's label and goes. Nothing in it is markup.
 */
export function growPlain(notes: Notes): Node[] {
  tellTemplateCode(notes);
  const lines = listLines(notes);
  const nodes: Node[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const next = lines[index + 1];
    if (!line) continue;
    const reading = /^READ MORE\s*(?::\s*(.+))?$/i.exec(line.text);
    if (reading?.[1]) nodes.push(linkTo(notes, { text: reading[1], at: line.at }));
    else if (reading && next) {
      nodes.push(linkTo(notes, next));
      index += 1;
    } else if (/^share$/i.test(line.text)) notes.tell("share-label", line.at, {});
    else if (next && isCrosshead(line.text)) nodes.push(elementNode("h2", [textNode(line.text)], line.at));
    else nodes.push(paragraphOf(notes, line));
  }
  return nodes;
}

function listLines({ source }: Notes): Line[] {
  return source.starts
    .map((start, index) => {
      const raw = source.text.slice(start, (source.starts[index + 1] ?? source.text.length + 1) - 1);
      return { text: raw.trim(), at: start + raw.length - raw.trimStart().length };
    })
    .filter(({ text }) => text !== "");
}

function tellTemplateCode(notes: Notes): void {
  const { text } = notes.source;
  const { tags, code } = findTemplateCode(text);
  for (const { start, end } of [...tags.values(), ...code.values()])
    notes.tell("template-code", start, { code: quoteBriefly(text.slice(start, end)) });
}

/** Short, and not closed as a sentence is; a mark at its end is no close where the whole line stands in such marks. */
function isCrosshead(text: string): boolean {
  if (text.length > longestCrosshead || !/\p{L}/u.test(text)) return false;
  if (/^['‘](?![\s\S]*[.,!?…]['’]$)[^"“”„«»]*['’]$/.test(text)) return true;
  return !/[.…!:;,"“”»'’)]$/.test(text) && !/^["“”„«]/.test(text);
}

/** A link to the story of this headline; the headline is shown even where no such story is public. */
function linkTo(notes: Notes, { text, at }: Line): Node {
  const block = notes.rules.blocks.get(relatedLink.name) ?? relatedLink;
  return { kind: "block", block, given: { reference: text }, children: [textNode(text)], at };
}

function paragraphOf(notes: Notes, { text, at }: Line): Node {
  const speech = speechIn(text);
  if (!speech) return elementNode("p", [textNode(text)], at);
  const [words, attribution, ...more] = speech;
  if (!words || more.length > 0) return interruptedQuote(speech, at);
  const block = notes.rules.blocks.get(quote.name) ?? quote;
  const given = attribution ? { attribution: attribution.text } : {};
  return { kind: "block", block, given, children: [elementNode("p", [textNode(words.text)], at)], at };
}

/** Words that go on after it is said whose they are: all in their order, quotations only around what was said. */
function interruptedQuote(speech: readonly Speech[], at: number): Node {
  const parts = speech.map(({ text, isSaid }) =>
    isSaid
      ? elementNode("blockquote", [elementNode("p", [textNode(text)], at)], at)
      : elementNode("p", [textNode(text)], at, [["class", "attribution"]]),
  );
  return elementNode("div", parts, at, [["class", "quote"]]);
}
