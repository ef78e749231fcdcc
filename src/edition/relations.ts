import type { Archive } from "../archive/archive.ts";
import { numberedKeywords, openStretches } from "../archive/related.ts";
import type { Article } from "../article/article.ts";
import { type Comparison, compare } from "./relatedness.ts";

/** What the public articles of an archive have to do with each other. */
export type Relations = { readonly of: (article: Article) => Comparison };

/** Opens the relations of an archive that does not change meanwhile. */
export function openRelations(archive: Archive): Relations {
  const stretches = openStretches(archive);
  return {
    of: (article) =>
      compare(
        { at: Date.parse(article.publishedAt), keywords: numberedKeywords(article) },
        stretches.before(article),
      ),
  };
}
