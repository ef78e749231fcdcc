import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Article } from "../../src/article/article.ts";
import { listRelated } from "../../src/pages/related-stories.ts";
import { articleOf, articlesOf, newsroomOf, referenceTo } from "./newsroom.ts";

const stories = articlesOf(12);

/** Headlines under an article, where the archive would choose all stories in their order. */
function headlinesUnder(article: Article, others: readonly Article[] = stories): string[] {
  const newsroom = newsroomOf([article, ...others], {
    related: (_, limit) => [...others].slice(0, limit),
  });
  return listRelated(article, newsroom).map(({ headline }) => headline);
}

const related = suite("related stories");

related("are four that the archive chooses", () => {
  assert.equal(headlinesUnder(articleOf()), ["Story 0", "Story 1", "Story 2", "Story 3"]);
});

related("are those that are pinned, then others until there are four, and none twice", () => {
  const article = articleOf({ related: ["story-1", "story-9", "story-1", "gone"].map(referenceTo) });
  assert.equal(headlinesUnder(article), ["Story 1", "Story 9", "Story 0", "Story 2"]);
});

related("are all that are pinned, and no other, where these are more", () => {
  const pinned = [7, 5, 3, 2, 8].map((number) => `story-${number}`);
  const article = articleOf({ related: pinned.map(referenceTo) });
  assert.equal(headlinesUnder(article), ["Story 7", "Story 5", "Story 3", "Story 2", "Story 8"]);
});

related("are not the story's translations, nor the parts before and after it in its series", () => {
  const series = { slug: "boats", name: "Boats" };
  const article = articleOf({
    series: { ...series, part: 2 },
    translations: [referenceTo("story-3")],
  });
  const others = stories.map((story, at) =>
    at === 0 || at === 2 || at === 4
      ? { ...story, series: { ...series, part: at + (at > 0 ? 1 : 1) } }
      : story,
  );
  assert.equal(headlinesUnder(article, others), ["Story 1", "Story 4", "Story 5", "Story 6"]);
});

related("show nothing that other files say of them", () => {
  const byline = [{ slug: "ann", name: "Ann", role: "by" }] as const;
  const other = articleOf({
    slug: "other",
    byline,
    shortHeadline: "Short",
    kicker: "Sea",
    standfirst: "More.",
  });
  const article = articleOf({ related: [referenceTo("other")] });
  assert.equal(listRelated(article, newsroomOf([article, other])), [
    {
      url: other.url,
      headline: "Short",
      kicker: "Sea",
      publishedAt: other.publishedAt,
      language: "en-IE",
      direction: "ltr",
    },
  ]);
});

related.run();
