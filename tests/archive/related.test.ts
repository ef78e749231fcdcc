import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Archive, openArchive } from "../../src/archive/archive.ts";
import { listDependents, openStretches, reach } from "../../src/archive/related.ts";
import { openTurnover } from "../../src/archive/turnover.ts";
import type { Article } from "../../src/article/article.ts";
import { openRelations } from "../../src/edition/relations.ts";
import { articleOf } from "../pages/newsroom.ts";

const cache = mkdtempSync(join(tmpdir(), "broadsheet-related-"));
process.once("exit", () => rmSync(cache, { recursive: true, force: true }));
const { archive } = await openArchive(cache);

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2030, 0, 1, 12);

/** A story, so many days after the first one. */
function storyOf(number: number, days: number, fields: Partial<Article> = {}): Article {
  const at = new Date(start + days * day).toISOString().slice(0, 19);
  return articleOf({
    slug: `story-${number}`,
    headline: `Story ${number}`,
    publishedAt: `${at}+00:00`,
    ...fields,
  });
}

/** What an archive holds in place of what it held. */
function fill(articles: readonly Article[], before: readonly Article[] = []): Promise<void> {
  return archive.transact(() => {
    const turnover = openTurnover(archive);
    for (const article of before) turnover.leave(article, 0);
    for (const { file } of before) archive.articles.remove([file]);
    for (const article of articles) {
      archive.articles.put([article.file], { article, isPublic: true });
      turnover.enter(article, 0);
    }
    turnover.settle();
  });
}

async function holding<Value>(
  articles: readonly Article[],
  look: (archive: Archive) => Value,
): Promise<Value> {
  await fill(articles);
  const seen = look(archive);
  await fill([], articles);
  return seen;
}

const stretches = suite("stretches");

const ferries = { topics: [{ slug: "ferries", name: "Ferries" }] };

stretches("hold what came before on each list, the newest first, and as much as counts", async () => {
  const articles = Array.from({ length: 30 }, (_, at) => storyOf(at, at, at % 2 ? {} : ferries));
  const found = await holding(articles, () => openStretches(archive).before(articles[28] as Article));
  assert.equal(
    found.map(({ kind, slug, stories }) => [kind, slug, stories.length, stories[0]?.file]),
    [
      ["section", "news", reach, "news/story-27.md"],
      ["topic", "ferries", 14, "news/story-26.md"],
    ],
  );
});

stretches("are of a dateline as it is spelt in addresses, of people, and of a series", async () => {
  const credits = [{ slug: "ann", name: "Ann", role: "by" }] as const;
  const series = { slug: "boats", name: "Boats" };
  const older = storyOf(1, 1, { dateline: "RÓSSVARNA", byline: credits, series, section: "sport" });
  const article = storyOf(2, 2, { dateline: "Róssvarna", byline: credits, series });
  const found = await holding([older, article], () => openStretches(archive).before(article));
  assert.equal(
    found.map(({ kind, slug, stories }) => `${kind} ${slug} ${stories.length}`),
    ["section news 0", "contributor ann 1", "series boats 1", "place rossvarna 1"],
  );
});

stretches("are of no place where the dateline has no letters, or is longer than a name", async () => {
  const articles = ["—", "Rossvarna ".repeat(400)].map((dateline, at) => storyOf(at, at, { dateline }));
  const kinds = await holding(articles, () =>
    articles.flatMap((article) =>
      openStretches(archive)
        .before(article)
        .map(({ kind }) => kind),
    ),
  );
  assert.equal(kinds, ["section", "section"]);
});

stretches("are of one language of the paper", async () => {
  const french = storyOf(1, 1, { ...ferries, locale: "fr" });
  const [own, other] = [
    storyOf(2, 2, { ...ferries, locale: "" }),
    storyOf(3, 3, { ...ferries, locale: "fr" }),
  ];
  const files = await holding([french, own, other], () =>
    [own, other].map(
      (article) =>
        openStretches(archive)
          .before(article)
          .flatMap(({ stories }) => stories).length,
    ),
  );
  assert.equal(files, [0, 2]);
});

stretches("are the same whether a list is read entry by entry or was read whole", async () => {
  const articles = Array.from({ length: 90 }, (_, at) =>
    storyOf(at, Math.floor(at / 3), { ...(at % 4 === 0 && ferries) }),
  );
  await holding(articles, () => {
    const memory = openStretches(archive);
    const filesOf = ({ before }: typeof memory, article: Article) =>
      before(article).map(({ stories }) => stories.map(({ file }) => file));
    for (const article of [...articles, ...articles.toReversed()])
      assert.equal(filesOf(memory, article), filesOf(openStretches(archive), article), article.file);
  });
});

stretches("a whole archive is read about twice, not once an article", async () => {
  const articles = Array.from({ length: 400 }, (_, at) => storyOf(at, at, ferries));
  const listed = await holding(articles, () => {
    const before = archive.reads.listed;
    const { before: look } = openStretches(archive);
    for (const article of articles) look(article);
    return archive.reads.listed - before;
  });
  assert.ok(listed <= 2 * 2 * 450, `${listed} entries read`);
});

stretches("a sponsored story and a retracted one are on lists, but are not offered", async () => {
  const corrections = [{ at: "2030-01-02T12:00:00+00:00", kind: "retraction", text: "No." }] as const;
  const articles = [storyOf(1, 1, { genre: "sponsored" }), storyOf(2, 2, { corrections }), storyOf(3, 3)];
  const article = storyOf(4, 4);
  const offered = await holding([...articles, article], () =>
    openStretches(archive)
      .before(article)
      .flatMap(({ stories }) => stories.map(({ isOffered }) => isOffered)),
  );
  assert.equal(offered, [true, false, false]);
});

stretches.run();

/** Stories as chance has them: on few lists, so that these are longer than what counts of them. */
const anyStory = fc.record({
  days: fc.nat(60),
  topics: fc.subarray(["a", "b", "c"]),
  section: fc.constantFrom("news", "sport"),
  dateline: fc.option(fc.constantFrom("Quay", "Hill"), { nil: undefined }),
  words: fc.constantFrom("harbour silt", "harbour dredged", "supper"),
});
type AnyStory = typeof anyStory extends fc.Arbitrary<infer Value> ? Value : never;

function articleFrom({ days, topics, section, dateline, words }: AnyStory, number: number): Article {
  return storyOf(number, days, {
    file: `story-${number}.md`,
    headline: words,
    section,
    topics: topics.map((slug) => ({ slug, name: slug })),
    ...(dateline !== undefined && { dateline }),
  });
}

const dependents = suite("dependents");

dependents(
  "hold every article to which other stories are related after stories came, went or changed",
  async () => {
    const paper = fc.array(anyStory, { minLength: 70, maxLength: 90 });
    const changes = fc.array(fc.tuple(fc.nat(89), fc.option(anyStory, { nil: undefined })), {
      minLength: 1,
      maxLength: 4,
    });
    const relations = (articles: readonly Article[]) => {
      const { of } = openRelations(archive);
      return new Map(
        articles.map((article) => {
          const comparison = of(article);
          const all = comparison
            .list(0)
            .map(({ story, score }) => [story.file, score, comparison.reasons(story)]);
          return [article.file, JSON.stringify(all)];
        }),
      );
    };
    await fc.assert(
      fc.asyncProperty(paper, changes, async (stories, edits) => {
        const before = stories.map(articleFrom);
        const edited = new Map(edits.map(([at, story]) => [at % 95, story]));
        const after = Array.from({ length: 90 }, (_, at) =>
          edited.has(at) ? edited.get(at) : stories[at],
        ).flatMap((story, at) => (story ? [articleFrom(story, at)] : []));
        await fill(before);
        const were = relations(before);
        await fill(after, before);
        const are = relations(after);
        const touched = new Set<string>();
        for (const at of edited.keys()) {
          const file = `story-${at}.md`;
          touched.add(file);
          for (const version of [...before, ...after].filter((article) => article.file === file))
            for (const dependent of listDependents(archive, version)) touched.add(dependent);
        }
        const changed = [...are]
          .filter(([file, related]) => were.get(file) !== related)
          .map(([file]) => file);
        await fill([], after);
        assert.equal(
          changed.filter((file) => !touched.has(file)),
          [],
        );
      }),
      { numRuns: 60 },
    );
  },
);

dependents("of the newest story there are none", async () => {
  const articles = Array.from({ length: 30 }, (_, at) => storyOf(at, at, ferries));
  await holding(articles, () => {
    const before = { ...archive.reads };
    assert.is(listDependents(archive, articles[29] as Article).size, 0);
    assert.ok(archive.reads.listed - before.listed <= 4, "it looks no further");
    assert.is(listDependents(archive, articles[0] as Article).size, reach);
  });
});

dependents.run();
