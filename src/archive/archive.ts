import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { open, type RootDatabase } from "lmdb";
import type { Article, Moment, Reference } from "../article/article.ts";
import type { Pixels } from "../article/picture-files.ts";
import type { PictureFault } from "../desk/pictures/picture-kind.ts";
import type { Problem } from "../kit/problem.ts";
import { findDamage } from "./damage.ts";
import { bytes } from "./pack.ts";
import { findCondemned, isTampered } from "./seal.ts";
import { openTable, type Reads, type Table } from "./table.ts";

/** Raised with every change of what the tables hold; an archive of another layout is made anew. */
const layout = 18;

/** What tells whether a file is still the one that was read. Times in milliseconds. */
export type FileStamp = { readonly size: number; readonly mtime: number; readonly ctime: number };

/** A file of copy or media as it was last read. */
export type FileRecord = FileStamp & {
  /** Git's blob id. */
  readonly hash: string;
  /** When it was read: a file changed in the moments before is read again. */
  readonly readAt: number;
};

/** An accepted article, and whether it is public at the archive's moment. */
export type ArticleRecord = { readonly article: Article; readonly isPublic: boolean };

/** A file of the media folder, by git's blob id. What its picture is was found out when it was read; `layout` is raised where more is to be known. */
export type MediaRecord = Pick<FileRecord, "hash"> & {
  /** Bytes of the file as it is published; absent where that is known only once it is made. */
  readonly size?: number;
  /** Of a picture, upright and as it is published. */
  readonly width?: number;
  readonly height?: number;
  readonly pixels?: Pixels;
  /** Why it is not published. */
  readonly fault?: PictureFault;
};

/** A printed page: its URL, the fingerprint of what it shows, and the URLs of its other files, where it has several. */
export type PageRecord = {
  readonly url: string;
  readonly fingerprint: string;
  readonly others?: readonly string[];
};

/** Of articles in whatever order: how many, and their hashes added bit by bit. */
export type Digest = { readonly count: number; readonly hash: string };

/** What an article goes by in references: the better rank wins. */
export type NameRecord = { readonly rank: number };

/** What happens at a moment though nobody edits anything: to an article, to an update of a live blog, to its coverage. */
export type Due = "publish" | "expire" | "update" | "coverage";

/** State of the archive as a whole. */
export type Meta = {
  readonly layout: number;
  /** The moment that decided what is public, in milliseconds. */
  readonly now: number;
  /** What the reading of copy depended on. */
  readonly desk: string;
  /** What the looking at media depended on. */
  readonly darkroom: string;
  /** Id of the edition that was last printed whole; empty before the first. */
  readonly edition: string;
  /** Id of the edition before that. */
  readonly before: string;
  /** Raised with each edition that is begun; and what no other edition of any archive is called. */
  readonly attempt: number;
  readonly token: string;
  /** Why everything was to be printed by an edition that is not finished; empty where there is none. */
  readonly unfinished: string;
  /** Fingerprint by page kind. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Pages that the last edition held whatever its articles were. */
  readonly standing: readonly (readonly [kind: string, key: string])[];
  /** What the pages depended on outside of Broadsheet: the site's global data, its configuration. */
  readonly surroundings: { readonly data: string; readonly machinery: string };
};

export const emptyMeta: Meta = {
  layout,
  now: 0,
  desk: "",
  darkroom: "",
  edition: "",
  before: "",
  attempt: 0,
  token: "",
  unfinished: "",
  kinds: {},
  standing: [],
  surroundings: { data: "", machinery: "" },
};

/** The tables of the archive, each with its key. */
export type Archive = {
  /** [articles or media]: the files of that folder as they were last read, as `stamps.ts` packs them. */
  readonly files: Table<Buffer>;
  /** [file] */
  readonly articles: Table<ArticleRecord>;
  /** [scope, -month, -milliseconds, url, file] of public articles → file: newest first. */
  readonly order: Table<string>;
  /** [scope of a series, part, milliseconds, url, file] of public articles → file: in the order in which they are read. */
  readonly parts: Table<string>;
  /** [scope] and [scope, -month]: how many public articles. */
  readonly counts: Table<number>;
  /** [scope of everything, -month]: the newest change of a public article of that month. */
  readonly changes: Table<Moment>;
  /** [scope of everything, span of time]: what a search shows of the public articles of that year, month, week or day. */
  readonly digests: Table<Digest>;
  /** [name, file]: what references may call an article. */
  readonly names: Table<NameRecord>;
  /** [name, file]: which articles mention that name, picture or page. */
  readonly mentions: Table<1>;
  /** [scope of everything, -year, -milliseconds, url, file, place in the article's list]: corrections of public articles, newest first. */
  readonly corrected: Table<1>;
  /** [file] of articles that were killed. */
  readonly killed: Table<1>;
  /** [path, file]: former URLs. */
  readonly aliases: Table<1>;
  /** [name, file]: which articles say that their translation goes by that name. */
  readonly translated: Table<1>;
  /** [milliseconds, file]: when an article becomes public or ceases to be, an update becomes public, a coverage ends. */
  readonly due: Table<Due>;
  /** [clash key, file] → URL: who claims it. */
  readonly claims: Table<string>;
  /** [clash key]: claimed by several. */
  readonly clashes: Table<1>;
  /** [file]: what the desk found in its copy. */
  readonly problems: Table<readonly Problem[]>;
  /** [file]: references and links of an article that lead nowhere, which changes with others. */
  readonly dangling: Table<readonly Problem[]>;
  /** [file]: articles whose links to this site must be looked at once the edition is printed. */
  readonly unchecked: Table<1>;
  /** [file]: links and pictures of an article that no file of the output answers. */
  readonly dead: Table<readonly Problem[]>;
  /** [src] */
  readonly media: Table<MediaRecord>;
  /** [src] of files of the media folder that are not published. */
  readonly faulty: Table<1>;
  /** [kind, key] */
  readonly pages: Table<PageRecord>;
  /** [hash of the URL, URL] → SHA-256 of the file: what the output's manifest lists. */
  readonly printed: Table<string>;
  /** [file key of a URL] → the page that is printed there. */
  readonly urls: Table<readonly [kind: string, key: string]>;
  /** [kind, key]: pages that a change touched and that no edition has looked at yet. */
  readonly pending: Table<1>;
  /** [contributor, topic or series; slug]: hash of what the site's data say of it; [contributors]: of whom they know. */
  readonly described: Table<string>;
  /** [slug]: a name in bylines that they do not know; null: an article with that name came, went or changed, and nobody has looked since. */
  readonly strangers: Table<Problem | null>;
  readonly meta: Table<Meta>;
  readonly reads: Reads;
  /**
   * Runs as one transaction: all of it is kept, or nothing where it throws. What reads meanwhile sees what it wrote.
   * Within another one, it is a part of that.
   */
  readonly transact: <T>(action: () => T | Promise<T>) => Promise<T>;
  /** Forgets what was read of the articles: another process may have written since. */
  readonly forget: () => void;
  readonly close: () => Promise<void>;
};

export type Opened = {
  readonly archive: Archive;
  /** Why an archive that was there was thrown away. */
  readonly remade?: string;
};

/**
 * Opens the archive below a cache folder. One that is damaged, of another layout, or whose first reading did not come
 * to its end is thrown away, and a new one made.
 */
export async function openArchive(cacheFolder: string): Promise<Opened> {
  const folder = join(cacheFolder, "archive");
  mkdirSync(folder, { recursive: true });
  let damage =
    findCondemned(cacheFolder) ??
    (isTampered(cacheFolder) ? "its file is not as it was left" : findDamage(join(folder, "data.mdb")));
  if (!damage) {
    let root: RootDatabase<Buffer> | undefined;
    try {
      root = openRoot(folder);
      const archive = tablesOf(root);
      const meta = archive.meta.find(["meta"]);
      if (meta?.layout === layout) return { archive };
      if (meta) damage = "another version of Broadsheet made it";
    } catch (error) {
      damage = error instanceof Error ? error.message : String(error);
    }
    await root?.close();
  }
  return { archive: remakeArchive(cacheFolder), ...(damage && { remade: damage }) };
}

/** Opens the archive that the last edition left, to look things up and change nothing; undefined where there is none to rely on. */
export async function consultArchive(cacheFolder: string): Promise<Archive | undefined> {
  const folder = join(cacheFolder, "archive");
  const file = join(folder, "data.mdb");
  if (!existsSync(file) || findCondemned(cacheFolder) || isTampered(cacheFolder) || findDamage(file))
    return undefined;
  const root = openRoot(folder, true);
  // Whatever another version laid out differently fails here, or has another number.
  try {
    const archive = tablesOf(root);
    if (archive.meta.find(["meta"])?.layout === layout) return archive;
  } catch {}
  await root.close();
  return undefined;
}

/** Opens an archive that another thread of this process holds, to read it. */
export function readArchive(cacheFolder: string): Archive {
  return tablesOf(openRoot(join(cacheFolder, "archive")));
}

/** Throws an archive away and makes an empty one. */
export function remakeArchive(cacheFolder: string): Archive {
  const folder = join(cacheFolder, "archive");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return tablesOf(openRoot(folder));
}

/** Whether nothing was taken into an archive yet, or not all that the first edition reads. */
export function isNew(archive: Archive): boolean {
  return archive.meta.find(["meta"]) === undefined;
}

/** The archive's state; that of an empty one where nothing was kept yet. */
export function findMeta(archive: Archive): Meta {
  return archive.meta.find(["meta"]) ?? emptyMeta;
}

/** References of an article that name other articles. */
export function mentionsOf(article: Article): readonly Reference[] {
  return [...article.mentions, ...article.related, ...article.translations];
}

/** Whether a process may map far more than it uses. On Windows, the file would be as large as its map. */
const isRoomy = process.platform !== "win32" && ["x64", "arm64"].includes(process.arch);

function openRoot(folder: string, readOnly = false): RootDatabase<Buffer> {
  return open<Buffer>({
    path: folder,
    readOnly,
    encoding: "binary",
    maxDbs: 40,
    overlappingSync: false,
    // Where address space costs nothing: a map that grows leaves the smaller ones behind, each with its pages.
    ...(isRoomy && { mapSize: 2 ** 36 }),
  });
}

function tablesOf(root: RootDatabase<Buffer>): Archive {
  const reads: Reads = { found: 0, listed: 0 };
  const articles = new Map<string, ArticleRecord>();
  let isTransacting = false;
  const table = <Value>(name: string) => openTable<Value>(root.openDB(name, { encoding: "binary" }), reads);
  return {
    files: openTable(root.openDB("files", { encoding: "binary" }), reads, { codec: bytes }),
    articles: openTable(root.openDB("articles", { encoding: "binary" }), reads, { memory: articles }),
    order: table("order"),
    parts: table("parts"),
    counts: table("counts"),
    changes: table("changes"),
    digests: table("digests"),
    names: table("names"),
    mentions: table("mentions"),
    corrected: table("corrected"),
    killed: table("killed"),
    aliases: table("aliases"),
    translated: table("translated"),
    due: table("due"),
    claims: table("claims"),
    clashes: table("clashes"),
    problems: table("problems"),
    dangling: table("dangling"),
    unchecked: table("unchecked"),
    dead: table("dead"),
    media: table("media"),
    faulty: table("faulty"),
    pages: table("pages"),
    printed: table("printed"),
    urls: table("urls"),
    pending: table("pending"),
    described: table("described"),
    strangers: table("strangers"),
    meta: table("meta"),
    reads,
    transact: async (action) => {
      if (isTransacting) return action();
      isTransacting = true;
      try {
        return await root.transactionSync(action);
      } catch (error) {
        articles.clear();
        throw error;
      } finally {
        isTransacting = false;
      }
    },
    forget: () => articles.clear(),
    close: () => root.close(),
  };
}
