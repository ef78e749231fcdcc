import { z } from "zod";
import type { Block } from "./article/blocks/block.ts";
import type { PageKind } from "./edition/page.ts";
import { parseMoment } from "./kit/clock.ts";
import { nearestName } from "./kit/nearest.ts";

const pageKind = z.custom<PageKind>(
  (value) =>
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    "pagesShowing" in value &&
    "slice" in value &&
    "url" in value,
  "a page kind: { name, pagesShowing, url, slice, template }",
);

const block = z.custom<Block>(
  (value) =>
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    "parameters" in value &&
    "partial" in value,
  "a block: { name, body, parameters, example, partial, data, plainText }",
);

const folder = () => z.string({ error: "the path of a folder" });
const flag = () => z.boolean({ error: "true or false" });
const oneOf = <const Words extends readonly string[]>(...words: Words) =>
  z.enum(words, { error: `one of ${words.join(", ")}` });
const threads = { error: "a whole number from 1 to 64" };

/** What a site may say to the plugin. Each has a default, and a reason to be another thing on some sites. */
export const optionsSchema = z.strictObject({
  articles: folder().default("articles").describe("Folder of the articles, below Eleventy's input folder."),
  media: folder()
    .default("media")
    .describe("Folder of pictures and other files, below Eleventy's input folder; printed at /media/."),
  cache: folder().default(".cache/broadsheet").describe("Folder of the archive, below the working folder."),
  pages: z
    .union([z.literal(false), z.record(z.string(), z.union([z.boolean(), pageKind]))], {
      error: "false, or an object that gives true, false or a page kind by name",
    })
    .default({})
    .describe(
      "`false`: no pages, only shortcodes, filters and collections. By name: `false` switches a kind off, `true` switches one on that is off by itself, a page kind adds or replaces one.",
    ),
  blocks: z
    .array(block, { error: "a list of blocks" })
    .default([])
    .describe("The site's own shortcodes, in copy and in templates."),
  articleUrl: z
    .string({ error: "a path such as /{section}/{yyyy}/{mm}/{slug}/" })
    .regex(/^\/.*\{slug\}.*\/$/, "a path such as /{section}/{yyyy}/{mm}/{slug}/")
    .default("/{section}/{yyyy}/{mm}/{slug}/")
    .describe("Pattern of an article's URL: `{section}`, `{yyyy}`, `{mm}`, `{dd}`, `{slug}`."),
  feeds: oneOf("standfirst", "full")
    .default("standfirst")
    .describe("What feeds carry of an article: its `standfirst`, or its text in `full`."),
  unknownShortcodes: oneOf("stop", "keep", "drop")
    .default("stop")
    .describe(
      "What becomes of a shortcode in copy that nobody knows: a problem, shown as text, or left out.",
    ),
  hold: flag().default(false).describe("Keep faulty articles out and print the rest."),
  workers: z
    .number(threads)
    .int(threads)
    .min(1, threads)
    .max(64, threads)
    .optional()
    .describe(
      "Threads that read and print where there is much to do; without it, as many as the machine has cores.",
    ),
  force: flag().default(false).describe("Print everything again."),
  now: z
    .string({ error: "a moment such as 2031-05-09T06:00+01:00" })
    .refine((text) => "at" in parseMoment(text, "UTC"), "a moment such as 2031-05-09T06:00+01:00")
    .optional()
    .describe("The moment to print for, in place of the clock's: for tests and previews."),
});

/** The options with their defaults in place. */
export type Settings = Readonly<z.output<typeof optionsSchema>>;

/** What a site writes. */
export type Options = z.input<typeof optionsSchema>;

/** What is wrong with an option: `must be a whole number from 1 to 64`. */
export type OptionFault = { readonly option: string; readonly text: string };

/** Options are unknown or of a wrong form. */
export class WrongOptions extends Error {
  override readonly name = "WrongOptions";
  readonly faults: readonly OptionFault[];
  /** For Eleventy, which would print an empty stack. */
  readonly skipOriginalStack = true;

  constructor(faults: readonly OptionFault[]) {
    const lines = faults.map(({ option, text }) => `  ${option} ${text}.`);
    super(`Broadsheet's options are wrong:\n${lines.join("\n")}\nKnown options: ${optionNames.join(", ")}.`);
    this.faults = faults;
    // Where it was thrown helps nobody who writes a configuration.
    this.stack = "";
  }
}

const optionNames = Object.keys(optionsSchema.shape);

/** Reads the options. Throws WrongOptions where one is unknown or of a wrong form. */
export function parseOptions(options: unknown): Settings {
  const parsed = optionsSchema.safeParse(options ?? {});
  if (parsed.success) return parsed.data;
  throw new WrongOptions(parsed.error.issues.flatMap(faultsOf));
}

function faultsOf(issue: z.core.$ZodIssue): OptionFault[] {
  if (issue.code !== "unrecognized_keys") {
    const option = issue.path.join(".");
    return option === ""
      ? [{ option: "options", text: "must be an object" }]
      : [{ option, text: `must be ${issue.message}` }];
  }
  return issue.keys.map((option) => {
    const near = nearestName(option, optionNames);
    return { option, text: near ? `is no option; ${near} is` : "is no option" };
  });
}
