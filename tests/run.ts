/**
 * Compiles the reader's scripts, runs every suite and says what really ran: fails where a test fails, where a file runs none,
 * where a suite was not run, or where a test is `.only` or `.skip`.
 * Installs the programs of Debian's that the files ask for, where it can; passes on lines that begin with `!` or `#`.
 * `npm test -- law clock`: only files whose path has one of the words. `TESTS=folder`: the tests of another folder.
 */
import { execFile, execSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { delimiter, join, relative, resolve } from "node:path";
import { installTools, tools } from "./debian-tools.ts";

const root = resolve(import.meta.dirname, "..");
const folder = resolve(process.env.TESTS ?? import.meta.dirname);
const words = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts") && !/(^|\/)(newsrooms|sites)\//.test(name))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort();

// Whoever runs another folder's tests does so beside these.
if (process.env.TESTS === undefined) compileReader();
installTools(
  Object.entries(tools).flatMap(([name, tool]) =>
    files.some((file) => readFileSync(join(folder, file), "utf8").includes(`tools.${name}`)) ? [tool] : [],
  ),
);

/** Pictures are made once for all files. */
const made = mkdtempSync(join(tmpdir(), "broadsheet-made-"));
process.once("exit", () => rmSync(made, { recursive: true, force: true }));

let passed = 0;
let failed = 0;
const waiting = [...files];
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, runWaiting));
if (files.length === 0) fail("no test file was found");
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** As `npm run compile:reader` does, but at once. */
function compileReader(): void {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const path = [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);
  execSync(scripts["compile:reader"], { cwd: root, env: { ...process.env, PATH: path }, stdio: "inherit" });
}

async function runWaiting(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const file = join(folder, name);
    for (const fault of listSilent(readFileSync(file, "utf8"))) fail(`${relative(root, file)}: ${fault}`);
    await runFile(file, name);
  }
}

/** Each file in a process of its own: uvu runs what was queued, and prints how much that was. */
async function runFile(file: string, name: string): Promise<void> {
  const began = performance.now();
  const { stdout, stderr, status } = await run(file);
  const total = sumOf(/^ {2}Total: +(\d+)$/gm, stdout);
  const good = sumOf(/^ {2}Passed: +(\d+)$/gm, stdout);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  passed += good;
  failed += total - good;
  console.log(`${name}: ${good} of ${total} in ${seconds} s`);
  for (const [said] of stdout.matchAll(/^[!#] .*$/gm)) console.log(said);
  if (total === 0) fail(`${name}: ran no test`);
  else if (status !== 0 && total === good) fail(`${name}: ended with ${status}`);
  if (status !== 0 || total !== good) console.log(`${stdout}\n${stderr}`);
}

type Ended = { readonly stdout: string; readonly stderr: string; readonly status: number | string | null };

function run(file: string): Promise<Ended> {
  const options = {
    cwd: root,
    env: { BROADSHEET_MADE: made, ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" },
    maxBuffer: 256 * 1024 * 1024,
  };
  return new Promise((end) => {
    execFile(process.execPath, ["--import", "tsx", file], options, (error, stdout, stderr) => {
      end({ stdout, stderr, status: error ? (error.code ?? error.signal ?? null) : 0 });
    });
  });
}

/** A file that waits for something between two suites ends with a count for each. */
function sumOf(count: RegExp, stdout: string): number {
  return Array.from(stdout.matchAll(count), ([, digits]) => Number(digits)).reduce(
    (sum, digits) => sum + digits,
    0,
  );
}

/** What makes uvu pass over tests without a word. */
function listSilent(text: string): string[] {
  const suites = Array.from(text.matchAll(/\bconst (\w+) = suite\b/g), ([, suite]) => suite ?? "");
  const silent = suites.filter((suite) => !new RegExp(`\\b${suite}\\.run\\(`).test(text));
  const runsTest = !/import \{[^}]*\btest\b[^}]*\} from "uvu"/.test(text) || /\btest\.run\(/.test(text);
  return [
    ...silent.map((suite) => `the suite ${suite} is not run: ${suite}.run() is missing`),
    ...(runsTest ? [] : ["its tests are not run: test.run() is missing"]),
    ...(/\.(only|skip)\(/.test(text) ? ["a test is .only or .skip"] : []),
  ];
}

function fail(text: string): void {
  failed++;
  console.log(`✘ ${text}`);
}
