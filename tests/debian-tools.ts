import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tellAtEnd } from "./tell-at-end.ts";

/** A program of Debian's that tests ask for a second opinion: its package, and a command that ends well where it is there. */
export type Tool = { readonly package: string; readonly probe: readonly [string, ...string[]] };

/** Debian's own Python: another one on the path would not see Debian's packages. */
export const python = "/usr/bin/python3";

const chromiums = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser: where `CHROMIUM` says, or at a usual place. */
export const chromium = process.env.CHROMIUM ?? chromiums.find((path) => existsSync(path)) ?? "chromium";

export const tools = {
  xmllint: { package: "libxml2-utils", probe: ["xmllint", "--version"] },
  feedparser: { package: "python3-feedparser", probe: [python, "-c", "import feedparser"] },
  chromium: { package: "chromium", probe: [chromium, "--version"] },
  java: { package: "default-jre-headless", probe: ["java", "-version"] },
} as const satisfies Readonly<Record<string, Tool>>;

/** Runs a command and says whether it ended well. */
export type Try = (command: string, words: readonly string[]) => boolean;

const longest = 300_000;

/**
 * Installs what is missing, where that is possible: as root, on a system with apt-get. Whether it was, the tests find
 * out themselves. `DPkg::Lock::Timeout`: another run may be installing the same.
 */
export function installTools(
  wanted: readonly Tool[],
  attempt: Try = run,
  isRoot = process.getuid?.() === 0,
): void {
  const missing = wanted.filter(({ probe: [command, ...words] }) => !attempt(command, words));
  if (missing.length === 0 || !isRoot || !attempt("apt-get", ["--version"])) return;
  const packages = missing.map((tool) => tool.package);
  const lock = ["-o", "DPkg::Lock::Timeout=120"];
  attempt("apt-get", [...lock, "update", "-q"]);
  attempt("apt-get", [...lock, "install", "-q", "-y", "--no-install-recommends", ...packages]);
}

/**
 * Whether a tool is there. Where it is not: says in a line that begins with `!` what is not tested for want of it, or
 * throws where `TOOLS=required`.
 */
export function hasTool(
  { package: name, probe: [command, ...words] }: Tool,
  what: string,
  isRequired = process.env.TOOLS === "required",
  tell: (line: string) => unknown = tellAtEnd,
): boolean {
  if (run(command, words)) return true;
  const text = `Not tested: ${what}. Debian's package ${name} is not installed.`;
  if (isRequired) throw new Error(text);
  tell(`! ${text}`);
  return false;
}

function run(command: string, words: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const isPath = command.startsWith("/");
  if (isPath && !existsSync(command)) return false;
  return spawnSync(command, words, { env, stdio: "ignore", timeout: longest }).status === 0;
}
