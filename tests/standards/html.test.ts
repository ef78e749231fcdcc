import { readdirSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { printSampleSite } from "../browser/sample-site.ts";
import { hasTool, tools } from "../debian-tools.ts";
import { makeSite, put } from "../site.ts";
import { tellAtEnd } from "../tell-at-end.ts";
import { faultsByNu } from "./nu-checker.ts";

/** Files with a fault each: whoever does not find these finds nothing. */
const faulty: Readonly<Record<string, readonly [text: string, said: RegExp]>> = {
  "error.html": [
    '<!doctype html><html lang="en"><title>T</title><h1 id="a">A</h1><p id="a">B</p></html>',
    /error: Duplicate ID/,
  ],
  "warning.html": [
    '<!doctype html><html lang="en"><title>T</title><section><p>No heading</p></section></html>',
    /info: Section lacks heading/,
  ],
  "note.html": [
    '<!doctype html><html lang="en"><title>T</title><p>A <br/> slash</p></html>',
    /info: Trailing slash/,
  ],
  "style.css": ["p { colour: red }", /error: .*colour/],
  "picture.svg": ['<svg xmlns="http://www.w3.org/2000/svg"><rectangle/></svg>', /error: .*rectangle/],
};
const hasJava = hasTool(tools.java, "what is printed against the Nu Html Checker");

const checker = suite("the Nu Html Checker");
checker("is told to say all that it knows", () => {
  const site = makeSite();
  put(site, Object.fromEntries(Object.entries(faulty).map(([name, [text]]) => [name, text])));
  if (!hasJava) return;
  const faults = faultsByNu(Object.keys(faulty).map((name) => join(site.folder, name)));
  for (const [name, [, said]] of Object.entries(faulty))
    assert.ok(
      faults.some((fault) => fault.includes(`/${name}:`) && said.test(fault)),
      `${name}: ${faults.join("\n")}`,
    );
});
checker("says nothing of the sample newsroom's pages, stylesheets and drawings", async () => {
  if (!hasJava) return;
  const { folder } = await printSampleSite();
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(html|css|svg)$/.test(name))
    .map((name) => join(folder, name));
  assert.ok(files.length > 300);
  assert.equal(
    faultsByNu(files).map((fault) => fault.replace(folder, "")),
    [],
  );
  tellAtEnd(`# The Nu Html Checker read ${files.length} files.`);
});
checker.run();
