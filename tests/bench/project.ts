import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { type Dialect, dialects } from "./dialects.ts";
import { articleAt, placeOf } from "./synthetic-archive.ts";
import type { Tool } from "./tools.ts";

/** The package that is measured. */
export const packageFolder = resolve(import.meta.dirname, "../..");

/** An archive as one tool wants it, and where the tool prints it. */
export type Project = {
  readonly tool: Tool;
  readonly dialect: Dialect;
  /** Articles that it holds: their numbers are below this. */
  readonly size: number;
  readonly folder: string;
  /** The tool's working folder, as it would be in version control. */
  readonly site: string;
  readonly output: string;
  readonly cache: string;
};

/** Lays the archive of `size` articles down for a tool, in a new folder. */
export async function layProject(tool: Tool, size: number, room: string): Promise<Project> {
  const folder = join(room, `${tool.name}-${size}`);
  const [site, output, cache] = [join(folder, "site"), join(folder, "output"), join(folder, "cache")];
  const project = { tool, dialect: dialects[tool.dialect], size, folder, site, output, cache };
  mkdirSync(site, { recursive: true });
  if (tool.template !== undefined) {
    cpSync(join(import.meta.dirname, tool.template), site, { recursive: true });
    symlinkSync(join(packageFolder, "node_modules"), join(site, "node_modules"));
  }
  await layArticles(project);
  return project;
}

async function layArticles({ dialect, site, size }: Project): Promise<void> {
  const used = new Set<string>();
  const made = new Set<string>();
  for (let number = 0; number < size; number++) {
    // So that an interruption is heard.
    if (number % 1_000 === 0) await turn();
    const article = articleAt(number, size);
    for (const id of article.byline) used.add(id);
    const file = join(site, dialect.path(article));
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, dialect.copy(article, size));
  }
  for (const [path, value] of Object.entries(dialect.others(used))) putFile(join(site, path), value);
}

/** Writes one file of a site: text as it is, other data as JSON. */
export function putFile(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof value === "string" ? value : JSON.stringify(value));
}

/** Where an article's copy lies. */
export function articleFile({ dialect, site, size }: Project, number: number): string {
  return join(site, dialect.path(placeOf(number, size)));
}

/** Writes an article; with `words`, which its body then begins with. */
export function putArticle(project: Project, number: number, words?: string): void {
  const { dialect, size } = project;
  const article = articleAt(number, size);
  const body = words === undefined ? article.body : [{ kind: "paragraph", words } as const, ...article.body];
  putFile(articleFile(project, number), dialect.copy({ ...article, body }, size));
}

/** Removes what was printed and remembered. */
export function clearOutput({ output, cache }: Project): void {
  for (const folder of [output, cache]) rmSync(folder, { recursive: true, force: true });
}

/**
 * Puts a fresh clone of the site into the site's place, where every file is new to whoever compares times.
 * Gives what puts the former site back.
 */
export function swapForClone({ folder, site }: Project): () => void {
  const [clone, former] = [join(folder, "clone"), join(folder, "former")];
  commitSite(site);
  git(folder, "clone", "--quiet", site, clone);
  renameSync(site, former);
  renameSync(clone, site);
  return () => {
    rmSync(site, { recursive: true });
    renameSync(former, site);
  };
}

/** The site's first call makes the repository; where nothing changed, a later one finds nothing to commit. */
function commitSite(site: string): void {
  git(site, "init", "--quiet");
  git(site, "add", "--all");
  const identity = ["-c", "user.name=bench", "-c", "user.email=bench@bench.example"];
  git(site, ...identity, "commit", "--quiet", "--allow-empty", "--message", "The archive");
}

/** Git without the person's own settings, and without the housekeeping that it would begin in the background. */
function git(cwd: string, ...words: string[]): void {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  execFileSync("git", ["-c", "gc.auto=0", "-c", "maintenance.auto=false", ...words], {
    cwd,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
