import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildFolder } from "../../src/build-folder.ts";
import { compareTrees, readTree } from "../output-tree.ts";
import { printThroughEleventy } from "../through-eleventy.ts";
import { anyEdit, type Edit, edited } from "./edits.ts";
import { firstPaper, lay, type Paper } from "./paper.ts";

/** How many random histories are lived through. */
const histories = Number(process.env.HISTORIES ?? 100);

const law = suite("the law");

law("after any history, an incremental edition is byte for byte a clean one", async () => {
  const history = fc.array(anyEdit, { minLength: 1, maxLength: 6 });
  await fc.assert(fc.asyncProperty(history, keepsTheLaw), {
    numRuns: histories,
    endOnFailure: false,
    ...(process.env.SEED !== undefined && { seed: Number(process.env.SEED) }),
  });
});

law.run();

async function keepsTheLaw(history: readonly Edit[]): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "law-"));
  try {
    const papers: Paper[] = [firstPaper];
    // One half as the command prints, the other as the plugin does, with bodies in the feeds.
    const print = history.length % 2 ? printFolder : printFull;
    await print(root, firstPaper, "kept");
    for (const edit of history) {
      const paper = edited(papers.at(-1) ?? firstPaper, edit, papers.slice(0, -1));
      papers.push(paper);
      await print(root, paper, "kept");
    }
    await print(root, papers.at(-1) ?? firstPaper, "clean");
    const differences = compareTrees(readTree(join(root, "kept")), readTree(join(root, "clean")));
    assert.equal(differences, [], `kept (-) and clean (+) differ after ${JSON.stringify(history)}`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function printFolder(root: string, paper: Paper, name: "kept" | "clean"): Promise<void> {
  const folder = join(root, "paper");
  lay(paper, folder);
  await buildFolder({
    folder,
    output: join(root, name),
    cache: join(root, `${name}-cache`),
    options: { now: new Date(paper.now).toISOString(), hold: true },
  });
}

async function printFull(root: string, paper: Paper, name: "kept" | "clean"): Promise<void> {
  const folder = join(root, "paper");
  lay(paper, folder);
  const site = { root, folder, output: join(root, name), cache: join(root, `${name}-cache`) };
  await printThroughEleventy(site, { feeds: "full", now: new Date(paper.now).toISOString(), hold: true });
}
