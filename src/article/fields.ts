import { z } from "zod";
import { correctionKinds, genres, roles } from "./article.ts";
import { address, correction, credit, longText, oneOrMany, picture, series, text } from "./field-shapes.ts";

/** One field of front matter: its shape, what a right value is called, a right use of it, and what it is for. */
export type FieldRule = {
  readonly schema: z.ZodType;
  readonly wanted: string;
  /** A line to type. */
  readonly example: string;
  readonly about: string;
  /** Other names that are read as this one, the first that is present first. */
  readonly aliases: readonly string[];
};

const field = <Schema extends z.ZodType>(
  schema: Schema,
  wanted: string,
  example: string,
  about: string,
  aliases: readonly string[] = [],
) => ({ schema, wanted, example, about, aliases });
const words = (example: string, about: string, aliases?: readonly string[]) =>
  field(text, "text", example, about, aliases);
const moment = (example: string, about: string, aliases?: readonly string[]) =>
  field(text, "a moment in time", example, about, aliases);

/** Every field that front matter may have, by its own name. */
export const fields = {
  headline: words("headline: Ferry returns to the island", "The headline.", ["title"]),
  shortHeadline: words("shortHeadline: Ferry returns", "The headline where room is short."),
  seoHeadline: words("seoHeadline: Inis Mór ferry service resumes", "The headline for search engines."),
  socialHeadline: words("socialHeadline: The ferry is back", "The headline where the story is shared."),
  standfirst: words(
    "standfirst: The first boat in two years left at dawn.",
    "One or two sentences under the headline, plain text.",
    ["dek", "summary", "description", "excerpt"],
  ),
  slug: words(
    "slug: ferry-returns",
    "Last part of the URL; without it, the file's name without a leading date.",
  ),
  section: words("section: news", "The one section, by its slug or name in sections.json.", ["category"]),
  topics: field(oneOrMany(text), "a list of words", "topics: [Ferries, Islands]", "Topics, in order.", [
    "tags",
  ]),
  byline: field(
    oneOrMany(credit),
    "a name, or a list of names with roles",
    "byline: { name: Mary Byrne, role: reporting }",
    `Who made it: ids of contributors.json, or names with role and organisation. A role is ${roles.join(", ")}.`,
    ["authors", "author"],
  ),
  published: moment(
    "published: 2031-05-09T06:00+01:00",
    "When it is public; without an offset in the masthead's zone.",
    ["date"],
  ),
  updated: moment("updated: 2031-05-10T09:30+01:00", "Last change of substance.", ["modified", "lastmod"]),
  embargoedUntil: moment(
    "embargoedUntil: 2031-05-09T06:00+01:00",
    "Not public before; wins over published.",
    ["embargo", "publishAt"],
  ),
  expires: moment("expires: 2041-05-09", "Not public from then on.", ["expirydate"]),
  coverageStartsAt: moment(
    "coverageStartsAt: 2031-05-09T06:00+01:00",
    "When a live blog begins; without it, when it is public.",
    ["coverageStart", "coverageStartTime"],
  ),
  coverageEndsAt: moment("coverageEndsAt: 2031-05-09T22:00+01:00", "When a live blog is over.", [
    "coverageEnd",
    "coverageEndTime",
  ]),
  standing: field(
    z.enum(["usable", "held", "killed"]),
    "usable, held or killed",
    "standing: held",
    "held: not public yet. killed: withdrawn; a notice stands in its place, and nothing else of it remains.",
  ),
  draft: field(z.boolean(), "true or false", "draft: true", "true is the same as standing: held."),
  genre: field(
    z.enum(genres),
    `one of ${genres.join(", ")}`,
    "genre: analysis",
    "What kind of story it is: its label, and its type in the metadata. Without it, a report.",
  ),
  kicker: words("kicker: Transport", "Label above the headline."),
  dateline: words("dateline: Brussels", "Place of reporting, never a time."),
  language: words("language: en-GB", "Language of the text as BCP 47; without it, the masthead's."),
  translations: field(
    oneOrMany(text),
    "a list of paths, slugs or URLs",
    "translations: [ga/filleann-an-bad.md]",
    "The same story in other languages.",
  ),
  lead: field(
    picture,
    "a picture's path, or src: with alt:",
    "lead: { src: /media/ferry.jpg, alt: A ferry at the quay, caption: The first boat., creditLine: Ada Byrne, focus: [0.8, 0.4] }",
    "The picture that leads the story. `focus` is what no crop may lose, in shares of its width and height; `decorative: true` stands for a picture that shows nothing.",
    ["image"],
  ),
  series: field(
    series,
    "a name, or name: with part:",
    "series: { name: The last boats, part: 2 }",
    "Its series.",
  ),
  related: field(
    oneOrMany(text),
    "a list of paths, slugs or URLs",
    "related: [news/2031-04-01-pier-opens.md]",
    "Stories pinned under this one.",
  ),
  corrections: field(
    oneOrMany(correction),
    "a list of corrections",
    "corrections: [{ at: 2031-05-10T09:30+01:00, kind: correction, text: The pier is 90 metres long. }]",
    `What was wrong, shown with the story. Its kind is ${correctionKinds.join(", ")}.`,
  ),
  canonicalUrl: field(
    address,
    "an absolute https:// address",
    "canonicalUrl: https://example.org/ferry/",
    "Where the story first stood, absolute.",
  ),
  agency: words("agency: Reuters", "The agency that it comes from."),
  creditLine: words("creditLine: Reporting by Mary Byrne", "Credit that must be shown."),
  usageTerms: words("usageTerms: Not for use after 9 May 2041", "What others may do with it."),
  aliases: field(
    oneOrMany(address),
    "a path of this site",
    "aliases: [/2031/05/ferry-returns/]",
    "Former URLs; they redirect.",
    ["redirect_from"],
  ),
  editorsNote: field(longText, "text", "editorsNote: Names were changed.", "Shown with the story."),
  backstory: field(
    longText,
    "text",
    "backstory: Two readers sent us the letters; the council has seen them.",
    "How the story came about, shown under it.",
  ),
  deskNote: field(longText, "text", "deskNote: Legal has read it.", "For the desk; never rendered anywhere."),
  access: field(
    z.enum(["free", "metered", "paid"]),
    "free, metered or paid",
    "access: metered",
    "Who may read it.",
  ),
  sensitive: words("sensitive: Describes an injury", "A note on the content, shown before it."),
  data: field(z.unknown(), "anything", "data: { pier: 3 }", "Anything, for the site's own templates."),
} as const satisfies Record<string, FieldRule>;

export type FieldName = keyof typeof fields;

/** What front matter says, by field, in the right shapes. */
export type FieldValues = { [Name in FieldName]?: z.output<(typeof fields)[Name]["schema"]> };
