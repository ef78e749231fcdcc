import { suite } from "uvu";
import * as assert from "uvu/assert";
import { isInternal, localPath, safeUrl } from "../../src/kit/url.ts";

const safe = suite("safeUrl");

const kept: readonly (readonly [string, string, string])[] = [
  ["a path", "/about/", "/about/"],
  ["a relative path", "about", "about"],
  ["an anchor", "#prices", "#prices"],
  ["a query, with names that are no character references", "?q=1&copy=2&sol=3", "?q=1&copy=2&sol=3"],
  ["a path beyond ASCII", "/città/", "/città/"],
  ["percent signs that are no text", "/%E0%A4%A", "/%E0%A4%A"],
  ["a colon after a slash", "/a:b", "/a:b"],
  ["a script's name within a path", "https://news.example/javascript:x", "https://news.example/javascript:x"],
  ["an address of mail", "mailto:desk@news.example", "mailto:desk@news.example"],
  ["a telephone number", "tel:+35315550100", "tel:+35315550100"],
  ["spaces within, encoded", " /my picture.jpg ", "/my%20picture.jpg"],
  [
    "marks that end attributes, encoded",
    'https://news.example/?q="<x>"',
    "https://news.example/?q=%22%3Cx%3E%22",
  ],
  ["another host without a scheme, as https", "//news.example/a", "https://news.example/a"],
  ["another host behind backslashes, as https", "/\\news.example", "https://news.example/"],
  ["backslashes of a path as slashes", "/a\\b?c\\d", "/a/b?c\\d"],
];
for (const [name, value, expected] of kept) {
  safe(`keeps ${name}`, () => assert.is(safeUrl(value), expected));
}

const refused: readonly (readonly [string, string])[] = [
  ["nothing", " \n "],
  ["a script", "javascript:alert(1)"],
  ["a script in mixed case", "JaVaScRiPt:alert(1)"],
  ["a script over two lines", " java\nscript:alert(1)"],
  ["a script with a tab", "java\tscript:alert(1)"],
  ["a script behind a control character", "\u0001javascript:alert(1)"],
  ["a script in decimal references", "&#106;avascript:alert(1)"],
  ["a script in references without their semicolons", "&#x6A&#x61vascript:alert(1)"],
  ["a script in named references", "javascript&colon;alert(1)"],
  ["a script in references of references", "&amp;#106;avascript:alert(1)"],
  ["a script in percent signs", "javascript%3Aalert(1)"],
  ["a script in percent signs of percent signs", "%256aavascript:alert(1)"],
  ["a script with a character that nobody sees", "java\u200bscript:alert(1)"],
  ["a script in full-width letters", "ｊavascript：alert(1)"],
  ["data", "data:text/html,<script>alert(1)</script>"],
  ["another script", "vbscript:x"],
  ["a file", "file:///etc/passwd"],
  ["a blob", "blob:https://news.example/1"],
  ["a scheme that is not known", "steam:run"],
  ["https without a host", "https://"],
  ["no mail address", "mailto:"],
  ["a host that is none", "http://[::1"],
  ["more than 8,000 characters", `/${"x".repeat(8_000)}`],
];
for (const [name, value] of refused) {
  safe(`refuses ${name}`, () => assert.is(safeUrl(value), undefined));
}

safe("keeps what it returned", () => {
  for (const [, value] of kept) assert.is(safeUrl(safeUrl(value) ?? ""), safeUrl(value));
});

safe.run();

const internal = suite("isInternal");

for (const url of ["/a/", "a", "#a", "?a", "/a:b"])
  internal(`knows ${url} as this site's`, () => assert.ok(isInternal(url)));
for (const url of ["https://a.example", "mailto:a@b.example", "//a.example"]) {
  internal(`knows ${url} as another's`, () => assert.not(isInternal(url)));
}

internal.run();

const local = suite("localPath");

const addresses: readonly (readonly [string, string])[] = [
  ["https://a.example/b/c?d#e", "/c?d#e"],
  ["http://a.example/b/c", "/c"],
  ["https://a.example/b/", "/"],
  ["https://a.example/", "https://a.example/"],
  ["https://a.example/b//c.example/", "https://a.example/b//c.example/"],
  ["https://a.example.org/b/", "https://a.example.org/b/"],
  ["/b/c", "/b/c"],
  ["c", "c"],
];
for (const [address, expected] of addresses)
  local(`makes ${expected} of ${address}`, () =>
    assert.is(localPath(address, "https://a.example/b/"), expected),
  );

local.run();
