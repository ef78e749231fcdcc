import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { now, type Site } from "./site.ts";

/** How a run of the command ended. */
export type Run = {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** Begins `broadsheet build` of a site in a process of its own, from the sources. */
export function beginBuild(
  { folder, output, cache }: Site,
  flags: readonly string[] = [],
): ChildProcessWithoutNullStreams {
  const command = ["--import", "tsx", "src/cli.ts", "build", folder, "--output", output, "--cache", cache];
  return spawn(process.execPath, [...command, ...(flags.includes("--now") ? [] : ["--now", now]), ...flags]);
}

/** What a begun build says until it ends. */
export async function endOf(child: ChildProcessWithoutNullStreams): Promise<Run> {
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  const [status, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { status, signal, ...said };
}

/** Runs `broadsheet build` to its end. */
export function runBuild(site: Site, flags: readonly string[] = []): Promise<Run> {
  return endOf(beginBuild(site, flags));
}

/** Waits until a begun build has taken the cache and reads the articles, or ends. */
export function readingOf(child: ChildProcessWithoutNullStreams): Promise<void> {
  return new Promise((resolve) => {
    child.stderr.on("data", (text: string) => {
      if (text.includes("reads the articles")) resolve();
    });
    child.once("close", () => resolve());
  });
}
