import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { copyOf, type Files, makeSite, masthead, print } from "../site.ts";

const files = {
  "_data/masthead.json": masthead,
  "articles/a.md": copyOf({ headline: "A", published: "2026-05-01" }),
};

/** What a site with a theme of its own is told of that: rule, file, line, hint. */
async function told(theme: Files, act: (includes: string) => void = () => {}): Promise<string[]> {
  const site = makeSite({ ...files, ...theme });
  act(join(site.folder, "_includes"));
  const { problems } = await print(site);
  return problems.map(
    ({ rule, file, line, hint }) => `${rule} ${file.split("_includes/broadsheet/")[1]}:${line} ${hint}`,
  );
}

const strays = suite("files of a site's own theme");

strays("are told where one of ours is meant: misspelt, or in another folder", async () => {
  assert.equal(
    await told({
      "_includes/broadsheet/masthead.njk": "In another folder.",
      "_includes/broadsheet/parts/foter.njk": "Misspelt.",
      "_includes/broadsheet/base.njk": '{% include "broadsheet/parts/masthead.njk" %}',
    }),
    [
      "theme-stray masthead.njk:1 Call it parts/masthead.njk if that is meant.",
      "theme-stray parts/foter.njk:1 Call it parts/footer.njk if that is meant.",
    ],
  );
});

const named: readonly (readonly [string, Files])[] = [
  ["near none of ours", { "_includes/broadsheet/parts/weather.njk": "" }],
  ["short", { "_includes/broadsheet/parts/hero.njk": "" }],
  ["no template", { "_includes/broadsheet/parts/footer.md": "" }],
  [
    "beside the one that it is near",
    { "_includes/broadsheet/parts/footer2.njk": "", "_includes/broadsheet/parts/footer.njk": "" },
  ],
  ["hidden", { "_includes/broadsheet/parts/._footer.njk": "" }],
  [
    "named by one of the theme",
    {
      "_includes/broadsheet/article-page.njk": '{% include "broadsheet/parts/toolz.njk" %}',
      "_includes/broadsheet/parts/toolz.njk": "{% include './footed.njk' %}",
      "_includes/broadsheet/parts/footed.njk": "",
    },
  ],
  [
    "named by another template of the site",
    {
      "_includes/layout.njk": "{% include 'broadsheet/parts/toolz.njk' %}",
      "_includes/broadsheet/parts/toolz.njk": "",
    },
  ],
  [
    "named by the stylesheet",
    {
      "_includes/broadsheet/broadsheet.css": '@import "styles/basis.css";\n',
      "_includes/broadsheet/styles/basis.css": "",
    },
  ],
];
for (const [how, theme] of named)
  strays(`are not told where they are ${how}`, async () => assert.equal(await told(theme), []));

strays("may be a folder, or lead nowhere", async () => {
  const found = await told({}, (includes) => {
    mkdirSync(join(includes, "broadsheet/parts/footers.njk"), { recursive: true });
    symlinkSync("nobody@nowhere", join(includes, "broadsheet/parts/footerz.njk"));
  });
  assert.equal(found, []);
});
strays.run();

const imports = suite("a stylesheet's imports");

imports("are told by their line where they are not there", async () => {
  const lines = ["styles/base.css", "styles/frontz.css", "styles/nothing-like-it.css"];
  for (const end of ["\n", "\r\n"])
    assert.equal(
      await told({
        "_includes/broadsheet/broadsheet.css": lines.map((name) => `@import "${name}";${end}`).join(""),
      }),
      [
        "theme-import broadsheet.css:2 Write styles/fronts.css if that is meant.",
        "theme-import broadsheet.css:3 Put the file there, or remove the line.",
      ],
    );
});
imports.run();
