import {
  contributors,
  masthead,
  type Passage,
  type Place,
  placeOf,
  type SyntheticArticle,
  sections,
} from "./synthetic-archive.ts";

/** How a tool wants the archive: the same facts in its own front matter, shortcodes and folders. Paths are those of a site. */
export type Dialect = {
  readonly path: (article: Place) => string;
  /** `size`: of the archive, which says where related articles stand. */
  readonly copy: (article: SyntheticArticle, size: number) => string;
  /** Files beside the articles, as objects to be written as JSON or as text. `used`: contributors whom an article names. */
  readonly others: (used: ReadonlySet<string>) => Readonly<Record<string, unknown>>;
};

export type DialectName = "broadsheet" | "eleventy" | "hugo";

/** The dialects by name. */
export const dialects: Readonly<Record<DialectName, Dialect>> = {
  broadsheet: {
    path: ({ slug, publishedAt }) => `content/articles/${monthFolder(publishedAt)}/${slug}.md`,
    copy: ({ headline, standfirst, section, topics, byline, publishedAt, body }) =>
      copyOf(
        { headline, standfirst, section, topics, byline, published: publishedAt },
        body.map(passageInLiquid),
      ),
    others: () => siteData,
  },
  eleventy: {
    path: ({ slug, publishedAt }) => `content/articles/${monthFolder(publishedAt)}/${slug}.md`,
    copy: ({ headline, standfirst, section, topics, byline, publishedAt, body }) =>
      copyOf(
        { title: headline, standfirst, section, topics, byline, date: publishedAt },
        body.map(passageInLiquid),
      ),
    others: () => siteData,
  },
  hugo: {
    path: (place) => `content${hugoPath(place)}.md`,
    copy: ({ headline, standfirst, topics, byline, publishedAt, body }, size) =>
      copyOf(
        { title: headline, description: standfirst, topics, contributors: byline, date: publishedAt },
        body.map((passage) => passageInHugo(passage, size)),
      ),
    // Hugo makes a page for each term that has a file, whether or not an article names it.
    others: (used) => ({
      ...Object.fromEntries(
        sections.map(({ slug, name }, at) => [
          `content/${slug}/_index.md`,
          copyOf({ title: name, weight: at + 1 }, []),
        ]),
      ),
      ...Object.fromEntries(
        [...used].map((id) => [
          `content/contributors/${id}/_index.md`,
          copyOf({ title: contributors[id]?.name ?? id }, []),
        ]),
      ),
    }),
  },
};

const siteData = {
  "content/_data/masthead.json": masthead,
  "content/_data/sections.json": sections,
  "content/_data/contributors.json": contributors,
};

function copyOf(fields: Readonly<Record<string, unknown>>, passages: readonly string[]): string {
  const front = Object.entries(fields).map(([key, value]) => `${key}: ${frontValue(key, value)}`);
  return `---\n${front.join("\n")}\n---\n\n${passages.join("\n\n")}\n`;
}

/** Dates stand without quotation marks: Eleventy takes what is quoted there for a word of its own. */
function frontValue(key: string, value: unknown): string {
  return key === "date" ? String(value) : JSON.stringify(value);
}

/** Broadsheet's shortcodes are written as those of Liquid and Nunjucks. */
function passageInLiquid(passage: Passage): string {
  if (passage.kind === "related") return `{% relatedLink "story-${passage.number}" %}`;
  if (passage.kind === "quote")
    return `{% quote "${passage.name}", "${passage.role}" %}${passage.words}{% endquote %}`;
  return textOf(passage);
}

/** A link names the path, which Hugo finds faster than a name that may stand anywhere. */
function passageInHugo(passage: Passage, size: number): string {
  if (passage.kind === "related") return `{{< related "${hugoPath(placeOf(passage.number, size))}" >}}`;
  if (passage.kind === "quote")
    return `{{< quote "${passage.name}" "${passage.role}" >}}${passage.words}{{< /quote >}}`;
  return textOf(passage);
}

function textOf({ kind, words }: Extract<Passage, { kind: "paragraph" | "heading" }>): string {
  return kind === "heading" ? `## ${words}` : words;
}

function hugoPath({ slug, section, publishedAt }: Place): string {
  return `/${section}/${monthFolder(publishedAt)}/${slug}`;
}

function monthFolder(publishedAt: string): string {
  return publishedAt.slice(0, 7).replace("-", "/");
}
