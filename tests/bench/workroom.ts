import { mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Bytes an article takes on disk: its copy; its page with what a tool remembers of it; its clone with the repository. */
const bytesOf = { copy: 8_192, printed: 24_576, clone: 20_480 };

/** Memory that the builds themselves may want beside a workroom that is in memory. */
const sparedBytes = 6 * 1024 ** 3;

/** Bytes that a size needs at once: each tool's copy, but only one tool's output and clone. */
export function bytesFor(articles: number, tools: number): number {
  return (
    Math.ceil(articles * 1.15) * (tools * bytesOf.copy + bytesOf.printed + bytesOf.clone) + 64 * 1024 ** 2
  );
}

/** A new temporary folder with room for so many bytes: in memory where that has it. Throws where nothing has. */
export function openWorkroom(bytes: number): { readonly folder: string; readonly isInMemory: boolean } {
  const isInMemory = freeBytes("/dev/shm") > bytes && availableMemory() > bytes + sparedBytes;
  const parent = isInMemory ? "/dev/shm" : tmpdir();
  const free = freeBytes(parent);
  if (free < bytes)
    throw new Error(
      `${parent} has ${gigabytes(free)} free, and this needs ${gigabytes(bytes)}: ask for fewer articles or tools, or set TMPDIR.`,
    );
  return { folder: mkdtempSync(join(parent, "broadsheet-bench-")), isInMemory };
}

/** Removes a workroom, also where something that was just killed wrote its last file meanwhile. */
export function closeWorkroom(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}

/** What the kernel could still give without swapping; without /proc, nothing that we know of. */
function availableMemory(): number {
  try {
    return Number(/^MemAvailable:\s+(\d+)/m.exec(readFileSync("/proc/meminfo", "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}
