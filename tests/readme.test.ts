import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import nunjucks from "nunjucks";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse as parseYaml } from "yaml";
import { filtersFor } from "../src/press/filters.ts";
import { newsroomOf } from "./pages/newsroom.ts";
import { makeProject, type Project } from "./project.ts";
import { blockNames, mostLines, renderShown, shownBlocks } from "./readme-blocks.ts";
import { readmeTables, renderTable } from "./readme-tables.ts";

const file = resolve(import.meta.dirname, "../README.md");
const marks = (name: string) => new RegExp(`(<!-- table: ${name} -->\n)([\\s\\S]*?)(<!-- /table -->)`);

if (process.env.UPDATE) {
  let text = readFileSync(file, "utf8");
  for (const [name, table] of Object.entries(readmeTables)) {
    text = text.replace(
      marks(name),
      (_, open, former, close) => `${open}${renderTable(table(), former)}\n${close}`,
    );
  }
  text = text.replace(shownBlocks, (_, open, _name, source, _former, close) => {
    return `${open}${renderShown(source)}${close}`;
  });
  writeFileSync(file, text);
}
const readme = readFileSync(file, "utf8");

const tables = suite("tables of the README");
for (const [name, table] of Object.entries(readmeTables)) {
  tables(`${name}: as the code has them (UPDATE=1 writes them)`, () => {
    const [, , shown = "no such table"] = marks(name).exec(readme) ?? [];
    assert.is(shown, `${renderTable(table(), shown)}\n`);
    assert.not(shown.includes("MISSING"), "what the code does not say is to be written in the README");
  });
}
tables.run();

const blocks = suite("blocks of the README");
const shown = [...readme.matchAll(shownBlocks)];
blocks("are all that there are, in their order", () => {
  assert.equal(
    shown.map(([, , name]) => name),
    blockNames,
  );
});
for (const [, , name = "", source = "", output = ""] of shown) {
  blocks(`${name}: prints what is shown (UPDATE=1 writes it)`, () => {
    assert.ok(source.includes(`{% ${name} `), "the source is of another block");
    assert.is(output, renderShown(source));
    for (const text of [source, output]) assert.ok(text.trim().split("\n").length <= mostLines);
  });
}
blocks.run();

/** The code block that follows a text of the README. */
function codeAfter(text: string): string {
  const at = readme.indexOf(text);
  const found = /```\w*\n([\s\S]*?)```/.exec(readme.slice(at));
  if (at < 0 || !found) throw new Error(`The README has no code after: ${text}`);
  return found[1] ?? "";
}

const order = suite("order of the README");
order("is that of a reader who begins", () => {
  const prose = readme.replace(/^```[\s\S]*?^```/gm, "");
  const headings = Array.from(prose.matchAll(/^## (.*)$/gm), ([, heading]) => heading);
  assert.equal(headings, [
    "How fast it is",
    "The two commands",
    "The first own article",
    "What a paper can do",
    "Adding it to an existing Eleventy site",
    "The theme",
    "Overriding a template",
    "Adding a page kind and a block",
    "Reference",
    "Every problem and its cure",
    "Continuous integration",
    "Limits and trade-offs",
  ]);
});
order("has no link that leads nowhere", () => {
  const anchors = Array.from(readme.matchAll(/^##+ (.*)$/gm), ([, heading = ""]) =>
    heading.toLowerCase().replaceAll(" ", "-"),
  );
  const links = Array.from(readme.matchAll(/\]\(#([^)]*)\)/g), ([, anchor]) => anchor);
  assert.equal(
    links.filter((link) => !anchors.includes(link ?? "")),
    [],
  );
});
order.run();

const filters = suite("filters of the README");
for (const [, expression = "", result = ""] of readme.matchAll(/\| `(\{\{ .*? \}\})` is `(.*?)` \|/g)) {
  filters(`${expression} is ${result}`, () => {
    const environment = new nunjucks.Environment([], { autoescape: true });
    for (const [name, filter] of Object.entries(filtersFor(() => newsroomOf([]).masthead)))
      environment.addFilter(name, filter as (...values: unknown[]) => unknown);
    assert.is(environment.renderString(expression.replaceAll("\\|", "|"), {}), result);
  });
}
filters("are each shown by an example", () => {
  const examples = Array.from(readme.matchAll(/\| `\{\{ .*? \}\}` is `.*?` \|/g));
  assert.is(examples.length, Object.keys(filtersFor(() => newsroomOf([]).masthead)).length);
});
filters.run();

const examples = suite("examples of the README");
const masthead = codeAfter("the masthead into `content/_data/masthead.json`");
const firstArticle = codeAfter("`content/articles/ferry-returns.md`");

examples("a paper of its own is a masthead, an article and a configuration that says where they are", () => {
  const project = makeProject(undefined, {
    "eleventy.config.js": codeAfter("This is its `eleventy.config.js`"),
    "content/_data/masthead.json": codeAfter("and `npm start` serves it:"),
    "content/articles/ferry-returns.md": firstArticle,
  });
  const { status, stderr } = project.build();
  assert.is(status, 0, stderr);
  assert.match(project.read("_site/index.html"), /<title>The Island Packet<[\s\S]*The ferry returns/);
});

examples("a site gets the plugin in ten lines, and keeps its own pages", () => {
  const config = codeAfter("Then, in `eleventy.config.js`");
  assert.ok(config.trim().split("\n").length <= 10);
  const project = makeProject(undefined, {
    "eleventy.config.js": config,
    "content/_data/masthead.json": masthead,
    "content/articles/ferry-returns.md": firstArticle,
    "content/about.njk": codeAfter("This is `content/about.njk`:"),
    "content/index.njk": "Our own home",
    "content/404.njk": "---\npermalink: /404.html\n---\nOur own 404",
    "content/_includes/broadsheet/parts/footer.njk": codeAfter("A footer of your own is"),
  });
  const { status, stdout, stderr } = project.build();
  assert.is(status, 0, stderr);
  assert.match(stdout, /Broadsheet: 1 article, \d+ pages printed/);
  assert.is(project.read("_site/index.html"), "Our own home");
  assert.is(project.read("_site/404.html"), "Our own 404");
  const article = project.read("_site/harbour/2026/11/ferry-returns/index.html");
  assert.match(article, /<h1>The ferry returns<\/h1>/);
  assert.match(article, /<blockquote>/);
  assert.match(article, /<h2 id="what-it-costs">/);
  assert.match(article, /© The Island Packet\. Set in type, printed in bytes\./);
  assert.match(
    project.read("_site/about/index.html"),
    /<title>About – The Island Packet<\/title>[\s\S]*<h1>About<\/h1>/,
  );
});

examples("two pages of one address stop the build, and the message names both", () => {
  const project = makeProject(undefined, {
    "eleventy.config.js":
      'import broadsheet from "eleventy-plugin-broadsheet";\nexport default (config) => config.addPlugin(broadsheet);\n',
    "articles/ferry-returns.md": firstArticle,
    "index.njk": "Our own home",
  });
  const first = project.build();
  assert.is(first.status, 1);
  assert.match(first.stderr, /Output conflict/);
  for (const name of ["./index.njk", "./broadsheet/home-front.broadsheet"])
    assert.ok(first.stderr.includes(name), first.stderr);
  project.remove("index.njk");
  assert.is(project.build().status, 0);
  project.write("index.njk", "Our own home");
  const second = project.build();
  assert.is(second.status, 1);
  assert.match(second.stderr, /index\.njk prints \/, which is the home-front\./);
});

examples("a page kind and a block of a site's own", () => {
  const project = makeProject(undefined, {
    "eleventy.config.js": codeAfter("Both are named in the options"),
    "kinds/topic-month.js": codeAfter("in `kinds/topic-month.js`"),
    "content/_includes/topic-month.njk": codeAfter(
      "with its template in `content/_includes/topic-month.njk`",
    ),
    "blocks/recipe.js": codeAfter("This one is `blocks/recipe.js`"),
    "content/_includes/recipe.njk": codeAfter("with its partial in `content/_includes/recipe.njk`"),
    "content/_data/masthead.json": masthead,
    "content/articles/ferry-returns.md": `${firstArticle}\n{% recipe "Brown bread" %}\nTwo cups of **flour**.\n{% endrecipe %}\n`,
    "content/own.liquid": '{% recipe "In Liquid" %}yes{% endrecipe %}',
  });
  const first = project.build();
  assert.is(first.status, 0, first.stderr);
  const page = project.read("_site/topics/ferries/2026/11/index.html");
  assert.match(page, /<title>ferries, 2026-11 – The Island Packet<\/title>[\s\S]*<h1>ferries, 2026-11<\/h1>/);
  assert.match(page, /<li><a href="\/harbour\/2026\/11\/ferry-returns\/">The ferry returns<\/a><\/li>/);
  const article = project.read("_site/harbour/2026/11/ferry-returns/index.html");
  assert.match(
    article,
    /<aside class="recipe"><p class="label">Brown bread<\/p><p>Two cups of <strong>flour<\/strong>\.<\/p><\/aside>/,
  );
  assert.match(
    project.read("_site/own/index.html"),
    /<aside class="recipe"><p class="label">In Liquid<\/p>yes<\/aside>/,
  );
  project.remove("content/articles/ferry-returns.md");
  assert.match(project.build().stdout, /0 articles/);
  assert.not(existsSync(`${project.root}/_site/topics`));
});

examples("an update of a live blog is printed and linked as it is said", () => {
  const project = makeProject(undefined, {
    "content/_data/masthead.json": masthead,
    "content/articles/ferry-returns.md": `${firstArticle.replace("---\n", "---\ngenre: live\n")}\n${codeAfter("### Live blogs")}`,
  });
  const now = ["--now", "2026-11-20T12:00Z"];
  const { status, stderr } = project.broadsheet("build", "content", "--output", "_site", ...now);
  assert.is(status, 0, stderr);
  const printed = project.read("_site/harbour/2026/11/ferry-returns/index.html");
  const [, element = ""] = /It is printed as `([^`]+)`/.exec(readme) ?? [];
  const [, link = ""] = /linked as `…([^`]+)`/.exec(readme) ?? [];
  assert.ok(element.length > 0 && printed.includes(element), printed);
  assert.ok(link.length > 0 && printed.includes(`href="/harbour/2026/11/ferry-returns${link}"`), printed);
});

examples("the command prints a folder as it is said", () => {
  const [, words = ""] = /^npx broadsheet (build .*)$/m.exec(readme) ?? [];
  const project = makeProject(undefined, { "content/articles/ferry-returns.md": firstArticle });
  const { status, stdout } = project.broadsheet(...words.split(" "));
  assert.is(status, 0);
  assert.match(stdout, /There is no masthead\.json/);
  const [, output = ""] = /--output (\S+)/.exec(words) ?? [];
  assert.match(project.read(`${output}/harbour/2026/11/ferry-returns/index.html`), /The ferry returns/);
});
examples.run();

const ci = suite("CI recipe of the README");
const workflow = parseYaml(codeAfter("`.github/workflows/publish.yml`"));
const steps: readonly {
  readonly name?: string;
  readonly run?: string;
  readonly with?: { readonly path?: string };
}[] = workflow.jobs.publish.steps;
const step = (name: string) => steps.find((candidate) => candidate.name === name);

ci("keeps cache and output in one entry", () => {
  const paths = ["Restore", "Save"].map((verb) => step(`${verb} cache and output together`)?.with?.path);
  assert.is(paths[0], ".cache/broadsheet\n.cache/next-due\n_site\n");
  assert.is(paths[1], paths[0]);
});

const dues: readonly (readonly [string, string, string, string])[] = [
  ["a push", "push", "2999-01-01T00:00:00+00:00", "yes"],
  ["a schedule before the next edition is due", "schedule", "2999-01-01T00:00:00+00:00", "no"],
  ["a schedule after", "schedule", "2020-01-01T00:00:00+01:00", "yes"],
  ["a schedule where none is due", "schedule", "", "no"],
];
for (const [name, event, due, expected] of dues) {
  ci(`on ${name} it builds: ${expected}`, () => {
    const project = makeProject(undefined, { ".cache/next-due": due ? `${due}\n` : "" });
    runStep(project, step("Is an edition due?")?.run ?? "exit 1", {
      GITHUB_EVENT_NAME: event,
      GITHUB_OUTPUT: "output",
    });
    assert.is(project.read("output"), `build=${expected}\n`);
  });
}
ci("keeps when the next edition is due", () => {
  const project = makeProject(undefined, { ".cache/x": "" });
  const told = "Next edition due 2031-05-09T06:00:00+01:00: an article becomes public.";
  const script = (step("Build")?.run ?? "exit 1")
    .replace("npm ci", "")
    .replace("npm run build", `echo "${told}"`);
  runStep(project, script, {});
  assert.is(project.read(".cache/next-due"), "2031-05-09T06:00:00+01:00\n");
});
ci.run();

/** As GitHub runs a step with `shell: bash`. */
function runStep({ root }: Project, script: string, env: Readonly<Record<string, string>>): void {
  execFileSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd: root,
    env: { ...process.env, ...env },
  });
}
