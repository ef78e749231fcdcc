import { z } from "zod";
import { address, text } from "../article/field-shapes.ts";
import { isZone } from "../kit/clock.ts";
import { slugOf } from "../kit/slug.ts";
import { isInternal, safeUrl } from "../kit/url.ts";
import { parseLanguage } from "./language.ts";
import { parsePictureSource } from "./links.ts";

/** Text that a reading turns into a value, or refuses. */
const readBy = <Value>(read: (written: string) => Value | undefined) =>
  address.transform((written, context) => {
    const value = read(written);
    if (value !== undefined) return value;
    context.addIssue("refused");
    return z.NEVER;
  });

const words = (example: string) => ({ schema: text, wanted: "text", example });
const picture = (example: string) => ({
  schema: readBy(parsePictureSource),
  wanted: "the address of a picture",
  example,
});
const email = {
  schema: readBy((written) => (/^[^\s@<>"']+@[^\s@<>"']+$/.test(written) ? written : undefined)),
  wanted: "an e-mail address",
  example: '"email": "desk@example.org"',
};
const sameAs = {
  schema: z.array(readBy(parseWebAddress)),
  wanted: "a list of https:// addresses",
  example: '"sameAs": ["https://social.example/@paper"]',
};

const languageTag = readBy((written) => parseLanguage(written)?.language);
const locale = z.union([
  languageTag.transform((language) => ({ language, key: language.toLowerCase() })),
  z
    .strictObject({
      language: languageTag,
      path: readBy((written) => (slugOf(written) === written && written ? written : undefined)).optional(),
      name: text.optional(),
      description: text.optional(),
    })
    .transform(({ path, ...said }) => ({ ...said, key: path ?? said.language.toLowerCase() })),
]);
const translations = <Texts extends z.ZodRawShape>(texts: Texts, example: string) => ({
  schema: z.record(z.string(), z.strictObject(texts).partial()),
  wanted: "texts by language",
  example: `"translations": { "fr": ${example} }`,
});

/** What masthead.json may say. */
export const mastheadTable = {
  name: words('"name": "The Island Packet"'),
  url: {
    schema: readBy(parseSiteUrl),
    wanted: "the https:// address of the site",
    example: '"url": "https://example.org/"',
  },
  timeZone: {
    schema: readBy((written) => (isZone(written) ? written : undefined)),
    wanted: "a time zone",
    example: '"timeZone": "Europe/Dublin"',
  },
  language: {
    schema: readBy((written) => parseLanguage(written)?.language),
    wanted: "a language tag",
    example: '"language": "en-IE"',
  },
  description: words('"description": "News of the island since 1887."'),
  logo: picture('"logo": "/media/mark.png"'),
  email,
  sameAs,
  languages: {
    schema: z.array(locale),
    wanted: "a list of languages",
    example: '"languages": ["fr", { "language": "ga-IE", "name": "An Paicéad" }]',
  },
};

/** What sections.json may say of a section. */
export const sectionTable = {
  slug: {
    schema: readBy((written) => (slugOf(written) === written ? written : undefined)),
    wanted: "letters, digits and hyphens",
    example: '"slug": "local-politics"',
  },
  name: words('"name": "Local Politics"'),
  description: words('"description": "The council and its money."'),
  translations: translations({ name: text, description: text }, '{ "name": "Politique locale" }'),
};

/** What topics.json and series.json may say of a topic or a series. */
export const subjectTable = {
  slug: {
    schema: readBy((written) => (slugOf(written) === written ? written : undefined)),
    wanted: "letters, digits and hyphens",
    example: '"slug": "electric-cars"',
  },
  name: words('"name": "Electric cars"'),
  description: words('"description": "Cars without an engine."'),
  mergedInto: {
    schema: readBy((written) => slugOf(written) || undefined),
    wanted: "the slug of a topic",
    example: '"mergedInto": "electric-cars"',
  },
  translations: translations({ name: text, description: text }, '{ "name": "Voitures électriques" }'),
};

/** What contributors.json may say of somebody. */
export const contributorTable = {
  id: words('"id": "mary-byrne"'),
  name: words('"name": "Mary Byrne"'),
  kind: {
    schema: z.enum(["person", "organisation"]),
    wanted: "person or organisation",
    example: '"kind": "organisation"',
  },
  languages: {
    schema: z.array(readBy((written) => parseLanguage(written)?.language)),
    wanted: "a list of language tags",
    example: '"languages": ["en", "ga"]',
  },
  role: words('"role": "Harbour correspondent"'),
  organisation: words('"organisation": "Reuters"'),
  biography: words('"biography": "Mary Byrne writes about the harbour."'),
  portrait: picture('"portrait": "/media/mary-byrne.jpg"'),
  email,
  url: {
    schema: readBy(parseAddress),
    wanted: "an https:// address or a path of this site",
    example: '"url": "https://example.org/mary/"',
  },
  sameAs,
  translations: translations({ role: text, biography: text }, '{ "role": "Correspondante au port" }'),
};

/** An absolute http or https address. */
function parseWebAddress(written: string): string | undefined {
  const url = safeUrl(written);
  return url !== undefined && /^https?:/i.test(url) ? url : undefined;
}

function parseAddress(written: string): string | undefined {
  const url = safeUrl(written);
  return url !== undefined && (isInternal(url) || /^https?:/i.test(url)) ? url : undefined;
}

/** The site's own address with a slash at its end, without query, anchor or password. */
function parseSiteUrl(written: string): string | undefined {
  const address = parseWebAddress(written);
  if (address === undefined) return undefined;
  const { origin, pathname, search, hash, username } = new URL(address);
  return search || hash || username ? undefined : `${origin}${pathname.replace(/\/*$/, "/")}`;
}
