import type { PageKind } from "../edition/page.ts";
import { present } from "../kit/record.ts";
import { absoluteUrl } from "./addresses.ts";
import { type AgentGroup, listAgentGroups } from "./crawlers.ts";

/** What crawlers are told. */
export type Robots = {
  readonly sitemap: string;
  /** What is said to crawlers by name; none where the masthead has no rights. */
  readonly groups: readonly AgentGroup[];
  /** Path at which the site begins on its server. */
  readonly root: string;
  readonly licence?: string;
  readonly contact?: string;
};

/**
 * `robots.txt` (RFC 9309): what the masthead's rights say to AI's crawlers; all others may read everything. The licence
 * of Really Simple Licensing is no crawler's own, so it stands before all groups.
 */
export const robots: PageKind<Robots> = {
  name: "robots",
  once: true,
  pagesShowing: () => [],
  always: () => [""],
  url: () => "/robots.txt",
  slice: (_, newsroom) => {
    const { rights, url } = newsroom.masthead;
    return present({
      sitemap: newsroom.absolute("/sitemap.xml"),
      groups: rights ? listAgentGroups(rights) : [],
      root: new URL(url).pathname,
      licence: rights?.licence && absoluteUrl(rights.licence, newsroom),
      contact: rights?.contact,
    });
  },
  print: ({ sitemap, groups, root, licence, contact }) => {
    const parts = [
      ...(contact ? [`# Leave to use the text: ${contact}`] : []),
      ...(licence ? [`License: ${licence}`] : []),
      "User-agent: *\nDisallow:",
      ...groups.map((group) => groupText(group, root)),
      `Sitemap: ${sitemap}`,
    ];
    return `${parts.join("\n\n")}\n`;
  },
};

function groupText({ about, agents, isAllowed }: AgentGroup, root: string): string {
  return [
    `# ${about}: ${isAllowed ? "allowed" : "not allowed"}`,
    ...agents.map((agent) => `User-agent: ${agent}`),
    isAllowed ? "Disallow:" : `Disallow: ${root}`,
  ].join("\n");
}
