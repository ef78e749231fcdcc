import { rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Flags } from "./flags.ts";
import { countWritten, weighArticle } from "./printed-output.ts";
import { clearOutput, layProject, type Project } from "./project.ts";
import type { Row, Sample, Weight } from "./report.ts";
import { labelOf, type ScenarioName, scenarioNames, scenarios } from "./scenarios.ts";
import { timeRun } from "./timed-run.ts";
import type { Tool } from "./tools.ts";
import { watchEdits } from "./watching.ts";

/** Who is told how it goes. */
export type Say = (text: string) => void;

/** What was found at one size. */
export type Measured = { readonly rows: readonly Row[]; readonly weight: Weight | undefined };

/** A tool's turns at one size. */
type Turns = {
  readonly project: Project;
  readonly rows: Map<ScenarioName, Sample[]>;
  readonly failures: Map<ScenarioName, string>;
  isPrinted: boolean;
  weight: Weight | undefined;
};

/** Milliseconds. Who compares times cannot trust those of a file that was written just before it was read. */
const settling = 2_500;

/** Measures all tools at one size: in each round they take turns, and each begins its turn as it began its first. */
export async function measureSize(
  size: number,
  tools: readonly Tool[],
  flags: Pick<Flags, "only"> & { readonly rounds: number },
  room: string,
  say: Say,
): Promise<Measured> {
  const all: Turns[] = [];
  for (const tool of tools) {
    say(`lays ${size.toLocaleString("en")} articles down for ${tool.label}`);
    const project = await layProject(tool, size, room);
    all.push({ project, rows: new Map(), failures: new Map(), isPrinted: false, weight: undefined });
  }
  await wait(settling);
  for (let round = 1; round <= flags.rounds; round++) {
    for (const turns of all) {
      for (const scenario of listScenarios(turns.project.tool, flags.only, round))
        await takeTurn(turns, scenario, round, say);
      if (flags.only.includes("clean")) clear(turns);
    }
  }
  for (const { project } of all) rmSync(project.folder, { recursive: true, force: true });
  return {
    rows: all.flatMap((turns) => rowsOf(turns, flags.only)),
    weight: all.find(({ weight }) => weight)?.weight,
  };
}

/** In the order in which they follow from each other. Watching makes several edits at once, so one round has enough. */
function listScenarios(tool: Tool, only: readonly ScenarioName[], round: number): ScenarioName[] {
  return scenarioNames.filter(
    (name) => only.includes(name) && tool.scenarios.includes(name) && (name !== "watch" || round === 1),
  );
}

/** What was printed goes as soon as the next round prints it anew: it may lie in memory. */
function clear(turns: Turns): void {
  clearOutput(turns.project);
  turns.isPrinted = false;
}

async function takeTurn(turns: Turns, scenario: ScenarioName, round: number, say: Say): Promise<void> {
  const { project, rows, failures } = turns;
  if (failures.has(scenario) || failures.has("clean")) return;
  const title = `${project.size.toLocaleString("en")} articles, round ${round}: ${project.tool.label}, ${labelOf(scenario)}`;
  try {
    if (scenario !== "clean" && !turns.isPrinted) await print(turns);
    const samples =
      scenario === "watch" ? await watchEdits(project) : [await measure(turns, scenario, round)];
    if (scenario === "watch") await print(turns);
    rows.set(scenario, [...(rows.get(scenario) ?? []), ...samples]);
    say(`${title}: ${samples.map(({ seconds }) => `${seconds.toFixed(2)} s`).join(", ")}`);
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    failures.set(turns.isPrinted ? scenario : "clean", failure);
    say(`${title}: ${failure}`);
  }
}

/** Makes a scenario's change, measures the build, and takes the change back. Throws where a build fails. */
async function measure(
  turns: Turns,
  scenario: Exclude<ScenarioName, "watch">,
  round: number,
): Promise<Sample> {
  const { project } = turns;
  const { tool, output } = project;
  const takeBack = scenarios[scenario].change(project, round);
  if (scenario === "clean") turns.isPrinted = false;
  try {
    const since = Date.now();
    const { seconds, peakBytes, stdout, failure } = await timeRun(tool.command(project));
    if (failure !== undefined) throw new Error(failure);
    turns.isPrinted = true;
    if (tool.dialect === "broadsheet") turns.weight ??= weighArticle(output, project.size);
    const written = countWritten(output, since);
    const told = tool.printed?.exec(stdout)?.[1];
    if (tool.printed && told === undefined) throw new Error("did not say how many pages it printed");
    return {
      seconds,
      peakBytes,
      pages: told === undefined ? written.pages : Number(told),
      files: written.files,
    };
  } finally {
    takeBack?.();
    if (takeBack && tool.printed) await print(turns);
  }
}

/** Prints without measuring: what a scenario begins with. */
async function print(turns: Turns): Promise<void> {
  const { failure } = await timeRun(turns.project.tool.command(turns.project));
  turns.isPrinted = failure === undefined;
  if (failure !== undefined) throw new Error(failure);
}

function rowsOf({ project, rows, failures }: Turns, only: readonly ScenarioName[]): Row[] {
  const { tool, size } = project;
  const names = new Set([...listScenarios(tool, only, 1), ...failures.keys()]);
  return [...names].flatMap((scenario) => {
    const samples = rows.get(scenario) ?? [];
    const failure = failures.get(scenario);
    if (samples.length === 0 && failure === undefined) return [];
    const row = { tool: tool.name, label: tool.label, scenario, articles: size, samples };
    return [failure === undefined ? row : { ...row, failure }];
  });
}
