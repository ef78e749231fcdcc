import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds between two looks. */
const pause = 50;

/**
 * Watches the memory of a process and of all that it began. `stop` gives the most seen at once, in bytes;
 * undefined where the system has no /proc.
 *
 * Memory that is a process's own is added up; what several share (the program's text, a mapped database) counts once,
 * which is nearly the proportional set size, at a small part of what reading that would cost.
 */
export function watchMemory(pid: number): { readonly stop: () => number | undefined } {
  let most: number | undefined;
  const look = () => {
    const sizes = listTree(pid).flatMap((id) => readSize(id) ?? []);
    if (sizes.length === 0) return;
    const own = sizes.reduce((sum, size) => sum + size.own, 0);
    most = Math.max(most ?? 0, own + Math.max(...sizes.map(({ shared }) => shared)));
  };
  look();
  const timer = setInterval(look, pause);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}

function listTree(pid: number): number[] {
  const children = listThreads(pid).flatMap((thread) =>
    readProc(`${pid}/task/${thread}/children`).split(" ").filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(listTree)];
}

function listThreads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function readSize(pid: number): { readonly own: number; readonly shared: number } | undefined {
  const text = readProc(`${pid}/status`);
  const bytes = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? 0) * 1024;
  return text === "" ? undefined : { own: bytes("RssAnon"), shared: bytes("RssFile") + bytes("RssShmem") };
}

/** Empty where the process has ended meanwhile, or where there is no /proc. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, "utf8");
  } catch {
    return "";
  }
}
