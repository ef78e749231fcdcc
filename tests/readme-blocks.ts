import { builtInBlocks } from "../src/article/blocks/blocks.ts";
import { readBody, renderBody } from "../src/article/body.ts";
import { filtersFor } from "../src/press/filters.ts";
import { openPartials } from "../src/press/partials.ts";
import { themeFolder } from "../src/press/setup.ts";
import { copyOf, printer, rules } from "./article/printing.ts";
import { newsroomOf } from "./pages/newsroom.ts";

/** Lines of a block that the README shows at most, of its source and of its output. */
export const mostLines = 10;

const partials = openPartials(
  () => [themeFolder],
  () => filtersFor(() => newsroomOf([]).masthead),
);

/** A block's source and output between their marks, and the blocks that are shown so. */
export const shownBlocks = /(<!-- block: (\w+) -->\n\n```text\n([\s\S]*?)```\n\n```html\n)([\s\S]*?)(```\n)/g;
/** An update stands in a live blog, which has a section of its own. */
export const blockNames = [...builtInBlocks.keys()].filter((name) => name !== "liveUpdate");

/** What the README shows of a source: its output, the middle of a long one left out. */
export function renderShown(source: string): string {
  const copy = copyOf(source.trim());
  const { problems } = readBody(copy, rules);
  if (problems.length > 0) return problems.map(({ message }) => `${message}\n`).join("");
  const html = renderBody(copy, rules, {
    ...printer,
    partial: partials.render,
    href: (path) => path,
    scripts: { embed: { url: "/assets/embed-8f14e45fce.js", integrity: "sha384-…" } },
  });
  const lines = html.split("\n");
  const shown =
    lines.length > mostLines ? [...lines.slice(0, mostLines - 3), "…", ...lines.slice(-2)] : lines;
  return `${shown.join("\n")}\n`;
}
