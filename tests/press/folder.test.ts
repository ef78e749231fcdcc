import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type FolderMemory, listFolder, openFolder } from "../../src/press/folder.ts";
import { compareTrees, readTree } from "../output-tree.ts";
import { copyOf, makeSite, masthead, print, put, type Site } from "../site.ts";

const roots = suite("a folder that the site's owner made a link");

const files = {
  "_data/masthead.json": masthead,
  "articles/a.md": copyOf({
    headline: "A",
    published: "2026-05-01",
    lead: { src: "/media/a.txt", alt: "A" },
  }),
  "media/a.txt": "A picture.",
};

/** Prints the files with what stands at a path moved elsewhere, and a link to it there. */
async function printLinked(path: string): Promise<Site> {
  const site = makeSite();
  const moved = Object.entries(files).map(([file, text]) => [
    file.startsWith(`${path}/`) ? `../elsewhere/${file}` : file,
    text,
  ]);
  put(site, Object.fromEntries(moved));
  symlinkSync(`../elsewhere/${path}`, join(site.folder, path));
  await print(site);
  return site;
}

/** The edition's id is that of one folder. */
function differences(one: Site, other: Site): string[] {
  const lines = compareTrees(readTree(one.output), readTree(other.output));
  return lines.filter((line) => !line.endsWith(" .broadsheet/edition.json"));
}

for (const path of ["articles", "media", "_data"]) {
  roots(`${path}: prints what the folder itself would`, async () => {
    const plain = makeSite(files);
    await print(plain);
    const linked = await printLinked(path);
    assert.equal(differences(plain, linked), []);
    assert.ok(readTree(linked.output).has("media/a.txt"));
  });
}

roots("the folder that is printed: prints what the folder itself would", async () => {
  const plain = makeSite(files);
  await print(plain);
  const current = join(plain.root, "current");
  symlinkSync("folder", current);
  const linked = { ...plain, folder: current, output: join(plain.root, "two"), cache: join(plain.root, "2") };
  await print(linked);
  assert.equal(differences(plain, linked), []);
});

roots.run();

const links = suite("links below a folder");

const judged: readonly (readonly [string, string, string | undefined])[] = [
  ["a file below it", "deep/a.txt", undefined],
  ["a file elsewhere", "../b.txt", "link is a link to a file elsewhere."],
  ["a folder below it", "deep", "link is a link to a folder."],
  ["a folder elsewhere", "../other", "link is a link to a folder."],
  ["itself", "link", "link is a link to nothing that can be read."],
  ["nothing", "nothing", "link is a link to nothing that can be read."],
  ["a device", "/dev/null", "link is a link to what is no file."],
];
for (const [name, target, message] of judged) {
  links(`to ${name}: ${message ?? "read"}`, () => {
    const home = mkdtempSync(join(tmpdir(), "broadsheet-links-"));
    try {
      mkdirSync(join(home, "media/deep"), { recursive: true });
      mkdirSync(join(home, "other"));
      writeFileSync(join(home, "media/deep/a.txt"), "a");
      writeFileSync(join(home, "b.txt"), "b");
      symlinkSync(target, join(home, "media/link"));
      const { files, problems } = openFolder(join(home, "media"), "media", () => true).list();
      assert.equal(
        problems.map((problem) => `${problem.file} ${problem.message}`),
        message === undefined ? [] : [`media/link ${message}`],
      );
      assert.is(files.length, message === undefined ? 2 : 1);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
}

links.run();

const watched = suite("a folder that is watched");

watched("is listed again only where it changed, and where somebody says that a file did", () => {
  const root = mkdtempSync(join(tmpdir(), "broadsheet-watched-"));
  try {
    const long = Date.now() / 1000 - 60;
    for (const folder of ["a", "b", "c"]) {
      mkdirSync(join(root, folder));
      writeFileSync(join(root, folder, "one.md"), "one");
    }
    writeFileSync(join(root, "c/plain.txt"), "plain");
    for (const folder of ["", "a", "b", "c"]) utimesSync(join(root, folder), long, long);
    const folders: FolderMemory["folders"] = new Map();
    const list = (...touched: string[]) => {
      const memory = { folders, touched: new Set(touched.map((file) => join(root, file))) };
      const { files } = listFolder(root, "articles", () => true, memory);
      return Object.fromEntries(files.map(({ file, size }) => [file, size]));
    };
    const first = { "a/one.md": 3, "b/one.md": 3, "c/one.md": 3, "c/plain.txt": 5 };
    assert.equal(list(), first);
    for (const file of ["a/one.md", "b/one.md", "c/plain.txt"]) writeFileSync(join(root, file), "longer now");
    // Nobody told of b/one.md; c holds a file that nobody would tell of.
    assert.equal(list("a/one.md"), { ...first, "a/one.md": 10, "c/plain.txt": 10 });
    assert.equal(list("b/one.md")["b/one.md"], 10);
    writeFileSync(join(root, "b/two.md"), "two");
    rmSync(join(root, "a/one.md"));
    assert.equal(Object.keys(list()), ["b/one.md", "b/two.md", "c/one.md", "c/plain.txt"]);
  } finally {
    rmSync(root, { recursive: true });
  }
});

watched.run();
