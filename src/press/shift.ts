import { availableParallelism } from "node:os";
import { relative } from "node:path";
import type { BuildEvent, Environment } from "../host.ts";
import { type Crew, openCrew, worthACrew } from "./crew.ts";
import type { Origin } from "./hand.ts";
import type { Edition, PressSetup, Readers } from "./open-edition.ts";
import type { Printers } from "./printing.ts";
import type { Progress } from "./progress.ts";
import type { SiteFolders } from "./setup.ts";

/** Calls workers where an edition has much to do, and sends them home at its end. */
export class Shift {
  readonly #setup: PressSetup;
  readonly #progress: Progress;
  #environment: Environment | undefined;
  #origin: Origin | undefined;
  #crew: Crew | undefined;

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
  readonly readers: Readers = (task) =>
    task.suspects.length < worthACrew
      ? undefined
      : this.#call()?.read(task, (done, all) => this.#progress.count("Reading", "articles", done, all));

  /** Gives pages to the workers, where they are many. */
  printers({ newsroom, data, kinds }: Edition, folders: SiteFolders): Printers {
    const fingerprints = Object.fromEntries(kinds.map(({ kind, fingerprint }) => [kind.name, fingerprint]));
    const { now } = newsroom;
    return (pages) => {
      const crew = pages.length < worthACrew ? undefined : this.#call();
      const tell = (done: number, all: number) => this.#progress.count("Printing", "pages", done, all);
      return crew && (() => crew.print({ pages, folders, data, now, fingerprints }, tell));
    };
  }

  /** Ends the edition. */
  async end(): Promise<void> {
    await this.#crew?.close();
    this.#crew = undefined;
  }

  #call(): Crew | undefined {
    if (!this.#origin) return undefined;
    this.#crew ??= openCrew(this.#setup.settings.workers ?? availableParallelism(), this.#origin);
    return this.#crew;
  }
}
