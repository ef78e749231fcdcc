import { join } from "node:path";
import { Piscina } from "piscina";
import type { Reading } from "../desk/desk.ts";
import type { PrintedFile } from "../edition/commit.ts";
import type { PlannedPage } from "../edition/plan.ts";
import type { Origin, Outcome, PrintTask, ReadTask } from "./hand.ts";

/** Workers that read copy and print pages, each with its own Eleventy. */
export type Crew = {
  /** Reads and judges files: portions in the order of the files. */
  readonly read: (task: ReadTask, tell: Tell) => AsyncIterable<readonly Reading[]>;
  /** Prints pages, in whatever order. */
  readonly print: (task: Omit<PrintTask, "at">, tell: Tell) => Promise<CrewPrint>;
  readonly close: () => Promise<void>;
};

/** What a crew printed, and which pages turned out not to be there. */
export type CrewPrint = { readonly printed: readonly PrintedFile[]; readonly absent: readonly PlannedPage[] };

/** Hears how much of a work is done. */
export type Tell = (done: number, all: number) => void;

/** Files that a worker reads, and pages that it prints, at a time: its memory is bounded by them. */
const filesAtATime = 250;
const pagesAtATime = 2500;

/** Works of at least this many files or pages are given to workers: they take a second to start. */
export const worthACrew = 1000;

/** Milliseconds between two looks at how far workers are. */
const pause = 100;

/** Starts workers. `origin`: the site whose pages they print. */
export function openCrew(size: number, origin: Origin): Crew {
  const pool = new Piscina({
    filename: join(import.meta.dirname, "worker.js"),
    minThreads: size,
    maxThreads: size,
    workerData: origin,
    // A worker waits for its tasks in its event loop, since Eleventy may still have something to do there.
    atomics: "disabled",
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
  return {
    read: ({ suspects, ...task }, tell) => {
      const portions = divide(suspects, filesAtATime);
      const read = (portion: ReadTask["suspects"]) =>
        run<string>(pool, "read", { ...task, suspects: portion }, () => portion[0]?.file ?? "");
      return readAll(
        portions.map((portion) => () => read(portion)),
        size * 2,
        suspects.length,
        tell,
      );
    },
    print: async ({ pages, ...task }, tell) => {
      const works = divide(pages, pagesAtATime).map((portion) => ({
        portion,
        at: new Int32Array(new SharedArrayBuffer(8)),
      }));
      const watch = setInterval(() => tell(sum(works.map(({ at }) => at[0] ?? 0)), pages.length), pause);
      try {
        const done = await Promise.all(
          works.map(({ portion, at }) =>
            run<CrewPrint>(
              pool,
              "print",
              { ...task, pages: portion, at },
              () => portion[at[1] ?? 0]?.url ?? "",
            ),
          ),
        );
        return {
          printed: done.flatMap(({ printed }) => printed),
          absent: done.flatMap(({ absent }) => absent),
        };
      } finally {
        clearInterval(watch);
      }
    },
    close: () => pool.destroy(),
  };
}

/** Runs portions, some of them ahead, and gives what they came to in their order. */
async function* readAll(
  portions: readonly (() => Promise<string>)[],
  ahead: number,
  all: number,
  tell: Tell,
): AsyncIterable<readonly Reading[]> {
  const running: Promise<string>[] = [];
  let done = 0;
  for (let next = 0; next < portions.length || running.length > 0; ) {
    for (; running.length < ahead && next < portions.length; next++) {
      const portion = portions[next]?.() ?? Promise.resolve("[]");
      // Whoever waits for it hears of its failure; until then it is no unhandled one.
      portion.catch(() => {});
      running.push(portion);
    }
    // As text: to read JSON is quicker than to clone objects.
    const readings = JSON.parse((await running.shift()) ?? "[]") as Reading[];
    done += readings.length;
    tell(done, all);
    yield readings;
  }
}

/** Gives a task to a worker. One that dies is replaced, and the task given once more. `where`: what it worked on when it died. */
async function run<Result>(pool: Piscina, name: string, task: object, where: () => string): Promise<Result> {
  const once = (): Promise<Outcome<Result>> => pool.run(task, { name });
  const outcome = await once()
    .catch(once)
    .catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`A worker died twice at ${where()}: ${reason}`);
    });
  if ("fault" in outcome) throw new Error(outcome.fault);
  return outcome.result;
}

function divide<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
