/** What all articles share. */
export default {
  tags: "articles",
  layout: "article.njk",
  permalink: ({ section, page }) =>
    `/${section}/${page.date.toISOString().slice(0, 7).replace("-", "/")}/${page.fileSlug}/`,
};
