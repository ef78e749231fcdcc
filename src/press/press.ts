import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Archive, findMeta, openArchive, remakeArchive } from "../archive/archive.ts";
import { holdCache } from "../archive/lock.ts";
import { countOf } from "../archive/order.ts";
import { ArchiveDamaged } from "../archive/pack.ts";
import type { Article } from "../article/article.ts";
import { beginEdition, commitEdition, printedKey } from "../edition/commit.ts";
import { type Plan, planAllOf } from "../edition/plan.ts";
import type { BuildEvent, BuiltEvent } from "../host.ts";
import { sha256 } from "../kit/hash.ts";
import { orderProblems, type Problem } from "../kit/problem.ts";
import { clashKey } from "../kit/slug.ts";
import { bodyOf } from "../pages/article-links.ts";
import { checkLinks } from "./dead-links.ts";
import { mediaPath } from "./media.ts";
import { findNextDue } from "./next-due.ts";
import { type Edition, openEdition, type PressSetup } from "./open-edition.ts";
import {
  beginOutput,
  filePath,
  finishOutput,
  isBegun,
  listPrinted,
  makeFolderOf,
  removePrinted,
  replaceFile,
} from "./output.ts";
import { PrintedPage } from "./printed-page.ts";
import type { Progress } from "./progress.ts";
import type { SiteFolders } from "./setup.ts";
import type { Summary } from "./summary.ts";
import { type CascadeData, readSurroundings } from "./surroundings.ts";

/** Who is told how an edition goes. */
export type Reader = { readonly progress: Progress; readonly tell: (summary: Summary) => void };

/** Makes one edition after another of one site: Eleventy's events call it in the order of its methods. */
export class Press {
  readonly #setup: PressSetup;
  #archive: Archive | undefined;
  #release: (() => void) | undefined;
  #edition: Edition | undefined;
  #printing: Printing | undefined;
  #folders: SiteFolders | undefined;
  #writes = false;
  #hasRemoved = false;
  readonly #reader: Reader;

  constructor(setup: PressSetup, reader: Reader) {
    this.#setup = setup;
    this.#reader = reader;
  }

  /** The folders of the site that is being printed. Throws before the first edition. */
  get folders(): SiteFolders {
    if (!this.#folders) throw new Error("Broadsheet: no edition is being made yet.");
    return this.#folders;
  }

  /** The edition that is being made. Throws where none is. */
  get edition(): Edition {
    if (!this.#edition) throw new Error("Broadsheet: no edition is being made yet.");
    return this.#edition;
  }

  /** Takes the cache, reads and judges the copy, and plans what to print. Throws ProblemsError or CacheHeld before anything is written. */
  async begin({ directories, outputMode }: BuildEvent): Promise<void> {
    this.#folders = this.#setup.folders(directories);
    const { cache } = this.folders;
    this.#reader.progress.say("Broadsheet reads the articles");
    this.#release ??= holdCache(cache, new Date());
    this.#printing = undefined;
    this.#writes = outputMode === "fs";
    const forced = this.#writes ? undefined : "nothing is written";
    try {
      this.#edition = await this.#open(cache, forced);
    } catch (error) {
      this.release();
      throw error;
    }
  }

  /** The pages of a kind that this edition prints. The first call, with the data of one of our templates, begins the printing. */
  pagesOf(kind: string, data: CascadeData): readonly PrintedPage[] {
    this.#printing ??= this.#start(data);
    return this.#printing.pages.get(kind) ?? [];
  }

  /** Throws where a template of the site prints what is a page of ours. `urls`: each URL with its template. */
  checkTemplates(urls: Readonly<Record<string, string>>): void {
    const { archive, plan } = this.edition;
    if (!plan) return;
    for (const [url, template] of Object.entries(urls)) {
      const [kind] = archive.urls.find([clashKey(url)]) ?? [];
      if (kind === undefined || isOurs(template)) continue;
      throw new Error(
        `${template} prints ${url}, which is the ${kind}. Give it another permalink, or switch that kind off: pages: { "${kind}": false }.`,
      );
    }
  }

  /** Counts a page that Eleventy has printed, for the progress line. */
  tick(): void {
    if (this.#printing?.plan)
      this.#reader.progress.count(++this.#printing.done, this.#printing.plan.print.length);
  }

  /** Checks what Eleventy wrote, copies pictures, and remembers the edition. */
  finish(results: BuiltEvent["results"]): Summary | undefined {
    const { archive, milliseconds, began } = this.edition;
    if (!this.#printing?.plan || !this.#writes) return undefined;
    const { plan, removed, sharesStale } = this.#printing;
    milliseconds["print"] = Math.round(performance.now() - began);
    const hashes = this.#verify(plan, results);
    const dead = archive.transact(() => {
      commitEdition(archive, plan, hashes);
      const { output, shownArticles: folder } = this.folders;
      return checkLinks({ archive, output, mount: this.#setup.mount(), folder, removed });
    });
    this.#reader.progress.end();
    const changed = sharesStale ? "all" : [...plan.print.map(({ url }) => url), ...removed];
    finishOutput(this.folders.output, archive, changed, plan.meta.edition);
    milliseconds["finish"] = Math.round(performance.now() - began) - milliseconds["print"];
    return this.#summarise(plan, removed, dead);
  }

  /** A body for a site's own templates. */
  contentOf(article: Article): string {
    const { newsroom, bodies } = this.edition;
    return bodies.forPage(bodyOf(article, newsroom));
  }

  /** Ends the edition: tells what it did, and lets the cache go. */
  end(summary: Summary | undefined): void {
    this.#reader.progress.end();
    if (summary) this.#reader.tell(summary);
    this.release();
  }

  /** Lets the cache go. */
  release(): void {
    this.#release?.();
    this.#release = undefined;
  }

  /** Closes the archive. */
  async close(): Promise<void> {
    this.release();
    await this.#archive?.close();
    this.#archive = undefined;
  }

  async #open(cache: string, forced: string | undefined): Promise<Edition> {
    if (!this.#archive) {
      const { archive, remade } = await openArchive(cache);
      this.#archive = archive;
      if (remade !== undefined) forced ??= `the cache was made anew, since ${remade}`;
    }
    try {
      return openEdition(this.#setup, this.folders, this.#archive, forced);
    } catch (error) {
      if (!(error instanceof ArchiveDamaged)) throw error;
      await this.#archive.close();
      this.#archive = remakeArchive(cache);
      return openEdition(
        this.#setup,
        this.folders,
        this.#archive,
        `the cache was made anew, since ${error.message}`,
      );
    }
  }

  #start(data: CascadeData): Printing {
    const { edition } = this;
    const { archive, bodies, kinds } = edition;
    const { output } = this.folders;
    const plan = edition.plan && this.#widen(edition.plan, data);
    if (!plan) return { plan: undefined, pages: new Map(), removed: [], sharesStale: false, done: 0 };
    const removed = listRemoved(plan, archive, edition.why === undefined ? [] : listPrinted(output));
    const sharesStale = edition.why !== undefined || isBegun(output);
    if (this.#writes && plan.print.length + removed.length > 0) {
      archive.transact(() => beginEdition(archive, plan));
      const { edition: before, attempt } = findMeta(archive);
      beginOutput(output, { edition: before, printing: { attempt, edition: plan.meta.edition } });
      for (const url of removed) removePrinted(output, url);
      this.#hasRemoved ||= removed.length > 0;
      // Eleventy makes each folder once a process, and we may have removed one that it made.
      if (this.#hasRemoved) for (const { url } of plan.print) makeFolderOf(output, url);
    }
    const byName = new Map(kinds.map(({ kind }) => [kind.name, kind]));
    const pages = new Map(kinds.map(({ kind }) => [kind.name, [] as PrintedPage[]]));
    for (const page of plan.print) {
      const kind = byName.get(page.kind);
      if (kind) pages.get(page.kind)?.push(new PrintedPage(page, kind, bodies));
    }
    return { plan, pages, removed, sharesStale, done: 0 };
  }

  /** All pages that show global data are printed where these changed, and all pages where the configuration did. */
  #widen(plan: Plan, data: CascadeData): Plan {
    const { archive, kinds, newsroom } = this.edition;
    const surroundings = readSurroundings(data);
    const before = plan.meta.surroundings;
    const isAffected = (hasTemplate: boolean) =>
      before.machinery !== surroundings.machinery || (hasTemplate && before.data !== surroundings.data);
    const affected = kinds.filter(
      ({ kind }) => kind.name !== "media" && isAffected(kind.template !== undefined),
    );
    const wide = planAllOf(
      plan,
      archive,
      affected.map(({ kind }) => kind),
      newsroom,
    );
    const changedKinds = [...new Set([...plan.changedKinds, ...affected.map(({ kind }) => kind.name)])];
    return { ...wide, changedKinds, meta: { ...wide.meta, surroundings } };
  }

  /** SHA-256 of each printed file by URL. Throws where one is not on disk as Eleventy made it. */
  #verify(plan: Plan, results: BuiltEvent["results"]): Map<string, string> {
    const { output, media } = this.folders;
    const written = new Map(
      results.flatMap(({ outputPath, content }) =>
        outputPath ? [[resolve(outputPath), String(content)] as const] : [],
      ),
    );
    const hashes = new Map<string, string>();
    for (const { kind, key, url } of plan.print) {
      const path = resolve(output, filePath(url));
      if (kind === "media") {
        const bytes = readFileSync(mediaPath(media, key));
        replaceFile(path, bytes);
        hashes.set(url, sha256(bytes));
        continue;
      }
      const content = written.get(path);
      const size = statSync(path, { throwIfNoEntry: false })?.size;
      if (content === undefined || size !== Buffer.byteLength(content)) {
        throw new Error(
          `${url} was not printed whole. Is the disk full, or does Eleventy run with --incremental? Broadsheet prints only what changed anyway: run it without.`,
        );
      }
      hashes.set(url, sha256(content));
    }
    return hashes;
  }

  #summarise(plan: Plan, removed: readonly string[], dead: readonly Problem[]): Summary {
    const { archive, newsroom, problems, read, why, milliseconds, kinds } = this.edition;
    const printed = plan.print.map(({ url }) => url);
    const hasNewsSitemap = kinds.some(({ kind }) => kind.name === "news-sitemap");
    const nextDue = findNextDue(archive, newsroom.now, newsroom.masthead.timeZone, hasNewsSitemap);
    return {
      articles: countOf(archive, {}),
      printed,
      removed,
      unchanged: archive.pages.count() - printed.length,
      problems: orderProblems([...problems, ...dead]),
      read,
      ...(why !== undefined && { why }),
      changedKinds: why === undefined ? plan.changedKinds : [],
      ...(nextDue && { nextDue }),
      milliseconds,
    };
  }
}

/** Whether a template is one of those that we registered. */
function isOurs(template: string): boolean {
  return /(^|\/)broadsheet\/[^/]+\.njk$/.test(template);
}

type Printing = {
  readonly plan: Plan | undefined;
  readonly pages: ReadonlyMap<string, readonly PrintedPage[]>;
  readonly removed: readonly string[];
  /** Whether what the output says of itself must be written whole. */
  readonly sharesStale: boolean;
  /** How many pages are printed. */
  done: number;
};

/** URLs of files that go: of pages that are no more, and of those that the output holds from an edition that nobody remembers. */
function listRemoved(plan: Plan, archive: Archive, inOutput: readonly string[]): string[] {
  const kept = new Set(plan.print.map(({ url }) => url));
  const unknown = inOutput.filter(
    (url) => !kept.has(url) && archive.printed.find(printedKey(url)) === undefined,
  );
  return [...new Set([...plan.remove.map(({ url }) => url), ...unknown])];
}
