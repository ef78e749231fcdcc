/**
 * `npm run lighthouse`: Lighthouse on a phone, over its slow line, looks at the sample newsroom's home page, a section, a
 * story with a picture, a live blog and the search. Prints what it found, and fails where a page has less than 100 in one
 * of the four categories. `npm run lighthouse -- home live`: only pages whose kind or genre has one of the words.
 */
import { basename } from "node:path";
import lighthouse, { type Flags } from "lighthouse";
import { choosePages, type SamplePage } from "../browser/sample-pages.ts";
import { printSampleSite } from "../browser/sample-site.ts";
import { hostSite } from "../browser/site-host.ts";
import {
  type AuditedPage,
  categories,
  isPerfect,
  middleOf,
  parseResult,
  renderAudits,
} from "./audited-page.ts";
import { startBrowser } from "./debugged-browser.ts";

const words = process.argv.slice(2);
const looked = /^(home-front|section-front|search-page)$/;
const runs = 3;

const { folder, pages } = await printSampleSite();
/** Lighthouse knows the directives of RFC 9309 and a few more, and not `License`, which is of Really Simple Licensing. */
const host = await hostSite(folder, (file, text) =>
  basename(file) === "robots.txt" ? text.replace(/^License: .*\n/gm, "") : text,
);
const browser = await startBrowser();
const audited: AuditedPage[] = [];
try {
  for (const page of choosePages(pages, ["en"]).filter(isLookedAt)) audited.push(await audit(page));
} finally {
  await browser.close();
  await host.close();
}
console.log(renderAudits(audited));
process.exitCode = audited.length > 0 && audited.every(isPerfect) ? 0 : 1;

function isLookedAt({ kind, genre }: SamplePage): boolean {
  const name = `${kind} ${genre ?? ""}`;
  const isOne = looked.test(kind) || genre === "report" || genre === "live";
  return isOne && (words.length === 0 || words.some((word) => name.includes(word)));
}

/** A page that is not perfect is looked at again, and the middle run counts. */
async function audit(page: SamplePage): Promise<AuditedPage> {
  const all: AuditedPage[] = [];
  do all.push(await auditOnce(page));
  while (all.length < runs && !all.every(isPerfect));
  return middleOf(all) ?? Promise.reject(new Error(`${page.path} was not looked at`));
}

async function auditOnce({ path }: SamplePage): Promise<AuditedPage> {
  const flags: Flags = {
    port: browser.port,
    output: "json",
    logLevel: "error",
    onlyCategories: [...categories],
  };
  const result = await lighthouse(host.origin + path, flags);
  if (!result) throw new Error(`Lighthouse said nothing of ${path}`);
  return parseResult(path, result.lhr);
}
