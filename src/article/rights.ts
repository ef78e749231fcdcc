/** What machines may be after on a news site; each is asked for apart. */
export const machineUses = ["training", "search", "assistants"] as const;

export type MachineUse = (typeof machineUses)[number];

/**
 * What machines may do with the text, said once: robots.txt, the TDM reservation, trust.txt and llms.txt follow from it.
 */
export type Rights = {
  /** Whether models of AI may be trained on it; without leave, text and data mining is reserved too. */
  readonly training: boolean;
  /** Whether AI search may index it and answer from it. */
  readonly search: boolean;
  /** Whether an assistant may open a page for somebody who asks it to. */
  readonly assistants: boolean;
  /** Exceptions: user agents as robots.txt names them, and whether each may read the site. */
  readonly agents: Readonly<Record<string, boolean>>;
  /** A licence by Really Simple Licensing: a path of this site or an https address. */
  readonly licence?: string;
  /** A policy by which what is reserved can be had, as `licence`; only where training is reserved. */
  readonly tdmPolicy?: string;
  /** Whom to ask: an e-mail address. */
  readonly contact?: string;
};
