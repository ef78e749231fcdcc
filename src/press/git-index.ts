import { spawnSync } from "node:child_process";

/** So many files are worth a question to git. */
const worthAsking = 500;

/** Git is not asked for longer than it takes to read the files, in milliseconds. */
const patience = 30_000;

/** Room for what git says of a few million files, in bytes. */
const mostSaid = 1024 ** 3;

/**
 * Blob ids of the files below a folder that are as git checked them out, by path from the folder: they need not be
 * read to know what they are. Empty where git is not there, does not know the folder, or is not worth the question.
 */
export function listCheckedOut(folder: string, files: number): ReadonlyMap<string, string> {
  if (files < worthAsking) return new Map();
  const staged = ask(folder, ["ls-files", "--stage", "-z"]);
  const changed = staged && ask(folder, ["diff-files", "--name-only", "--relative", "-z"]);
  if (!changed) return new Map();
  const isChanged = new Set(changed);
  return new Map(
    staged.flatMap((line): [string, string][] => {
      // `100644 <blob id> 0<tab><path>`: stage 0 is a file without a conflict.
      const [, hash, file] = /^100\d{3} ([0-9a-f]{40}) 0\t(.+)$/s.exec(line) ?? [];
      return hash === undefined || file === undefined || isChanged.has(file) ? [] : [[file, hash]];
    }),
  );
}

function ask(folder: string, words: readonly string[]): string[] | undefined {
  // What a hook or a server sets for its own git would lead to another repository; a monitor would run a program.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
  const { status, stdout } = spawnSync("git", ["-C", folder, "-c", "core.fsmonitor=false", ...words], {
    env,
    encoding: "utf8",
    maxBuffer: mostSaid,
    timeout: patience,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout.split("\0") : undefined;
}
