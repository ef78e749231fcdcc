import { banishedElements, silentElements } from "./allowed-html.ts";

/** HTML nested too deep for a parser or a browser to be asked to read it. */
export type NestingFault = { readonly at: number; readonly depth: string; readonly limit: number };

const deepest = 100;
const mostFormatting = 100_000;
const tag = /<(\/?)([a-z][^\s/>]*)/gi;

// Elements that end by themselves, or that never hold anything.
const endless =
  /^(?:p|li|dt|dd|tr|td|th|tbody|thead|tfoot|caption|colgroup|option|optgroup|rt|rp|br|hr|img|wbr|area|base|col|embed|input|link|meta|param|source|track)$/;
// Elements that a parser opens again in each block that follows (HTML standard, 13.2.4.3).
const formatting = /^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/;

/**
 * Counts open elements without parsing: more than a hundred, or so many that stay open over so many blocks that
 * a parser's opening them again in each would swell the page.
 */
export function findNestingFault(html: string): NestingFault | undefined {
  const open = new Map<string, number>();
  let [depth, styled, swollen] = [0, 0, 0];
  for (const { index, 1: slash, 2: written = "" } of html.matchAll(tag)) {
    const name = written.toLowerCase();
    const isStyle = formatting.test(name);
    if (!isStyle) swollen += styled;
    if (swollen > mostFormatting) return { at: index, depth: "over and over", limit: deepest };
    if (endless.test(name)) continue;
    const count = open.get(name) ?? 0;
    if (slash && count === 0) continue;
    const step = slash ? -1 : 1;
    open.set(name, count + step);
    depth += step;
    if (isStyle) styled += step;
    if (depth > deepest) return { at: index, depth: `more than ${deepest}`, limit: deepest };
  }
  return undefined;
}

/**
 * Blanks the beginnings of elements and comments that would swallow the rest of the text, because nothing ends them.
 * The text keeps its length. Tells which.
 */
export function blankUnclosed(html: string): { html: string; unclosed: { name: string; at: number }[] } {
  const ends = new Map<string, number>();
  const lower = html.toLowerCase();
  const endOf = (end: string) => {
    const known = ends.get(end) ?? lower.lastIndexOf(end);
    ends.set(end, known);
    return known;
  };
  const unclosed: { name: string; at: number }[] = [];
  const blanked = html.replace(
    /<!--|<!\[CDATA\[|<([a-z][^\s/>]*)(?:[^"'>]|"[^"]*"|'[^']*')*>/gi,
    (found, name: string | undefined, at: number) => {
      if (name === undefined)
        return endOf(found === "<!--" ? "-->" : "]]>") > at ? found : " ".repeat(found.length);
      const element = name.toLowerCase();
      if (
        !banishedElements.has(element) ||
        silentElements.has(element) ||
        /^(?:embed|plaintext)$/.test(element)
      )
        return element === "plaintext" ? " ".repeat(found.length) : found;
      if (endOf(`</${element}`) > at) return found;
      unclosed.push({ name: element, at });
      return " ".repeat(found.length);
    },
  );
  return { html: blanked, unclosed };
}
