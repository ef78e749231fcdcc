import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Archive, emptyMeta, isNew, openArchive } from "../../src/archive/archive.ts";

const cache = mkdtempSync(join(tmpdir(), "broadsheet-archive-"));
process.once("exit", () => rmSync(cache, { recursive: true, force: true }));

/** Fills an archive in one transaction, and says what the next build finds of it. */
async function reopenAfter(fill: (archive: Archive) => void) {
  const { archive } = await openArchive(cache);
  await archive.transact(() => fill(archive));
  await archive.close();
  const { archive: again, remade } = await openArchive(cache);
  const found = { due: again.due.count(), isNew: isNew(again), remade };
  await again.close();
  return found;
}

const readings = suite("the first reading of an archive");

readings("is begun anew, and nothing is told, where it did not come to its end", async () => {
  const found = await reopenAfter(({ due }) => due.put([1, "a.md"], "publish"));
  assert.equal(found, { due: 0, isNew: true, remade: undefined });
});

readings("is kept once the archive has a state", async () => {
  const found = await reopenAfter(({ due, meta }) => {
    due.put([1, "a.md"], "publish");
    meta.put(["meta"], emptyMeta);
  });
  assert.equal(found, { due: 1, isNew: false, remade: undefined });
});

readings("keeps all of a transaction or nothing, with those that it holds", async () => {
  const { archive } = await openArchive(cache);
  const failed = archive.transact(async () => {
    await archive.transact(() => archive.due.put([2, "b.md"], "publish"));
    throw new Error("no");
  });
  assert.is(await failed.catch((error: Error) => error.message), "no");
  assert.is(archive.due.count(), 1);
  await archive.transact(() => archive.due.put([2, "b.md"], "publish"));
  assert.is(archive.due.count(), 2);
  await archive.close();
});

readings.run();
