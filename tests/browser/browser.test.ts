import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hasTool, tools } from "../debian-tools.ts";
import { makeSite, put } from "../site.ts";
import { inParallel, openBrowser } from "./browser.ts";
import { hostSite } from "./site-host.ts";

const site = makeSite();
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>T</title><link rel="icon" href="/i.svg">${head}</head><body><h1>H</h1>${body}</body></html>`;
/** A page, and what must be told of it. */
const cases: Readonly<Record<string, readonly [html: string, told: readonly RegExp[]]>> = {
  "nothing of a good page": [page("", "<p>Words.</p>"), []],
  "what a script says": [page('<script src="/say.js"></script>', ""), [/^console warning: so$/]],
  "an error of a script": [page('<script src="/fail.js"></script>', ""), [/^error: no$/]],
  "what the policy refuses": [
    page("<style>p{margin:0}</style>", ""),
    [/^console error: Applying inline style/, /^refused by the policy: style-src-elem inline/],
  ],
  "a request to another host": [
    page("", '<iframe src="https://other.example/" title="Other"></iframe>'),
    [/^request to another host: https:\/\/other\.example\//, /^request failed/],
  ],
  "a picture that is not there": [
    page("", '<img src="/none.png" alt="">'),
    [/^404: .*\/none\.png$/, /^console error: Failed to load/],
  ],
};
put(
  { folder: site.output },
  {
    "say.js": 'console.warn("so");',
    "fail.js": 'throw new Error("no");',
    "i.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "404.html": page("", "<p>Not here.</p>"),
    "assets/a-0123456789.css": "p{}",
    "search/index.html": page("", ""),
  },
);
for (const [index, [html]] of Object.values(cases).entries())
  put({ folder: site.output }, { [`${index}/index.html`]: html });

const host = await hostSite(site.output);
const browser = hasTool(tools.chromium, "what the browser tells of pages") ? await openBrowser() : undefined;

const hosted = suite("a hosted site");
hosted("has types, folders, its own page for what is not there, and only its own files", async () => {
  const ask = async (path: string) => {
    const { status, headers, redirected } = await fetch(host.origin + path);
    return [status, redirected, headers.get("content-type"), headers.get("cache-control")];
  };
  const kept = "public, max-age=31536000, immutable";
  const asked = "public, max-age=0, must-revalidate";
  assert.equal(await ask("/0/"), [200, false, "text/html; charset=utf-8", asked]);
  assert.equal(await ask("/0"), [200, true, "text/html; charset=utf-8", asked]);
  assert.equal(await ask("/assets/a-0123456789.css"), [200, false, "text/css; charset=utf-8", kept]);
  assert.equal(await ask("/none/"), [404, false, "text/html; charset=utf-8", asked]);
  assert.is((await ask("/..%2f..%2fetc/passwd"))[0], 404);
});
hosted("compresses, and says that nothing changed", async () => {
  const { headers } = await fetch(`${host.origin}/0/`, { headers: { "accept-encoding": "gzip" } });
  assert.is(headers.get("content-encoding"), "gzip");
  const again = await fetch(`${host.origin}/0/`, { headers: { "if-none-match": headers.get("etag") ?? "" } });
  assert.is(again.status, 304);
});
hosted("allows a search to be a program, and nothing else", async () => {
  const policy = async (path: string) =>
    (await fetch(host.origin + path)).headers.get("content-security-policy") ?? "";
  assert.match(await policy("/search/"), "script-src 'self' 'wasm-unsafe-eval';");
  assert.match(await policy("/0/"), "script-src 'self';");
  assert.match(await policy("/none/"), "default-src 'none';");
});
hosted.after(async () => {
  if (!browser) await host.close();
});
hosted.run();

const watched = suite("a page that is watched");
for (const [index, [what, [, told]]] of Object.entries(cases).entries())
  watched(`tells ${what}`, async () => {
    if (!browser) return;
    const visit = await browser.visit(host.origin, `/${index}/`, { width: 400 });
    const faults = await visit.faults();
    assert.is(faults.length, told.length, faults.join("\n"));
    for (const pattern of told)
      assert.ok(
        faults.some((fault) => pattern.test(fault)),
        faults.join("\n"),
      );
    assert.equal(await visit.faults(), []);
    await visit.close();
  });
watched("tells what moves by itself, and not what a reader moves", async () => {
  if (!browser) return;
  const visit = await browser.visit(host.origin, "/0/");
  assert.equal(await visit.faults(), []);
  await visit.page.evaluate('document.body.prepend(document.createElement("h2"), "Late")');
  const faults = await visit.faults();
  assert.match(faults.join(), /^layout shift of 0\.\d+: \w+/);
  await visit.page.keyboard.press("Tab");
  await visit.page.evaluate('document.querySelector("h2").remove()');
  assert.equal(await visit.faults(), []);
  await visit.close();
});
watched("is looked at as one says", async () => {
  if (!browser) return;
  const look = { width: 360, colours: "dark", now: "2026-11-20T12:00:00Z" } as const;
  const visit = await browser.visit(host.origin, "/0/", look);
  const said = await visit.page.evaluate(
    "[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, new Date().toISOString()]",
  );
  assert.equal(said, [360, true, "2026-11-20T12:00:00.000Z"]);
  await visit.close();
});
watched("can be without scripts", async () => {
  if (!browser) return;
  const visit = await browser.visit(host.origin, "/1/", { script: false });
  assert.equal(await visit.faults(), []);
  await visit.close();
});
watched.after(async () => {
  await browser?.close();
  await host.close();
});
watched.run();

const parallel = suite("things done in parallel");
parallel("keep their order", async () => {
  const made = await inParallel([30, 10, 20], async (ms) => {
    await new Promise((done) => setTimeout(done, ms));
    return ms + 1;
  });
  assert.equal(made, [31, 11, 21]);
});
parallel.run();
