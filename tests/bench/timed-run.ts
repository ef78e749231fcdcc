import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { watchMemory } from "./process-memory.ts";

/** A process to begin; `env` is added to the benchmark's own. */
export type Command = {
  readonly file: string;
  readonly words: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** How a process ended, and what it took: wall time, and the memory of all processes together where the system tells it. */
export type TimedRun = {
  readonly seconds: number;
  readonly peakBytes: number | undefined;
  readonly stdout: string;
  /** Why it failed, with the last lines that it wrote on standard error; undefined where it ended well. */
  readonly failure: string | undefined;
};

/** A process that runs. */
export type Running = ChildProcessByStdio<null, Readable, Readable>;

const running = new Set<Running>();

/** How much of what a process says is kept. */
const keptCharacters = 1_000_000;
const toldLines = 6;

/** Begins a process that ends with the benchmark. */
export function begin({ file, words, cwd, env }: Command): Running {
  const child = spawn(file, words, {
    cwd,
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}

/** Ends whatever still runs. */
export function endAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** Runs a process to its end. Does not throw where it fails. */
export function timeRun(command: Command): Promise<TimedRun> {
  const began = performance.now();
  const child = begin(command);
  const memory = child.pid === undefined ? undefined : watchMemory(child.pid);
  let seconds = 0;
  let cause: string | undefined;
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      said[name] = `${said[name]}${text}`.slice(-keptCharacters);
    });
  }
  child.once("error", (error) => {
    cause = error.message;
  });
  child.once("exit", (status, signal) => {
    seconds = (performance.now() - began) / 1000;
    if (signal === "SIGKILL") cause = "killed, most likely since memory ran out";
    else if (signal) cause = `ended by ${signal}`;
    else if (status !== 0) cause = `ended with ${status}`;
  });
  return new Promise((end) => {
    child.once("close", () => {
      const failure = cause && [cause, ...lastLines(said.stderr || said.stdout)].join("\n");
      end({ seconds, peakBytes: memory?.stop(), stdout: said.stdout, failure });
    });
  });
}

/** The last lines that say something: neither empty, nor of a stack trace. */
export function lastLines(text: string): string[] {
  const lines = text.split("\n").filter((line) => !/^\s*(\[11ty\]\s*)?(at |\d+: 0x|$)/.test(line));
  return lines.slice(-toldLines);
}
