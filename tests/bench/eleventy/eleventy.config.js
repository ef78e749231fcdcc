import { rssPlugin } from "@11ty/eleventy-plugin-rss";

const frontLimit = 30;
const homeNewest = 7;
const homeOfSection = 4;

const shortDate = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });
const longDate = new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
const slugs = new Map();
let bySlug = new Map();

/** A newspaper in plain Eleventy, as somebody writes it who knows Eleventy well. */
export default function (eleventyConfig) {
  eleventyConfig.setQuietMode(true);
  eleventyConfig.setUseGitIgnore(false);
  eleventyConfig.addPlugin(rssPlugin);
  eleventyConfig.addPassthroughCopy("content/style.css");

  eleventyConfig.addCollection("newest", (api) => {
    const articles = newestFirst(api);
    bySlug = new Map(articles.map((article) => [article.fileSlug, article]));
    return articles;
  });
  eleventyConfig.addCollection("sectionFronts", (api) => {
    const articles = newestFirst(api);
    const newest = new Set(articles.slice(0, homeNewest));
    return groupBy(articles, ({ data }) => [data.section], homeNewest).map(({ key, items }) => ({
      ...{ slug: key, url: `/${key}/`, articles: items.slice(0, frontLimit) },
      ofHome: items.filter((item) => !newest.has(item)).slice(0, homeOfSection),
    }));
  });
  eleventyConfig.addCollection("topicFronts", (api) =>
    groupBy(newestFirst(api), ({ data }) => data.topics).map(({ key, items }) => ({
      ...{ name: key, url: topicUrl(key), articles: items },
    })),
  );
  eleventyConfig.addCollection("contributorFronts", (api) =>
    groupBy(newestFirst(api), ({ data }) => data.byline).map(({ key, items }) => ({
      ...{ id: key, url: contributorUrl(key), articles: items },
    })),
  );

  eleventyConfig.addFilter("topicUrl", topicUrl);
  eleventyConfig.addFilter("contributorUrl", contributorUrl);
  eleventyConfig.addFilter(
    "sectionName",
    (slug, sections) => sections.find((one) => one.slug === slug)?.name,
  );
  eleventyConfig.addFilter("isoDate", (date) => date.toISOString());
  eleventyConfig.addFilter("shortDate", (date) => shortDate.format(date));
  eleventyConfig.addFilter("longDate", (date) => longDate.format(date));
  eleventyConfig.addFilter("absolute", (path, site) => site + path.slice(1));
  eleventyConfig.addFilter("json", (value) => JSON.stringify(value).replaceAll("<", "\\u003c"));

  eleventyConfig.addPairedShortcode(
    "quote",
    (words, name, role) =>
      `<figure class="quote">\n<blockquote>\n<p>${words}</p>\n</blockquote>\n<figcaption>${name}, <span class="role">${role}</span></figcaption>\n</figure>`,
  );
  eleventyConfig.addShortcode("relatedLink", (slug) => {
    const { url, date, data } = bySlug.get(slug);
    return `<div class="related-link">\n<p><a href="${url}">${data.title}</a> <time datetime="${date.toISOString()}">${shortDate.format(date)}</time></p>\n</div>`;
  });

  return {
    dir: { input: "content", includes: "../_includes", output: "../output" },
    templateFormats: ["md", "njk"],
  };
}

function newestFirst(api) {
  return api.getFilteredByTag("articles").reverse();
}

/** The newest items of each key, in the order in which keys come. */
function groupBy(items, keysOf, more = 0) {
  const groups = new Map();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (!group) groups.set(key, [item]);
      else if (group.length < frontLimit + more) group.push(item);
    }
  }
  return Array.from(groups, ([key, items]) => ({ key, items }));
}

function topicUrl(name) {
  let slug = slugs.get(name);
  if (slug === undefined) {
    slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    slugs.set(name, slug);
  }
  return `/topics/${slug}/`;
}

function contributorUrl(id) {
  return `/by/${id}/`;
}
