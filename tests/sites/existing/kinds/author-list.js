export const authorList = {
  name: "author-list",
  pagesShowing: () => [""],
  always: () => [""],
  url: () => "/authors.json",
  slice: (_key, newsroom) => newsroom.slugs("contributor").map((slug) => newsroom.contributors.get(slug)?.name ?? slug),
  print: (names) => JSON.stringify(names),
};
