import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fields } from "../src/article/fields.ts";
import {
  afterEmbargo,
  beforeEmbargo,
  bodyTraces,
  canary,
  canaryNewsroom,
  embargo,
  laterEmbargo,
  places,
} from "./canary.ts";
import { runBuild } from "./command.ts";
import { compareTrees, readTexts, readTree } from "./output-tree.ts";
import { makeProject } from "./project.ts";
import { makeSite, put } from "./site.ts";

/** A newsroom that holds the canary, by one way of printing it: prints for a moment, and gives all that was said. */
type Cage = {
  readonly name: string;
  readonly output: string;
  readonly write: (until: string) => void;
  /** `isClean`: with neither cache nor output. `names`: whether it may say which pages it printed and removed. */
  readonly print: (
    now: string,
    how?: { readonly isClean?: boolean; readonly names?: boolean },
  ) => Promise<string>;
};

const everyTrace = [
  ...Object.values(canary).flatMap(({ traces }) => traces),
  // What has no field of its own: files, the body, the contributor, pictures.
  "zq7",
];

const table = suite("the canary");

table("has every field of an article, each with a trace of its own", () => {
  assert.equal(Object.keys(canary).sort(), Object.keys(fields).sort());
  const traceless = new Set(["standing", "draft"]);
  for (const [name, { traces }] of Object.entries(canary))
    assert.is(traces.length === 0, traceless.has(name), name);
  const all = everyTrace.slice(0, -1);
  assert.is(new Set(all).size, all.length);
  const written = Object.values(canaryNewsroom(embargo)).join("\n");
  for (const trace of [...Object.keys(bodyTraces), ...all.filter((each) => each.startsWith("zq7"))])
    assert.ok(written.includes(trace), trace);
});

table.run();

for (const cage of [commandCage(), pluginCage()]) {
  const caged = suite(`an embargoed article, printed by ${cage.name}`);

  caged(
    "is in no file, no file's name, and nothing that is said; in the cache alone, which is not deployed",
    async () => {
      cage.write(embargo);
      assertSilent(await cage.print(beforeEmbargo, { names: true }));
      assertAbsent(cage.output);
      // Nor when it is printed once more, with all that is remembered.
      assertSilent(await cage.print(beforeEmbargo, { names: true }));
      assertAbsent(cage.output);
    },
  );

  caged(
    "is everywhere where it belongs when the embargo is over, and its desk's note and data are nowhere",
    async () => {
      const said = await cage.print(afterEmbargo);
      const read = (file: string) => readWhole(join(cage.output, file));
      for (const [name, { traces, seen }] of Object.entries(canary))
        for (const place of seen)
          assert.ok(
            traces.some((trace) => read(places[place]).includes(trace)),
            `${name} is not in ${places[place]}`,
          );
      const page = read(places.page);
      for (const [trace, isSeen] of Object.entries(bodyTraces))
        assert.is(page.includes(trace), isSeen, trace);
      for (const trace of [...canary.byline.traces, ...canary.lead.traces.slice(0, 4)])
        assert.ok(page.includes(trace), trace);
      for (const trace of ["zq7name", "zq7jobtitle", "zq7biography", "zq7@cage.example", "zq7portrait"])
        assert.ok(read(places.contributor).includes(trace), trace);
      for (const file of ["zq7lead", "zq7figure", "zq7inline", "zq7portrait"])
        assert.match(read(`media/${file}.svg`), `${file}bytes`);
      for (const file of ["zq7plan", "zq7own", "zq7later"])
        assert.match(read(`media/${file}.pdf`), `${file}bytes`);
      assert.match(read("index.html"), "zq7sister");
      assert.match(read("sitemaps/2031-05.xml"), "/zq7cousin/");
      assert.match(read("sitemaps/news.xml"), "zq7sister");
      assert.match(read("news/2031/05/public/index.html"), "/zq7section/2031/05/zq7slug/");
      const everything = [...readTexts(cage.output).values(), said].join("\n");
      for (const name of ["deskNote", "data", "published"] as const)
        for (const trace of canary[name].traces) assert.not.ok(everything.includes(trace), trace);
    },
  );

  caged("is gone again, byte for byte, when its embargo is moved", async () => {
    cage.write(laterEmbargo);
    // What is taken off the site is named once: a CDN must forget it.
    assertSilent(await cage.print(afterEmbargo));
    assertAbsent(cage.output);
    assertSilent(await cage.print(afterEmbargo, { names: true }));
    const kept = readTree(cage.output);
    assertSilent(await cage.print(afterEmbargo, { isClean: true, names: true }));
    const isOwn = (line: string) => line !== "≠ .broadsheet/edition.json";
    assert.equal(compareTrees(kept, readTree(cage.output)).filter(isOwn), []);
    assertAbsent(cage.output);
  });

  caged.run();
}

/** A file's text, or that of all files below a folder. */
function readWhole(path: string): string {
  return statSync(path).isFile() ? readFileSync(path, "utf8") : [...readTexts(path).values()].join("\n");
}

/** No trace in anything that a build said. When the next edition is due it does say, without naming why it is. */
function assertSilent(said: string): void {
  for (const trace of everyTrace.filter((each) => each !== "06:07:08"))
    assert.not.ok(said.toLowerCase().includes(trace.toLowerCase()), `${trace} is said:\n${said}`);
}

/** No trace in any file of the output, nor in its name; `.broadsheet/` among them. */
function assertAbsent(output: string): void {
  const files = readTexts(output);
  assert.ok([...files.keys()].some((name) => name.startsWith(".broadsheet")));
  for (const [name, text] of files)
    for (const trace of everyTrace)
      assert.not.ok(`${name}\n${text}`.toLowerCase().includes(trace.toLowerCase()), `${trace} is in ${name}`);
}

function commandCage(): Cage {
  const site = makeSite();
  return {
    name: "the command",
    output: site.output,
    write: (until) => put(site, canaryNewsroom(until)),
    print: async (now, { isClean = false, names = false } = {}) => {
      if (isClean) for (const folder of [site.output, site.cache]) rmSync(folder, { recursive: true });
      const flags = ["--now", now, "--json", ...(names ? ["--list"] : [])];
      const { status, stdout, stderr } = await runBuild(site, flags);
      assert.is(status, 0, stderr);
      return `${stdout}\n${stderr}`;
    },
  };
}

/** The plugin in a project of Eleventy's, with whole texts in its feeds, and a page of its own that lists all that it can. */
function pluginCage(): Cage {
  const project = makeProject(undefined, {
    "content/own.njk": `---
permalink: /own/
---
{% for story in collections.articles %}{{ story.url }} {{ story.headline }} {{ story.standfirst }}
{% endfor %}{% for name, list in collections %}{{ name }} {{ list.length }}
{% for item in list %}{{ item.url }} {{ item.name }} {{ item.slug }}
{% endfor %}{% endfor %}{{ publication | dump }}{% relatedLink "/former/", text="See this" %}
`,
  });
  return {
    name: "the plugin",
    output: join(project.root, "_site"),
    write: (until) => {
      for (const [path, text] of Object.entries(canaryNewsroom(until)))
        project.write(`content/${path}`, String(text));
    },
    print: async (now, { isClean = false } = {}) => {
      if (isClean) for (const folder of ["_site", ".cache"]) project.remove(folder);
      const options = JSON.stringify({ now, feeds: "full" });
      project.write(
        "eleventy.config.js",
        `import broadsheet from "eleventy-plugin-broadsheet";\nexport default function (eleventyConfig) {\n  eleventyConfig.addPlugin(broadsheet, ${options});\n  return { dir: { input: "content" } };\n}\n`,
      );
      const { status, stdout, stderr } = project.build();
      assert.is(status, 0, `${stdout}\n${stderr}`);
      return `${stdout}\n${stderr}`;
    },
  };
}
