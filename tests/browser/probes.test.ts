import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hasTool, tools } from "../debian-tools.ts";
import { makeSite, put } from "../site.ts";
import { openBrowser } from "./browser.ts";
import { probe } from "./probes.ts";
import { hostSite } from "./site-host.ts";

const style = `
p { font-size: 16px }
button { min-height: 24px }
.wide { width: 700px }
.scrolls { overflow-x: auto }
.small { width: 20px; height: 20px; min-height: 0; padding: 0 }
.bare:focus { outline: none }
.lid { position: fixed; inset: 0; background: red }
.card:focus-within { outline: 2px solid } .card a { outline: none }
.gone { display: none }`;
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>T</title><link rel="stylesheet" href="/style.css"></head><body><main><h1>H</h1>${body}</main></body></html>`;
const site = makeSite();
put(
  { folder: site.output },
  {
    "style.css": style,
    "good/index.html": page(
      '<div class="scrolls"><p class="wide">Wide</p></div><p>A <a href="/">link</a></p><button>A button that is large</button><article class="card"><h2><a href="/">Card</a></h2></article>',
    ),
    "bad/index.html": page(
      '<p class="wide">Wide</p><button class="small">x</button><a class="bare" href="/">Bare</a><p class="gone">Gone</p>',
    ),
    "covered/index.html": page('<a href="/">Covered</a><div class="lid"></div>'),
  },
);
const host = await hostSite(site.output);
const browser = hasTool(tools.chromium, "what the probes find") ? await openBrowser() : undefined;

const probes = suite("the probes");
probes("find nothing in a good page", async () => {
  if (!browser) return;
  const visit = await browser.visit(host.origin, "/good/", { width: 400 });
  assert.equal(await probe(visit.page, "overflow"), []);
  assert.equal(await probe(visit.page, "controls"), []);
  assert.equal(await probe(visit.page, "reading"), { paragraphs: ["H"], faults: [] });
  assert.is(await probe(visit.page, "focus"), undefined);
  for (const [index, name] of ["Wide", "link", "A button", "Card"].entries()) {
    await visit.page.keyboard.press("Tab");
    const focus = await probe(visit.page, "focus");
    assert.is(focus?.number, index);
    assert.ok(focus?.name.includes(name), focus?.name);
    assert.equal(focus?.faults, [], name);
  }
  await visit.close();
});
probes("find what stands out, is too small, is not seen, or does not show the focus", async () => {
  if (!browser) return;
  const visit = await browser.visit(host.origin, "/bad/", { width: 400 });
  assert.match((await probe(visit.page, "overflow")).join(), /^\d+ px in 400: p\.wide “Wide”/);
  assert.match((await probe(visit.page, "controls")).join(), /class="small".*20\.0 × 20\.0$/);
  assert.match((await probe(visit.page, "reading")).faults.join(), /class="gone"/);
  await visit.page.keyboard.press("Tab");
  await visit.page.keyboard.press("Tab");
  assert.equal((await probe(visit.page, "focus"))?.faults, ["has no outline"]);
  await visit.go("/covered/");
  await visit.page.keyboard.press("Tab");
  assert.equal((await probe(visit.page, "focus"))?.faults, ["is covered by div.lid"]);
  await visit.close();
});
probes.after(async () => {
  await browser?.close();
  await host.close();
});
probes.run();
