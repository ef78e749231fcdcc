import { type Archive, findMeta, isNew, openArchive, remakeArchive } from "../archive/archive.ts";
import { holdCache } from "../archive/lock.ts";
import { ArchiveDamaged } from "../archive/pack.ts";
import { breakSeal, condemnArchive, findCondemned, sealArchive } from "../archive/seal.ts";

/** Keeps an archive for one edition after another: takes its cache, opens it, makes it anew where it is damaged, lets it go sealed. */
export class ArchiveKeeper {
  #cache = "";
  #archive: Archive | undefined;
  #release: (() => void) | undefined;
  /** Number of the last edition that this process made. */
  #attempt = 0;

  /** Takes the cache. Throws CacheHeld where another process has it. */
  hold(cache: string): void {
    this.#cache = cache;
    this.#release ??= holdCache(cache, new Date());
  }

  /** Works with the archive; once more where it turns out to be damaged, with a new one. `remade`: why it is new. */
  async use<Value>(work: (archive: Archive, remade: string | undefined) => Promise<Value>): Promise<Value> {
    const { archive, remade } = await this.#open();
    breakSeal(this.#cache);
    try {
      return await this.#work(archive, remade, work);
    } catch (error) {
      if (!(error instanceof ArchiveDamaged)) throw error;
      await archive.close();
      this.#archive = remakeArchive(this.#cache);
      return this.#work(this.#archive, error.message, work);
    }
  }

  /** What reads the archive while pages are printed. One that turns out to be damaged is made anew by the next build. */
  guard<Value>(read: () => Value): Value {
    const tell = (error: unknown): never => {
      if (!(error instanceof ArchiveDamaged)) throw error;
      condemnArchive(this.#cache, error.message);
      throw new Error(`The cache is damaged: ${error.message}. The next build makes it anew: build again.`);
    };
    try {
      const value = read();
      return value instanceof Promise ? (value.catch(tell) as Value) : value;
    } catch (error) {
      return tell(error);
    }
  }

  /** Lets the cache go, sealed. */
  release(): void {
    if (this.#release && this.#archive) sealArchive(this.#cache);
    this.#release?.();
    this.#release = undefined;
  }

  /** Closes the archive. */
  async close(): Promise<void> {
    this.release();
    await this.#archive?.close();
    this.#archive = undefined;
  }

  async #open(): Promise<{ readonly archive: Archive; readonly remade?: string }> {
    if (this.#archive && !isNew(this.#archive) && findCondemned(this.#cache) === undefined)
      return { archive: this.#archive };
    await this.#archive?.close();
    const opened = await openArchive(this.#cache);
    this.#archive = opened.archive;
    return opened;
  }

  async #work<Value>(
    archive: Archive,
    remade: string | undefined,
    work: (archive: Archive, remade: string | undefined) => Promise<Value>,
  ): Promise<Value> {
    // A process that watches lets the cache go between its editions, and another may have written since.
    if (findMeta(archive).attempt !== this.#attempt) archive.forget();
    const value = await work(archive, remade);
    this.#attempt = findMeta(archive).attempt;
    return value;
  }
}
