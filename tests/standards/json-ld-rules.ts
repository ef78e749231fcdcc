import { articleRules } from "./article-rules.ts";
import { authorRules } from "./author-rules.ts";
import { faultsBy, type GraphFault, type GraphRule } from "./graph-rule.ts";
import { imageRules } from "./image-rules.ts";
import { liveRules } from "./live-rules.ts";
import { organisationRules } from "./organisation-rules.ts";
import { pageRules } from "./page-rules.ts";
import { scriptRules } from "./script-rules.ts";
import { valueRules } from "./value-rules.ts";

/** All rules for the JSON-LD of a page, written from Google's documents and schema.org's definitions. */
export const jsonLdRules: readonly GraphRule[] = [
  ...scriptRules,
  ...valueRules,
  ...pageRules,
  ...articleRules,
  ...authorRules,
  ...imageRules,
  ...liveRules,
  ...organisationRules,
];

/** What is wrong with the JSON-LD of a page that is printed at a URL. */
export function faultsIn(html: string, url: string): GraphFault[] {
  return faultsBy(jsonLdRules, html, url);
}
