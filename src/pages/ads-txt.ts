import type { Ads } from "../article/masthead.ts";
import type { PageKind } from "../edition/page.ts";
import { renderLines } from "./plain-lines.ts";

/** What the IAB's ads.txt 1.1 has in place of sellers where nobody may sell. */
const nobody = "placeholder.example.com, placeholder, DIRECT, placeholder";

/** `/ads.txt` (IAB Tech Lab, version 1.1): who may sell the site's advertising space; where the masthead says it. */
export const adsTxt: PageKind<Ads> = {
  name: "ads-txt",
  once: true,
  pagesShowing: () => [],
  always: ({ masthead }) => (masthead.ads ? [""] : []),
  url: () => "/ads.txt",
  slice: (_, { masthead }) => masthead.ads,
  print: ({ sellers, ownerDomain, managerDomain = [] }) => {
    const variables = renderLines(
      [["OWNERDOMAIN", ownerDomain], ...managerDomain.map((domain) => ["MANAGERDOMAIN", domain] as const)],
      "=",
    );
    const records = sellers.length > 0 ? sellers : [nobody];
    return variables + records.map((line) => `${line}\n`).join("");
  },
};
