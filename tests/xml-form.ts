const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/;
const attribute = /\s+([A-Za-z_][\w.:-]*)="([^"<]*)"/y;
const strayReference = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 (section 2.2) has no place for them
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/** Why a document of ours is not well-formed XML 1.0 with namespaces, or undefined where it is. Comments and CDATA have no place in it. */
export function findXmlFault(text: string): string | undefined {
  if (!declaration.test(text)) return "it has no declaration";
  if (forbidden.test(text)) return "it holds a forbidden character";
  if (strayReference.test(text)) return `a stray &: ${text.slice(text.search(strayReference)).slice(0, 40)}`;
  const open: { readonly name: string; readonly prefixes: ReadonlySet<string> }[] = [];
  let roots = 0;
  for (const [, inside = "", after = ""] of text.replace(declaration, "").matchAll(/<([^>]*)>([^<]*)/g)) {
    const [, close, name = "", rest = "", alone] =
      /^(\/?)([A-Za-z_][\w.:-]*)([\s\S]*?)(\/?)$/.exec(inside) ?? [];
    if (close === "/") {
      if (open.pop()?.name !== name) return `</${name}> closes another element`;
    } else {
      const names = readAttributes(rest);
      if (!name || !names) return `<${inside}> is no tag`;
      const declared = names.flatMap((key) => (key.startsWith("xmlns:") ? key.slice("xmlns:".length) : []));
      const prefixes = new Set([...(open.at(-1)?.prefixes ?? ["xml", "xmlns"]), ...declared]);
      const unknown = [name, ...names].find(
        (key) => key.includes(":") && !prefixes.has(key.split(":")[0] ?? ""),
      );
      if (unknown) return `the prefix of ${unknown} is not declared`;
      if (open.length === 0) roots++;
      if (alone !== "/") open.push({ name, prefixes });
    }
    if (open.length === 0 && after.trim()) return `text outside of the root: ${after.slice(0, 40)}`;
  }
  if (open.length > 0) return `<${open.at(-1)?.name}> is not closed`;
  return roots === 1 ? undefined : `it has ${roots} roots`;
}

/** The names of a tag's attributes; undefined where they are not well-formed, or one stands twice. */
function readAttributes(text: string): string[] | undefined {
  const names: string[] = [];
  let at = 0;
  for (;;) {
    attribute.lastIndex = at;
    const found = attribute.exec(text);
    if (!found) break;
    names.push(found[1] ?? "");
    at = attribute.lastIndex;
  }
  return text.slice(at).trim() === "" && new Set(names).size === names.length ? names : undefined;
}
