import { present } from "../../kit/record.ts";
import { renderXml, xml, xmlText } from "../../kit/xml.ts";

/** Whom a picture's file names, as IPTC's Photo Metadata Standard calls it. */
export type FileCredit = {
  /** How it wants to be credited. */
  readonly credit?: string;
  readonly creator?: string;
  readonly copyright?: string;
};

/** What a file says of itself: XMP as text, and IPTC's older records as bytes. */
export type FileWords = { readonly xmp?: string; readonly iptc?: Uint8Array };

const longest = 500;

/** So much of a file's XMP is read, in characters: as much as a JPEG has room for. */
const mostXmp = 65_536;

/** The credit of a file: as XMP has it, else as the older records do. Undefined where it names nobody. */
export function readCredit({ xmp: whole = "", iptc }: FileWords): FileCredit | undefined {
  const xmp = whole.slice(0, mostXmp);
  const records = iptc ? readRecords(iptc) : new Map<number, string>();
  const found = present({
    credit: clean(findProperty(xmp, "photoshop:Credit") ?? records.get(110)),
    creator: clean(findProperty(xmp, "dc:creator") ?? records.get(80)),
    copyright: clean(findProperty(xmp, "dc:rights") ?? records.get(116)),
  });
  return Object.keys(found).length > 0 ? found : undefined;
}

/** The credit, and nothing else, as an XMP packet. */
export function renderCredit({ credit, creator, copyright }: FileCredit): string {
  const description = xml(
    "rdf:Description",
    { "rdf:about": "" },
    xmlText("photoshop:Credit", credit),
    creator === undefined ? undefined : xml("dc:creator", {}, xml("rdf:Seq", {}, xml("rdf:li", {}, creator))),
    copyright === undefined
      ? undefined
      : xml("dc:rights", {}, xml("rdf:Alt", {}, xml("rdf:li", { "xml:lang": "x-default" }, copyright))),
  );
  const document = renderXml(xml("x:xmpmeta", {}, xml("rdf:RDF", {}, description)), namespaces);
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${document.replace(/^.*\n/, "")}<?xpacket end="r"?>`;
}

const namespaces = {
  x: "adobe:ns:meta/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  dc: "http://purl.org/dc/elements/1.1/",
  photoshop: "http://ns.adobe.com/photoshop/1.0/",
};

/** A property of XMP: an attribute, an element's text, or the first of its list. */
function findProperty(xmp: string, name: string): string | undefined {
  const attribute = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(xmp);
  if (attribute) return decode(attribute[1] ?? attribute[2] ?? "");
  const content = new RegExp(`<${name}(?:\\s[^<>]*)?>([\\s\\S]{0,4000}?)</${name}>`).exec(xmp)?.[1];
  if (content === undefined) return undefined;
  return decode(/<rdf:li(?:\s[^>]*)?>([^<]*)</.exec(content)?.[1] ?? content.replace(/<[^>]*>/g, ""));
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (_, hex, decimal, name) => {
      if (name) return named[String(name).toLowerCase()] ?? "";
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code < 0x110000 ? String.fromCodePoint(code) : "";
    },
  );
}

/** Datasets of record 2 (IPTC-NAA IIM 4, section 1.5), the first of each: a mark, two numbers, a length, the text. */
function readRecords(bytes: Uint8Array): Map<number, string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = new Map<number, string>();
  for (let at = file.indexOf("\x1c\x02", 0, "latin1"); at >= 0 && at + 5 <= file.length; ) {
    const [number, length, start] = [file[at + 2] ?? 0, file.readUInt16BE(at + 3), at + 5];
    if (length < 0x8000 && start + length <= file.length && !found.has(number))
      found.set(number, textOf(file.subarray(start, start + length)));
    at = file.indexOf("\x1c\x02", start, "latin1");
  }
  return found;
}

/** UTF-8, or Latin 1 where it is none: the records seldom say which. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString("latin1");
  }
}

function clean(text: string | undefined): string | undefined {
  const words = text
    ?.slice(0, longest)
    .replace(/[\p{Cc}\p{Surrogate}\s]+/gu, " ")
    .trim();
  return words || undefined;
}
