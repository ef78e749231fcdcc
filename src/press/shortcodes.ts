import type { Block } from "../article/blocks/block.ts";
import { type BodyPrinter, parseArguments, renderBlock } from "../article/body.ts";
import { teaserOf } from "../edition/teaser.ts";
import type { EleventyConfig } from "../host.ts";
import { hrefOf } from "./bodies.ts";
import { ArticleItem } from "./collections.ts";
import { type Call, liquidTag } from "./liquid-tag.ts";
import type { PressSetup } from "./open-edition.ts";
import type { Partials } from "./partials.ts";
import { ownSite, type PrintRoom } from "./print-room.ts";

/** Every block as a shortcode of Nunjucks, Liquid and JavaScript templates, and `articleFrame`. */
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
  if (isPaired) eleventyConfig.addPairedNunjucksShortcode(name, paired);
  else eleventyConfig.addNunjucksShortcode(name, single);
  eleventyConfig.addJavaScriptFunction(name, isPaired ? paired : single);
  eleventyConfig.addLiquidTag(name, liquidTag(name, isPaired, call));
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
  if ("given" in parsed) return renderBlock(block, parsed.given, body.trim(), printer);
  const fault = "reason" in parsed ? parsed.reason : `${parsed.value} is not ${parsed.wanted}`;
  throw new Error(`${block.name}: ${fault}. Write it such as ${block.example}`);
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
    size: (src) => room.edition.newsroom.size(src),
    get words() {
      return room.edition.newsroom.words;
    },
    get publication() {
      return ownSite(room.edition);
    },
  };
}
