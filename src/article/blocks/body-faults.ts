import type { BodyFault } from "./block.ts";

/** Nothing of the kind that a block takes. `wanted`: what to type. */
export function missingFault(kind: "list" | "picture" | "table", wanted: string): BodyFault {
  return { reason: `there is no ${kind} in it`, advice: wanted };
}

/** Words that stand beside what a block takes, and would not be shown. */
export function othersFault(others: string, kind: "list" | "pictures" | "table"): BodyFault | undefined {
  if (!others) return undefined;
  return {
    reason: `${quoted(others)} stands outside of its ${kind}`,
    advice: `Write it before or after the shortcode, or in the ${kind}.`,
  };
}

/** Words of copy as a message may hold them. */
export function quoted(words: string): string {
  return JSON.stringify(words.length > 60 ? `${words.slice(0, 59).replace(/\p{Surrogate}$/u, "")}…` : words);
}
