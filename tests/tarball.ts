/**
 * Packs the package, installs it into an empty project as its users do, and prints a site there:
 * through Eleventy with the plugin, and with the command. Says what it did, and throws where something is not so.
 */
import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const project = mkdtempSync(join(tmpdir(), "broadsheet-package-"));

try {
  const tarball = pack();
  install(tarball);
  write(
    "content/articles/2026-05-09-ferry-returns.md",
    "---\nheadline: The ferry returns\nsection: news\n---\n\nIt left at dawn.\n",
  );
  write(
    "content/about.njk",
    "---\ntitle: About\npermalink: /about/\n---\n{% extends 'broadsheet/base.njk' %}{% block main %}<h1>About</h1>{% endblock %}\n",
  );
  write(
    "eleventy.config.js",
    'import broadsheet from "eleventy-plugin-broadsheet";\n\nexport default (config) => {\n  config.addPlugin(broadsheet);\n  return { dir: { input: "content" } };\n};\n',
  );
  write(
    "types.ts",
    'import broadsheet, { type Block, type Options, type PageKind } from "eleventy-plugin-broadsheet";\n\nexport const options: Options = { feeds: "full" };\nexport type All = [Block, PageKind, typeof broadsheet];\n',
  );
  checkPlugin();
  checkCommand();
  checkTypes();
} finally {
  rmSync(project, { recursive: true, force: true });
}

function pack(): string {
  const [packed] = JSON.parse(
    run("npm", ["pack", "--json", "--pack-destination", project], root).replace(/^[^[]*/, ""),
  );
  const files: string[] = packed.files.map(({ path }: { path: string }) => path);
  const others = files.filter(
    (file) => !/^(dist|_includes)\/|^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/.test(file),
  );
  assert.deepEqual(others, [], "files that nobody needs are in the tarball");
  for (const file of [
    "dist/plugin.js",
    "dist/plugin.d.ts",
    "dist/cli.js",
    "dist/reader/reader.js",
    "_includes/broadsheet/base.njk",
    "LICENSE",
  ]) {
    assert.ok(files.includes(file), `${file} is not in the tarball`);
  }
  console.log(`packed: ${files.length} files, ${packed.size} bytes`);
  return join(project, packed.filename);
}

/** One install brings Eleventy too: npm installs peers. */
function install(tarball: string): void {
  write("package.json", '{ "name": "paper", "private": true, "type": "module" }\n');
  run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", tarball], project);
  assert.ok(
    existsSync(join(project, "node_modules/@11ty/eleventy")),
    "Eleventy was not installed with the package",
  );
  console.log("installed: the tarball, with Eleventy as its peer");
}

function checkPlugin(): void {
  const first = run("node_modules/.bin/eleventy", ["--quiet"], project);
  assert.match(first, /Broadsheet: 1 article, \d+ pages printed, 0 unchanged/);
  assert.match(read("_site/news/2026/05/ferry-returns/index.html"), /<h1>The ferry returns<\/h1>/);
  assert.match(read("_site/about/index.html"), /<title>About – /);
  const [, script = ""] = /<script type="module" src="([^"]+)"/.exec(read("_site/about/index.html")) ?? [];
  assert.match(read(`_site${script}`), /details\.settings/);
  assert.match(
    run("node_modules/.bin/eleventy", ["--quiet"], project),
    /Broadsheet: 1 article, 0 pages printed/,
  );
  console.log("printed with the plugin, and nothing again without a change");
}

function checkCommand(): void {
  const flags = ["build", "content", "--output", "out", "--cache", ".cache/command", "--json"];
  const summary = JSON.parse(
    run("node_modules/.bin/broadsheet", flags, project).trim().split("\n").at(-1) ?? "",
  );
  assert.equal(summary.articles, 1);
  assert.ok(summary.printed > 10);
  assert.match(read("out/news/2026/05/ferry-returns/index.html"), /<h1>The ferry returns<\/h1>/);
  console.log("printed with the command");
}

function checkTypes(): void {
  const flags = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--module",
    "nodenext",
    "--target",
    "es2023",
    "types.ts",
  ];
  run(join(root, "node_modules/.bin/tsc"), flags, project);
  console.log("its types are understood by TypeScript");
}

function run(command: string, words: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, words, {
      cwd,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${words.join(" ")} failed:\n${stdout}\n${stderr}`);
  }
}

function write(path: string, text: string): void {
  const file = join(project, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function read(path: string): string {
  return readFileSync(join(project, path), "utf8");
}
