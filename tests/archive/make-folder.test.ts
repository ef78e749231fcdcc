import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { makeFolder } from "../../src/archive/make-folder.ts";

const making = suite("makeFolder");
const root = mkdtempSync(join(tmpdir(), "broadsheet-folder-"));
process.once("exit", () => rmSync(root, { recursive: true, force: true }));

making("makes a folder and those above it, and leaves one that is there", () => {
  const folder = join(root, "a/b/c");
  makeFolder(folder);
  makeFolder(folder);
  assert.ok(existsSync(folder));
});

making("throws where a file is in the way", () => {
  writeFileSync(join(root, "file"), "");
  assert.throws(() => makeFolder(join(root, "file/a")), /ENOTDIR/);
});

making("does not mind who else makes it at the same moment", async () => {
  const module = JSON.stringify(new URL("../../src/archive/make-folder.ts", import.meta.url).href);
  const startAt = Date.now() + 3000;
  const script = `const { makeFolder } = await import(${module});
    while (Date.now() < ${startAt});
    for (let at = 0; at < 3000; at++) makeFolder(${JSON.stringify(root)} + "/race/" + at + "/x/y");`;
  const racing = Array.from({ length: 2 }, () =>
    spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
      stdio: "ignore",
    }),
  );
  const ends = await Promise.all(racing.map((child) => once(child, "exit")));
  assert.equal(
    ends.map(([status]) => status),
    [0, 0],
  );
});

making.run();
