import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { sha256 } from "../kit/hash.ts";
import { codeFolder, packageFolder } from "../package-folder.ts";

/** Lock files of package managers: another version of a plugin may print other pages. */
const lockFiles = [
  "package-lock.json",
  "npm-shrinkwrap.json",
  "yarn.lock",
  "pnpm-lock.yaml",
  "bun.lock",
  "deno.lock",
];

const endings = ["", ".js", ".ts", ".mjs", ".mts", ".cjs", ".cts", ".json", "/index.js", "/index.ts"];

/** What prints, apart from the site: this package's code and the version of Node that it runs on. */
export function fingerprintCode(): string {
  const isInstalled = codeFolder.includes("/node_modules/");
  const own = isInstalled ? readFileSync(join(packageFolder, "package.json"), "utf8") : hashTree(codeFolder);
  return sha256(JSON.stringify([own, process.versions.node]));
}

/** How templates and configurations name Eleventy's run mode: `eleventy.env.runMode`, `ELEVENTY_RUN_MODE`. */
export const runModeWords = /run_?mode/i;

/**
 * The site's configuration: its file, all files that it imports by a relative path, what its packages are locked to,
 * Eleventy's version, and the run mode where one of these files names it.
 */
export function fingerprintConfiguration(
  file: string | undefined,
  eleventyVersion: string,
  runMode: string,
): string {
  let mode = "";
  const seen = new Map<string, string>();
  const open = file && existsSync(file) ? [resolve(file)] : [];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    const text = readFileSync(path, "utf8");
    seen.set(path, sha256(text));
    if (runModeWords.test(text)) mode = runMode;
    open.push(...listImports(path, text));
  }
  const locks = file ? lockFiles.map((name) => join(dirname(file), name)).filter(existsSync) : [];
  return sha256(
    JSON.stringify([
      eleventyVersion,
      mode,
      ...seen.values(),
      ...locks.map((lock) => sha256(readFileSync(lock))),
    ]),
  );
}

function listImports(from: string, text: string): string[] {
  const named = /\b(?:from|import|require)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;
  return Array.from(text.matchAll(named)).flatMap(([, path]) => {
    const target = resolve(dirname(from), path ?? "");
    const file = [target, target.replace(/\.js$/, ".ts")]
      .flatMap((candidate) => endings.map((ending) => candidate + ending))
      .find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
    // Packages go by what they are locked to, and this one by its own fingerprint.
    const isPackaged = file?.includes("/node_modules/") || file?.startsWith(codeFolder + sep);
    return file === undefined || isPackaged ? [] : [file];
  });
}

function hashTree(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.[jt]s$/.test(name),
  );
  return sha256(
    names
      .sort()
      .map((name) => sha256(readFileSync(join(folder, name))))
      .join(),
  );
}
