import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { attribute, elementsOf } from "../page-tree.ts";
import { printSampleNewsroom } from "../sample-newsroom.ts";
import { makeSite, print, type Site } from "../site.ts";
import { tellAtEnd } from "../tell-at-end.ts";
import { listBroken } from "./broken-graphs.ts";
import { htmlOf, makeSheet, sheetNames } from "./good-graphs.ts";
import { faultsIn, jsonLdRules } from "./json-ld-rules.ts";

const blog = "../shared/corpora/18f";

type Page = { readonly path: string; readonly html: string };

/** A printed newsroom: where it says that it is, its pages, and those of its own that Broadsheet did not make. */
type Printed = {
  readonly name: string;
  readonly url: string;
  readonly pages: readonly Page[];
  readonly own: readonly string[];
  readonly least: number;
};

const rules = suite(`the ${jsonLdRules.length} rules for JSON-LD`);

rules("have a name each, and the document that they are from", () => {
  assert.is(new Set(jsonLdRules.map(({ name }) => name)).size, jsonLdRules.length);
  for (const { name, source } of jsonLdRules) assert.match(source, /\S.{8,}/, name);
});

rules("accept pages that are as they should be", () => {
  for (const name of sheetNames) {
    const sheet = makeSheet(name);
    assert.equal(faultsIn(htmlOf(sheet), sheet.url), [], name);
  }
});

const broken = listBroken();
for (const [at, { rule, html, url }] of broken.entries()) {
  rules(`refuse broken page ${at + 1} by ${rule}`, () => {
    const found = faultsIn(html, url);
    assert.ok(
      found.some((fault) => fault.rule === rule),
      `${JSON.stringify(found)}\n${html}`,
    );
  });
}

rules("have at least one page each that breaks them, and none breaks a rule that is not there", () => {
  assert.equal(new Set(jsonLdRules.map(({ name }) => name)), new Set(broken.map(({ rule }) => rule)));
});

rules.run();

for (const { name, url, pages, own, least } of [printSample(), ...(await printBlog())]) {
  const printed = suite(`the JSON-LD of ${name}`);
  const described = pages.filter(({ html }) => html.includes("application/ld+json"));

  printed("breaks no rule", () => {
    const faults = described.flatMap(({ path, html }) => faultsIn(html, addressOf(path, url)));
    assert.equal(faults.slice(0, 10), []);
    assert.ok(described.length >= least, `${described.length} pages`);
  });

  printed("is on each page but redirects, those that are not to be found, and the site's own", () => {
    const bare = pages.filter((page) => !described.includes(page) && !isUnlisted(page));
    assert.equal(
      bare.map(({ path }) => path).filter((path) => !own.includes(path)),
      [],
    );
  });

  tellAtEnd(`# ${name}: JSON-LD of ${described.length} pages by ${jsonLdRules.length} rules`);
  printed.run();
}
if (!existsSync(blog)) tellAtEnd(`! Not tested: the 18F blog is not at ${blog}.`);

function printSample(): Printed {
  const { output, url } = printSampleNewsroom();
  const own = ["about", "contact", "rights", "staff", "standards"].map((page) => `${page}/index.html`);
  return { name: "the sample newsroom", url, pages: readPages(output), own, least: 140 };
}

async function printBlog(): Promise<Printed[]> {
  if (!existsSync(blog)) return [];
  const site: Site = { ...makeSite(), folder: blog };
  await print(site, { hold: true, unknownShortcodes: "drop" });
  const pages = readPages(site.output);
  return [{ name: "the 18F blog", url: "https://example.org/", pages, own: [], least: 508 }];
}

function readPages(output: string): Page[] {
  const names = readdirSync(output, { recursive: true, encoding: "utf8" }).sort();
  return names
    .filter((name) => name.endsWith(".html"))
    .map((path) => ({ path, html: readFileSync(join(output, path), "utf8") }));
}

function addressOf(path: string, url: string): string {
  return new URL(path.replace(/(^|\/)index\.html$/, "$1"), url).href;
}

/** Pages that send on to another, or that search engines are told to leave out. */
function isUnlisted({ html }: Page): boolean {
  return elementsOf(html).some(
    (element) =>
      attribute(element, "http-equiv") === "refresh" ||
      (attribute(element, "name") === "robots" && attribute(element, "content")?.includes("noindex")),
  );
}
