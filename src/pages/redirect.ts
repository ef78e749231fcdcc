import type { PageKind } from "../edition/page.ts";

/** The way from a former URL to an article. */
export type Redirect = {
  readonly headline: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Path from the site's root, and the same as absolute URL. */
  readonly to: string;
  readonly canonical: string;
};

/** A former URL of an article, known by its path as the article names it; none where another article answers there. */
export const redirect: PageKind<Redirect> = {
  name: "redirect",
  template: "broadsheet/redirect.njk",
  once: true,
  pagesShowing: ({ aliases }) => [...new Set(aliases)],
  url: pathOf,
  slice: (alias, newsroom) => {
    const article = newsroom.answerer(alias);
    if (!article?.aliases.includes(alias) || !isPath(alias) || pathOf(alias) === article.url)
      return undefined;
    const { headline, language, direction, url } = article;
    return {
      headline,
      language,
      direction,
      to: url,
      canonical: article.canonicalUrl ?? newsroom.absolute(url),
    };
  },
};

/** The page that answers at a former path: a folder, unless the path names an HTML file. */
function pathOf(alias: string): string {
  return /\.html?$|\/$/i.test(alias) ? alias : `${alias}/`;
}

/** Files cannot tell queries apart, and nothing is written outside of the site. */
function isPath(alias: string): boolean {
  return /^\/(?!\/)[^?#\\]*$/.test(alias) && !alias.split("/").some((part) => part === ".." || part === ".");
}
