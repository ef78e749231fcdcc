import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { tellAtEnd } from "../tell-at-end.ts";

const folder = "dist/reader";
const bytesOf = (name: string) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length;
const sizes = new Map(readdirSync(folder).map((name) => [name, bytesOf(name)]));
const worker = "service-worker.js";
/** Loaded by the one page that searches, beside the scripts of every page. */
const search = "search.js";
const sum = (names: readonly string[]) => names.reduce((all, name) => all + (sizes.get(name) ?? 0), 0);

const budget = suite("what the reader's scripts weigh");
budget("is 5 kB at most for all that pages load, and little more with the service worker", () => {
  const loaded = [...sizes.keys()].filter((name) => name !== worker && name !== search);
  const rows = [...sizes].map(([name, bytes]) => `${name} ${bytes}`);
  tellAtEnd(
    `# Bytes of scripts, gzipped: ${rows.join(", ")}; ${sum(loaded)} without the worker and the search.`,
  );
  assert.ok(sum(loaded) <= 5_000, `${sum(loaded)} bytes`);
  assert.ok(sum([worker]) <= 1_500, `${sum([worker])} bytes`);
  assert.ok(sum([search]) <= 1_700, `${sum([search])} bytes`);
  assert.ok(sum(["preferences.js", "reader.js", search]) <= 5_000);
});
budget("is that of every script there is", () => {
  const sources = readdirSync("src/reader").filter((name) => /(?<!\.d)\.ts$/.test(name));
  assert.equal(
    [...sizes.keys()].sort(),
    sources.map((name) => name.replace(/ts$/, "js")).sort(),
    "the script compile:reader of package.json names them",
  );
});
budget("is that of files without imports: each is loaded alone", () => {
  for (const name of sizes.keys()) {
    const text = readFileSync(join(folder, name), "utf8");
    // What the search loads is not the theme's: Pagefind's program.
    const own = text.replace(/await import\(`\$\{\w+\}pagefind\.js`\)/, "");
    assert.not.match(own, /\bimport\s*[{"'(]|\bexport\b/, name);
    assert.not.match(text, /\beval\(|new Function|innerHTML|document\.write/, name);
  }
});
budget.run();
