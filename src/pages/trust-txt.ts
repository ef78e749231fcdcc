import type { Masthead } from "../article/masthead.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { safeUrl } from "../kit/url.ts";
import { absoluteUrl } from "./addresses.ts";
import { type Line, renderLines } from "./plain-lines.ts";

const relations = [
  "member",
  "belongto",
  "control",
  "controlledby",
  "vendor",
  "customer",
  "disclosure",
] as const;

/**
 * `/trust.txt` (JournalList's reference document): whom the publication is bound to, where it is on social networks, and
 * whether its text may train AI; where the masthead says whom it is bound to or has rights.
 */
export const trustTxt: PageKind<{ readonly lines: readonly Line[] }> = {
  name: "trust-txt",
  once: true,
  pagesShowing: () => [],
  always: ({ masthead }) => (isTold(masthead) ? [""] : []),
  url: () => "/trust.txt",
  slice: (_, newsroom) => (isTold(newsroom.masthead) ? { lines: listLines(newsroom) } : undefined),
  print: ({ lines }) => renderLines(lines, "="),
};

function isTold({ trust, rights }: Masthead): boolean {
  return trust !== undefined || rights !== undefined;
}

function listLines(newsroom: Newsroom): Line[] {
  const { trust = {}, rights, sameAs, email, contactPoint = [] } = newsroom.masthead;
  const emails = new Set([email, ...contactPoint.map((point) => point.email)]);
  return [
    ...relations.flatMap((name) =>
      (trust[name] ?? []).map((address): Line => [name, absoluteUrl(address, newsroom)]),
    ),
    ...sameAs.flatMap((address): Line[] => (safeUrl(address) ? [["social", address]] : [])),
    ...[...emails].flatMap((address): Line[] => (address ? [["contact", `mailto:${address}`]] : [])),
    ...(rights ? [["datatrainingallowed", rights.training ? "yes" : "no"] as const] : []),
  ];
}
