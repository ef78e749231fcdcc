import type { PageKind } from "../edition/page.ts";
import type { EleventyConfig, NunjucksEnvironment } from "../host.ts";
import type { PrintRoom } from "./print-room.ts";
import { filePath } from "./printed-file.ts";
import type { PrintedPage } from "./printed-page.ts";
import type { CascadeData } from "./surroundings.ts";

type TemplatedKind = Pick<PageKind, "name" | "template" | "showsBodies" | "make">;

/** Their texts are known only when an edition begins. */
const assets: readonly TemplatedKind[] = [{ name: "stylesheet" }, { name: "script" }];

/** What the virtual templates end in: `broadsheet/home-front.broadsheet`. */
const extension = "broadsheet";

const ourPath = new RegExp(`(^|/)broadsheet/[^/]+\\.${extension}$`);

/** Whether a template, by its path, is one of ours. */
export function isOurTemplate(path: string): boolean {
  return ourPath.test(path);
}

/**
 * One virtual template a kind of page, over the pages that the edition prints; none of them, and it prints nothing.
 * Kinds with a template extend the theme's; the others print the text that they made.
 */
export function registerTemplates(
  eleventyConfig: EleventyConfig,
  room: PrintRoom,
  kinds: readonly TemplatedKind[],
): void {
  const printed = [...kinds, ...assets].filter(({ make }) => !make);
  registerLanguage(eleventyConfig, printed);
  for (const kind of printed) {
    eleventyConfig.addTemplate(`broadsheet/${kind.name}.${extension}`, contentOf(kind), {
      pagination: {
        data: "publication.editionPages",
        size: 1,
        alias: "printed",
        before: (_none: unknown, data: CascadeData) => room.pagesOf(kind.name, data),
      },
      permalink: ({ printed: page }: Partial<PageData>) => (page ? `/${filePath(page.url)}` : false),
      date: "1970-01-01",
      layout: false,
      tags: [],
      eleventyExcludeFromCollections: true,
    });
  }
}

/**
 * Nunjucks under another name, since Eleventy compiles a template of its own Nunjucks anew for each page that it
 * paginates to. What our templates hold is known, and rendered without them; whatever else comes is Nunjucks': computed
 * data of the site, what a preprocessor made of a template.
 */
function registerLanguage(eleventyConfig: EleventyConfig, kinds: readonly TemplatedKind[]): void {
  let nunjucks: NunjucksEnvironment | undefined;
  eleventyConfig.on("eleventy.engine.njk", ({ environment }: { environment: NunjucksEnvironment }) => {
    nunjucks = environment;
  });
  const known = new Map(kinds.map((kind) => [contentOf(kind), kind]));
  eleventyConfig.addTemplateFormats(extension);
  eleventyConfig.addExtension(extension, {
    key: "njk",
    compileOptions: { cache: true },
    compile(content) {
      const kind = known.get(content);
      if (!kind) return this.defaultRenderer;
      const { template, showsBodies = false } = kind;
      return (data: PageData) =>
        template === undefined ? data.printed.text : render(nunjucks, template, showsBodies, data);
    },
  });
}

function contentOf({ template, showsBodies }: TemplatedKind): string {
  if (template === undefined) return "{{ printed.text | safe }}";
  const body = showsBodies ? "{% set body = printed.body %}{% set live = printed.live %}" : "";
  return `{% set slice = printed.slice %}{% set publication = printed.publication %}${body}{% extends "${template}" %}`;
}

type PageData = CascadeData & { readonly printed: PrintedPage };

function render(
  nunjucks: NunjucksEnvironment | undefined,
  template: string,
  showsBodies: boolean | "text",
  data: PageData,
): Promise<string> {
  const { printed } = data;
  const { slice, publication } = printed;
  const context = {
    ...data,
    slice,
    publication,
    ...(showsBodies && { body: printed.body, live: printed.live }),
  };
  return new Promise((resolve, reject) => {
    if (!nunjucks) throw new Error("Broadsheet: Eleventy has made no Nunjucks.");
    nunjucks.render(template, context, (fault, text) => (fault ? reject(fault) : resolve(text ?? "")));
  });
}
