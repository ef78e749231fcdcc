/** One article of the synthetic archive: the same for the same number and size, on every machine. */
export type SyntheticArticle = {
  readonly number: number;
  readonly slug: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly section: string;
  readonly topics: readonly string[];
  /** Ids of contributors. */
  readonly byline: readonly string[];
  /** UTC, without milliseconds. */
  readonly publishedAt: string;
  readonly body: readonly Passage[];
};

/** A part of an article's body. `related`: the number of an earlier article. */
export type Passage =
  | { readonly kind: "paragraph" | "heading"; readonly words: string }
  | { readonly kind: "quote"; readonly words: string; readonly name: string; readonly role: string }
  | { readonly kind: "related"; readonly number: number };

/** Where an article stands, which a link to it must know. */
export type Place = Pick<SyntheticArticle, "slug" | "section" | "publishedAt">;

/** The paper that the archive belongs to. */
export const masthead = {
  name: "The Bench",
  url: "https://bench.example/",
  timeZone: "UTC",
  language: "en",
} as const;

/** Its sections, in their order. */
export const sections: readonly { readonly slug: string; readonly name: string }[] =
  "news politics business world science health climate culture books travel food sport opinion local"
    .split(" ")
    .map((slug) => ({ slug, name: capital(slug) }));

const contributorCount = 240;
const topicCount = 1_200;
const years = 10;
const lastAt = Date.UTC(2026, 10, 1);

/** As many prepositions as an English text has, and nouns of the news. */
const vocabulary = `the a of to and in on with for from by at the a of to and in on as after before over under
  harbour council ferry school budget road market winter report vote study river team minister price energy
  house worker island coast train doctor farmer storm light water bridge morning evening season court
  teacher hospital factory village engine museum border harvest festival library witness`.split(/\s+/);

/** Contributors by id; the lower the number in the id, the more they write. */
export const contributors: Readonly<Record<string, { readonly name: string }>> = Object.fromEntries(
  Array.from({ length: contributorCount }, (_, at) => [
    `writer-${at + 1}`,
    { name: `Writer Number ${at + 1}` },
  ]),
);

/** A contributor of middle rank. */
export const middleContributor = `writer-${contributorCount / 2}`;

/** Article `number` of an archive of `size`. The higher its number, the newer; number `size` is the one after it. */
export function articleAt(number: number, size: number): SyntheticArticle {
  const random = generator(number + 1);
  const place = drawPlace(number, size, random);
  const sentence = (length: number) => capital(draw(length, () => pick(vocabulary, random)).join(" "));
  const paragraph = (): Passage => ({
    kind: "paragraph",
    words: draw(4, () => `${sentence(12)}.`).join(" "),
  });
  const quote = (role: string): Passage => ({
    kind: "quote",
    words: `${sentence(16)}.`,
    name: `${sentence(1)} ${sentence(1)}`,
    role,
  });
  const related = (): Passage[] =>
    number === 0 ? [] : [{ kind: "related", number: Math.floor(random() * Math.min(number, size)) }];
  return {
    number,
    ...place,
    headline: `${sentence(7)} ${number}`,
    standfirst: `${sentence(18)}.`,
    topics: [...new Set(draw(4, () => `Topic ${drawRank(topicRanks, random)}`))],
    byline: [`writer-${drawRank(contributorRanks, random)}`],
    body: [
      ...draw(4, paragraph),
      quote("resident"),
      { kind: "heading", words: "What happened" },
      ...draw(4, paragraph),
      ...related(),
      quote("expert"),
      ...draw(4, paragraph),
      ...related(),
    ],
  };
}

/** Where article `number` stands, without the work of writing it. */
export function placeOf(number: number, size: number): Place {
  return drawPlace(number, size, generator(number + 1));
}

function drawPlace(number: number, size: number, random: () => number): Place {
  const span = years * 365.25 * 24 * 60 * 60 * 1000;
  const later = number - (size - 1);
  // Whatever is added must already be public when the benchmark runs: a minute after the last, not a week.
  const at = lastAt + (later > 0 ? later * 60 * 1000 : (later / size) * span);
  return {
    slug: `story-${number}`,
    section: pick(sections, random).slug,
    publishedAt: `${new Date(at).toISOString().slice(0, 19)}Z`,
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function draw<Item>(length: number, make: () => Item): Item[] {
  return Array.from({ length }, make);
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("There is nothing to pick from.");
  return item;
}

/** A rank from 1 on, weighted as 1/rank: Zipf's law. `sums`: the weights' sums up to each rank. */
function drawRank(sums: Float64Array, random: () => number): number {
  const wanted = random() * (sums.at(-1) ?? 0);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low + 1;
}

function sumRanks(count: number): Float64Array {
  let sum = 0;
  return Float64Array.from({ length: count }, (_, at) => {
    sum += 1 / (at + 1);
    return sum;
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const topicRanks = sumRanks(topicCount);
const contributorRanks = sumRanks(contributorCount);
