import { z } from "zod";
import type { Block } from "./article/blocks/block.ts";
import type { PageKind } from "./edition/page.ts";
import { parseMoment } from "./kit/clock.ts";

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

/** What a site may say to the plugin. Each has a default, and a reason to be another thing on some sites. */
export const optionsSchema = z.strictObject({
  articles: z.string().default("articles").describe("Folder of the articles, below Eleventy's input folder."),
  media: z
    .string()
    .default("media")
    .describe("Folder of pictures, below Eleventy's input folder; printed at /media/."),
  cache: z.string().default(".cache/broadsheet").describe("Folder of the archive, below the working folder."),
  pages: z
    .union([z.literal(false), z.record(z.string(), z.union([z.literal(false), pageKind]))])
    .default({})
    .describe(
      "`false`: no pages, only shortcodes, filters and collections. By name: `false` switches a kind off, a page kind adds or replaces one.",
    ),
  blocks: z.array(block).default([]).describe("The site's own shortcodes, in copy and in templates."),
  articleUrl: z
    .string()
    .regex(/^\/.*\{slug\}.*\/$/, "a path such as /{section}/{yyyy}/{mm}/{slug}/")
    .default("/{section}/{yyyy}/{mm}/{slug}/")
    .describe("Pattern of an article's URL: `{section}`, `{yyyy}`, `{mm}`, `{dd}`, `{slug}`."),
  feeds: z.enum(["standfirst", "full"]).default("standfirst").describe("What feeds carry of an article."),
  unknownShortcodes: z
    .enum(["stop", "keep", "drop"])
    .default("stop")
    .describe(
      "What becomes of a shortcode in copy that nobody knows: a problem, shown as text, or left out.",
    ),
  hold: z.boolean().default(false).describe("Keep faulty articles out and print the rest."),
  workers: z
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe(
      "Threads that read and print where there is much to do; without it, as many as the machine has cores.",
    ),
  force: z.boolean().default(false).describe("Print everything again."),
  now: z
    .string()
    .refine((text) => "at" in parseMoment(text, "UTC"), "a moment such as 2031-05-09T06:00+01:00")
    .optional()
    .describe("The moment to print for, in place of the clock's: for tests and previews."),
});

/** The options with their defaults in place. */
export type Settings = Readonly<z.output<typeof optionsSchema>>;

/** What a site writes. */
export type Options = z.input<typeof optionsSchema>;

/** Reads the options. Throws where one is unknown or of a wrong form, and says which. */
export function parseOptions(options: unknown): Settings {
  const parsed = optionsSchema.safeParse(options ?? {});
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    (issue) => `  ${issue.path.join(".") || "options"}: ${issue.message}`,
  );
  throw new Error(
    `Broadsheet's options are wrong:\n${faults.join("\n")}\nKnown options: ${Object.keys(optionsSchema.shape).join(", ")}.`,
  );
}
