const allowed: ReadonlySet<string> = new Set(["http", "https", "mailto", "tel"]);
const dangerous =
  /^(?:about|blob|data|feed|file|filesystem|jar|javascript|livescript|mocha|vbscript|view-source):/i;
const longest = 8_000;

/**
 * The address as it may stand in an attribute, or undefined where it may not: only http, https, mailto and tel, or a
 * path, query or anchor of this site. Read as browsers read it (WHATWG URL, section 4.4): spaces around it and line
 * ends in it do not count, a backslash is a slash, `//host` is `https://host`. What becomes a script's address when
 * character references or percent signs are decoded once more is none, however often they are nested.
 */
export function safeUrl(value: string): string | undefined {
  const text = value.length > longest ? "" : clean(value);
  if (!text || readings(text).some((reading) => dangerous.test(reading))) return undefined;
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(text)?.[0].toLowerCase();
  if (scheme) return allowed.has(scheme) ? absolute(text) : undefined;
  if (/^[/\\]{2}/.test(text)) return absolute(`https:${text.replace(/^[/\\]+/, "//")}`);
  const [, path = "", rest = ""] = /^([^?#]*)([\s\S]*)$/.exec(text) ?? [];
  return encodeUnseen(path.replace(/\\/g, "/") + rest);
}

/** Whether an address is one of this site: a path, a query or an anchor. */
export function isInternal(url: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(url) && !url.startsWith("//");
}

/** Control characters and half surrogate pairs go, and spaces at the ends. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Surrogate}\u2028\u2029\ufeff]/gu, "").trim();
}

/** Characters that end an attribute or an address, or that nobody sees, in percent signs. */
function encodeUnseen(text: string): string {
  return text.replace(/[\s"<>`\p{Cf}]/gu, encodeURIComponent);
}

function absolute(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, pathname, href } = new URL(text);
  const isWhole = protocol === "mailto:" || protocol === "tel:" ? pathname.trim() : hostname;
  return isWhole ? encodeUnseen(href) : undefined;
}

/** The text as it stands and with what it hides decoded, until nothing is left to decode. */
function readings(text: string): string[] {
  if (/^[!-$'-~]*$/.test(text)) return [text];
  const found: string[] = [];
  for (let next = text; !found.includes(next) && found.length < 12; ) {
    found.push(next);
    next = decodePercent(decodeReferences(next)).replace(/[\s\p{C}]/gu, "");
  }
  return found.flatMap((reading) => [reading, reading.normalize("NFKC")]);
}

const references: Readonly<Record<string, string>> = { colon: ":", tab: "", newline: "", sol: "/", amp: "&" };

function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#x0*([0-9a-f]{1,6});?|#0*(\d{1,7});?|([a-z]+);)/gi,
    (whole, hex, decimal, name) => {
      if (name) return references[String(name).toLowerCase()] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code < 0x110000 ? String.fromCodePoint(code) : "";
    },
  );
}

function decodePercent(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** A path from the site's root as absolute URL. `siteUrl` ends in a slash. */
export function urlUnder(path: string, siteUrl: string): string {
  const inside = path.replace(/^\//, "");
  return /^[\w\-./~]*$/.test(inside) && !inside.includes("..")
    ? siteUrl + inside
    : new URL(inside, siteUrl).href;
}

/**
 * An address without the address of the site itself, by https or http: a path where it is one of this site. `siteUrl`
 * ends in a slash.
 */
export function localPath(address: string, siteUrl: string): string {
  const [site, rest] = [withoutScheme(siteUrl), withoutScheme(address)];
  const isLocal = rest.startsWith(site) && !rest.startsWith(`${site}/`);
  return isLocal ? `/${rest.slice(site.length)}` : address;
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:/, "");
}

/** Path from the site's root of what a path leads to on the page at `pageUrl`, as its file is called. */
export function pathFrom(path: string, pageUrl: string): string {
  return decodedPath(new URL(path, `https://site.invalid${pageUrl}`).pathname);
}

/** A path as the file is called that it leads to: decoded, without query and anchor. */
export function decodedPath(path: string): string {
  const bare = path.replace(/[?#].*$/, "");
  try {
    return decodeURIComponent(bare).normalize("NFC");
  } catch {
    return bare;
  }
}
