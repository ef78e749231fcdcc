import type { Size } from "../../article/teaser.ts";
import { present } from "../../kit/record.ts";
import type { PictureFault } from "./picture-kind.ts";

/** What a drawing is: its size where it says one, or why it may not be published. */
export type JudgedSvg = { readonly size?: Size; readonly fault?: PictureFault };

/**
 * Judges a drawing (SVG) that is published as it is: it is a document in which code can run, which can load what lies
 * elsewhere, and which a browser opens like a page. What is not plainly harmless is a fault. Read strictly as XML: what
 * this cannot follow is a fault, too.
 */
export function judgeSvg(bytes: Uint8Array): JudgedSvg {
  const text = decode(bytes);
  if (text === undefined) return { fault: broken("is not UTF-8 text") };
  let root: ReadonlyMap<string, string> | undefined;
  /** What a style sheet says so far, inside of one. */
  let css: string | undefined;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const [whole, tag, attributes = "", closing] = token.exec(text) ?? [];
    if (whole === undefined)
      return { fault: broken(`is not well-formed near ${JSON.stringify(text.slice(at, at + 20))}`) };
    const isStyle = tag !== undefined && localName(tag) === "style";
    const fault =
      tag === undefined
        ? faultOfOther(whole, at)
        : css === undefined
          ? faultOfElement(tag, attributes, root === undefined)
          : isStyle && tag.startsWith("/")
            ? faultOfStyle(css)
            : `the element ${tag} in its style`;
    if (fault !== undefined) return { fault: holding(fault) };
    if (tag === undefined) {
      if (css !== undefined) css += textOf(whole);
      continue;
    }
    root ??= readAttributes(attributes);
    css = isStyle && !tag.startsWith("/") && closing !== "/" ? "" : undefined;
  }
  if (css !== undefined) return { fault: broken("ends within its style") };
  return root ? present({ size: sizeOf(root) }) : { fault: broken("holds no drawing") };
}

/** A comment, characters data, a processing instruction, a DOCTYPE, a tag with its name, attributes and slash, or text. */
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*>|<(\/?[\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gy;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const forbidden = new Set(
  "script foreignobject iframe object embed handler listener audio video link meta base html body".split(" "),
);

function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const encoding = /^<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/.exec(text)?.[1];
    return encoding === undefined || /^(?:utf-?8|us-ascii)$/i.test(encoding) ? text : undefined;
  } catch {
    return undefined;
  }
}

function faultOfElement(tag: string, text: string, isRoot: boolean): string | undefined {
  const name = localName(tag);
  if (isRoot && name !== "svg") return `the element ${tag} in place of a drawing`;
  if (forbidden.has(name.toLowerCase())) return `the element ${tag}`;
  for (const [given, value] of readAttributes(text)) {
    const fault = faultOfAttribute(name, given, value);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfAttribute(element: string, given: string, value: string): string | undefined {
  const name = localName(given).toLowerCase();
  const isLink = /^(?:href|src|base)$/.test(name);
  if (name.startsWith("on")) return `code in ${given}`;
  if (/^xmlns(?::|$)/.test(given) && /xhtml/i.test(value)) return "elements of HTML";
  if (name === "attributename" && /(?:^|:)(?:href|on\w+)$/i.test(value.trim()))
    return `an animation of ${value.trim()}`;
  if (isLink && !isHarmless(element, value)) return `the address ${shorten(value)}`;
  return isLink || given.startsWith("xmlns") ? undefined : faultOfStyle(value, name === "style");
}

/** Of the drawing itself, a raster picture within it, or, of a link, a page elsewhere. */
function isHarmless(element: string, value: string): boolean {
  const address = value.replace(/[\p{Cc}\s]+/gu, "");
  if (/^#|^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i.test(address)) return true;
  return element === "a" && /^(?:https?:\/\/|mailto:)/i.test(address);
}

/** CSS that loads, or that could hide it. `isSheet`: a style sheet, and not the value of an attribute. */
function faultOfStyle(css: string, isSheet = true): string | undefined {
  if (isSheet && /@import/i.test(css)) return "an @import";
  // A value without a function loads nothing.
  if (!isSheet && !css.includes("(")) return undefined;
  if (css.includes("\\")) return "a backslash in its style";
  const url = /url\(\s*["']?\s*(?!["'\s]|#|data:)([^)]*)/i.exec(css)?.[1];
  if (url !== undefined) return `the address ${shorten(url)}`;
  return css.replace(/url\([^)]*\)/gi, "").includes("//") ? "an address in its style" : undefined;
}

/** What a token says as text: characters data as they are, a comment nothing. */
function textOf(token: string): string {
  const [, data] = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(token) ?? [];
  return data ?? (token.startsWith("<") ? "" : decodeReferences(token));
}

/** What is neither an element nor the text of a style sheet. */
function faultOfOther(text: string, at: number): string | undefined {
  if (text.startsWith("<?") && !(at === 0 && /^<\?xml\s/.test(text))) return "a processing instruction";
  // An entity could stand for anything, and those of its own are declared in a DOCTYPE that this does not read.
  const entity = /&(?!#\d+;|#x[\da-f]+;|(?:amp|lt|gt|quot|apos);)[^;\s]{0,20};?/i.exec(text)?.[0];
  return entity === undefined || text.startsWith("<!") ? undefined : `the entity ${entity}`;
}

function readAttributes(text: string): Map<string, string> {
  return new Map(
    Array.from(text.matchAll(attribute), ([, name = "", double, single]) => [
      name,
      decodeReferences(double ?? single ?? ""),
    ]),
  );
}

function decodeReferences(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }[String(name)] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code < 0x110000 ? String.fromCodePoint(code) : "";
  });
}

function localName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf(":"), name.lastIndexOf("/")) + 1);
}

/** Width and height in pixels; where one is missing or a share of the page, those of the `viewBox`. */
function sizeOf(root: ReadonlyMap<string, string>): Size | undefined {
  const [width, height] = [lengthOf(root.get("width")), lengthOf(root.get("height"))];
  if (width && height) return { width, height };
  const [, , across = 0, down = 0] = (root.get("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return across > 0 && down > 0 ? { width: Math.round(across), height: Math.round(down) } : undefined;
}

const pixels: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
};

function lengthOf(value = ""): number | undefined {
  const [, number = "", unit = ""] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]{0,2})\s*$/i.exec(value) ?? [];
  const factor = pixels[unit.toLowerCase()];
  return number && factor ? Math.round(Number(number) * factor) : undefined;
}

function shorten(text: string): string {
  return text.trim().slice(0, 60);
}

function broken(reason: string): PictureFault {
  return { reason, advice: "Save it as SVG anew, or as PNG." };
}

function holding(what: string): PictureFault {
  return { reason: `holds ${what}`, advice: "Remove that from the file, or save it as PNG." };
}
