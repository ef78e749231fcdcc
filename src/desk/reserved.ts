/** First parts of URLs that the site's own pages have, so that no section can. */
const reserved: ReadonlySet<string> = new Set(
  "topics by series archive sitemaps media assets lite search corrections feed saved offline".split(" "),
);

/** Whether a section's slug is kept for pages of the site. */
export function isReserved(slug: string): boolean {
  return reserved.has(slug);
}
