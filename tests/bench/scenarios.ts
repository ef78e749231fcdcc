import { rmSync } from "node:fs";
import { join } from "node:path";
import { articleFile, clearOutput, type Project, putArticle, putFile, swapForClone } from "./project.ts";
import { contributors, middleContributor } from "./synthetic-archive.ts";

export const scenarioNames = ["clean", "nothing", "edit", "rename", "publish", "clone", "watch"] as const;

export type ScenarioName = (typeof scenarioNames)[number];

/** What happens to a site before a build that is measured. */
export type Scenario = {
  /** As tables say it. */
  readonly label: string;
  /** Makes the change and gives what takes it back, where there is something to take back. `round`: from 1 on. */
  readonly change: (project: Project, round: number) => (() => void) | undefined;
};

/** All scenarios but watching, which is no build of its own. */
export const scenarios: Readonly<Record<Exclude<ScenarioName, "watch">, Scenario>> = {
  clean: {
    label: "clean build",
    change: (project) => {
      clearOutput(project);
      return undefined;
    },
  },
  nothing: { label: "nothing changed", change: () => undefined },
  edit: {
    label: "one body edited",
    change: (project, round) => {
      const number = Math.floor(project.size / 2);
      putArticle(project, number, `Corrected in round ${round}.`);
      return () => putArticle(project, number);
    },
  },
  rename: {
    label: "a contributor renamed",
    change: ({ site }, round) => {
      const file = join(site, "content/_data/contributors.json");
      putFile(file, { ...contributors, [middleContributor]: { name: `Renamed In Round ${round}` } });
      return () => putFile(file, contributors);
    },
  },
  publish: {
    label: "one story published",
    change: (project) => {
      putArticle(project, project.size);
      return () => rmSync(articleFile(project, project.size));
    },
  },
  clone: {
    label: "one story published in a fresh clone",
    change: (project) => {
      const swapBack = swapForClone(project);
      putArticle(project, project.size);
      return swapBack;
    },
  },
};

/** How a scenario is called in tables. */
export function labelOf(name: ScenarioName): string {
  return name === "watch" ? "one body edited while watching" : scenarios[name].label;
}
