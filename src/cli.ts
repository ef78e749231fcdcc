#!/usr/bin/env node
import { readFileSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { type CAC, cac } from "cac";
import { CacheHeld } from "./archive/lock.ts";
import type { FolderBuild } from "./build-folder.ts";
import { articlesOf, flagOf, WrongUse } from "./folder-use.ts";
import { causesOf } from "./kit/causes.ts";
import { nearestName } from "./kit/nearest.ts";
import { ProblemsError } from "./kit/problem.ts";
import { packageFolder } from "./package-folder.ts";
import { beginListing } from "./press/listing.ts";
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

/** As cac reads them: digits as a number, a repeated flag as an array. */
type BuildFlags = Readonly<
  Record<
    "output" | "cache" | "now" | "workers" | "force" | "hold" | "unknownShortcodes" | "json" | "list",
    unknown
  >
>;

// As of Node 22.1: what was compiled once is loaded as it was compiled.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

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
    .option("--workers <n>", "Threads that read and print where there is much to do (default: one a core)")
    .option("--force", "Print everything again")
    .option("--hold", "Keep faulty articles out and print the rest")
    .option("--unknown-shortcodes <what>", "stop, keep or drop what no shortcode is")
    .option("--json", "Print one object as the last line")
    .option("--list", "With --json: name the URLs")
    .action((folder: unknown, flags: BuildFlags) => build(folder, flags, words));
  command
    .command("why-related <article> [folder]", "Say which stories have to do with an article, and why")
    .option("--cache <dir>", "What a build of the folder remembered", { default: ".cache/broadsheet" })
    .action((article: unknown, folder: unknown, flags: BuildFlags) =>
      explainRelated(article, folder, flags, words),
    );
  command.command("schema", "Print the JSON Schema of an article's front matter").action(printSchema);
  command.help();
  command.version(packageVersion());
  try {
    command.parse(words, { run: false });
    if (!command.matchedCommand && !command.options.help && !command.options.version)
      throw new WrongUse(`${strangeCommand(command)}Say what to do: broadsheet build FOLDER --output DIR.`);
    await command.runMatchedCommand();
  } catch (error) {
    report(isUnknownFlag(error) ? new WrongUse(`${error.message}.${adviceOnFlag(error, command)}`) : error);
  }
}

function strangeCommand({ args, commands }: CAC): string {
  const [word] = args;
  if (word === undefined) return "";
  const near = nearestName(
    word,
    commands.map(({ name }) => name),
  );
  return `There is no command ${word}. ${near ? `Did you mean ${near}? ` : ""}`;
}

function isUnknownFlag(error: unknown): error is Error {
  return error instanceof Error && error.name === "CACError" && error.message.startsWith("Unknown option");
}

function adviceOnFlag({ message }: Error, { matchedCommand }: CAC): string {
  const flags = matchedCommand?.options.map(({ name }) => flagOf(name)) ?? [];
  const near = nearestName(/--?[\w-]+/.exec(message)?.[0] ?? "", flags);
  return near ? ` Did you mean ${near}?` : "";
}

async function build(folder: unknown, flags: BuildFlags, words: readonly string[]): Promise<void> {
  refuseRepeated(flags);
  const site = siteOf(folder, flags, words);
  beginListing(articlesOf(site.folder), site.cache);
  // Eleventy takes longest to load: the folder is listed meanwhile.
  const { buildFolder } = await import("./build-folder.ts");
  try {
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
        nextDueWhy: null,
        everythingBecause: null,
        milliseconds: {},
      }),
    );
  }
}

function refuseRepeated(flags: BuildFlags): void {
  const [name] = Object.entries(flags).find(([key, value]) => key !== "--" && Array.isArray(value)) ?? [];
  if (name === undefined) return;
  throw new WrongUse(`${flagOf(name)} is given more than once.`);
}

function siteOf(folder: unknown, flags: BuildFlags, words: readonly string[]): FolderBuild {
  if (flags.list === true && flags.json !== true)
    throw new WrongUse("--list names URLs in what --json prints: add --json.");
  const output = typedText(flags.output, words);
  if (!output) throw new WrongUse("--output is missing: broadsheet build FOLDER --output DIR.");
  const now = typedText(flags.now, words);
  const unknownShortcodes = typedText(flags.unknownShortcodes, words);
  return {
    folder: typedText(folder, words) ?? "",
    output,
    cache: typedText(flags.cache, words) ?? "",
    options: {
      force: flags.force === true,
      hold: flags.hold === true,
      ...(now !== undefined && { now }),
      ...(flags.workers !== undefined && { workers: Number(flags.workers) }),
      ...(unknownShortcodes !== undefined && {
        unknownShortcodes: unknownShortcodes as "stop" | "keep" | "drop",
      }),
    },
  };
}

/** A value as it was typed: cac makes 2024 of `2024`, and 7 of `007`. */
function typedText(value: unknown, words: readonly string[]): string | undefined {
  if (typeof value !== "number") return typeof value === "string" ? value : undefined;
  const typed = words.map((word) => word.replace(/^--[^=]+=/, ""));
  return typed.find((word) => word.trim() !== "" && Number(word) === value) ?? String(value);
}

async function explainRelated(
  article: unknown,
  folder: unknown,
  flags: BuildFlags,
  words: readonly string[],
): Promise<void> {
  refuseRepeated(flags);
  const { whyRelated } = await import("./why-related.ts");
  const lines = await whyRelated({
    article: typedText(article, words) ?? "",
    folder: typedText(folder, words) ?? ".",
    cache: typedText(flags.cache, words) ?? "",
  });
  console.log(lines.join("\n"));
}

async function printSchema(): Promise<void> {
  const { frontMatterJsonSchema } = await import("./article/front-matter-schema.ts");
  console.log(JSON.stringify(frontMatterJsonSchema(), null, 2));
}

function packageVersion(): string {
  return JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")).version;
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
    console.error(causesOf(error));
    process.exitCode = exitCodes.problems;
  }
}
