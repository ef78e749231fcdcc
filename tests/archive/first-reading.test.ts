import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { emptyMeta, isNew, openArchive } from "../../src/archive/archive.ts";

const cache = mkdtempSync(join(tmpdir(), "broadsheet-archive-"));
process.once("exit", () => rmSync(cache, { recursive: true, force: true }));

const readings = suite("the first reading of an archive");

readings("is begun anew, and nothing is told, where it did not come to its end", async () => {
  const { archive } = await openArchive(cache);
  await archive.transact(() => archive.due.put([1, "a.md"], "publish"));
  await archive.close();
  const { archive: anew, remade } = await openArchive(cache);
  assert.equal([anew.due.count(), isNew(anew), remade], [0, true, undefined]);
  await anew.close();
});

readings("is kept once the archive has a state", async () => {
  const { archive } = await openArchive(cache);
  await archive.transact(() => {
    archive.due.put([1, "a.md"], "publish");
    archive.meta.put(["meta"], emptyMeta);
  });
  await archive.close();
  const { archive: again, remade } = await openArchive(cache);
  assert.equal([again.due.count(), isNew(again), remade], [1, false, undefined]);
  await again.close();
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
