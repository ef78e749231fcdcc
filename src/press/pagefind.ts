import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SearchRecord } from "../article/search-record.ts";
import { once } from "../kit/once.ts";

/** Files by their path below the folder that they are to lie in. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** The version of Pagefind, which decides the bytes of all that it makes; without loading it. */
export const pagefindVersion = once((): string => {
  const manifest = fileURLToPath(new URL("../package.json", import.meta.resolve("pagefind")));
  return JSON.parse(readFileSync(manifest, "utf8")).version;
});

/** Indexes records in one language. Records in the same order give the same bytes. */
export async function indexRecords(records: Iterable<SearchRecord>, language: string): Promise<IndexFiles> {
  const files = await makeIndex(language, async (add) => {
    for (const record of records) {
      const { url, headline, names, section, contributors, genre, at, date } = record;
      await add({
        url,
        // What has no words is not found.
        content: record.text || headline,
        language,
        // What is in `meta` is searched, too.
        meta: { title: headline, names },
        filters: {
          ...{ section: [section], contributor: [...contributors], genre: [genre] },
          // To be shown with what was found.
          ...{ date: [date], language: [record.language] },
        },
        sort: { at },
      });
    }
  });
  return pick(files, isOfIndex);
}

/**
 * What a browser loads to search any index in these languages: Pagefind's program. It wants an index beside it, so each
 * language has one of a letter that nobody looks for.
 */
export async function makeSearchProgram(languages: readonly string[]): Promise<IndexFiles> {
  const files = await makeIndex(undefined, async (add) => {
    for (const language of languages) await add({ url: `/${language}/`, content: "ꙮ", language });
  });
  const { languages: made }: Entry = JSON.parse(Buffer.from(files.get(entryName) ?? "").toString("utf8"));
  const modules = new Set(Object.values(made).map(({ wasm }) => `wasm.${wasm ?? "unknown"}.pagefind`));
  return pick(files, (name) => isOfIndex(name) || programs.has(name) || modules.has(name));
}

/** The file that a browser asks first of an index, or of the program. */
export const entryName = "pagefind-entry.json";

const programs: ReadonlySet<string> = new Set(["pagefind.js", "pagefind-worker.js"]);

type Entry = { readonly languages: Readonly<Record<string, { readonly wasm: string | null }>> };

type Add = (record: Parameters<Index["addCustomRecord"]>[0]) => Promise<void>;
type Index = NonNullable<Awaited<ReturnType<typeof import("pagefind").createIndex>>["index"]>;

/** Indexes that are being made: Pagefind's process ends with the last. */
let open = 0;

async function makeIndex(
  language: string | undefined,
  fill: (add: Add) => Promise<void>,
): Promise<Map<string, Uint8Array>> {
  // What a publish without search does not need is not loaded.
  const { createIndex, close } = await import("pagefind");
  open++;
  try {
    const { index } = await answerOf(createIndex(language ? { forceLanguage: language } : {}));
    if (!index) throw new Error("Pagefind made no index.");
    // One after the other: their order decides their numbers.
    await fill(async (record) => void (await answerOf(index.addCustomRecord(record))));
    const { files } = await answerOf(index.getFiles());
    await index.deleteIndex();
    return new Map(files.map(({ path, content }) => [path.replaceAll("\\", "/"), content]));
  } finally {
    if (--open === 0) await close();
  }
}

/** What Pagefind answers. Throws what it says in place of that. */
async function answerOf<Answer extends { readonly errors: readonly string[] }>(
  asked: Promise<Answer>,
): Promise<Answer> {
  const answer = await asked.catch((error: unknown) => ({ errors: [String(error)] }) as never);
  if (answer.errors.length === 0) return answer;
  throw new Error(
    `Pagefind made no index for search: ${answer.errors.join("; ")} ` +
      'Without search: pages: { "search-page": false, "search-index": false }.',
  );
}

/** Pagefind gives its own interface with each index, too, which nobody loads here. */
function isOfIndex(name: string): boolean {
  return name === entryName || name.endsWith(".pf_meta") || /^(?:index|filter|fragment)\//.test(name);
}

function pick(files: IndexFiles, isWanted: (name: string) => boolean): IndexFiles {
  return new Map([...files].filter(([name]) => isWanted(name)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
