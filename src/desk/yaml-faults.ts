import type { YAMLError } from "yaml";
import type { YamlFault } from "./yaml-tree.ts";

type Wording = Pick<YamlFault, "reason" | "advice">;

const quoteText = "Put text with a colon or a quotation mark in quotes.";
const noColon = {
  reason: "a line has no colon after its key",
  advice: "Write it as key: value, or indent it under its key.",
};
const notClosed = {
  reason: "a quotation mark or bracket is not closed",
  advice: "Close it on the same line.",
};

const wordings: Partial<Record<YAMLError["code"], Wording>> = {
  TAB_AS_INDENT: { reason: "a tab stands for indentation", advice: "Put spaces in place of the tab." },
  MULTILINE_IMPLICIT_KEY: noColon,
  KEY_OVER_1024_CHARS: { reason: "a key is longer than 1,024 characters", advice: quoteText },
  BLOCK_AS_IMPLICIT_KEY: { reason: "a second colon follows in one line", advice: quoteText },
  BAD_INDENT: {
    reason: "a line is indented unlike its neighbours",
    advice: "Indent it by as many spaces as those.",
  },
  BAD_SCALAR_START: { reason: "text cannot begin with that character", advice: "Put the text in quotes." },
  BAD_DQ_ESCAPE: {
    reason: "a backslash stands in double quotes",
    advice: "Write two backslashes, or use single quotes.",
  },
  BAD_DIRECTIVE: { reason: "a line begins with %", advice: "Put the text in quotes." },
  TAG_RESOLVE_FAILED: { reason: "text begins with !", advice: "Put the text in quotes." },
  RESOURCE_EXHAUSTION: {
    reason: "it is nested too deep",
    advice: "Write flat fields; nest a few levels at most.",
  },
  MULTIPLE_DOCS: { reason: "it holds two documents", advice: "Keep one." },
};

/** An error or warning of the YAML library as a fault of ours, with what to type. What is left open is told where it opens. */
export function findFault(
  { code, message, pos }: YAMLError,
  stretches: readonly { readonly from: number; readonly to: number }[],
): YamlFault {
  const wording = (/end with a/.test(message) ? undefined : wordings[code]) ?? wordingOf(message);
  const open = wording === notClosed ? stretches.find(({ to }) => to >= pos[0]) : undefined;
  return { at: open?.from ?? pos[0], ...wording };
}

function wordingOf(message: string): Wording {
  if (/closing|end with a|between|in flow/i.test(message)) return notClosed;
  if (/map keys need|Sequence item without/.test(message)) return noColon;
  if (/anchor|alias|tag/i.test(message))
    return { reason: "text begins with *, & or !", advice: "Put the text in quotes." };
  return { reason: "there is text that belongs to no field", advice: quoteText };
}
