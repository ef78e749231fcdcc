import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, normalize, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { rules } from "../src/article/rules.ts";
import type { Rule } from "../src/kit/problem.ts";

const root = resolve(import.meta.dirname, "..");
const source = join(root, "src");
const all = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.[jt]s$/.test(name) && !name.endsWith(".d.ts"))
  .sort();
/** What runs in a reader's browser: no room of the paper's, and compiled apart. */
const isReaders = (name: string) => name.startsWith("reader/");
const files = all.filter((name) => !isReaders(name));

/** Imports point from later rooms to earlier ones, and within a room. */
const rooms = [
  "host",
  "kit",
  "article",
  "desk",
  "archive",
  "edition",
  "options",
  "pages",
  "press",
  "plugin",
  "command",
];

/** Files that lie beside the rooms. */
const beside: Readonly<Record<string, string>> = {
  "host.ts": "host",
  "options.ts": "options",
  "package-folder.ts": "kit",
  "plugin.ts": "plugin",
  "folder-use.ts": "command",
  "build-folder.ts": "command",
  "cli.ts": "command",
  "why-related.ts": "command",
};

/** Which room, or which one file, each dependency belongs to. */
const owners: Readonly<Record<string, readonly string[]>> = {
  "@11ty/eleventy": ["command", "press"],
  "@sindresorhus/slugify": ["kit"],
  cac: ["command"],
  fontkit: ["press"],
  lmdb: ["archive"],
  luxon: ["kit/clock.ts"],
  "markdown-it": ["article"],
  nunjucks: ["press"],
  pagefind: ["press"],
  parse5: ["article"],
  picocolors: ["press"],
  piscina: ["press"],
  sharp: ["press"],
  // Where the process runs by it, workers do too.
  tsx: ["press/source-loader.js"],
  yaml: ["desk"],
  // Shapes are written where what they describe is known.
  zod: ["article", "desk", "options"],
};

type Import = { readonly file: string; readonly from: string };

const importsOf = (file: string): Import[] => {
  const text = readFileSync(join(source, file), "utf8");
  const found = text.matchAll(
    /^(?:import|export)\b[^;]*?\bfrom "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return Array.from(found, (match) => ({ file, from: match[1] ?? match[2] ?? match[3] ?? "" }));
};
const imports: readonly Import[] = files.flatMap(importsOf);

function roomOf(file: string): string {
  return beside[file] ?? file.slice(0, file.indexOf("/"));
}

const architecture = suite("architecture");

architecture("every file lies in a room, or is one of the few beside them", () => {
  assert.equal(
    files.filter((file) => !rooms.includes(roomOf(file))),
    [],
  );
});

architecture("imports point one way", () => {
  const wrong = imports.filter(({ file, from }) => {
    if (!from.startsWith(".")) return false;
    const target = normalize(join(dirname(file), from));
    return rooms.indexOf(roomOf(target)) > rooms.indexOf(roomOf(file));
  });
  assert.equal(wrong, []);
});

architecture("pages and what lies before them know nothing of Eleventy", () => {
  const wrong = imports.filter(({ file, from }) => {
    return /(^|\/)host\.ts$|^@11ty/.test(from) && !["press", "plugin", "command"].includes(roomOf(file));
  });
  assert.equal(wrong, []);
});

architecture(
  "each dependency is imported where it belongs, and each that is imported is named in package.json",
  () => {
    const outside = imports
      .filter(({ from }) => !/^(\.|node:)/.test(from))
      .map(({ file, from }) => ({ file, from: /^(@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from }));
    const wrong = outside.filter(
      ({ file, from }) => !owners[from]?.some((owner) => owner === roomOf(file) || owner === file),
    );
    assert.equal(wrong, []);
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const named = Object.keys({ ...dependencies, ...peerDependencies }).sort();
    assert.equal([...new Set(outside.map(({ from }) => from))].sort(), named);
    assert.equal(Object.keys(owners).sort(), named);
  },
);

architecture("only some rooms touch the disk", () => {
  const wrong = imports.filter(({ file, from }) => {
    return (
      /^node:(fs|child_process|worker_threads)/.test(from) &&
      !["archive", "press", "command"].includes(roomOf(file))
    );
  });
  assert.equal(wrong, []);
});

architecture("the reader's scripts and the paper's code import nothing of each other", () => {
  const leave = ({ file, from }: Import) =>
    !from.startsWith(".") || isReaders(normalize(join(dirname(file), from))) !== isReaders(file);
  const scripts = all.filter(isReaders).flatMap(importsOf);
  assert.equal([...scripts, ...imports.filter(({ from }) => from.startsWith("."))].filter(leave), []);
  assert.ok(scripts.length > 5);
});

architecture("relative imports end as the file does", () => {
  const wrong = imports.filter(
    ({ file, from }) => from.startsWith(".") && !files.includes(join(dirname(file), from)),
  );
  assert.equal(wrong, []);
});

architecture("files are named for what they hold", () => {
  const names = /^(index|utils?|helpers?|types|common|misc|shared)\.ts$/;
  assert.equal(
    all.filter(
      (file) => names.test(basename(file)) || !/^[a-z0-9]+(-[a-z0-9]+)*\.[jt]s$/.test(basename(file)),
    ),
    [],
  );
});

architecture("exports are named, but for the plugin and the configuration that Eleventy loads", () => {
  const withDefault = all.filter((file) =>
    /^export (default|\{[^}]*\bas default\b)/m.test(readFileSync(join(source, file), "utf8")),
  );
  assert.equal(withDefault, ["plugin.ts", "press/no-config.ts"]);
});

architecture("the clock and chance are asked in few places", () => {
  const asks = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\b/;
  const found = files.filter((file) => asks.test(readFileSync(join(source, file), "utf8")));
  assert.equal(
    found.filter((file) => roomOf(file) !== "press"),
    [],
  );
});

architecture("the package exports the plugin and these types", async () => {
  assert.equal(Object.keys(await import("../src/plugin.ts")), ["default"]);
  const text = readFileSync(join(source, "plugin.ts"), "utf8");
  const types = Array.from(text.matchAll(/^export type \{([^}]*)\}/gm), ([, names = ""]) => names.split(","));
  assert.equal(
    types.flat().map((name) => name.trim()),
    ["Article", "Arguments", "Block", "BlockContext", "Newsroom", "PageKind", "Options", "Summary"],
  );
  const { exports, bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert.equal(Object.keys(exports), [".", "./package.json"]);
  assert.equal(bin, { broadsheet: "dist/cli.js" });
});

architecture("the lock file holds the packages of every platform, and no address of a registry", () => {
  const text = readFileSync(join(root, "package-lock.json"), "utf8");
  const packages: Readonly<Record<string, { readonly optionalDependencies?: object }>> =
    JSON.parse(text).packages;
  const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, "")));
  const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  assert.equal(
    optional.filter((name) => !names.has(name)),
    [],
  );
  assert.not.match(text, /"resolved"/);
});

architecture("every rule keeps its wording (UPDATE=1 writes tests/rules.txt)", () => {
  const golden = join(import.meta.dirname, "rules.txt");
  const text = Object.entries<Rule>(rules)
    .map(([name, { severity, message, hint }]) => `${name} (${severity})\n  ${message}\n  ${hint}\n`)
    .join("\n");
  if (process.env.UPDATE) writeFileSync(golden, text);
  assert.fixture(text, readFileSync(golden, "utf8"));
});

architecture("every message says what is wrong as a sentence, and every hint what to type", () => {
  for (const [name, { message, hint }] of Object.entries<Rule>(rules)) {
    assert.match(name, /^[a-z]+(-[a-z]+)+$/);
    assert.match(message, /[.}]$/, name);
    assert.match(hint, /[.}]$/, name);
  }
});

architecture.run();
