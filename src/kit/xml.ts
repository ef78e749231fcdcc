/** An element or its text. Undefined stands for nothing, so that optional elements can be written in place. */
export type XmlNode = XmlElement | string | undefined;

export type XmlElement = {
  /** Local name, or `prefix:name` with a prefix of the document's namespaces. */
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly content: readonly XmlNode[];
};

/** Undefined values are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** Namespace URIs by prefix; the prefix "" is the default namespace. */
export type Namespaces = Readonly<Record<string, string>>;

/** An element. An undefined or empty text inside it is still an element: leave the element itself out where it has nothing to say. */
export function xml(name: string, attributes: XmlAttributes, ...content: readonly XmlNode[]): XmlElement {
  return { name, attributes, content };
}

/** An element that holds text, or nothing where there is no text. */
export function xmlText(name: string, text: string | undefined): XmlElement | undefined {
  return text === undefined ? undefined : xml(name, {}, text);
}

/**
 * A document as text: declaration, one element a line, two spaces a level. All text is escaped (no CDATA),
 * characters that XML 1.0 § 2.2 forbids are removed. The root declares the default namespace and those in use.
 * Throws where a name is no XML name or its prefix is not among the namespaces: both are faults of the caller.
 */
export function renderXml(root: XmlElement, namespaces: Namespaces = {}): string {
  const prefixes = new Set<string>();
  collectPrefixes(root, prefixes);
  const declarations: Record<string, string> = {};
  if (namespaces[""] !== undefined) declarations.xmlns = namespaces[""];
  for (const prefix of [...prefixes].sort()) {
    const uri = namespaces[prefix];
    if (uri === undefined) throw new Error(`The namespace prefix ${prefix} is not declared.`);
    declarations[`xmlns:${prefix}`] = uri;
  }
  const declared = { ...root, attributes: { ...declarations, ...root.attributes } };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderElement(declared, "")}\n`;
}

function collectPrefixes(element: XmlElement, into: Set<string>): void {
  for (const name of [element.name, ...Object.keys(element.attributes)]) {
    const [prefix, local] = name.split(":");
    if (prefix && local !== undefined && prefix !== "xml") into.add(prefix);
  }
  for (const node of element.content) {
    if (node !== undefined && typeof node !== "string") collectPrefixes(node, into);
  }
}

function renderElement(element: XmlElement, indent: string): string {
  const start = `${indent}<${nameOf(element.name)}${renderAttributes(element.attributes)}`;
  const content = element.content.filter((node) => node !== undefined);
  if (content.length === 0) return `${start}/>`;
  // Space inside an element that holds text would be part of its text.
  if (content.some((node) => typeof node === "string")) {
    const inner = content.map((node) =>
      typeof node === "string" ? escapeXml(node) : renderElement(node, ""),
    );
    return `${start}>${inner.join("")}</${element.name}>`;
  }
  const inner = content.map((node) => (typeof node === "string" ? "" : renderElement(node, `${indent}  `)));
  return `${start}>\n${inner.join("\n")}\n${indent}</${element.name}>`;
}

function renderAttributes(attributes: XmlAttributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${nameOf(name)}="${escapeXml(String(value)).replace(/[\t\n"]/g, reference)}"`)
    .join("");
}

function nameOf(name: string): string {
  if (!/^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/.test(name)) throw new Error(`${name} is not an XML name.`);
  return name;
}

/** Text as it may stand in an element. A carriage return is kept by reference, since parsers turn it into a line end. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\r/g, "&#13;");
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
