import { z } from "zod";
import { parseDomain, parseManagers, parseSeller } from "./ads-lines.ts";
import {
  listOf,
  pageAddress,
  parseEmail,
  parseHttpsAddress,
  parsePageAddress,
  readBy,
  webAddresses,
} from "./data-shapes.ts";
import { parseLanguage } from "./language.ts";

const date = readBy((written) => (/^\d{4}-\d\d-\d\d(\D|$)/.test(written) ? written : undefined));

/** Whom to tell of a hole in the site. */
export const securityGroup = {
  table: {
    contact: {
      schema: listOf(readBy(parseContact)),
      wanted: "an e-mail address, an https:// address or a tel: number",
      example: '"security": { "contact": "security@example.org", "expires": "2031-05-09" }',
      about: "Required: whom to tell, the best way first.",
    },
    expires: {
      schema: date,
      wanted: "a date",
      example: '"security": { "contact": "security@example.org", "expires": "2031-05-09" }',
      about: "Required: until when all this holds; within a year is best.",
    },
    preferredLanguages: {
      schema: listOf(readBy((written) => parseLanguage(written)?.language)),
      wanted: "a list of language tags",
      example:
        '"security": { "contact": "security@example.org", "expires": "2031-05-09", "preferredLanguages": ["en", "ga"] }',
      about: "Languages to write in; the masthead's without it.",
    },
    encryption: securityAddress("encryption", "A key to write with."),
    policy: securityAddress("policy", "How what is told is dealt with."),
    acknowledgments: securityAddress("acknowledgments", "Who told of holes before."),
    hiring: securityAddress("hiring", "Work in security."),
  },
  required: ["contact", "expires"],
  derived: { canonical: "url" },
  wanted: "an object",
  example: '"security": { "contact": "security@example.org", "expires": "2031-05-09" }',
  about: "What security.txt says (RFC 9116).",
};

/** Whom the publication is bound to. */
export const trustGroup = {
  table: {
    member: relation("member", "Those who are its members."),
    belongto: relation("belongto", "Associations that it belongs to."),
    control: relation("control", "What it controls."),
    controlledby: relation("controlledby", "Who controls it."),
    vendor: relation("vendor", "Who works for it."),
    customer: relation("customer", "Whom it works for."),
    disclosure: {
      schema: listOf(readBy(parsePageAddress)),
      wanted: "a list of paths of this site and https:// addresses",
      example: '"trust": { "disclosure": ["/about/"] }',
      about: "Where it says what readers should know of it.",
    },
  },
  derived: {
    social: "sameAs",
    contact: "email and contactPoint",
    datatrainingallowed: "rights.training",
  },
  wanted: "an object of lists of addresses",
  example: '"trust": { "belongto": ["https://press.example/"] }',
  about: "What trust.txt says of whom the publication is bound to.",
};

/** Who may sell the site's advertising space. */
export const adsGroup = {
  table: {
    sellers: {
      schema: z.union([z.literal("none").transform((): string[] => []), listOf(readBy(parseSeller))]),
      wanted: 'a list of lines "domain, account, DIRECT or RESELLER, authority", or "none"',
      example: '"ads": { "sellers": ["exchange.example, 1234, DIRECT, f08c47fec0942fa0"] }',
      about: 'Required: who may sell, a line each; `"none"`: nobody.',
    },
    ownerDomain: {
      schema: readBy(parseDomain),
      wanted: "a domain",
      example: '"ads": { "sellers": "none", "ownerDomain": "example.org" }',
      about: "The domain of the company that owns the site.",
    },
    managerDomain: {
      schema: listOf(z.string()).transform((all, context) => {
        const lines = parseManagers(all);
        if (lines) return lines;
        context.addIssue("refused");
        return z.NEVER;
      }),
      wanted: "a domain, and one a country such as manager.example, IE",
      example: '"ads": { "sellers": "none", "managerDomain": ["manager.example, IE"] }',
      about: "The domain of who manages the space, everywhere or in a country.",
    },
  },
  required: ["sellers"],
  wanted: "an object",
  example: '"ads": { "sellers": ["exchange.example, 1234, DIRECT"] }',
  about: "What ads.txt says.",
};

function securityAddress(name: string, about: string) {
  return pageAddress(
    `"security": { "contact": "security@example.org", "expires": "2031-05-09", "${name}": "/security/#${name}" }`,
    about,
  );
}

function relation(name: string, about: string) {
  return webAddresses(`"trust": { "${name}": ["https://${name}.example/"] }`, about);
}

/** RFC 9116 section 2.5.3: a URI; one of the web must be https. */
function parseContact(written: string): string | undefined {
  const mail = parseEmail(written.replace(/^mailto:/i, ""));
  if (mail !== undefined) return `mailto:${mail}`;
  return /^tel:\+?[\d()-]+$/.test(written) ? written : parseHttpsAddress(written);
}
