import { resolve } from "node:path";
import nunjucks from "nunjucks";
import type { Block } from "../../src/article/blocks/block.ts";
import { builtInBlocks } from "../../src/article/blocks/blocks.ts";
import type { BodyPrinter, BodyRules, Copy } from "../../src/article/body.ts";
import { readBody, renderBody } from "../../src/article/body.ts";
import type { Teaser } from "../../src/article/teaser.ts";
import { english, fill } from "../../src/article/words.ts";

const theme = resolve(import.meta.dirname, "../../_includes");
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(theme), { autoescape: true });
environment.addFilter("mastheadDate", (moment: string) => `on ${moment.slice(0, 10)}`);
environment.addFilter("monthName", (month: string) => `in ${month}`);
environment.addFilter("fill", fill);

export const ferry: Teaser = {
  url: "/transport/ferry-returns/",
  headline: "Ferry returns & stays",
  standfirst: "It sails again.",
  genre: "report",
  section: { slug: "transport", name: "Transport" },
  byline: [],
  publishedAt: "2031-05-09T06:00:00+01:00",
  language: "en",
  direction: "ltr",
  picture: { src: "/media/ferry.jpg", alt: "A ferry", width: 800, height: 600 },
};

/** Knows one article, `ferry-returns`, and one picture; the site is mounted at `/paper`. */
export const printer: BodyPrinter = {
  mention: (reference) => (reference === "ferry-returns" ? ferry : null),
  picture: (src) => (src === "/media/ferry.jpg" ? { width: 800, height: 600 } : undefined),
  partial: (template, data) => environment.render(template, data),
  href: (path) => (path.startsWith("/") ? `/paper${path}` : path),
  bytes: (src) => (src === "/media/plan.pdf" ? 48_200 : undefined),
  words: english,
  publication: {},
  language: "en",
  medium: "page",
  scripts: { embed: { url: "/paper/assets/embed-1.js", integrity: "sha384-1" } },
};

export const rules: BodyRules = { blocks: builtInBlocks, unknownShortcodes: "stop" };

/** A copy whose body begins in line 5 of `a.md`. */
export function copyOf(text: string, format: Copy["format"] = "markdown"): Copy {
  return { format, text, file: "a.md", line: 5 };
}

export function render(
  text: string,
  more: Partial<BodyRules> & { readonly format?: Copy["format"] } = {},
): string {
  return renderBody(copyOf(text, more.format), { ...rules, ...more }, printer);
}

/** Problems as `line:column rule`. */
export function listRules(
  text: string,
  more: Partial<BodyRules> & { readonly format?: Copy["format"] } = {},
): string[] {
  const { problems } = readBody(copyOf(text, more.format), { ...rules, ...more });
  return problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

/** What is wrong with a block's example, in an article of whatever genre it asks for. */
export function listExampleRules({ example }: Block): string[] {
  const { problems } = readBody({ ...copyOf(example), isLive: true }, rules);
  return problems.map(({ rule }) => rule);
}
