import type { Security } from "../article/masthead.ts";
import type { PageKind } from "../edition/page.ts";
import { present } from "../kit/record.ts";
import { absoluteUrl } from "./addresses.ts";
import { renderLines } from "./plain-lines.ts";

const path = "/.well-known/security.txt";

/** `/.well-known/security.txt` (RFC 9116); where the masthead says whom to tell. */
export const securityTxt: PageKind<Security & { readonly canonical: string }> = {
  name: "security-txt",
  once: true,
  pagesShowing: () => [],
  always: ({ masthead }) => (masthead.security ? [""] : []),
  url: () => path,
  slice: (_, newsroom) => {
    const { security, language } = newsroom.masthead;
    if (!security) return undefined;
    const { contact, expires, preferredLanguages = [language] } = security;
    const at = (address: string | undefined) => address && absoluteUrl(address, newsroom);
    return present({
      ...{ contact, expires, preferredLanguages },
      canonical: newsroom.absolute(path),
      encryption: at(security.encryption),
      policy: at(security.policy),
      acknowledgments: at(security.acknowledgments),
      hiring: at(security.hiring),
    });
  },
  print: ({ contact, expires, preferredLanguages, canonical, encryption, policy, acknowledgments, hiring }) =>
    renderLines(
      [
        ...contact.map((address) => ["Contact", address] as const),
        ["Expires", expires],
        ["Encryption", encryption],
        ["Acknowledgments", acknowledgments],
        ["Preferred-Languages", preferredLanguages?.join(", ")],
        ["Canonical", canonical],
        ["Policy", policy],
        ["Hiring", hiring],
      ],
      ": ",
    ),
};
