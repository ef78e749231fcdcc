import { z } from "zod";
import { text } from "../article/field-shapes.ts";
import { isZone } from "../kit/clock.ts";
import { slugOf } from "../kit/slug.ts";
import {
  email,
  listOf,
  pageAddress,
  parseEmail,
  parseWebAddress,
  picture,
  readBy,
  webAddress,
  words,
} from "./data-shapes.ts";
import { parseLanguage } from "./language.ts";
import { parsePictureSource } from "./links.ts";
import { looksGroup } from "./looks-group.ts";
import { policiesGroup, rightsGroup } from "./masthead-groups.ts";
import { sameAs } from "./site-fields.ts";
import { adsGroup, securityGroup, trustGroup } from "./stated-groups.ts";

const contact = z.strictObject({
  contactType: text,
  email: readBy(parseEmail).optional(),
  telephone: text.optional(),
  url: pageAddress("", "").schema.optional(),
});

const organisation = z.union([
  text.transform((name) => ({ name })),
  z.strictObject({ name: text, url: readBy(parseWebAddress).optional() }),
]);

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
/** What masthead.json may say. */
export const mastheadTable = {
  name: words('"name": "The Island Packet"', "The publication's name."),
  url: {
    schema: readBy(parseSiteUrl),
    wanted: "the https:// address of the site",
    example: '"url": "https://example.org/"',
    about: "Where the site is. A path in it is where the site is mounted.",
  },
  timeZone: {
    schema: readBy((written) => (isZone(written) ? written : undefined)),
    wanted: "a time zone",
    example: '"timeZone": "Europe/Dublin"',
    about: "The zone of dates that name none, and of all dates that are shown.",
  },
  language: {
    schema: readBy((written) => parseLanguage(written)?.language),
    wanted: "a language tag",
    example: '"language": "en-IE"',
    about: "The language of the interface, and of stories that name none.",
  },
  languages: {
    schema: z.array(locale),
    wanted: "a list of languages",
    example: '"languages": ["fr", { "language": "ga-IE", "name": "An Paicéad" }]',
    about: "Languages in which the paper appears beside its own, each below a path of its own.",
  },
  description: words('"description": "News of the island since 1887."', "One sentence under the name."),
  shortName: words('"shortName": "Packet"', "The name under an icon, where room is short."),
  logo: picture('"logo": "/media/mark.png"', "The publication's mark, for search engines and shared links."),
  icon: {
    schema: listOf(readBy(parsePictureSource)),
    wanted: "the address of a picture, or a list of them",
    example: '"icon": ["/media/icon.svg", "/media/icon-192.png", "/media/icon-512.png"]',
    about:
      "One square picture in several sizes, for tabs and home screens. SVG and PNG are known everywhere.",
  },
  email: email('"email": "desk@example.org"', "Where readers write to."),
  telephone: words('"telephone": "+353 1 555 0100"', "With the country's code."),
  address: {
    table: {
      streetAddress: words('"address": { "streetAddress": "1 Quay Street" }', "Street and number."),
      addressLocality: words('"address": { "addressLocality": "Port Louarn" }', "The town."),
      addressRegion: words('"address": { "addressRegion": "County Clare" }', "County, state or province."),
      postalCode: words('"address": { "postalCode": "V95 X2Y1" }', "The postal code."),
      addressCountry: words('"address": { "addressCountry": "IE" }', "Two letters of ISO 3166."),
    },
    wanted: "an object",
    example: '"address": { "streetAddress": "1 Quay Street", "addressCountry": "IE" }',
    about: "Where the newsroom is.",
  },
  contactPoint: {
    schema: listOf(contact),
    wanted: "a list of { contactType, email, telephone, url }",
    example: '"contactPoint": [{ "contactType": "corrections", "email": "corrections@example.org" }]',
    about: "Desks, and how each is reached.",
  },
  foundingDate: {
    schema: readBy((written) => (/^\d{4}(-\d\d(-\d\d)?)?$/.test(written) ? written : undefined)),
    wanted: "a year, a month or a day",
    example: '"foundingDate": "1887-03-12"',
    about: "When it was founded.",
  },
  parentOrganization: {
    schema: organisation,
    wanted: "a name, or { name, url }",
    example:
      '"parentOrganization": { "name": "Packet Readers’ Society", "url": "https://example.org/society/" }',
    about: "To whom it belongs.",
  },
  sameAs: sameAs("Profiles elsewhere, shown in the footer."),
  policies: policiesGroup,
  rights: rightsGroup,
  security: securityGroup,
  trust: trustGroup,
  ads: adsGroup,
  theme: looksGroup,
  hub: webAddress(
    '"hub": "https://hub.example.org/"',
    "The WebSub hub to subscribe at; feeds and fronts name it.",
  ),
  indexNowKey: {
    schema: readBy((written) => (/^[A-Za-z0-9-]{8,128}$/.test(written) ? written : undefined)),
    wanted: "8 to 128 letters, digits and hyphens",
    example: '"indexNowKey": "4f1c2a9e07b84d3c"',
    about: "The key with which IndexNow is told of new pages; printed as `/{key}.txt`.",
  },
};

/** The site's own address with a slash at its end, without query, anchor or password. */
function parseSiteUrl(written: string): string | undefined {
  const address = parseWebAddress(written);
  if (address === undefined) return undefined;
  const { origin, pathname, search, hash, username } = new URL(address);
  return search || hash || username ? undefined : `${origin}${pathname.replace(/\/*$/, "/")}`;
}
