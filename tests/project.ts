import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const loader = import.meta.resolve("tsx");

/** How a command of a project ended. */
export type Ended = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** An Eleventy project as users have them, in a temporary folder that goes when the process ends. */
export type Project = {
  readonly root: string;
  /** Runs Eleventy in it; the moment is that of the project's own options. */
  readonly build: (...flags: string[]) => Ended;
  /** Runs the command `broadsheet` in it. */
  readonly broadsheet: (...words: string[]) => Ended;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
};

/** Makes a project from a folder of `tests/sites`, with more files or without. `eleventy-plugin-broadsheet` is our source. */
export function makeProject(site: string | undefined, files: Readonly<Record<string, string>> = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-project-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  if (site !== undefined) cpSync(join(import.meta.dirname, "sites", site), folder, { recursive: true });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const plugin = "node_modules/eleventy-plugin-broadsheet";
  write("package.json", '{ "type": "module" }\n');
  write(`${plugin}/package.json`, '{ "type": "module", "exports": "./plugin.js" }\n');
  write(`${plugin}/plugin.js`, `export { default } from ${JSON.stringify(join(root, "src/plugin.ts"))};\n`);
  for (const [path, text] of Object.entries(files)) write(path, text);
  const run = (script: string, words: readonly string[]): Ended => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", loader, join(root, script), ...words],
      {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
      },
    );
    return { status, stdout, stderr };
  };
  return {
    root: folder,
    build: (...flags) => run("node_modules/@11ty/eleventy/cmd.cjs", ["--quiet", ...flags]),
    broadsheet: (...words) => run("src/cli.ts", words),
    read: (path) => readFileSync(join(folder, path), "utf8"),
    write,
    remove: (path) => rmSync(join(folder, path), { recursive: true, force: true }),
  };
}
