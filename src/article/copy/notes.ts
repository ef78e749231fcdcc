import type { Place, Problem, ValuesOf } from "../../kit/problem.ts";
import { isInternal, localPath } from "../../kit/url.ts";
import type { BodyRules, Copy } from "../body.ts";
import { type RuleName, type rules, tell } from "../rules.ts";
import { type Source, sourceOf } from "./source.ts";

/** What one reading of copy works on and writes down: its source, its rules, the problems told so far. */
export class Notes {
  readonly source: Source;
  readonly rules: BodyRules;
  /** BCP 47. */
  readonly language: string;
  readonly problems: Problem[] = [];
  readonly #told = new Set<string>();
  readonly #counts = new Map<string, number>();

  constructor(copy: Copy, rules: BodyRules) {
    this.source = sourceOf(copy);
    this.rules = rules;
    this.language = copy.language ?? "en";
  }

  placeAt(at: number): Place {
    return this.source.placeAt(at);
  }

  /** An address as path, query or anchor of this site, also where it has the site's own URL; undefined: it leads elsewhere. */
  findPath(address: string): string | undefined {
    const { siteUrl } = this.rules;
    const path = siteUrl === undefined ? address : localPath(address, siteUrl);
    return isInternal(path) ? path : undefined;
  }

  /** Tells a problem at an offset; the same one twice is told once, and of one rule the first 200 are told. */
  tell<Name extends RuleName>(name: Name, at: number, values: ValuesOf<(typeof rules)[Name]>): void {
    const count = this.#counts.get(name) ?? 0;
    if (count >= 200) return;
    const problem = tell(name, this.placeAt(at), values);
    const key = `${name} ${problem.line} ${problem.column} ${problem.message}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#counts.set(name, count + 1);
    this.problems.push(problem);
  }
}

/** Text as a message may hold it: one line of at most 60 characters. */
export function quoteBriefly(text: string): string {
  const line = text.slice(0, 300).replace(/\s+/g, " ").trim();
  return line.length <= 60 ? line : `${line.slice(0, 59).replace(/\p{Surrogate}$/u, "")}…`;
}

/** A block's example as a message may hold it: in one line. */
export function exampleOf({ example }: { readonly example: string }): string {
  return example.replaceAll("\n", " ⏎ ");
}
