import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareTrees, readTree } from "../output-tree.ts";
import { copyOf, makeSite, masthead, print, printClean, put } from "../site.ts";

const fields = { section: "news", date: "2026-05-09" };
const film = '{% embed "https://vimeo.com/123456789", "The ferry" %}';
const files = {
  "_data/masthead.json": masthead.replace(".example/", ".example/paper/"),
  "articles/film.md": copyOf({ headline: "Film", ...fields }, film),
  "articles/plain.md": copyOf({ headline: "Plain", ...fields }),
};
const scriptIn = (html: string) => /<script type="module" src="\/paper([^"]*)"><\/script>/.exec(html)?.[1];

const scripts = suite("scripts of the theme");

scripts(
  "are printed once, at an address with their hash, and loaded by the pages that need them",
  async () => {
    const site = makeSite(files);
    await print(site);
    const read = (path: string) => readFileSync(join(site.output, path), "utf8");
    const address = scriptIn(read("news/2026/05/film/index.html")) ?? "";
    assert.match(address, /^\/assets\/embed-[0-9a-f]{10}\.js$/);
    const script = read(address);
    assert.match(script, "iframe");
    assert.ok(script.length < 2_000, `${script.length} bytes`);
    const pages = [...readTree(site.output).keys()].filter((name) =>
      /^[^.].*\.(?:html|xml|json)$/.test(name),
    );
    assert.equal(
      pages.filter((name) => /type="module"|embed-[0-9a-f]{10}/.test(read(name))),
      ["news/2026/05/film/index.html"],
    );
  },
);

scripts("are a site's own where it has a file of the name; a change of it is printed", async () => {
  const site = makeSite(files);
  const own = "_includes/broadsheet/scripts/embed.js";
  await print(site);
  const page = join(site.output, "news/2026/05/film/index.html");
  const before = scriptIn(readFileSync(page, "utf8")) ?? "";
  put(site, { [own]: "// ours\n" });
  const { printed } = await print(site);
  const after = scriptIn(readFileSync(page, "utf8")) ?? "";
  assert.is.not(after, before);
  assert.ok(printed.includes(after));
  assert.is(readFileSync(join(site.output, after), "utf8"), "// ours\n");
  assert.not(existsSync(join(site.output, before)));
  assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
});

scripts.run();
