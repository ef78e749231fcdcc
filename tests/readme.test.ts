import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readmeTables, renderTable } from "./readme-tables.ts";

const file = resolve(import.meta.dirname, "../README.md");
const marks = (name: string) => new RegExp(`(<!-- table: ${name} -->\n)([^]*?)(<!-- /table -->)`);

if (process.env["UPDATE"]) {
  let text = readFileSync(file, "utf8");
  for (const [name, table] of Object.entries(readmeTables)) {
    text = text.replace(
      marks(name),
      (_, open, former, close) => `${open}${renderTable(table(), former)}\n${close}`,
    );
  }
  writeFileSync(file, text);
}
const readme = readFileSync(file, "utf8");

const tables = suite("tables of the README");
for (const [name, table] of Object.entries(readmeTables)) {
  tables(`${name}: as the code has them (UPDATE=1 writes them)`, () => {
    const [, , shown = "no such table"] = marks(name).exec(readme) ?? [];
    assert.is(shown, `${renderTable(table(), shown)}\n`);
    assert.not(shown.includes("MISSING"), "what the code does not say is to be written in the README");
  });
}
tables.run();
