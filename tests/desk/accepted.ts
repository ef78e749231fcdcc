import { type AcceptContext, accept, type Metadata } from "../../src/desk/accept.ts";
import { parseFrontMatter } from "../../src/desk/front-matter.ts";
import type { Problem } from "../../src/kit/problem.ts";

export const context: AcceptContext = {
  file: "news/ferry-returns.md",
  zone: "Europe/Dublin",
  language: "en-IE",
  locales: [],
  merged: new Map(),
  sections: new Set(["news", "sport", "local-politics"]),
  articleUrl: "/{section}/{yyyy}/{mm}/{slug}/",
};

/** What comes of the lines of a front matter. */
export function accepted(
  lines: string,
  changes: Partial<AcceptContext> = {},
): { readonly metadata?: Metadata; readonly problems: readonly Problem[] } {
  const front = parseFrontMatter("ferry.md", `---\n${lines}\n---\nBody\n`);
  return "problems" in front ? front : accept(front, { ...context, ...changes });
}

/** The least front matter that is accepted, with more lines after it. */
export function minimal(lines: string): string {
  return `headline: Ferry returns\npublished: 2031-05-09\n${lines}`;
}

/** Problems as `line:column rule`. */
export function listRules(problems: readonly Problem[]): string {
  return problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`).join(", ");
}

/** The metadata of accepted front matter; throws where it is not. */
export function metadataOf(lines: string, changes: Partial<AcceptContext> = {}): Metadata {
  const { metadata, problems } = accepted(lines, changes);
  if (!metadata) throw new Error(problems.map(({ message }) => message).join("\n"));
  return metadata;
}
