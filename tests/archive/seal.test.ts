import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { breakSeal, isTampered, sealArchive } from "../../src/archive/seal.ts";

const cache = mkdtempSync(join(tmpdir(), "broadsheet-seal-"));
process.once("exit", () => rmSync(cache, { recursive: true, force: true }));
mkdirSync(join(cache, "archive"));
const file = join(cache, "archive/data.mdb");

/** Seals an archive of so many bytes, written at a moment in seconds. */
function seal(bytes: string, seconds: number): void {
  writeFileSync(file, bytes);
  utimesSync(file, seconds, seconds);
  sealArchive(cache);
}

const seals = suite("a seal");

for (const [what, seconds, isTrusted] of [
  ["its own time", 1_780_000_001.75, true],
  ["whole seconds, as some packers keep them", 1_780_000_001, true],
  ["every other second, as zip keeps them", 1_780_000_002, true],
  ["another time", 1_780_000_001.25, false],
  ["a later second", 1_780_000_005, false],
] as const) {
  seals(`${isTrusted ? "holds" : "does not hold"} for a file that came back with ${what}`, () => {
    seal("an archive", 1_780_000_001.75);
    utimesSync(file, seconds, seconds);
    assert.is(isTampered(cache), !isTrusted);
  });
}

seals("does not hold for a file of another size, though its time is the same", () => {
  seal("an archive", 1_780_000_001.75);
  const { mtime } = statSync(file);
  writeFileSync(file, "another archive");
  utimesSync(file, mtime, mtime);
  assert.is(isTampered(cache), true);
});

seals("that is broken says nothing: the build that broke it was killed", () => {
  seal("an archive", 1_780_000_001.75);
  breakSeal(cache);
  writeFileSync(file, "another archive");
  assert.is(isTampered(cache), false);
});

seals.run();
