import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { DialectName } from "./dialects.ts";
import { type Project, packageFolder } from "./project.ts";
import type { ScenarioName } from "./scenarios.ts";
import type { Command } from "./timed-run.ts";

export const toolNames = ["ours", "whole", "hugo", "eleventy"] as const;

/** `ours`: Broadsheet with the peers' kinds of page, through Eleventy. `whole`: all it prints, by its command. */
export type ToolName = (typeof toolNames)[number];

/** What prints an archive. */
export type Tool = {
  readonly name: ToolName;
  /** As tables and the chart name it. */
  readonly label: string;
  readonly version: string;
  readonly dialect: DialectName;
  /** Folder beside this file that is copied into the site. */
  readonly template?: string;
  /** What it can do. A peer prints everything at each build. */
  readonly scenarios: readonly ScenarioName[];
  readonly command: (project: Project) => Command;
  /** How the command says how many pages it printed; without, all that it wrote are counted. */
  readonly printed?: RegExp;
  /** In place of the command, to print with each change. */
  readonly watch?: (project: Project) => Command;
};

/** A tool that is not here, and why. */
export type Missing = { readonly name: ToolName; readonly reason: string };

const eleventyCommand = join(packageFolder, "node_modules/@11ty/eleventy/cmd.cjs");

/** What is measured when only Eleventy's start is. */
export const eleventyVersionCommand: Command = {
  file: process.execPath,
  words: [eleventyCommand, "--version"],
  cwd: packageFolder,
};

/** The tools by name, or why one is missing. `workers`: for Broadsheet. */
export function findTool(name: ToolName, workers: number | undefined): Tool | Missing {
  if (name === "hugo") return findHugo();
  if (name === "eleventy") return findEleventy();
  return name === "ours" ? samePages(workers) : wholeNewspaper(workers);
}

function samePages(workers: number | undefined): Tool {
  const command = (project: Project, ...flags: string[]): Command => ({
    file: process.execPath,
    // Eleventy takes the path of its configuration for one below the working folder.
    words: [eleventyCommand, `--config=${ourConfig(project)}`, "--quiet", ...flags],
    cwd: project.site,
    env: { BENCH_CACHE: project.cache, BENCH_WORKERS: workers === undefined ? "" : String(workers) },
  });
  return {
    name: "ours",
    label: "Broadsheet, same pages",
    version: versionOf("."),
    dialect: "broadsheet",
    scenarios: ["clean", "nothing", "edit", "rename", "publish", "clone", "watch"],
    command,
    watch: (project) => command(project, "--watch"),
    printed: /(\d+) pages? printed/,
  };
}

function ourConfig({ site }: Project): string {
  return relative(site, join(import.meta.dirname, "broadsheet/eleventy.config.js"));
}

function wholeNewspaper(workers: number | undefined): Tool {
  return {
    name: "whole",
    label: "Broadsheet, whole newspaper",
    version: versionOf("."),
    dialect: "broadsheet",
    scenarios: ["clean", "nothing", "edit", "rename", "publish", "clone"],
    command: ({ site, output, cache }) => ({
      file: process.execPath,
      words: [
        ...[join(packageFolder, "dist/cli.js"), "build", "content", "--json"],
        ...["--output", output, "--cache", cache],
        ...(workers === undefined ? [] : ["--workers", String(workers)]),
      ],
      cwd: site,
    }),
    printed: /"printed":(\d+)/,
  };
}

function findHugo(): Tool | Missing {
  const file = process.env.HUGO ?? "hugo";
  try {
    const said = execFileSync(file, ["version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return {
      name: "hugo",
      label: "Hugo",
      version: /v([\d.]+)/.exec(said)?.[1] ?? said.trim(),
      dialect: "hugo",
      template: "hugo",
      scenarios: ["clean", "nothing", "publish"],
      command: ({ site, output, cache }) => ({
        file,
        words: ["--noBuildLock", "--destination", output, "--cacheDir", cache],
        cwd: site,
      }),
    };
  } catch {
    return { name: "hugo", reason: `${file} is not installed: HUGO=path says where it is` };
  }
}

function findEleventy(): Tool | Missing {
  const plugin = "@11ty/eleventy-plugin-rss";
  try {
    import.meta.resolve(plugin);
  } catch {
    return { name: "eleventy", reason: `${plugin} is not installed: npm install --no-save ${plugin}` };
  }
  return {
    name: "eleventy",
    label: "Eleventy",
    version: versionOf("node_modules/@11ty/eleventy"),
    dialect: "eleventy",
    template: "eleventy",
    scenarios: ["clean", "nothing", "publish"],
    command: ({ site }) => ({ file: process.execPath, words: [eleventyCommand, "--quiet"], cwd: site }),
  };
}

function versionOf(folder: string): string {
  return JSON.parse(readFileSync(join(packageFolder, folder, "package.json"), "utf8")).version;
}
