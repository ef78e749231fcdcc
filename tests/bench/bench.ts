/**
 * Measures Broadsheet beside its peers, on one machine in one run, and says which of the project's bars it reaches.
 * `npm run bench -- --help` lists the flags.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { join } from "node:path";
import { renderChart } from "./chart.ts";
import { type Flags, parseFlags, usage } from "./flags.ts";
import { putMarkdown } from "./markdown-table.ts";
import { packageFolder } from "./project.ts";
import { medianOf, type Report, type Row, type Weight } from "./report.ts";
import { measureSize } from "./rounds.ts";
import { renderReport } from "./terminal-table.ts";
import { endAll, timeRun } from "./timed-run.ts";
import { eleventyVersionCommand, findTool, type Missing, type Tool } from "./tools.ts";
import { bytesFor, closeWorkroom, openWorkroom } from "./workroom.ts";

const words = process.argv.slice(2);
const flags = readFlags();
if (flags)
  await run(flags).catch((error) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });

/** Undefined where there is nothing to run: help was asked for, or a flag is wrong. */
function readFlags(): Flags | undefined {
  if (words.includes("--help")) {
    console.log(usage);
    return undefined;
  }
  try {
    return parseFlags(words);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = 2;
    return undefined;
  }
}

async function run(flags: Flags): Promise<void> {
  const report = flags.from === undefined ? await measureAll(flags) : readReport(flags.from);
  console.log(`\n${renderReport(report)}`);
  if (flags.out !== undefined) writeFileSync(flags.out, `${JSON.stringify(report, null, 2)}\n`);
  if (flags.chart !== undefined) writeFileSync(flags.chart, renderChart(report));
  if (flags.markdown !== undefined) putMarkdown(flags.markdown, report);
}

async function measureAll(flags: Flags): Promise<Report> {
  const startedAt = new Date().toISOString();
  const found = flags.tools.map((name) => findTool(name, flags.workers));
  const tools = found.filter((each): each is Tool => "command" in each);
  const missing = found.filter((each): each is Missing => "reason" in each);
  for (const { name, reason } of missing) say(`leaves ${name} out: ${reason}`);
  compile();
  const room = openWorkroom(Math.max(...flags.articles.map((size) => bytesFor(size, tools.length))));
  removeAtEnd(room.folder);
  const starts: number[] = [];
  for (let round = 0; round < (flags.rounds[0] ?? 1); round++)
    starts.push((await timeRun(eleventyVersionCommand)).seconds);
  const { rows, weight } = await measureSizes(flags, tools, room.folder);
  return {
    startedAt,
    command: ["npm run bench --", ...words].join(" "),
    machine: describeMachine(room.isInMemory),
    versions: {
      Broadsheet: versionOf("package.json"),
      Node: process.versions.node,
      Eleventy: versionOf("node_modules/@11ty/eleventy/package.json"),
      ...Object.fromEntries(
        tools.filter(({ name }) => name === "hugo").map((tool) => [tool.label, tool.version]),
      ),
    },
    missing,
    rows,
    eleventyStart: medianOf(starts),
    weight,
  };
}

async function measureSizes(
  { articles, limits, only, rounds }: Flags,
  tools: readonly Tool[],
  room: string,
): Promise<{ readonly rows: readonly Row[]; readonly weight: Weight | undefined }> {
  const rows: Row[] = [];
  let weight: Weight | undefined;
  for (const [at, size] of articles.entries()) {
    const flags = { only, rounds: rounds[at] ?? rounds.at(-1) ?? 1 };
    const isAllowed = ({ name }: Tool) => size <= (limits.get(name) ?? Number.POSITIVE_INFINITY);
    const measured = await measureSize(size, tools.filter(isAllowed), flags, room, say);
    rows.push(...measured.rows);
    weight ??= measured.weight;
    for (const { name, label } of tools.filter((tool) => !isAllowed(tool))) {
      const failure = `not run above ${limits.get(name)?.toLocaleString("en")}`;
      rows.push({ tool: name, label, scenario: "clean", articles: size, samples: [], failure });
    }
  }
  return { rows, weight };
}

/** The command and the plugin run what was compiled; so that is what is measured. */
function compile(): void {
  say("compiles src into dist");
  const { status, stdout } = spawnSync("npm", ["run", "--silent", "prepare"], {
    cwd: packageFolder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`src cannot be compiled:\n${stdout}`);
}

/** Whatever ends the benchmark, nothing is left behind. */
function removeAtEnd(folder: string): void {
  process.once("exit", () => {
    endAll();
    closeWorkroom(folder);
  });
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
}

function describeMachine(isInMemory: boolean): Report["machine"] {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? "an unknown processor",
    memoryBytes: totalmem(),
    system: `${platform()} ${arch()}`,
    folder: isInMemory ? "memory (tmpfs)" : "the temporary folder",
  };
}

function readReport(file: string): Report {
  return JSON.parse(readFileSync(file, "utf8"));
}

function versionOf(file: string): string {
  return JSON.parse(readFileSync(join(packageFolder, file), "utf8")).version;
}

function say(text: string): void {
  process.stderr.write(`bench: ${text}\n`);
}
