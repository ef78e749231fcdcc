import { join } from "node:path";
import { Piscina } from "piscina";
import type { Suspect } from "../desk/changes.ts";
import type { Reading } from "../desk/desk.ts";
import type { PrintedFile } from "../edition/commit.ts";
import type { PlannedPage } from "../edition/plan.ts";
import { codeFolder } from "../package-folder.ts";
import { clearDrafts, keepIndex } from "./drafts.ts";
import type { CheckTask, Origin, Outcome, PrintTask, ReadTask } from "./hand.ts";
import type { Referral } from "./tellings.ts";

/** Workers that read copy and print pages, each with its own Eleventy. */
export type Crew = {
  /** Reads and judges files: portions in the order of the files. */
  readonly read: (task: Omit<ReadTask, "portion">, tell: Tell) => AsyncIterable<readonly Reading[]>;
  /** Looks at the references of files that were read. */
  readonly check: (task: CheckTask) => Promise<readonly Referral[]>;
  /** Prints pages, in whatever order. */
  readonly print: (task: Omit<PrintTask, "count">, tell: Tell) => Promise<CrewPrint>;
  readonly close: () => Promise<void>;
};

/** What a crew printed, and which pages turned out not to be there. */
export type CrewPrint = { readonly printed: readonly PrintedFile[]; readonly absent: readonly PlannedPage[] };

/** Hears how much of a work is done. */
export type Tell = (done: number, all: number) => void;

/** Files that a worker reads, and pages that it prints, at a time: its memory is bounded by them. */
const filesAtATime = 250;
const pagesAtATime = 500;

/** Portions for each worker, and for all of them, that are read ahead, so that none waits while the main process enters what came. */
const portionsAhead = 6;
const mostAhead = 24;

/** So many parts a portion has that is given again. */
const partsAfterDeath = 12;

/** Milliseconds between two looks at how far workers are. */
const pause = 100;

/** Starts workers. `origin`: the site whose pages they print. */
export function openCrew(size: number, origin: Origin): Crew {
  const pool = new Piscina({
    filename: join(codeFolder, "press/worker.js"),
    minThreads: size,
    maxThreads: size,
    workerData: origin,
    // A worker waits for its tasks in its event loop, since Eleventy may still have something to do there.
    atomics: "disabled",
    resourceLimits: { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 320 },
  });
  // A worker that ends between two portions, by a timer of the site's, is replaced like any other.
  pool.on("error", () => {});
  let cache: string | undefined;
  return {
    read: ({ suspects, ...task }, tell) => {
      cache = task.folders.cache;
      clearDrafts(cache);
      const portions = divide(suspects, filesAtATime);
      keepIndex(
        cache,
        portions.map((files) => files.map(({ file }) => file)),
      );
      const read = (files: readonly Suspect[], portion: number) =>
        run<string, Suspect>(
          pool,
          "read",
          files,
          (some) => ({ ...task, suspects: some, portion }),
          ({ file }) => file,
        );
      const reads = portions.map((files, portion) => () => read(files, portion));
      return readAll(reads, Math.max(size, Math.min(size * portionsAhead, mostAhead)), suspects.length, tell);
    },
    check: async ({ files, ...task }) => {
      const check = (portion: readonly string[]) =>
        run<readonly Referral[], string>(
          pool,
          "check",
          portion,
          (some) => ({ ...task, files: some }),
          (file) => file,
        );
      return (await Promise.all(divide(files, filesAtATime).map(check))).flat(2);
    },
    print: async ({ pages, ...task }, tell) => {
      const count = new Int32Array(new SharedArrayBuffer(4));
      const watch = setInterval(() => tell(Math.min(count[0] ?? 0, pages.length), pages.length), pause);
      const print = (portion: PrintTask["pages"]) =>
        run<CrewPrint, PlannedPage>(
          pool,
          "print",
          portion,
          (some) => ({ ...task, pages: some, count }),
          ({ url }) => url,
        );
      try {
        const done = (await Promise.all(divide(pages, pagesAtATime).map(print))).flat();
        return {
          printed: done.flatMap(({ printed }) => printed),
          absent: done.flatMap(({ absent }) => absent),
        };
      } finally {
        clearInterval(watch);
      }
    },
    close: async () => {
      await pool.destroy();
      if (cache !== undefined) clearDrafts(cache);
    },
  };
}

/** Runs portions, some of them ahead, and gives what they came to in their order. */
async function* readAll(
  portions: readonly (() => Promise<string[]>)[],
  ahead: number,
  all: number,
  tell: Tell,
): AsyncIterable<readonly Reading[]> {
  const running: Promise<string[]>[] = [];
  let done = 0;
  for (let next = 0; next < portions.length || running.length > 0; ) {
    for (; running.length < ahead && next < portions.length; next++) {
      const portion = portions[next]?.() ?? Promise.resolve([]);
      // Whoever waits for it hears of its failure; until then it is no unhandled one.
      portion.catch(() => {});
      running.push(portion);
    }
    for (const text of (await running.shift()) ?? []) {
      // As text: to read JSON is quicker than to clone objects.
      const readings = JSON.parse(text) as Reading[];
      done += readings.length;
      tell(done, all);
      yield readings;
    }
  }
}

/**
 * Gives a portion to a worker. Where the worker dies, another takes its place, and the portion is given once more in
 * parts, down to the one thing that ends each worker that gets it. Gives what the parts came to, in their order.
 */
async function run<Result, Thing>(
  pool: Piscina,
  name: string,
  portion: readonly Thing[],
  taskOf: (portion: readonly Thing[]) => object,
  nameOf: (thing: Thing) => string,
  deaths = 0,
): Promise<Result[]> {
  const ended = await pool.run(taskOf(portion), { name }).then(
    (outcome: Outcome<Result>) => ({ outcome }),
    (death: unknown) => ({ death }),
  );
  if ("outcome" in ended) {
    if ("fault" in ended.outcome) throw new Error(ended.outcome.fault);
    return [ended.outcome.result];
  }
  const [first] = portion;
  if (first !== undefined && portion.length === 1 && deaths > 0) {
    const reason = ended.death instanceof Error ? ended.death.message : String(ended.death);
    throw new Error(
      `${nameOf(first)} ended two workers that were to ${name} it: ${reason}. ` +
        "Look at its copy, and at the site's filters, shortcodes and transforms that see it.",
    );
  }
  const results: Result[] = [];
  for (const part of divide(portion, Math.ceil(portion.length / partsAfterDeath)))
    results.push(...(await run<Result, Thing>(pool, name, part, taskOf, nameOf, deaths + 1)));
  return results;
}

function divide<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
