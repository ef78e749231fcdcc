import type { PageKind } from "../edition/page.ts";
import type { EleventyConfig, NunjucksEnvironment } from "../host.ts";
import type { PrintRoom } from "./print-room.ts";
import { filePath } from "./printed-file.ts";
import type { PrintedPage } from "./printed-page.ts";
import type { CascadeData } from "./surroundings.ts";

type TemplatedKind = Pick<PageKind, "name" | "template" | "showsBodies">;

/** Its text is known only when an edition begins. */
const stylesheet: TemplatedKind = { name: "stylesheet" };

/** What the virtual templates end in: `broadsheet/home-front.broadsheet`. */
const extension = "broadsheet";

/** Whether a template, by its path, is one of ours. */
export function isOurTemplate(path: string): boolean {
  return new RegExp(`(^|/)broadsheet/[^/]+\\.${extension}$`).test(path);
}

/**
 * One virtual template a kind of page, over the pages that the edition prints; none of them, and it prints nothing.
 * Kinds with a template render the theme's in Eleventy's own Nunjucks; the others print the text that they made.
 * A language of our own, since Eleventy compiles one of Nunjucks' anew for each page.
 */
export function registerTemplates(
  eleventyConfig: EleventyConfig,
  room: PrintRoom,
  kinds: readonly TemplatedKind[],
): void {
  let nunjucks: NunjucksEnvironment | undefined;
  eleventyConfig.amendLibrary("njk", (environment) => {
    nunjucks = environment;
  });
  const printed = [...kinds, stylesheet].filter(({ name }) => name !== "media");
  const byName = new Map(printed.map((kind) => [kind.name, kind]));
  eleventyConfig.addTemplateFormats(extension);
  eleventyConfig.addExtension(extension, {
    // An alias, so that Eleventy makes its Nunjucks, with all filters and shortcodes of the site.
    key: "njk",
    compileOptions: { cache: true },
    compile: (name) => {
      const { template, showsBodies = false } = byName.get(name) ?? {};
      return (data: PageData) =>
        template === undefined ? data.printed.text : render(nunjucks, template, showsBodies, data);
    },
  });
  for (const { name } of printed) {
    eleventyConfig.addTemplate(`broadsheet/${name}.${extension}`, name, {
      pagination: {
        data: "publication.editionPages",
        size: 1,
        alias: "printed",
        before: (_none: unknown, data: CascadeData) => room.pagesOf(name, data),
      },
      permalink: ({ printed: page }: Partial<PageData>) => (page ? `/${filePath(page.url)}` : false),
      date: "1970-01-01",
      layout: false,
      tags: [],
      eleventyExcludeFromCollections: true,
    });
  }
}

type PageData = CascadeData & { readonly printed: PrintedPage };

function render(
  nunjucks: NunjucksEnvironment | undefined,
  template: string,
  showsBodies: boolean,
  data: PageData,
): Promise<string> {
  const { slice, body } = showsBodies ? data.printed : { slice: data.printed.slice, body: undefined };
  const context = { ...data, slice, ...(showsBodies && { body }) };
  return new Promise((resolve, reject) => {
    if (!nunjucks) throw new Error("Broadsheet: Eleventy has made no Nunjucks.");
    nunjucks.render(template, context, (fault, text) => (fault ? reject(fault) : resolve(text ?? "")));
  });
}
