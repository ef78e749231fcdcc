import { type Found, type GraphPage, readGraphPage } from "./graph-page.ts";
import { isA } from "./schema-org.ts";

/** What is wrong by one rule, as texts; none where nothing is. */
type Verdict = string | undefined | readonly (string | undefined)[];

/** One rule for JSON-LD, as data: what it is called, who asks for it and where, and what it looks at. */
export type GraphRule = {
  readonly name: string;
  /** The document and its section. */
  readonly source: string;
  /** A rule for the page as a whole. */
  readonly page?: (page: GraphPage) => Verdict;
  /** A rule for each object of a type or of its descendants. */
  readonly of?: string;
  readonly node?: (found: Found, page: GraphPage) => Verdict;
};

/** A rule that a page breaks, and where. */
export type GraphFault = { readonly rule: string; readonly where: string; readonly text: string };

/** What is wrong with the graph of a page that is printed at a URL. */
export function faultsBy(rules: readonly GraphRule[], html: string, url: string): GraphFault[] {
  const page = readGraphPage(html, url);
  return rules.flatMap((rule) => [
    ...textsOf(rule.page?.(page)).map((text) => ({ rule: rule.name, where: url, text })),
    ...page.nodes
      .filter(({ types }) => rule.of === undefined || types.some((type) => isA(type, rule.of ?? "")))
      .flatMap((found) =>
        textsOf(rule.node?.(found, page)).map((text) => ({
          rule: rule.name,
          where: `${url} ${found.path}`,
          text,
        })),
      ),
  ]);
}

function textsOf(verdict: Verdict): string[] {
  return [verdict].flat().filter((text) => text !== undefined);
}
