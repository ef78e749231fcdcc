import fc from "fast-check";
import { pngOf } from "../pictures.ts";
import { liveStory, newStory, type Paper, type Story, type Update } from "./paper.ts";

/** One thing that an editor, a developer or the clock does to a paper. */
export type Edit = { readonly what: keyof typeof edits; readonly which: number; readonly seed: number };

/** The paper after an edit. `earlier`: the papers before it, the newest last. */
export function edited(paper: Paper, edit: Edit, earlier: readonly Paper[]): Paper {
  return edits[edit.what](paper, edit, earlier);
}

const hour = 60 * 60 * 1000;

const edits = {
  create: (paper: Paper, { which, seed }: Edit): Paper => {
    const story = newStory(which + 7, seed);
    const isThere = paper.stories.some(({ file }) => file === story.file);
    return isThere ? paper : { ...paper, stories: [...paper.stories, story] };
  },
  body: (paper: Paper, edit: Edit) =>
    change(paper, edit, (story) => ({ words: `${story.words} And ${edit.seed}.` })),
  headline: (paper: Paper, edit: Edit) =>
    change(paper, edit, (story) => ({ headline: `${story.headline}, ${edit.seed}` })),
  topics: (paper: Paper, edit: Edit) =>
    change(paper, edit, () => ({
      topics: [["Ferries"], ["The Council", "New topic"], [], ["FERRIES"]][edit.seed % 4] ?? [],
    })),
  headlineWords: (paper: Paper, edit: Edit) =>
    change(paper, edit, () => ({
      headline: ["Harbour silt dredged", "Harbour dredging delayed", "A quiet supper"][edit.seed % 3] ?? "",
    })),
  standfirst: (paper: Paper, edit: Edit) =>
    extra(paper, edit, "standfirst", ["Silt in the harbour.", "Nothing of note.", "Supper"][edit.seed % 3]),
  dateline: (paper: Paper, edit: Edit) =>
    extra(paper, edit, "dateline", ["Rossvarna", "Killowragh", "—"][edit.seed % 3]),
  genre: (paper: Paper, edit: Edit) =>
    extra(paper, edit, "genre", ["sponsored", "opinion", "report"][edit.seed % 3]),
  retraction: (paper: Paper, edit: Edit) =>
    extra(paper, edit, "corrections", {
      at: new Date(paper.now).toISOString(),
      kind: "retraction",
      text: "All of it.",
    }),
  published: (paper: Paper, edit: Edit) =>
    change(paper, edit, ({ published }) => ({
      published: new Date(
        Date.parse(published) - ([1, 40, 400, 1500, -3, 0][edit.seed % 6] ?? 0) * 24 * hour,
      ).toISOString(),
    })),
  oldStory: (paper: Paper, edit: Edit): Paper => {
    const older = edits.create(paper, edit);
    if (older === paper) return paper;
    const which = older.stories.length - 1;
    return edits.published(older, { ...edit, what: "published", which });
  },
  byline: (paper: Paper, edit: Edit) =>
    change(paper, edit, () => ({
      byline: [["ann"], ["ben"], ["Dora Dogwood"], ["ann", "ben"]][edit.seed % 4] ?? [],
    })),
  section: (paper: Paper, edit: Edit) =>
    change(paper, edit, () => ({ section: ["news", "sport", "arts", "opinion"][edit.seed % 4] ?? "news" })),
  rename: (paper: Paper, edit: Edit) =>
    change(paper, edit, (story) => ({ file: story.file.replace(/(-r\d)?\.md$/, `-r${edit.seed}.md`) })),
  clash: (paper: Paper, edit: Edit) => change(paper, edit, () => ({ extra: { slug: "story-1-0" } })),
  remove: (paper: Paper, { which }: Edit): Paper => ({
    ...paper,
    stories: paper.stories.filter((_, at) => at !== which % Math.max(paper.stories.length, 1)),
  }),
  embargo: (paper: Paper, edit: Edit) => extra(paper, edit, "embargoedUntil", later(paper, edit)),
  expire: (paper: Paper, edit: Edit) => extra(paper, edit, "expires", later(paper, edit)),
  update: (paper: Paper, edit: Edit) => extra(paper, edit, "updated", new Date(paper.now).toISOString()),
  kill: (paper: Paper, edit: Edit) => extra(paper, edit, "standing", "killed"),
  hold: (paper: Paper, edit: Edit) => extra(paper, edit, "standing", "held"),
  ownName: (paper: Paper, edit: Edit) => extra(paper, edit, "aliases", `/story-${edit.seed}-0/`),
  ownAddress: (paper: Paper, edit: Edit) =>
    change(paper, edit, () => ({ mentions: [`https://law.example${placeOf(paper, edit.seed)}`] })),
  hiddenPicture: (paper: Paper, edit: Edit) =>
    change(paper, edit, (story) => ({
      picture: `/media/${edit.seed % 2 ? "a" : "c"}.png`,
      extra: { ...story.extra, standing: "held" },
    })),
  focus: (paper: Paper, edit: Edit) =>
    extra(paper, edit, "lead", {
      src: `/media/${edit.seed % 2 ? "a" : "c"}.png`,
      alt: "",
      focus: [edit.seed / 5, 0.5],
    }),
  brokenPicture: (paper: Paper, { seed }: Edit) =>
    withFile(paper, seed % 2 ? "media/a.png" : "media/c.png", "no picture"),
  alias: (paper: Paper, edit: Edit) => extra(paper, edit, "aliases", "/old/place/"),
  fault: (paper: Paper, edit: Edit) => extra(paper, edit, "published", "some day"),
  mention: (paper: Paper, edit: Edit) =>
    change(paper, edit, () => ({ mentions: [`story-${edit.seed}-0`, `story-${edit.which}-0`] })),
  related: (paper: Paper, edit: Edit) =>
    extra(paper, edit, "related", [`story-${edit.seed}-0`, `story-${edit.seed + 3}-0`]),
  translation: (paper: Paper, edit: Edit) => extra(paper, edit, "translations", `story-${edit.seed}-0`),
  correction: (paper: Paper, edit: Edit) =>
    extra(paper, edit, "corrections", { at: new Date(paper.now).toISOString(), text: `No ${edit.seed}.` }),
  manyCorrections: (paper: Paper, edit: Edit) =>
    extra(
      paper,
      edit,
      "corrections",
      ["2025-12-31T23:30:00Z", "2026-01-01T10:00:00Z", "2026-01-01T10:00:00Z"]
        .slice(edit.seed % 3)
        .map((at, place) => ({
          at,
          kind: place % 2 ? "retraction" : "clarification",
          text: `Not ${place}.`,
        })),
    ),
  takeOver: (paper: Paper, edit: Edit) =>
    extra(paper, edit, "aliases", [placeOf(paper, edit.seed), "/old/other/"]),
  bodyPicture: (paper: Paper, edit: Edit) =>
    change(paper, edit, (story) => ({
      words: `${story.words} ![A picture](${fileAt(edit, edit.seed % 2 ? "a" : "b")})`,
    })),
  link: (paper: Paper, edit: Edit) =>
    change(paper, edit, (story) => ({
      words: `${story.words} [There](${placeOf(paper, edit.seed)}) [old](/old/place/) [A file](${fileAt(edit, "c")})`,
    })),
  plain: (paper: Paper, edit: Edit) =>
    change(paper, edit, ({ file }) => ({
      file: file.endsWith(".md") ? file.replace(/md$/, "txt") : file.replace(/txt$/, "md"),
    })),
  folder: (paper: Paper, edit: Edit) =>
    change(paper, edit, ({ file, extra: more }) => ({
      file: `${["sport", "arts", "letters"][edit.seed % 3]}/${file.slice(file.lastIndexOf("/") + 1)}`,
      extra: { ...more, section: "" },
    })),
  revert: (paper: Paper, { seed }: Edit, earlier: readonly Paper[]): Paper => ({
    ...(earlier.at(-1 - seed) ?? paper),
    now: paper.now,
  }),
  clockOn: (paper: Paper, { seed }: Edit): Paper => ({
    ...paper,
    now: paper.now + ([1, 20, 49, 100, 800, 9000][seed % 6] ?? 1) * hour,
  }),
  clockBack: (paper: Paper, { seed }: Edit): Paper => ({
    ...paper,
    now: paper.now - ([1, 30, 900][seed % 3] ?? 1) * hour,
  }),
  template: (paper: Paper, { seed }: Edit) =>
    withFile(
      paper,
      `_includes/broadsheet/${templates[seed % templates.length]}`,
      `<p>Template ${seed}: {{ slice.headline }}</p>`,
    ),
  ownTheme: (paper: Paper) => without(paper, /^_includes/),
  contributors: (paper: Paper, { seed }: Edit) =>
    withFile(
      paper,
      "_data/contributors.json",
      JSON.stringify({ ann: { name: `Ann ${seed}` }, ben: { name: "Ben Birch" } }),
    ),
  oneContributor: (paper: Paper, { seed }: Edit) =>
    withFile(
      paper,
      "_data/contributors.json",
      JSON.stringify({ ben: { name: "Ben Birch", portrait: seed % 2 ? "/media/a.png" : "/media/b.png" } }),
    ),
  noContributors: (paper: Paper) => without(paper, /contributors\.json$/),
  mount: (paper: Paper, { seed }: Edit) =>
    withFile(
      paper,
      "_data/masthead.json",
      JSON.stringify({
        name: "The Law",
        url: `https://law.example/${seed % 2 ? "paper/" : ""}`,
        timeZone: "UTC",
        language: "en",
      }),
    ),
  languages: (paper: Paper, { seed }: Edit) =>
    withFile(
      paper,
      "_data/masthead.json",
      JSON.stringify({
        name: "The Law",
        url: "https://law.example/",
        timeZone: "UTC",
        language: "en",
        languages: [["fr"], ["ar", { language: "fr", name: "La Loi", path: "francais" }], []][seed % 3],
      }),
    ),
  front: (paper: Paper, { which, seed }: Edit) =>
    withFile(
      paper,
      ["fronts/home.json", "fronts/section/news.json", "fronts/topic/ferries.json", "fronts/fr/home.json"][
        seed % 4
      ] ?? "",
      JSON.stringify({
        slots: [
          { style: "lead", pins: [`story-${which}-0`], count: 1, source: "latest" },
          {
            source: [{ section: "sport" }, { topic: "ferries" }, { contributor: "ann" }][seed % 3],
            count: 2,
          },
          { title: "Boats", source: { series: "the-boats" }, pins: [`story-${seed}-0`] },
        ],
      }),
    ),
  noFronts: (paper: Paper) => without(paper, /^fronts/),
  language: (paper: Paper, edit: Edit) =>
    extra(paper, edit, "language", ["fr", "ar", "en-GB", "ga"][edit.seed % 4]),
  series: (paper: Paper, edit: Edit) =>
    extra(
      paper,
      edit,
      "series",
      [
        { name: "The boats", part: edit.which },
        { name: "The boats", part: 1 },
        "The boats",
        { name: "Suppers", part: 2 },
      ][edit.seed % 4],
    ),
  live: (paper: Paper, edit: Edit) =>
    change(paper, edit, (story) => liveStory(story, [0, 3, 20, 22, 23, 43][edit.seed % 6] ?? 0, paper.now)),
  newUpdate: (paper: Paper, edit: Edit) =>
    changeLive(paper, edit, ({ updates }) => ({ updates: [...updates, newUpdate(edit, paper.now)] })),
  lateUpdate: (paper: Paper, edit: Edit) =>
    changeLive(paper, edit, ({ updates }) => ({
      updates: [...updates, newUpdate(edit, paper.now - edit.seed * 7 * hour)],
    })),
  futureUpdate: (paper: Paper, edit: Edit) =>
    changeLive(paper, edit, ({ updates }) => ({
      updates: [
        ...updates,
        {
          ...newUpdate(edit, paper.now + (edit.seed + 1) * 9 * hour),
          words: `![A picture](/media/${edit.seed % 2 ? "a" : "c"}.png) {% relatedLink "story-${edit.which}-0" %}`,
        },
      ],
    })),
  updateWords: (paper: Paper, edit: Edit) =>
    changeUpdate(paper, edit, ({ words }) => ({ words: `${words}\n\nAnd ${edit.seed}.` })),
  updateHeadline: (paper: Paper, edit: Edit) =>
    changeUpdate(paper, edit, ({ headline }) => ({ headline: `${headline}, ${edit.seed}` })),
  pinUpdate: (paper: Paper, edit: Edit) =>
    changeUpdate(paper, edit, () => ({
      more: [", pinned: true", ", pinned: true, key: true", ""][edit.seed % 3] ?? "",
    })),
  updateByline: (paper: Paper, edit: Edit) =>
    changeUpdate(paper, edit, () => ({ more: `, byline: "${["ann", "ben", "Zoe"][edit.seed % 3]}"` })),
  removeUpdate: (paper: Paper, edit: Edit) =>
    changeLive(paper, edit, ({ updates }) => ({
      updates: updates.filter((_, at) => at !== placeIn(updates, edit)),
    })),
  endCoverage: (paper: Paper, edit: Edit) =>
    changeLive(paper, edit, ({ extra: more }) => ({
      extra: { ...more, coverageEndsAt: later(paper, edit) },
    })),
  noLive: (paper: Paper, edit: Edit) =>
    changeLive(paper, edit, ({ extra: more }) => ({ extra: { ...more, genre: "report" } })),
  topicsData: (paper: Paper, { seed }: Edit) =>
    withFile(
      paper,
      "_data/topics.json",
      JSON.stringify({
        ferries: { description: `Boats ${seed}.`, ...(seed % 2 && { mergedInto: "the-council" }) },
        "the-council": { name: `Council ${seed}` },
      }),
    ),
  noTopicsData: (paper: Paper) => without(paper, /topics\.json$/),
  seriesData: (paper: Paper, { seed }: Edit) =>
    withFile(paper, "_data/series.json", JSON.stringify({ "the-boats": { name: `Boats ${seed}` } })),
  sections: (paper: Paper, { seed }: Edit) =>
    withFile(
      paper,
      "_data/sections.json",
      JSON.stringify(["news", "sport", "arts", "opinion"].map((slug) => ({ slug, name: `${slug} ${seed}` }))),
    ),
  noSections: (paper: Paper) => without(paper, /sections\.json$/),
  masthead: (paper: Paper, { seed }: Edit) =>
    withFile(
      paper,
      "_data/masthead.json",
      JSON.stringify({
        name: `The Law ${seed}`,
        url: "https://law.example/",
        timeZone: seed % 2 ? "UTC" : "Asia/Tokyo",
        language: "en",
      }),
    ),
  statements: (paper: Paper, { seed }: Edit) =>
    withFile(
      paper,
      "_data/masthead.json",
      JSON.stringify({
        name: "The Law",
        url: "https://law.example/",
        timeZone: "Europe/Dublin",
        language: "en",
        logo: "/media/a.png",
        icon: ["/media/a.png", "/media/b.png"],
        policies: { ethicsPolicy: placeOf(paper, seed) },
        rights: { training: seed % 2 === 0, search: seed % 3 > 0 },
        security: { contact: "a@law.example", expires: new Date(paper.now + seed * 30 * hour).toISOString() },
        trust: { member: [`https://law.example/${seed}/`] },
        ads: { sellers: "none" },
        hub: "https://hub.example/",
        indexNowKey: `key-of-law-${seed}`,
      }),
    ),
  menu: (paper: Paper, { seed }: Edit) => withFile(paper, "_data/menu.json", JSON.stringify({ seed })),
  picture: (paper: Paper, { seed }: Edit) =>
    withFile(paper, seed % 2 ? "media/a.png" : "media/b.png", pngOf(330 + seed, 220 - 20 * seed)),
  noPicture: (paper: Paper) => without(paper, /^media/),
};

const templates = [
  "article-page.njk",
  "parts/footer.njk",
  "blocks/related-link.njk",
  "styles/base.css",
  "home-front.njk",
  "parts/teaser.njk",
  "blocks/live-update.njk",
  "live-updates.njk",
];

/** Any edit, readable where a history fails. */
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom(...editNames()),
  which: fc.nat(9),
  seed: fc.nat(5),
});

function editNames(): Edit["what"][] {
  return Object.keys(edits) as Edit["what"][];
}

function change(paper: Paper, { which }: Edit, into: (story: Story) => Partial<Story>): Paper {
  const at = which % Math.max(paper.stories.length, 1);
  const stories = paper.stories.map((story, index) => (index === at ? { ...story, ...into(story) } : story));
  const files = new Set(stories.map(({ file }) => file));
  return files.size === stories.length ? { ...paper, stories } : paper;
}

/** Changes a live blog, where the paper has one. */
function changeLive(paper: Paper, edit: Edit, into: (story: Story) => Partial<Story>): Paper {
  const blogs = paper.stories.flatMap(({ updates }, at) => (updates.length > 0 ? [at] : []));
  const which = blogs[edit.which % Math.max(blogs.length, 1)];
  return which === undefined ? paper : change(paper, { ...edit, which }, into);
}

function changeUpdate(paper: Paper, edit: Edit, into: (update: Update) => Partial<Update>): Paper {
  return changeLive(paper, edit, ({ updates }) => ({
    updates: updates.map((update, at) =>
      at === placeIn(updates, edit) ? { ...update, ...into(update) } : update,
    ),
  }));
}

/** Which update an edit means: an old one, or one of the newest. */
function placeIn(updates: readonly Update[], { which, seed }: Edit): number {
  return seed % 2 ? which % updates.length : Math.max(0, updates.length - 1 - which);
}

function newUpdate({ which, seed }: Edit, at: number): Update {
  return { at, headline: `New ${which}`, words: `News ${seed}.`, more: "" };
}

function extra(paper: Paper, edit: Edit, key: string, value: unknown): Paper {
  return change(paper, edit, (story) => ({ extra: { ...story.extra, [key]: value } }));
}

function later(paper: Paper, { seed }: Edit): string {
  return new Date(paper.now + (seed - 1) * 30 * hour).toISOString();
}

/** Where a story of the paper is, or was, to be read. */
function placeOf({ stories }: Paper, which: number): string {
  const { section, published, file } = stories[which % Math.max(stories.length, 1)] ?? newStory(0, 0);
  const slug = file.replace(/^.*\//, "").replace(/^\d{4}-\d\d-\d\d-|\.\w+$/g, "");
  return `/${section}/${published.slice(0, 7).replace("-", "/")}/${slug}/`;
}

/** Address of a picture, by its path or by the paper's own URL. */
function fileAt({ seed }: Edit, name: string): string {
  return `${seed % 3 ? "" : "https://law.example"}/media/${name}.png`;
}

function withFile(paper: Paper, path: string, text: string | Uint8Array): Paper {
  return { ...paper, files: { ...paper.files, [path]: text } };
}

function without(paper: Paper, path: RegExp): Paper {
  return {
    ...paper,
    files: Object.fromEntries(Object.entries(paper.files).filter(([name]) => !path.test(name))),
  };
}
