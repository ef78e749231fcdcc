import { z } from "zod";
import { correctionKinds, roles } from "./article.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 (section 2.2) has no place for them
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/u;
const printable = z.string().refine((value) => !unprintable.test(value), "text without control characters");

/** Text in one line: space around it and line breaks in it do not count. */
export const text = printable.transform((value) => value.replace(/\s+/g, " ").trim());

/** An address or a path: space around it does not count; what may stand in it is for `safeUrl` to say. */
export const address = printable.transform((value) => value.trim());

/** Text that may have paragraphs. */
export const longText = printable.transform((value) => value.replace(/\r\n?/g, "\n").trim());

/** How many a list may hold: each topic, name and former URL is a page. */
export const mostListed = 100;

/** One, or a list of them. */
export const oneOrMany = <One extends z.ZodType>(one: One) =>
  z.union([one, z.array(one).refine((list) => list.length <= mostListed, `a list of ${mostListed} at most`)]);

export const credit = z.union([
  text,
  z.strictObject({
    id: text.optional().meta({ description: "An id of contributors.json." }),
    name: text.optional(),
    role: z.enum(roles).optional(),
    organisation: text.optional(),
  }),
]);

const share = z.number().min(0).max(1);

export const picture = z.union([
  address,
  z.strictObject({
    src: address.meta({
      description: "A path from the site's root, a path below /media/, or an https:// address.",
    }),
    alt: text.optional().meta({ description: "What the picture shows, for readers who do not see it." }),
    decorative: z.boolean().optional().meta({ description: "The picture shows nothing that needs words." }),
    caption: text.optional(),
    creditLine: text.optional(),
    focus: z.tuple([share, share]).optional().meta({
      description: "The point that a crop keeps: from the left, from the top, each 0 to 1.",
    }),
  }),
]);

export const series = z.union([
  text,
  z.strictObject({
    name: text,
    part: z.int().min(1).optional().meta({ description: "Which part this is, from 1." }),
  }),
]);

export const correction = z.strictObject({
  at: text.meta({ description: "When it was made." }),
  kind: z.enum(correctionKinds).optional(),
  text: longText,
});
