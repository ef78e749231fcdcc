import { cpSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { makeProject, type Project } from "./project.ts";
import { makeSite, type Site } from "./site.ts";

const root = resolve(import.meta.dirname, "..");

/** The sample newsroom in a copy of the project, printed. */
export type SampleNewsroom = {
  readonly project: Project;
  readonly output: string;
  /** Its address, as the masthead has it. */
  readonly url: string;
  /** What Eleventy said. */
  readonly stdout: string;
};

/** Prints the sample newsroom by Eleventy, as `npm run build` does. */
export function printSampleNewsroom(): SampleNewsroom {
  const project = makeProject(undefined);
  for (const name of ["content", "_data", "_includes", ".eleventy.ts"])
    cpSync(join(root, name), join(project.root, name), { recursive: true });
  symlinkSync(join(root, "src"), join(project.root, "src"));
  const stdout = reprint(project);
  const { url } = JSON.parse(project.read("_data/masthead.json"));
  return { project, output: join(project.root, "_site"), url, stdout };
}

/** Prints it once more; gives what Eleventy said. Throws where it fails. */
export function reprint(project: Project): string {
  const { status, stdout, stderr } = project.build("--config=.eleventy.ts");
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  return stdout;
}

/** The sample newsroom's articles, pictures and data as a folder for the command, not printed yet. */
export function makeSampleFolder(): Site {
  const site = makeSite();
  for (const [from, to] of [
    ["content/articles", "articles"],
    ["content/media", "media"],
    ["_data", "_data"],
  ] as const)
    cpSync(join(root, from), join(site.folder, to), { recursive: true });
  return site;
}

/** A moment at which all of the sample newsroom's articles are public, and some are news. */
export const sampleNow = "2026-11-20T12:00:00Z";
