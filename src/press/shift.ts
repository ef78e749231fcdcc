import { availableParallelism } from "node:os";
import { relative } from "node:path";
import type { Reading } from "../desk/desk.ts";
import type { BuildEvent, Environment } from "../host.ts";
import type { Crew } from "./crew.ts";
import type { Origin } from "./hand.ts";
import type { Edition, Helpers, PressSetup } from "./open-edition.ts";
import type { Printers } from "./printing.ts";
import type { Progress } from "./progress.ts";
import type { SiteFolders } from "./setup.ts";

/** Works of at least this many files or pages are given to workers: below, what it takes to begin them costs more than they save. */
const worthACrew = 2500;

/** Calls workers where an edition has much to do, and sends them home at its end. */
export class Shift {
  readonly #setup: PressSetup;
  readonly #progress: Progress;
  #environment: Environment | undefined;
  #origin: Origin | undefined;
  #crew: Promise<Crew> | undefined;

  constructor(setup: PressSetup, progress: Progress) {
    this.#setup = setup;
    this.#progress = progress;
  }

  /** Hears how Eleventy was started. */
  know(environment: Environment): void {
    this.#environment = environment;
  }

  /** Begins an edition. */
  begin({ directories, runMode, outputMode }: BuildEvent): void {
    const { bare, mount } = this.#setup;
    const { source, config } = this.#environment ?? {};
    // A program may have told its Eleventy what no file says, so that no worker could print alike.
    const isKnown = bare !== undefined || source === "cli";
    this.#origin =
      isKnown && config !== undefined && outputMode === "fs"
        ? {
            input: directories.input,
            output: directories.output,
            configPath: relative(process.cwd(), config),
            pathPrefix: mount(),
            runMode,
            ...(bare && { bare }),
          }
        : undefined;
  }

  /** Gives files to the workers, where they are many. */
  readonly helpers: Helpers = {
    read: (task) => {
      const crew = task.suspects.length < worthACrew ? undefined : this.#call();
      const tell = (done: number, all: number) => this.#progress.count("Reading", "articles", done, all);
      return crew && readBy(crew, (hands) => hands.read(task, tell));
    },
    check: (task) => {
      const crew = task.files.length < worthACrew ? undefined : this.#call();
      return crew?.then((hands) => hands.check(task));
    },
  };

  /** Gives pages to the workers, where they are many. */
  printers({ newsroom, data, kinds }: Edition, folders: SiteFolders): Printers {
    const fingerprints = Object.fromEntries(kinds.map(({ kind, fingerprint }) => [kind.name, fingerprint]));
    const { now } = newsroom;
    return (pages) => {
      const crew = pages.length < worthACrew ? undefined : this.#call();
      const tell = (done: number, all: number) => this.#progress.count("Printing", "pages", done, all);
      const task = { pages, folders, data, now, fingerprints };
      return crew && (async () => (await crew).print(task, tell));
    };
  }

  /** Ends the edition. */
  async end(): Promise<void> {
    const crew = this.#crew;
    this.#crew = undefined;
    await (await crew)?.close();
  }

  #call(): Promise<Crew> | undefined {
    if (!this.#origin) return undefined;
    this.#crew ??= callCrew(this.#setup.settings.workers ?? availableParallelism(), this.#origin);
    return this.#crew;
  }
}

/** What a publish of one story does not need is not loaded. */
async function callCrew(size: number, origin: Origin): Promise<Crew> {
  const { openCrew } = await import("./crew.ts");
  return openCrew(size, origin);
}

async function* readBy(
  crew: Promise<Crew>,
  read: (crew: Crew) => AsyncIterable<readonly Reading[]>,
): AsyncIterable<readonly Reading[]> {
  yield* read(await crew);
}
