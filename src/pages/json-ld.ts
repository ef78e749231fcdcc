import type { Newsroom } from "../edition/newsroom.ts";
import { present } from "../kit/record.ts";
import { absoluteUrl, homeUrl, searchUrl } from "./addresses.ts";
import type { Author } from "./credits.ts";
import { hasSearch } from "./volumes.ts";

/** A node or graph of schema.org's vocabulary, as JSON. */
export type JsonLd = { readonly [key: string]: unknown };

/** A step from the home front to the page: its name and path. */
export type Crumb = { readonly name: string; readonly url: string };

/** One graph a page; its nodes name each other by `@id`. */
export function graphOf(...nodes: readonly JsonLd[]): JsonLd {
  return { "@context": "https://schema.org", "@graph": nodes };
}

/** The way from the home front to a page one step away. */
export function crumbsTo(page: Crumb, newsroom: Newsroom): readonly Crumb[] {
  return [{ name: newsroom.masthead.name, url: newsroom.path(homeUrl) }, page];
}

/** A node that another part of the graph describes. */
export function nodeAt(id: string): JsonLd {
  return { "@id": id };
}

export function publisherId(newsroom: Newsroom): string {
  return `${newsroom.absolute(homeUrl)}#publisher`;
}

/** The publication, as far as a page needs it that is not about it: `organisationNode` says all. */
export function publisherNode(newsroom: Newsroom): JsonLd {
  const { masthead } = newsroom;
  const { publishingPrinciples } = masthead.policies ?? {};
  return present({
    "@type": "NewsMediaOrganization",
    "@id": publisherId(newsroom),
    name: masthead.name,
    url: newsroom.absolute(homeUrl),
    logo: masthead.logo && {
      "@type": "ImageObject",
      url: absoluteUrl(masthead.logo, newsroom),
      ...newsroom.size(masthead.logo),
    },
    publishingPrinciples: publishingPrinciples && absoluteUrl(publishingPrinciples, newsroom),
  });
}

/** The site as a whole: part of the home front's graph. */
export function siteNode(newsroom: Newsroom): JsonLd {
  const { masthead } = newsroom;
  return present({
    "@type": "WebSite",
    "@id": `${newsroom.absolute(newsroom.path(homeUrl))}#website`,
    name: masthead.name,
    url: newsroom.absolute(newsroom.path(homeUrl)),
    description: masthead.description,
    inLanguage: masthead.language,
    publisher: nodeAt(publisherId(newsroom)),
    potentialAction: hasSearch(newsroom) ? searchAction(newsroom) : undefined,
  });
}

/** How others may search the site. */
function searchAction(newsroom: Newsroom): JsonLd {
  return {
    "@type": "SearchAction",
    target: {
      "@type": "EntryPoint",
      urlTemplate: `${newsroom.absolute(newsroom.path(searchUrl))}?q={search_term_string}`,
    },
    "query-input": "required name=search_term_string",
  };
}

/** A page that collects stories, with its breadcrumbs and its publisher. `main`: what the page is of. */
export function frontGraph(
  page: { readonly type: string; readonly name: string; readonly path: string; readonly main?: JsonLd },
  breadcrumbs: readonly Crumb[],
  newsroom: Newsroom,
): JsonLd {
  const url = newsroom.absolute(page.path);
  const node = present({
    "@type": page.type,
    "@id": url,
    url,
    name: page.name,
    inLanguage: newsroom.masthead.language,
    publisher: nodeAt(publisherId(newsroom)),
    breadcrumb: nodeAt(`${url}#breadcrumb`),
    mainEntity: page.main,
  });
  return graphOf(node, breadcrumbNode(url, breadcrumbs, newsroom), publisherNode(newsroom));
}

/** The way from the home front to a page (an absolute URL). */
export function breadcrumbNode(page: string, breadcrumbs: readonly Crumb[], newsroom: Newsroom): JsonLd {
  return {
    "@type": "BreadcrumbList",
    "@id": `${page}#breadcrumb`,
    itemListElement: breadcrumbs.map(({ name, url }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: newsroom.absolute(url),
    })),
  };
}

/** One author as one object: a person or an organisation, with its front. */
export function authorNode(author: Author, newsroom: Newsroom): JsonLd {
  return present({
    "@type": author.type,
    name: author.name,
    url: author.path && newsroom.absolute(author.path),
  });
}
