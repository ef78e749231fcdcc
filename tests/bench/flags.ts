import { parseArgs } from "node:util";
import { type ScenarioName, scenarioNames } from "./scenarios.ts";
import { type ToolName, toolNames } from "./tools.ts";

/** What to run, and where to write what it found. */
export type Flags = {
  readonly articles: readonly number[];
  readonly only: readonly ScenarioName[];
  readonly tools: readonly ToolName[];
  /** By size, the smallest first; the last number is that of the sizes that follow, too. */
  readonly rounds: readonly number[];
  /** For Broadsheet; undefined: its own default. */
  readonly workers: number | undefined;
  /** The most articles that a tool is given. */
  readonly limits: ReadonlyMap<ToolName, number>;
  /** Files to write. */
  readonly out: string | undefined;
  readonly chart: string | undefined;
  readonly markdown: string | undefined;
  /** A file that `out` wrote, in place of a run. */
  readonly from: string | undefined;
};

/** The flags in words. */
export const usage = `npm run bench -- [flags]
  --articles 1000,10000     sizes of the archive
  --only clean,publish      scenarios: ${scenarioNames.join(", ")} (default: all)
  --tools ours,hugo         ${toolNames.join(", ")} (default: all); HUGO=path says which Hugo
  --rounds 3,3,1            how often each is measured, by size (default: 3); tables show medians
  --workers N               for Broadsheet, in place of its default
  --peer-limit eleventy=N   no larger archive for this tool (default: eleventy=20000); may be repeated
  --out FILE.json           writes all that was found
  --chart FILE.svg          draws it
  --markdown FILE.md        puts it between <!-- table: bench --> and <!-- /table -->
  --from FILE.json          shows, draws or puts what was found before, and measures nothing`;

/** Reads the flags. Throws where one is unknown or of a wrong form. */
export function parseFlags(words: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...words],
    options: {
      articles: { type: "string", default: "1000,10000" },
      only: { type: "string", default: scenarioNames.join(",") },
      tools: { type: "string", default: toolNames.join(",") },
      rounds: { type: "string", default: "3" },
      workers: { type: "string" },
      "peer-limit": { type: "string", multiple: true, default: [] },
      out: { type: "string" },
      chart: { type: "string" },
      markdown: { type: "string" },
      from: { type: "string" },
    },
  });
  return {
    articles: listOf(values.articles, (word) => countOf("--articles", word, 10)).toSorted((a, b) => a - b),
    only: listOf(values.only, (word) => nameOf("--only", word, scenarioNames)),
    tools: listOf(values.tools, (word) => nameOf("--tools", word, toolNames)),
    rounds: values.rounds.split(",").map((word) => countOf("--rounds", word.trim())),
    workers: values.workers === undefined ? undefined : countOf("--workers", values.workers, 0),
    limits: new Map([["eleventy", 20_000], ...values["peer-limit"].map(limitOf)]),
    out: values.out,
    chart: values.chart,
    markdown: values.markdown,
    from: values.from,
  };
}

function listOf<Item>(text: string, parse: (word: string) => Item): Item[] {
  return [...new Set(text.split(",").map((word) => parse(word.trim())))];
}

function countOf(flag: string, word: string, least = 1): number {
  const count = Number(word.replaceAll("_", ""));
  if (!Number.isInteger(count) || count < least) throw new Error(`${flag}: ${word} is not a count.`);
  return count;
}

function nameOf<Name extends string>(flag: string, word: string, names: readonly Name[]): Name {
  const name = names.find((one) => one === word);
  if (name === undefined) throw new Error(`${flag}: ${word} is none of ${names.join(", ")}.`);
  return name;
}

function limitOf(text: string): [ToolName, number] {
  const [name = "", count = ""] = text.split("=");
  return [nameOf("--peer-limit", name, toolNames), countOf("--peer-limit", count)];
}
