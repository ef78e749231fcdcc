import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { makeFolder } from "./make-folder.ts";

/** Another build works on the same cache. */
export class CacheHeld extends Error {
  override readonly name = "CacheHeld";
  readonly holder: Holder;

  constructor(holder: Holder, file: string) {
    super(
      `Another build holds this cache: process ${holder.pid} on ${holder.host}, since ${holder.since}. ` +
        `Wait for it; if it no longer runs, delete ${file}.`,
    );
    this.holder = holder;
    this.stack = "";
  }
}

export type Holder = {
  readonly pid: number;
  readonly host: string;
  readonly boot: string;
  readonly since: string;
};

/**
 * Takes the cache for this process, and gives the function that lets it go. Throws CacheHeld where a live process
 * has it. The lock of a process that has ended, or of a machine before its restart, is taken over.
 */
export function holdCache(cacheFolder: string, now: Date): () => void {
  makeFolder(cacheFolder);
  const file = join(cacheFolder, "lock.json");
  const own: Holder = { pid: process.pid, host: hostname(), boot: bootId(), since: now.toISOString() };
  const draft = join(cacheFolder, `lock-${process.pid}.json`);
  writeFileSync(draft, JSON.stringify(own));
  try {
    for (let tries = 0; !claim(draft, file); tries++) {
      const holder = readHolder(file);
      if (holder && (isAlive(holder) || tries > 9)) throw new CacheHeld(holder, file);
      takeAway(file, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  const release = () => {
    process.off("exit", release);
    if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
  };
  process.once("exit", release);
  return release;
}

/** A hard link is made whole or not at all: two builds never both believe that they have it. */
function claim(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function takeAway(file: string, stale: Holder | undefined): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const taken = readHolder(aside);
  if (taken && taken.since !== stale?.since && isAlive(taken)) claim(aside, file);
  rmSync(aside, { force: true });
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  if (holder.boot !== bootId() || holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}
