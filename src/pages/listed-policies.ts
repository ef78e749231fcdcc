import { policyNames } from "../article/policies.ts";
import type { Newsroom } from "../edition/newsroom.ts";

/** A policy as readers find it: its name in the masthead's language, and a path of this site or an address elsewhere. */
export type ListedPolicy = { readonly name: string; readonly url: string };

/** The masthead's policies in the order of `policyNames`; where several are at one address, the first of them. */
export function listPolicies({ masthead, words }: Pick<Newsroom, "masthead" | "words">): ListedPolicy[] {
  const found = new Map<string, ListedPolicy>();
  for (const policy of policyNames) {
    const url = masthead.policies?.[policy];
    if (url !== undefined && !found.has(url)) found.set(url, { name: words[policy], url });
  }
  return [...found.values()];
}
