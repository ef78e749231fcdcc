import type { PageKind } from "../edition/page.ts";
import type { EleventyConfig } from "../host.ts";
import type { PrintRoom } from "./print-room.ts";
import { filePath } from "./printed-file.ts";
import type { PrintedPage } from "./printed-page.ts";
import type { CascadeData } from "./surroundings.ts";

type TemplatedKind = Pick<PageKind, "name" | "template" | "showsBodies">;

/** Its text is known only when an edition begins. */
const stylesheet: TemplatedKind = { name: "stylesheet" };

/**
 * One virtual template a kind of page, over the pages that the edition prints; none of them, and it prints nothing.
 * Kinds with a template extend the theme's; the others print the text that they made.
 */
export function registerTemplates(
  eleventyConfig: EleventyConfig,
  room: PrintRoom,
  kinds: readonly TemplatedKind[],
): void {
  eleventyConfig.addTemplateFormats("njk");
  for (const kind of [...kinds, stylesheet]) {
    if (kind.name === "media") continue;
    eleventyConfig.addTemplate(`broadsheet/${kind.name}.njk`, contentOf(kind), {
      pagination: {
        data: "publication.editionPages",
        size: 1,
        alias: "printed",
        before: (_none: unknown, data: CascadeData) => room.pagesOf(kind.name, data),
      },
      permalink: ({ printed }: { printed?: PrintedPage }) => (printed ? `/${filePath(printed.url)}` : false),
      date: "1970-01-01",
      layout: false,
      tags: [],
      eleventyExcludeFromCollections: true,
    });
  }
}

function contentOf(kind: TemplatedKind): string {
  if (kind.template === undefined) return "{{ printed.text | safe }}";
  const body = kind.showsBodies ? "{% set body = printed.body %}" : "";
  return `{% set slice = printed.slice %}${body}{% extends "${kind.template}" %}`;
}
