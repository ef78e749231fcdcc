/** A story that was found, as an index has it. */
export type Story = {
  readonly url: string;
  /** Words around those that were looked for, which stand in `<mark>`; `<` and `>` are written as entities. */
  readonly excerpt: string;
  readonly meta: { readonly title: string };
  readonly filters: Readonly<Record<string, readonly string[]>>;
};

/** What is known of it before it is loaded. */
export type Result = { readonly id: string; readonly data: () => Promise<Story> };

export type Filters = Readonly<Record<string, string | { readonly any: readonly string[] }>>;

/** Asks all indexes. Without a sort, the best come first; with one, each index orders its own. */
export type Ask = (
  words: string,
  filters: Filters,
  sort?: { readonly at: "desc" },
) => Promise<readonly Result[]>;

/** A volume of the paper, and what says which state of its index is meant. */
export type Volume = readonly [name: string, state: string];

type Options = Readonly<Record<string, unknown>>;
type Instance = {
  readonly mergeIndex: (folder: string, options: Options) => Promise<void>;
  readonly search: (words: string | null, options: Options) => Promise<{ readonly results: Result[] }>;
};

/** Loads Pagefind's program, and what it must know of each index. */
export async function loadProgram(
  { program, root, site }: DOMStringMap,
  volumes: readonly Volume[],
): Promise<Ask> {
  const { createInstance }: { createInstance(options: Options): Instance } = await import(
    `${program}pagefind.js`
  );
  // Where the program lies says which it is: there, nothing changes.
  const options = { baseUrl: site, excerptEllipsis: "…", metaCacheTag: "" };
  const instance = createInstance(options);
  await Promise.all(
    volumes.map(([volume, metaCacheTag]) =>
      instance.mergeIndex(`${root}${volume}/`, { ...options, metaCacheTag, mergeFilter: { volume } }),
    ),
  );
  return async (words, filters, sort) => (await instance.search(words || null, { filters, sort })).results;
}

/** What has every longer word: an index passes over one that it does not know. Where nothing has them all, what has some. */
export async function narrow(ask: Ask, words: string, filters: Filters): Promise<readonly Result[]> {
  const all = await ask(words, filters);
  let kept = all;
  for (const word of words.split(/["\s]+/)) {
    if (word.length < 4 || word === words) continue;
    const ids = idsOf(await ask(word, filters));
    kept = kept.filter(({ id }) => ids.has(id));
  }
  return kept.length ? kept : all;
}

/** The first of what was found: as many as are wanted, or more. */
export type Read = (wanted: number) => Promise<readonly Result[]>;

/** The same, newest first: one volume after the other, as they are needed. One that fails to load is asked again. */
export function byDate(
  ask: Ask,
  words: string,
  filters: Filters,
  volumes: readonly string[],
  found: readonly Result[],
): Read {
  const ids = idsOf(found);
  const ordered: Result[] = [];
  let asked = 0;
  return async (wanted) => {
    for (; asked < volumes.length && ordered.length < wanted; asked++) {
      const results = await ask(words, { ...filters, volume: volumes[asked] as string }, { at: "desc" });
      ordered.push(...results.filter(({ id }) => ids.has(id)));
    }
    return ordered;
  };
}

function idsOf(results: readonly Result[]): ReadonlySet<string> {
  return new Set(results.map(({ id }) => id));
}
