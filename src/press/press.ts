import { resolve } from "node:path";
import { type Archive, findMeta } from "../archive/archive.ts";
import { countOf } from "../archive/order.ts";
import type { Article } from "../article/article.ts";
import { commitEdition, type PrintedFile, printedKey } from "../edition/commit.ts";
import type { Plan } from "../edition/plan.ts";
import type { BuildEvent, BuiltEvent, Environment } from "../host.ts";
import { orderProblems, type Problem, ProblemsError } from "../kit/problem.ts";
import { fileKey } from "../kit/slug.ts";
import { bodyOf } from "../pages/article-links.ts";
import { ArchiveKeeper } from "./archive-keeper.ts";
import { checkLinks, checkMasthead } from "./dead-links.ts";
import { clearDrafts } from "./drafts.ts";
import type { FolderMemory } from "./folder.ts";
import { dropListing } from "./listing.ts";
import { findNextDue } from "./next-due.ts";
import { type Edition, nothingWritten, openEdition, type PressSetup } from "./open-edition.ts";
import { finishOutput } from "./output.ts";
import type { PrintRoom } from "./print-room.ts";
import { makeFolderOf } from "./printed-file.ts";
import type { PrintedPage } from "./printed-page.ts";
import { gatherPrinted, type Printing, startPrinting } from "./printing.ts";
import type { Progress } from "./progress.ts";
import type { SiteFolders } from "./setup.ts";
import { Shift } from "./shift.ts";
import type { Summary } from "./summary.ts";
import type { CascadeData } from "./surroundings.ts";
import { isOurTemplate } from "./templates.ts";

/** Who is told how an edition goes. */
export type Reader = {
  readonly progress: Progress;
  readonly tell: (summary: Summary) => void;
  /** Hears what stops an edition, and gives what is thrown in its place. */
  readonly refuse?: (error: ProblemsError) => Error;
};

/** Makes one edition after another of one site: Eleventy's events call it in the order of its methods. */
export class Press implements PrintRoom {
  readonly #setup: PressSetup;
  readonly #shift: Shift;
  /** What this process knows of the articles' folder, once somebody watches it. */
  #watched: FolderMemory | undefined;
  readonly #keeper = new ArchiveKeeper();
  #edition: Edition | undefined;
  #printing: Printing | undefined;
  #folders: SiteFolders | undefined;
  #writes = false;
  #hasRemoved = false;
  #printed = 0;
  readonly #reader: Reader;

  constructor(setup: PressSetup, reader: Reader) {
    this.#setup = setup;
    this.#reader = reader;
    this.#shift = new Shift(setup, reader.progress);
  }

  /** Hears how Eleventy was started. */
  know(environment: Environment): void {
    this.#shift.know(environment);
  }

  /** Hears which files changed since the last edition of this process. */
  watch(files: readonly string[]): void {
    // Eleventy writes an absolute path as if it were relative where its configuration lies outside of the working folder.
    const { folders = new Map(), touched = [] } = this.#watched ?? {};
    const more = files.flatMap((file) => [resolve(file), resolve("/", file)]);
    this.#watched = { folders, touched: new Set([...touched, ...more]) };
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
  async begin(build: BuildEvent): Promise<void> {
    const { directories, outputMode } = build;
    this.#folders = this.#setup.folders(directories);
    this.#shift.begin(build);
    this.#reader.progress.say("Broadsheet reads the articles");
    // Workers of an edition that failed in the main process may still print.
    await this.#shift.end();
    this.#printing = undefined;
    this.#writes = outputMode === "fs" && !process.argv.includes("--dryrun");
    try {
      this.#keeper.hold(this.folders.cache);
      clearDrafts(this.folders.cache);
      this.#edition = await this.#keeper.use(async (archive, remade) => {
        // A worker that opened an archive which was damaged holds what is no more.
        if (remade !== undefined) await this.#shift.end();
        return this.#open(archive, remade);
      });
      // What was touched is known now; where an edition fails, it is looked at again by the next.
      if (this.#watched) this.#watched = { ...this.#watched, touched: new Set() };
    } catch (error) {
      this.#reader.progress.end();
      dropListing(this.folders.articles);
      await this.#shift.end();
      this.#keeper.release();
      throw error instanceof ProblemsError ? (this.#reader.refuse?.(error) ?? error) : error;
    }
  }

  /** The pages of a kind that this edition prints. The first call, with the data of one of our templates, begins the printing. */
  pagesOf(kind: string, data: CascadeData): readonly PrintedPage[] {
    this.#printing ??= this.#keeper.guard(() => this.#start(data));
    return this.#printing.pages.get(kind) ?? [];
  }

  /** Throws where a template of the site prints what is a page of ours. `urls`: each URL with its template. */
  checkTemplates(urls: Readonly<Record<string, string>>): void {
    const { archive } = this.edition;
    const plan = this.#printing?.plan;
    if (!plan) return;
    const left = new Set(plan.remove.map(({ url }) => fileKey(url)));
    for (const [url, template] of Object.entries(urls)) {
      const [kind, key] = archive.urls.find([fileKey(url)]) ?? [];
      if (kind === undefined || isOurTemplate(template) || left.has(fileKey(url))) continue;
      if (plan.gone.some((page) => page.kind === kind && page.key === key)) continue;
      throw new Error(
        `${template} prints ${url}, which is the ${kind}. Give it another permalink, or switch that kind off: pages: { "${kind}": false }.`,
      );
    }
  }

  /** Counts a page that Eleventy has printed, for the progress line. */
  tick(): void {
    const all = this.#printing?.composed.length ?? 0;
    if (this.#printed < all) this.#reader.progress.count("Printing", "pages", ++this.#printed, all);
  }

  /** Checks what Eleventy wrote, copies pictures, and remembers the edition. */
  finish(results: BuiltEvent["results"]): Promise<Summary | undefined> {
    const finished = this.#keeper.guard(() => this.#finish(results));
    return finished.catch(async (error: unknown) => {
      this.#reader.progress.end();
      await this.#shift.end();
      throw error;
    });
  }

  async #finish(results: BuiltEvent["results"]): Promise<Summary | undefined> {
    const { archive, milliseconds, began } = this.edition;
    if (!this.#writes) return undefined;
    if (!this.edition.planned)
      return this.#summarise(noPages, [], await archive.transact(() => this.#checkLinks([])));
    if (!this.#printing?.plan) throw new Error(notAsked);
    const { problems, sharesStale } = this.#printing;
    const { plan, printed, removed } = await gatherPrinted(
      this.#printing,
      this.#printing.plan,
      results,
      this.folders,
      this.edition,
      (done, all) => this.#reader.progress.count("Making", "files", done, all),
    );
    const printedAt = performance.now();
    milliseconds.print = Math.round(printedAt - began);
    const others = sharesStale ? [] : printed.flatMap((page) => listChanged(archive, page));
    const dead = await archive.transact(() => {
      commitEdition(archive, plan, printed);
      return this.#checkLinks(removed);
    });
    const { edition } = findMeta(archive);
    this.#reader.progress.end();
    const changed = sharesStale ? "all" : [...others, ...removed];
    finishOutput(this.folders.output, archive, changed, edition);
    milliseconds.finish = Math.round(performance.now() - printedAt);
    return this.#summarise(plan, removed, [...problems, ...dead]);
  }

  /** A body for a site's own templates. */
  contentOf(article: Article): string {
    const { newsroom, bodies } = this.edition;
    return bodies.forPage(bodyOf(article, newsroom));
  }

  /** Ends the edition: tells what it did, and lets the cache go. */
  async end(summary: Summary | undefined): Promise<void> {
    await this.#shift.end();
    this.#reader.progress.end();
    if (summary) this.#reader.tell(summary);
    this.#keeper.release();
  }

  /** Closes the archive. */
  async close(): Promise<void> {
    await this.#shift.end();
    await this.#keeper.close();
  }

  #open(archive: Archive, remade: string | undefined): Promise<Edition> {
    const forced = this.#writes ? undefined : nothingWritten;
    const why = forced ?? (remade === undefined ? undefined : `the cache was made anew, since ${remade}`);
    return openEdition(this.#setup, this.folders, archive, this.#shift.helpers, this.#watched, why);
  }

  #start(data: CascadeData): Printing {
    const { output } = this.folders;
    const printers = this.#shift.printers(this.edition, this.folders);
    const printing = startPrinting(this.edition, output, data, this.#writes, printers);
    // Whoever waits for it hears of its failure; until then it is no unhandled one.
    printing.crew?.catch(() => {});
    this.#printed = 0;
    this.#hasRemoved ||= printing.removed.length > 0;
    // Eleventy makes each folder once a process, and we may have removed one that it made.
    if (this.#hasRemoved) for (const { url } of printing.plan?.print ?? []) makeFolderOf(output, url);
    return printing;
  }

  #checkLinks(removed: readonly string[]): Problem[] {
    const { output } = this.folders;
    const { archive, links } = this.edition;
    const check = { archive, output, removed, now: this.edition.newsroom.now };
    return [...checkLinks(check), ...checkMasthead(links, check)];
  }

  #summarise(
    plan: Pick<Plan, "print" | "changedKinds">,
    removed: readonly string[],
    others: readonly Problem[],
  ): Summary {
    const { archive, newsroom, problems, read, why, milliseconds, kinds } = this.edition;
    const printed = plan.print.map(({ url }) => url);
    const hasNewsSitemap = kinds.some(({ kind }) => kind.name === "news-sitemap");
    const nextDue = findNextDue(archive, newsroom, hasNewsSitemap);
    return {
      articles: countOf(archive, {}),
      printed,
      removed,
      unchanged: kinds.length > 0 ? archive.pages.count() - printed.length : 0,
      problems: orderProblems([...problems, ...others]),
      read,
      ...(why !== undefined && { why }),
      changedKinds: why === undefined ? plan.changedKinds : [],
      ...(nextDue && { nextDue }),
      milliseconds,
    };
  }
}

/** URLs of a printed page's files that are other than the archive remembers. */
function listChanged(archive: Archive, { url, hash, others }: PrintedFile): string[] {
  const files = [[url, hash] as const, ...(others ?? [])];
  return files.flatMap(([file, its]) => (archive.printed.find(printedKey(file)) === its ? [] : [file]));
}

const notAsked =
  "Eleventy printed none of Broadsheet's pages. Run it without --formats, or add broadsheet to them.";

/** What is printed of a site that prints its pages itself. */
const noPages = { print: [], changedKinds: [] } as const;
