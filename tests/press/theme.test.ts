import { join } from "node:path";
import nunjucks from "nunjucks";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { openTheme } from "../../src/press/theme.ts";
import { compareTrees, readTree } from "../output-tree.ts";
import { copyOf, makeSite, masthead, print, printClean, put } from "../site.ts";

const fingerprint = suite("fingerprint of a template");

const files = {
  "own/base.njk": "{% block words %}{% endblock %}",
  "own/a.njk": "one",
  "own/b.njk": "one",
  "own/macros.njk": "{% macro m() %}one{% endmacro %}",
  "own/p/p-one.njk": "one",
  "own/p/beside.njk": "one",
  "own/p/names.njk": '{% include "./beside.njk" %}{% include "../a.njk" %}',
  "behind/c.njk": "one",
};

/** What a page's template says, and the file that it shows by that. */
const named: readonly (readonly [string, string])[] = [
  ['{% include "a.njk" %}', "own/a.njk"],
  ["{%- include 'a.njk' -%}", "own/a.njk"],
  ['{% include("a.njk") %}', "own/a.njk"],
  ['{% include "a.njk" ignore missing %}', "own/a.njk"],
  ['{% include "p/../a.njk" %}', "own/a.njk"],
  ['{% include "c.njk" %}', "behind/c.njk"],
  ['{% include "./a.njk" %}', "own/a.njk"],
  ['{% include "p/names.njk" %}', "own/p/beside.njk"],
  ['{% include "p/names.njk" %}', "own/a.njk"],
  ['{% include "p/p-" + kind + ".njk" %}', "own/p/p-one.njk"],
  ['{% include "p/" + file %}', "own/p/p-one.njk"],
  ['{% include "a.njk" if no else "b.njk" %}', "own/b.njk"],
  ['{% include ["absent.njk", "b.njk"] if no else "./b.njk" %}', "own/b.njk"],
  ["{% include name %}", "own/a.njk"],
  ['{% import "macros.njk" as all with context %}{{ all.m() }}', "own/macros.njk"],
  ['{% from "macros.njk" import m without context %}{{ m() }}', "own/macros.njk"],
  ['{% from "macr" + "os.njk" import m %}{{ m() }}', "own/macros.njk"],
];

for (const [template, shown] of named) {
  fingerprint(`${template}: another where ${shown} is another`, () => {
    const site = makeSite({ ...files, "own/page.njk": template });
    const folders = [join(site.folder, "own"), join(site.folder, "behind")];
    const look = () => ({
      print: openTheme(folders).fingerprint(["page.njk"]),
      html: new nunjucks.Environment(new nunjucks.FileSystemLoader(folders)).render("page.njk", {
        kind: "one",
        file: "p-one.njk",
        name: "a.njk",
      }),
    });
    const before = look();
    put(site, { [shown]: files[shown as keyof typeof files].replace("one", "another") });
    const after = look();
    assert.is.not(after.html, before.html, "Nunjucks shows the file");
    assert.is.not(after.print, before.print);
  });
}

fingerprint("stays where a file changes that a template with literal names does not need", () => {
  const site = makeSite({
    ...files,
    "own/page.njk":
      '{% extends "base.njk" %}{% include "a.njk" ignore missing %}{% import "macros.njk" as all %}',
  });
  const look = () => openTheme([join(site.folder, "own")]).fingerprint(["page.njk"]);
  const before = look();
  put(site, { "own/b.njk": "another", "own/new.njk": "new" });
  assert.is(look(), before);
});

fingerprint("is the same wherever the folders lie", () => {
  const look = () => {
    const { folder } = makeSite({ ...files, "own/page.njk": "{% include name %}" });
    return openTheme([join(folder, "own"), join(folder, "behind")]).fingerprint(["page.njk"]);
  };
  assert.is(look(), look());
});

fingerprint("passes over folders and what is not there", () => {
  const { folder } = makeSite({
    ...files,
    "own/page.njk":
      '{% include "p" ignore missing %}{% include "a.njk/x" ignore missing %}{% include "p/" + x %}',
  });
  assert.type(openTheme([join(folder, "own"), join(folder, "none")]).fingerprint(["page.njk"]), "string");
});

fingerprint.run();

const printed = suite("pages of a theme that works out names");

printed("show what an included file says now", async () => {
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/a.md": copyOf({ headline: "A", published: "2026-05-01" }),
    "_includes/broadsheet/article-page.njk":
      '{% include "../own/" + slice.absent + ".njk" if slice.absent else "./none.njk" %}',
    "_includes/broadsheet/none.njk": "<p>{% include '../own/words.njk' %}</p>",
    "_includes/own/words.njk": "First.",
  });
  await print(site);
  put(site, { "_includes/own/words.njk": "Second." });
  await print(site);
  assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
});

printed.run();
