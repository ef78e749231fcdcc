import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";

const root = resolve(import.meta.dirname, "..");
const runs = suite("the runner of tests");

/** Text of a test file; the code is kept apart, so that the runner does not find it in this file. */
const file = (...lines: string[]) =>
  ['import { suite } from "uvu";', 'import * as assert from "uvu/assert";', ...lines, ""].join("\n");
const [declare, good, bad, run] = [
  'const a = suite("a");',
  'a("is", () => assert.ok(true));',
  'a("is not", () => assert.ok(false));',
  "a.run();",
];

type Case = readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  last: string,
  status: number,
  said: RegExp,
];
const cases: readonly Case[] = [
  [
    "counts what passed",
    { "a.test.ts": file(declare, good, good, run) },
    "2 passed, 0 failed",
    0,
    /a\.test\.ts: 2 of 2/,
  ],
  ["counts what failed", { "a.test.ts": file(declare, good, bad, run) }, "1 passed, 1 failed", 1, /is not/],
  [
    "counts all files",
    { "a.test.ts": file(declare, good, run), "deep/b.test.ts": file(declare, good, run) },
    "2 passed, 0 failed",
    0,
    /deep\/b\.test\.ts/,
  ],
  [
    "misses a forgotten run",
    { "a.test.ts": file(declare, good) },
    "0 passed, 2 failed",
    1,
    /the suite a is not run/,
  ],
  [
    "misses one of two runs",
    { "a.test.ts": file(declare, good, run, declare.replaceAll("a", "b").replace("bonst", "const")) },
    "1 passed, 1 failed",
    1,
    /the suite b is not run/,
  ],
  [
    "refuses a test that is alone",
    { "a.test.ts": file(declare, good, good.replace("a(", ["a.on", "ly("].join("")), run) },
    "1 passed, 1 failed",
    1,
    /is \.only or \.skip/,
  ],
  [
    "refuses a test that is passed over",
    { "a.test.ts": file(declare, good, good.replace("a(", ["a.sk", "ip("].join("")), run) },
    "1 passed, 1 failed",
    1,
    /is \.only or \.skip/,
  ],
  ["refuses a file without a test", { "a.test.ts": "export {};\n" }, "0 passed, 1 failed", 1, /ran no test/],
  [
    "refuses a file that throws",
    { "a.test.ts": file(declare, good, run, 'throw new Error("no");') },
    "0 passed, 1 failed",
    1,
    /Error: no/,
  ],
  [
    "refuses a file that ends badly after its tests",
    { "a.test.ts": file(declare, good, run, 'process.on("exit", () => process.exit(3));') },
    "1 passed, 1 failed",
    1,
    /ended with 3/,
  ],
  ["refuses a folder without tests", { "a.ts": "" }, "0 passed, 1 failed", 1, /no test file was found/],
];
for (const [name, files, last, status, said] of cases) {
  runs(name, () => {
    mkdirSync(join(root, ".cache"), { recursive: true });
    const folder = mkdtempSync(join(root, ".cache/run-"));
    try {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(join(folder, path, ".."), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const ended = spawnSync(process.execPath, ["--import", "tsx", join(root, "tests/run.ts")], {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, TESTS: folder },
      });
      assert.is(ended.stdout.trim().split("\n").at(-1), last, ended.stdout + ended.stderr);
      assert.is(ended.status, status);
      assert.match(ended.stdout, said);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
runs.run();
