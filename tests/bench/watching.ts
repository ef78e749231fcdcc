import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { watchMemory } from "./process-memory.ts";
import { type Project, putArticle } from "./project.ts";
import type { Sample } from "./report.ts";
import { placeOf } from "./synthetic-archive.ts";
import { begin, lastLines, type Running } from "./timed-run.ts";

const edits = 5;
/** Milliseconds: between two looks at the output, of rest after a build, until an unseen edit is written again, until we give up. */
const pause = 5;
const rest = 300;
const patience = 2_000;
const limit = 300_000;
/** Milliseconds over which a process is idle that used the processor for less than a tenth of them. */
const idle = 1_000;

/**
 * Edits a few bodies while a tool watches, one after the other: the seconds from each edit until its page is written.
 * A first edit is not counted: it shows that the tool has begun to watch; the others come once it is at rest. Takes its edits back, but prints nothing then.
 * Throws where the tool ends or does not see an edit.
 */
export async function watchEdits(project: Project): Promise<Sample[]> {
  const { tool } = project;
  if (!tool.watch) throw new Error(`${tool.label} is not measured while it watches.`);
  const child = begin(tool.watch(project));
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  const ended = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("close", (status) =>
      reject(new Error([`ended with ${status} while it watched`, ...lastLines(complaints)].join("\n"))),
    );
  });
  const memory = child.pid === undefined ? undefined : watchMemory(child.pid);
  try {
    const seconds = await Promise.race([makeEdits(project, child), ended]);
    const peakBytes = memory?.stop();
    return seconds.map((each) => ({ seconds: each, peakBytes, pages: 1, files: undefined }));
  } finally {
    memory?.stop();
    ended.catch(() => {});
    await endWatching(child);
    for (let edit = 0; edit <= edits; edit++) putArticle(project, numberOf(edit, project));
  }
}

async function makeEdits(project: Project, child: Running): Promise<number[]> {
  const builds = listenForBuilds(project, child);
  await builds.after(0);
  const seconds: number[] = [];
  for (let edit = 0; edit <= edits; edit++) {
    await wait(rest);
    const told = builds.told();
    seconds.push(await untilSeen(project, child, edit, edit === 0 ? patience : limit));
    await builds.after(told);
    // A watcher that has just begun still walks through the whole folder.
    if (edit === 0) await untilIdle(child);
  }
  return seconds.slice(1);
}

/** Counts the builds of which the tool has told; `after` waits for more than so many. */
function listenForBuilds(
  { tool }: Project,
  child: Running,
): { readonly told: () => number; readonly after: (builds: number) => Promise<void> } {
  let said = "";
  let wake = () => {};
  const summary = new RegExp(tool.printed ?? "$", "g");
  const told = () => Array.from(said.matchAll(summary)).length;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    wake();
  });
  const after = async (builds: number) => {
    while (told() <= builds)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  return { told, after };
}

/** Writes an edit, again whenever `again` milliseconds went by, and gives the seconds from the last writing until its page shows it. */
async function untilSeen(project: Project, child: Running, edit: number, again: number): Promise<number> {
  const number = numberOf(edit, project);
  const page = articlePage(project, number);
  const giveUpAt = performance.now() + limit;
  for (let attempt = 1; performance.now() < giveUpAt && !hasEnded(child); attempt++) {
    const words = `Edit ${edit}, written ${attempt} times.`;
    const began = performance.now();
    putArticle(project, number, words);
    while (performance.now() < began + again && !hasEnded(child)) {
      if (existsSync(page) && readFileSync(page, "utf8").includes(words))
        return (performance.now() - began) / 1000;
      await wait(pause);
    }
  }
  throw new Error(`did not print an edit in ${limit / 1000} s while it watched`);
}

/** Waits until a process has nothing to do; for some seconds where the system has no /proc. */
async function untilIdle(child: Running): Promise<void> {
  const giveUpAt = performance.now() + limit;
  for (let spent = spentBy(child); performance.now() < giveUpAt && !hasEnded(child); ) {
    await wait(spent === undefined ? idle * 10 : idle);
    const now = spentBy(child);
    if (spent === undefined || now === undefined || now - spent < idle / 10) return;
    spent = now;
  }
}

/** Milliseconds of the processor that a process used (proc(5), utime and stime; ticks of 10 ms); undefined without /proc. */
function spentBy({ pid }: Running): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

/** Articles all over the archive. */
function numberOf(edit: number, { size }: Project): number {
  return Math.floor(((edit + 1) / (edits + 2)) * size);
}

/** Where Broadsheet prints an article. */
function articlePage({ output, size }: Project, number: number): string {
  const { section, publishedAt, slug } = placeOf(number, size);
  return join(output, section, publishedAt.slice(0, 7).replace("-", "/"), slug, "index.html");
}

function endWatching(child: Running): Promise<void> {
  return new Promise((resolve) => {
    if (hasEnded(child)) return resolve();
    child.once("close", () => resolve());
    child.kill("SIGINT");
    setTimeout(() => child.kill("SIGKILL"), patience).unref();
  });
}

function hasEnded({ pid, exitCode, signalCode }: Running): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}
