#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cac } from "cac";
import { CacheHeld } from "./archive/lock.ts";
import { frontMatterJsonSchema } from "./article/front-matter-schema.ts";
import { buildFolder, WrongUse } from "./build-folder.ts";
import { ProblemsError } from "./kit/problem.ts";
import { openProgress } from "./press/progress.ts";
import { formatSummary, summaryJson } from "./press/summary.ts";

const exitCodes = {
  done: 0,
  problems: 1,
  wrongUse: 2,
  cacheHeld: 75,
  interrupted: 130,
  terminated: 143,
} as const;

type BuildFlags = {
  readonly output?: unknown;
  readonly cache: string;
  readonly now?: string;
  readonly force?: boolean;
  readonly hold?: boolean;
  readonly unknownShortcodes?: string;
  readonly json?: boolean;
  readonly list?: boolean;
};

// To end in order lets the cache go; what was half printed, the next build prints again.
process.once("SIGINT", () => process.exit(exitCodes.interrupted));
process.once("SIGTERM", () => process.exit(exitCodes.terminated));

await run(process.argv);

async function run(words: string[]): Promise<void> {
  const command = cac("broadsheet");
  command
    .command("build <folder>", "Print a folder of articles as a news site")
    .option("--output <dir>", "Where to print it")
    .option("--cache <dir>", "Where to remember what was printed", { default: ".cache/broadsheet" })
    .option("--now <iso>", "Print for another moment, such as 2031-05-09T06:00+01:00")
    .option("--force", "Print everything again")
    .option("--hold", "Keep faulty articles out and print the rest")
    .option("--unknown-shortcodes <what>", "stop, keep or drop what no shortcode is")
    .option("--json", "Print one object as the last line")
    .option("--list", "With --json: name the URLs")
    .action((folder: string, flags: BuildFlags) => build(folder, flags));
  command.command("schema", "Print the JSON Schema of an article's front matter").action(printSchema);
  command.help();
  command.version(packageVersion());
  try {
    command.parse(words, { run: false });
    if (!command.matchedCommand && !command.options.help && !command.options.version)
      throw new WrongUse("Say what to do: broadsheet build FOLDER --output DIR.");
    await command.runMatchedCommand();
  } catch (error) {
    report(error);
  }
}

async function build(folder: string, flags: BuildFlags): Promise<void> {
  if (typeof flags.output !== "string")
    throw new WrongUse("--output is missing: broadsheet build FOLDER --output DIR.");
  try {
    const site = { folder, output: flags.output, cache: flags.cache, options: optionsOf(flags) };
    const summary = await buildFolder(site, openProgress(process.stderr));
    console.log(formatSummary(summary));
    if (flags.json) console.log(JSON.stringify(summaryJson(summary, flags.list === true)));
  } catch (error) {
    if (!flags.json || !(error instanceof ProblemsError)) throw error;
    report(error);
    console.log(
      JSON.stringify({
        articles: 0,
        printed: 0,
        unchanged: 0,
        removed: 0,
        problems: error.problems,
        nextDueAt: null,
        milliseconds: {},
      }),
    );
  }
}

function optionsOf({ now, force, hold, unknownShortcodes }: BuildFlags) {
  return {
    ...(now !== undefined && { now: String(now) }),
    force: force === true,
    hold: hold === true,
    ...(unknownShortcodes !== undefined && {
      unknownShortcodes: unknownShortcodes as "stop" | "keep" | "drop",
    }),
  };
}

function printSchema(): void {
  console.log(JSON.stringify(frontMatterJsonSchema(), null, 2));
}

function packageVersion(): string {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8")).version;
}

/** Says what went wrong on standard error, and with which exit code the command ends. */
function report(error: unknown): void {
  if (error instanceof ProblemsError) {
    console.error(error.message);
    process.exitCode = exitCodes.problems;
  } else if (error instanceof CacheHeld) {
    console.error(error.message);
    process.exitCode = exitCodes.cacheHeld;
  } else if (error instanceof WrongUse || (error instanceof Error && error.name === "CACError")) {
    console.error(`${error.message}\nbroadsheet --help lists what it can do.`);
    process.exitCode = exitCodes.wrongUse;
  } else {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = exitCodes.problems;
  }
}
