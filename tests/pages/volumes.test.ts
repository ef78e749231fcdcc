import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Article } from "../../src/article/article.ts";
import { findVolume, listStories, listVolumes } from "../../src/pages/volumes.ts";
import { articleOf, newsroomOf } from "./newsroom.ts";

const volumes = suite("volumes of the search");

/** So many stories, one a month before the other, and more on days of the newest month. */
const paper = (counts: Readonly<Record<string, number>>): Article[] =>
  Object.entries(counts).flatMap(([month, count]) =>
    Array.from({ length: count }, (_, at) =>
      articleOf({
        slug: `story-${month}-${at}`,
        publishedAt: `${month}-${String((at % 28) + 1).padStart(2, "0")}T10:00:00+00:00`,
      }),
    ),
  );

const cases: readonly (readonly [string, Readonly<Record<string, number>>, readonly string[]])[] = [
  ["an empty paper has none", {}, []],
  ["a year is one", { "2031-05": 2, "2031-02": 1, "2029-12": 1 }, ["2031", "2029"]],
  [
    "the newest year is one a month once it has many stories, and no year before it",
    { "2031-05": 50, "2031-02": 201, "2030-07": 300 },
    ["2031-05", "2031-02", "2030"],
  ],
  [
    "its newest month is one a week once that has many, and no month before it",
    { "2031-05": 112, "2031-02": 300 },
    ["2031-05-w4", "2031-05-w3", "2031-05-w2", "2031-05-w1", "2031-02"],
  ],
  [
    "its newest week is one a day once that has many, and no week before it",
    { "2031-05": 28 * 15 },
    [28, 27, 26, 25, 24, 23, 22]
      .map((day) => `2031-05-${day}`)
      .concat(["2031-05-w3", "2031-05-w2", "2031-05-w1"]),
  ],
  ["spans without stories have none", { "2031-06": 3, "2031-05": 160 }, ["2031-06", "2031-05"]],
  [
    "the first story of a year closes the one before",
    { "2032-01": 1, "2031-05": 251, "2031-02": 300 },
    ["2032", "2031"],
  ],
];
for (const [name, counts, expected] of cases)
  volumes(name, () => {
    const newsroom = newsroomOf(paper(counts));
    assert.equal(listVolumes(newsroom), expected);
    const found = listVolumes(newsroom).flatMap((volume) => [...listStories(volume, newsroom)]);
    assert.equal(found, newsroom.latest({}));
    for (const volume of expected) assert.ok((findVolume(volume, newsroom)?.count ?? 0) > 0);
  });

volumes("know of no span that the paper is not divided by", () => {
  const newsroom = newsroomOf(paper({ "2031-05": 2 }));
  assert.is(findVolume("2031-05", newsroom), undefined);
  assert.is(findVolume("2031", newsroom)?.language, "en");
});

volumes.run();
