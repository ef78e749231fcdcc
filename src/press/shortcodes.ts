import type { Arguments, Block, BodyFault } from "../article/blocks/block.ts";
import { wordsOf } from "../article/blocks/inside.ts";
import { type BodyPrinter, parseArguments, renderBlock, renderMarkdown } from "../article/body.ts";
import { knownPicture } from "../edition/pictures.ts";
import { teaserOf } from "../edition/teaser.ts";
import type { EleventyConfig } from "../host.ts";
import { hrefOf, mountAll } from "./bodies.ts";
import { ArticleItem } from "./collections.ts";
import { type Call, liquidTag } from "./liquid-tag.ts";
import type { PressSetup } from "./open-edition.ts";
import { findOwn } from "./own-shortcodes.ts";
import type { Partials } from "./partials.ts";
import { ownSite, type PrintRoom } from "./print-room.ts";

/** Every block as a shortcode of Nunjucks, Liquid and JavaScript templates, and `articleFrame`; a site's own of the same name stay. */
export function registerShortcodes(
  eleventyConfig: EleventyConfig,
  room: PrintRoom,
  { partials, blocks, mount }: PressSetup,
): void {
  const printer = templatePrinter(room, partials, mount);
  for (const block of blocks.values()) {
    register(eleventyConfig, block.name, block.body === "required", (positional, named, body) =>
      render(block, positional, named, body, printer),
    );
  }
  register(eleventyConfig, "articleFrame", true, ([item], _named, body) => {
    const reference = item instanceof ArticleItem ? item.url : String(item);
    const story = printer.mention(reference);
    if (!story) throw new Error(`articleFrame: ${reference} is no public article.`);
    return partials.render("broadsheet/blocks/article-frame.njk", { story, body });
  });
}

function register(eleventyConfig: EleventyConfig, name: string, isPaired: boolean, call: Call): void {
  const paired = (body: unknown, ...values: unknown[]) => call(...takeNamed(values), String(body));
  const single = (...values: unknown[]) => call(...takeNamed(values.filter((value) => value !== "")), "");
  const own = findOwn(eleventyConfig, name);
  if (!own.nunjucks && isPaired) eleventyConfig.addPairedNunjucksShortcode(name, paired);
  if (!own.nunjucks && !isPaired) eleventyConfig.addNunjucksShortcode(name, single);
  if (!own.javascript) eleventyConfig.addJavaScriptFunction(name, isPaired ? paired : single);
  if (!own.liquid) eleventyConfig.addLiquidTag(name, liquidTag(name, isPaired, call));
}

/** Named arguments are the last value, a plain object: Nunjucks gives `name="value"` so, and JavaScript writes it. */
function takeNamed(values: readonly unknown[]): [readonly unknown[], Readonly<Record<string, unknown>>] {
  const last = values.at(-1);
  const isNamed =
    typeof last === "object" && last !== null && Object.getPrototypeOf(last) === Object.prototype;
  return isNamed ? [values.slice(0, -1), last as Record<string, unknown>] : [values, {}];
}

function render(
  block: Block,
  positional: readonly unknown[],
  named: Readonly<Record<string, unknown>>,
  body: string,
  printer: BodyPrinter,
): string {
  const reference =
    positional[0] instanceof ArticleItem ? [positional[0].url, ...positional.slice(1)] : positional;
  const parsed = parseArguments(block, reference, named);
  const html = bodyHtml(block, body.trim(), printer);
  const fault = "given" in parsed ? faultOf(block, parsed.given, html, printer) : parsed;
  if ("given" in parsed && !fault) return renderBlock(block, parsed.given, html, printer);
  const reason = !fault || "reason" in fault ? fault?.reason : `${fault.value} is not ${fault.wanted}`;
  const advice = fault && "advice" in fault ? fault.advice : `Write it such as ${block.example}`;
  throw new Error(`${block.name}: ${reason}. ${advice}`);
}

const tagsTaken = { list: /<[uo]l\b/i, pictures: /<img\b/i, table: /<table\b/i } as const;

/** A body as HTML: as a template gives it, or of Markdown where the block takes what is not there as HTML. */
function bodyHtml({ takes }: Block, body: string, printer: BodyPrinter): string {
  return takes && body && !tagsTaken[takes].test(body) ? renderMarkdown(body, printer) : body;
}

function faultOf(
  { check }: Block,
  given: Arguments,
  html: string,
  { language }: BodyPrinter,
): { readonly reason: string } | BodyFault | undefined {
  const fault = check?.(given, wordsOf(html), { html, language });
  return typeof fault === "string" ? { reason: fault } : fault;
}

function templatePrinter(room: PrintRoom, partials: Partials, mount: () => string): BodyPrinter {
  return {
    partial: partials.render,
    href: (path) => hrefOf(path, mount()),
    mention: (reference) => {
      const { newsroom } = room.edition;
      const article = newsroom.resolve(reference);
      return article ? teaserOf(article, newsroom) : null;
    },
    picture: (src) => knownPicture(src, room.edition.newsroom),
    bytes: (src) => room.edition.newsroom.bytes(src),
    medium: "page",
    get words() {
      return room.edition.newsroom.words;
    },
    get publication() {
      return ownSite(room.edition);
    },
    get language() {
      return room.edition.newsroom.masthead.language;
    },
    get scripts() {
      return mountAll(ownSite(room.edition).scripts, mount());
    },
  };
}
