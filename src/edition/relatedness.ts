import type { RelatingKind, Story, Stretch } from "../archive/related.ts";
import { compareText } from "../kit/compare-text.ts";

/** What two stories have in common, and how much that counts. `name`: a slug, words, a span of time. */
export type Reason = {
  readonly kind: RelatingKind | "words" | "time";
  readonly name: string;
  readonly score: number;
};

/** What others are compared with: when it was published, in milliseconds, and its keywords, 31 at most, in the order of their numbers. */
export type Compared = {
  readonly at: number;
  readonly keywords: readonly { readonly number: number; readonly word: string }[];
};

/** What the stories that came before one have to do with it. */
export type Comparison = {
  /** Those of at least a score, best first; ties go to the newer, then by file. */
  readonly list: (least: number) => readonly { readonly story: Story; readonly score: number }[];
  /** What the score of one of them is the sum of, the weightiest first. */
  readonly reasons: (story: Story) => readonly Reason[];
};

/**
 * What it counts to stand on the same list: the rarer its stories, the more. Numbers are for a list of at most 2, 5, 10
 * and 19 stories in the year before, and for a fuller one.
 */
const listWeights: Readonly<Record<RelatingKind, readonly number[]>> = {
  // Parts of one work, whatever else they are about.
  series: [48, 48, 44, 40, 36],
  // What editors file stories under so that they are found together; a topic of every other story says little.
  topic: [40, 34, 28, 20, 10],
  // A village that is seldom in the news is a reason to read on; the paper's own town is none.
  place: [14, 10, 7, 3, 1],
  // Reporters have beats, but a beat has many stories.
  contributor: [8, 7, 6, 4, 3],
  // Breaks ties: a section holds everything of its kind.
  section: [5, 5, 4, 3, 2],
};
const listSizes = [2, 5, 10, 19];

/** What a shared keyword counts, by the share of all candidates that have it too: a word of many says little. */
const wordWeights = [
  { upTo: 1 / 16, score: 6 },
  { upTo: 1 / 8, score: 4 },
  { upTo: 1 / 4, score: 2 },
] as const;

/** A word of a few candidates is rare however few there are. */
const few = 2;

/** Words can be shared by chance: however many, they count less than a topic of some weeks. */
const mostForWords = 24;

const day = 24 * 60 * 60 * 1000;
const year = 365 * day;

/** What was published at about the same time is about the same events; what is old is seldom what readers look for. */
const timeWeights = [
  { name: "within a week", upTo: 7 * day, score: 12 },
  { name: "within a month", upTo: 31 * day, score: 9 },
  { name: "within three months", upTo: 92 * day, score: 6 },
  { name: "within a year", upTo: year, score: 4 },
  { name: "within three years", upTo: 3 * year, score: 2 },
] as const;

/** What is less related is not shown: to be of the same week, section and reporter is not enough, nor is a topic of every day. */
export const leastScore = 30;

/** Compares a story with those that came before it on its lists. Scores are whole numbers, and a function of what is given alone. */
export function compare(subject: Compared, stretches: readonly Stretch[]): Comparison {
  const weights = stretches.map((stretch) => weightOf(stretch, subject.at));
  const scores = new Map<Story, number>();
  for (const [at, { stories }] of stretches.entries()) {
    const weight = weights[at] ?? 0;
    for (const story of stories) if (story.isOffered) scores.set(story, (scores.get(story) ?? 0) + weight);
  }
  const words = compareWords(subject, scores);
  for (const [story, score] of scores)
    scores.set(story, score + words.score(story) + (nearness(subject, story)?.score ?? 0));
  return {
    list: (least) => rank(scores, least),
    reasons: (story) => {
      const lists = stretches.flatMap(({ kind, slug, stories }, at) =>
        stories.includes(story) ? [{ kind, name: slug, score: weights[at] ?? 0 }] : [],
      );
      const common = { kind: "words", name: words.names(story), score: words.score(story) } as const;
      const { name, score } = nearness(subject, story) ?? { name: "", score: 0 };
      const all: Reason[] = [...lists, common, { kind: "time", name, score }];
      return all.filter((reason) => reason.score > 0).sort((a, b) => b.score - a.score);
    },
  };
}

/** What it counts to stand on a list, by how many of its stories appeared in the year before; one that rests is not rare for that. */
function weightOf({ kind, stories }: Stretch, at: number): number {
  let inYear = 0;
  for (const story of stories) if (story.at >= at - year) inYear++;
  const size = Math.max(inYear, stories.length / 2);
  return listWeights[kind].at(listSizes.findIndex((most) => size <= most)) ?? 0;
}

function rank(scores: ReadonlyMap<Story, number>, least: number): { story: Story; score: number }[] {
  const ranked: { story: Story; score: number }[] = [];
  for (const [story, score] of scores) if (score >= least) ranked.push({ story, score });
  return ranked.sort(
    (a, b) => b.score - a.score || b.story.at - a.story.at || compareText(a.story.file, b.story.file),
  );
}

/**
 * The keywords that stories share with another. Of each story they are bits, in the order of the other's keywords: a
 * clean build compares each article with a hundred.
 */
function compareWords({ keywords }: Compared, stories: ReadonlyMap<Story, unknown>) {
  const own = keywords.map(({ number }) => number);
  const shared = new Map<Story, number>();
  const sharing = own.map(() => 0);
  for (const story of stories.keys()) {
    const bits = sharedBits(own, story.words);
    if (bits === 0) continue;
    shared.set(story, bits);
    for (let left = bits; left !== 0; left &= left - 1)
      sharing[lowest(left)] = (sharing[lowest(left)] ?? 0) + 1;
  }
  const weights = sharing.map((count) => weightOfWord(count, stories.size));
  return {
    score: (story: Story) => {
      let score = 0;
      for (let left = shared.get(story) ?? 0; left !== 0; left &= left - 1)
        score += weights[lowest(left)] ?? 0;
      return Math.min(score, mostForWords);
    },
    names: (story: Story) =>
      keywords
        .map(({ word }, at) => ({
          word,
          score: (shared.get(story) ?? 0) & (1 << at) ? (weights[at] ?? 0) : 0,
        }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || compareText(a.word, b.word))
        .map(({ word }) => word)
        .join(", "),
  };
}

/** The bits of the numbers that both have. Both are in ascending order. */
function sharedBits(own: readonly number[], others: readonly number[]): number {
  let bits = 0;
  let place = 0;
  for (let at = 0; at < own.length; at++) {
    const wanted = own[at] ?? 0;
    while (place < others.length && (others[place] ?? 0) < wanted) place++;
    if (others[place] === wanted) bits |= 1 << at;
  }
  return bits;
}

/** The place of the lowest bit that is set. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function weightOfWord(sharing: number, all: number): number {
  for (const { upTo, score } of wordWeights) if (sharing <= Math.max(few, all * upTo)) return score;
  return 0;
}

function nearness(subject: Compared, story: Story): (typeof timeWeights)[number] | undefined {
  for (const weight of timeWeights) if (subject.at - story.at <= weight.upTo) return weight;
  return undefined;
}
