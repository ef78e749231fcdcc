const allowed = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * The address as it may stand in an attribute, or undefined where it may not: only http, https, mailto
 * and tel, or a path, query or anchor of this site. Read as browsers read it (WHATWG URL: control characters
 * and spaces around it fall away), with character references already decoded.
 */
export function safeUrl(value: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, so `java\nscript:` is a scheme
  const text = value.replace(
    /[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]+/g,
    (run, at: number) => (at === 0 || at + run.length === value.length ? "" : run.includes(" ") ? "%20" : ""),
  );
  if (!text) return undefined;
  const decoded = decodeEntities(text);
  if (decoded !== text) return safeUrl(decoded);
  if (/^[/\\]{2}/.test(text)) return safeUrl(`https:${text.replace(/\\/g, "/")}`);
  try {
    const scheme = /^[^/?#]*?:/.exec(text);
    const url = new URL(text, "https://site.invalid/");
    if (!allowed.has(url.protocol)) return undefined;
    if (scheme)
      return url.hostname || url.protocol === "mailto:" || url.protocol === "tel:" ? url.href : undefined;
    if (/^(java|vb|live)script|^data/i.test(decodeURIComponentSafely(text)) && text.includes(":"))
      return undefined;
    return text.replace(/\\/g, "/");
  } catch {
    return undefined;
  }
}

/** Whether an address is one of this site: a path, a query or an anchor. */
export function isInternal(url: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(url) && !url.startsWith("//");
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(colon|tab|newline|sol|lpar|rpar|amp));?/gi,
    (whole, hex, decimal, name) => {
      if (name)
        return (
          { colon: ":", tab: "\t", newline: "\n", sol: "/", lpar: "(", rpar: ")", amp: "&" }[
            String(name).toLowerCase()
          ] ?? whole
        );
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : "";
    },
  );
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
