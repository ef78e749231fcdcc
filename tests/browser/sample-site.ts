import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { readTree } from "../output-tree.ts";
import { listSamplePages, type SamplePage } from "./sample-pages.ts";
import { workshop } from "./sample-workshop.ts";

/** The sample newsroom, printed: the folder of its files, which nobody may change, and its HTML pages. */
export type SampleSite = { readonly folder: string; readonly pages: readonly SamplePage[] };

const root = resolve(import.meta.dirname, "../..");
const sources = ["content", "_data", "_includes", "src"];
const sourceFiles = [".eleventy.ts", "package-lock.json", "tests/browser/sample-config.ts"];
const sitesKept = 3;

/**
 * The sample newsroom as it is at `sampleNow`. Printed once for all files of tests, and again only after a source has
 * changed: what a former print remembers, of pictures above all, shortens the next.
 */
export async function printSampleSite(): Promise<SampleSite> {
  const sites = join(root, workshop.sites);
  const site = join(sites, hashOfSources());
  mkdirSync(sites, { recursive: true });
  if (!existsSync(site)) await inTurn(join(root, workshop.lock), () => printOnce(site));
  utimesSync(site, new Date(), new Date());
  removeOld(sites);
  const folder = join(site, "output");
  const templates: Readonly<Record<string, string>> = JSON.parse(
    readFileSync(join(site, "templates.json"), "utf8"),
  );
  return { folder, pages: listSamplePages(folder, templates) };
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const folder of sources) hash.update(JSON.stringify([...readTree(join(root, folder))]));
  for (const file of sourceFiles) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}

/** Does something that one process at a time may do. A process that was killed keeps nobody waiting. */
async function inTurn(lock: string, work: () => void): Promise<void> {
  while (!isTaken(lock)) await setTimeout(200);
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isTaken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    const holder = existsSync(lock) ? Number(readFileSync(lock, "utf8")) : 0;
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Into an empty output everything is printed, so that the template of each page is told. */
function printOnce(site: string): void {
  // Whoever waited finds it printed.
  if (existsSync(site)) return;
  const output = join(root, workshop.output);
  rmSync(output, { recursive: true, force: true });
  const eleventy = "node_modules/@11ty/eleventy/cmd.cjs";
  const config = "--config=tests/browser/sample-config.ts";
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", eleventy, config, "--quiet"],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  const unfinished = `${site}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  renameSync(output, join(unfinished, "output"));
  renameSync(join(root, workshop.templates), join(unfinished, "templates.json"));
  renameSync(unfinished, site);
}

/** Another process may still show a site that is not the newest. */
function removeOld(sites: string): void {
  const byAge = readdirSync(sites)
    .map((name) => join(sites, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of byAge.slice(sitesKept)) rmSync(folder, { recursive: true, force: true });
}
