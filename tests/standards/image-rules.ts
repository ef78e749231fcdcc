import { addressesIn, metaOf, nodesAt } from "./graph-page.ts";
import type { GraphRule } from "./graph-rule.ts";

const article = "Google, Article: image";

/** Pictures. */
export const imageRules: readonly GraphRule[] = [
  {
    name: "image-address",
    source: "Google, Image metadata: contentUrl, or url where no more is said of it",
    of: "ImageObject",
    node: ({ node }) => (node.url || node.contentUrl ? undefined : "has no address"),
  },
  {
    name: "image-content",
    source: "Google, Image metadata: contentUrl with creator, creditText, copyrightNotice or license",
    of: "ImageObject",
    node: ({ node }) =>
      ["creator", "creditText", "copyrightNotice", "license"]
        .filter((property) => node[property] !== undefined && node.contentUrl === undefined)
        .map((property) => `has ${property} and no contentUrl`),
  },
  {
    name: "image-sides",
    source: "schema.org/width, schema.org/height",
    of: "ImageObject",
    node: ({ node }) => {
      const { width, height } = node;
      return (width === undefined) === (height === undefined) && width !== 0 && height !== 0
        ? undefined
        : `is ${width} by ${height}`;
    },
  },
  {
    name: "image-large",
    source: `${article} (at least 50,000 pixels, width times height)`,
    of: "Article",
    node: ({ node }, page) =>
      nodesAt(node, "image", page)
        .filter(({ width, height }) => Number(width) * Number(height) < 50_000)
        .map(({ width, height }) => `is ${width} by ${height}`),
  },
  {
    name: "image-no-logo",
    source: `${article} (images of the article, not logos)`,
    of: "Article",
    node: ({ node }, page) => {
      const [publisher] = nodesAt(node, "publisher", page);
      const [logo] = publisher ? nodesAt(publisher, "logo", page) : [];
      return nodesAt(node, "image", page).map(({ url }) =>
        url !== undefined && url === logo?.url ? `${url} is the logo` : undefined,
      );
    },
  },
  {
    name: "image-shown",
    source: "Google, General structured data guidelines: Images (relevant, on the page)",
    of: "Article",
    node: ({ node, parent }, page) => {
      const shown = new Set(addressesIn(page, "img", "src").map(nameOf));
      return (
        nodesAt(node, "image", page)
          .map(({ url, contentUrl }) => String(contentUrl ?? url))
          // A card stands for the page as a whole.
          .filter((url) => parent === undefined && !shown.has(nameOf(url)) && !url.includes("/cards/"))
          .map((url) => `${url} is not shown`)
      );
    },
  },
  {
    name: "image-agrees",
    source: "Open Graph protocol, og:image; Google, Article: image",
    of: "Article",
    node: ({ node, parent }, page) => {
      const shared = metaOf(page, "og:image");
      const images = nodesAt(node, "image", page).flatMap(({ url, contentUrl }) => [url, contentUrl]);
      const hasSize = metaOf(page, "og:image:width") !== undefined;
      return parent === undefined && hasSize && !images.includes(shared)
        ? `${shared} is left out`
        : undefined;
    },
  },
];

/** An address without what tells a picture's files and crops apart. */
function nameOf(url: string): string {
  return url.replace(/(\/pictures\/.+)-[0-9a-f]{10}-[\dx]+\.\w+$/, "$1");
}
