import { z } from "zod";
import { text } from "../article/field-shapes.ts";
import { slugOf } from "../kit/slug.ts";
import { isInternal, safeUrl } from "../kit/url.ts";
import { email, parseWebAddress, picture, readBy, words } from "./data-shapes.ts";
import { parseLanguage } from "./language.ts";

const translations = <Texts extends z.ZodRawShape>(texts: Texts, example: string) => ({
  schema: z.record(z.string(), z.strictObject(texts).partial()),
  wanted: "texts by language",
  example: `"translations": { "fr": ${example} }`,
  about: "What is said otherwise in the paper's other languages, by their keys.",
});

/** What sections.json may say of a section. */
export const sectionTable = {
  slug: {
    schema: readBy((written) => (slugOf(written) === written ? written : undefined)),
    wanted: "letters, digits and hyphens",
    example: '"slug": "local-politics"',
    about: "First part of the URLs of its front and its stories. Without it, it is made of the name.",
  },
  name: words('"name": "Local Politics"', "Required: what readers know it by."),
  description: words(
    '"description": "The council and its money."',
    "What it is about, on its front and in its feeds.",
  ),
  translations: translations({ name: text, description: text }, '{ "name": "Politique locale" }'),
};

/** What series.json may say of a series. */
export const seriesTable = {
  slug: {
    schema: readBy((written) => (slugOf(written) === written ? written : undefined)),
    wanted: "letters, digits and hyphens",
    example: '"slug": "electric-cars"',
    about: "Where the file is a list; in an object, its keys are the slugs.",
  },
  name: words('"name": "Electric cars"', "What it is called, however stories write it."),
  description: words(
    '"description": "Cars without an engine."',
    "What it is about, on its front and in its feeds.",
  ),
  translations: translations({ name: text, description: text }, '{ "name": "Voitures électriques" }'),
};

/** What topics.json may say of a topic. */
export const topicTable = {
  ...seriesTable,
  mergedInto: {
    schema: readBy((written) => slugOf(written) || undefined),
    wanted: "the slug of a topic",
    example: '"mergedInto": "electric-cars"',
    about: "The topic that took its place: its stories are there, and its front leads there.",
  },
};

/** What contributors.json may say of somebody. */
export const contributorTable = {
  id: words(
    '"id": "mary-byrne"',
    "What bylines name, where the file is a list; in an object, its keys are the ids.",
  ),
  name: words('"name": "Mary Byrne"', "Required: the name in the byline."),
  kind: {
    schema: z.enum(["person", "organisation"]),
    wanted: "person or organisation",
    example: '"kind": "organisation"',
    about: "Whether it is a person, or an agency or another house.",
  },
  role: words('"role": "Harbour correspondent"', "What somebody is at the paper."),
  organisation: words('"organisation": "Reuters"', "Whom somebody works for, where that is not the paper."),
  biography: words('"biography": "Mary Byrne writes about the harbour."', "A few sentences for the front."),
  portrait: picture('"portrait": "/media/mary-byrne.jpg"', "A picture, shown on the front."),
  email: email('"email": "desk@example.org"', "Where readers write to."),
  languages: {
    schema: z.array(readBy((written) => parseLanguage(written)?.language)),
    wanted: "a list of language tags",
    example: '"languages": ["en", "ga"]',
    about: "Languages that they write in or can be written to.",
  },
  url: {
    schema: readBy(parseAddress),
    wanted: "an https:// address or a path of this site",
    example: '"url": "https://example.org/mary/"',
    about: "A page of somebody's own.",
  },
  sameAs: sameAs("Profiles elsewhere."),
  translations: translations({ role: text, biography: text }, '{ "role": "Correspondante au port" }'),
};

/** Profiles elsewhere, as the masthead and contributors have them. */
export function sameAs(about: string) {
  return {
    schema: z.array(readBy(parseWebAddress)),
    wanted: "a list of https:// addresses",
    example: '"sameAs": ["https://social.example/@paper"]',
    about,
  };
}

function parseAddress(written: string): string | undefined {
  const url = safeUrl(written);
  return url !== undefined && (isInternal(url) || /^https?:/i.test(url)) ? url : undefined;
}
