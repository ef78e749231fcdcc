import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareTrees, readTree } from "../output-tree.ts";
import { copyOf, makeSite, masthead, print, printClean, put } from "../site.ts";
import { printThroughEleventy } from "../through-eleventy.ts";

const fields = { section: "news", date: "2026-05-09" };
const film = '{% embed "https://vimeo.com/123456789", "The ferry" %}';
const files = {
  "_data/masthead.json": masthead.replace(".example/", ".example/paper/"),
  "articles/film.md": copyOf({ headline: "Film", ...fields }, film),
  "articles/plain.md": copyOf({ headline: "Plain", ...fields }),
};
const scriptIn = (html: string) =>
  /<script type="module" src="\/paper(\/assets\/embed-[^"]*)" integrity="[^"]+"><\/script>/.exec(html)?.[1];

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
      pages.filter((name) => /embed-[0-9a-f]{10}/.test(read(name))),
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

scripts("have the hash of their files in each element that names one, and so have stylesheets", async () => {
  const site = makeSite(files);
  await printThroughEleventy(site, { pages: { "text-article": true, "text-front": true } });
  let elements = 0;
  for (const page of [...readTree(site.output).keys()].filter((name) => name.endsWith(".html"))) {
    const html = readFileSync(join(site.output, page), "utf8");
    for (const [element] of html.matchAll(/<(?:script\b[^>]* src|link rel="stylesheet")[^>]*>/g)) {
      const [, file = ""] = /"\/paper(\/assets\/[^"]+)"/.exec(element) ?? [];
      const hash = createHash("sha384").update(readFileSync(join(site.output, file)));
      assert.match(element, `integrity="sha384-${hash.digest("base64")}"`, page);
      elements++;
    }
    assert.not.match(html, /<style|<[^>]+ (?:style|on[a-z]+)=/, page);
  }
  assert.ok(elements > 20, `${elements} elements`);
});

const worker = suite("the service worker");
const offline = { pages: { "service-worker": true, "text-front": true } };

worker("is there when it is asked for, and then every page names it", async () => {
  const site = makeSite(files);
  const home = () => readFileSync(join(site.output, "index.html"), "utf8");
  await printThroughEleventy(site, {});
  assert.not(existsSync(join(site.output, "sw.js")) || existsSync(join(site.output, "offline")));
  assert.not.match(home(), "data-worker");
  await printThroughEleventy(site, offline);
  assert.match(home(), ' data-worker="/paper/sw.js"></script>');
  assert.ok(existsSync(join(site.output, "offline/index.html")));
  await printThroughEleventy(site, {});
  assert.not(existsSync(join(site.output, "sw.js")) || existsSync(join(site.output, "offline")));
});

worker("knows the site, its languages and the files of the theme, and changes with no story", async () => {
  const site = makeSite({
    ...files,
    "_data/masthead.json": JSON.stringify({
      ...JSON.parse(files["_data/masthead.json"]),
      languages: [{ language: "de", name: "Der Test" }],
    }),
  });
  await printThroughEleventy(site, offline);
  const text = readFileSync(join(site.output, "sw.js"), "utf8");
  const told = JSON.parse(/^const paper = (\{[\s\S]*?\n\});/.exec(text)?.[1] ?? "");
  assert.equal([told.root, told.caches], ["/paper/", "broadsheet /paper/ 1 "]);
  for (const path of told.assets) assert.ok(existsSync(join(site.output, path.slice("/paper".length))), path);
  assert.equal(
    told.editions.map(({ home, language, standIn, kept }: Record<string, string>) => [
      home,
      language,
      standIn,
      kept,
    ]),
    [
      ["/paper/de/", "de", "/paper/de/lite/", "/paper/de/offline/"],
      ["/paper/", "en", "/paper/lite/", "/paper/offline/"],
    ],
  );
  assert.match(
    told.editions[0].notice,
    'lang="de" dir="ltr" aria-label="Sie sind offline"><p>Sie sind offline; diese',
  );
  put(site, { "articles/more.md": copyOf({ headline: "More", ...fields }) });
  const { summary } = await printThroughEleventy(site, offline);
  assert.not.ok(summary.printed.includes("/sw.js"));
  put(site, {
    "_includes/broadsheet/words/de.json": '{ "offline": "Kein <Netz>" }',
    "_includes/broadsheet/scripts/service-worker.js": "// ours\n",
  });
  const { summary: next } = await printThroughEleventy(site, offline);
  assert.ok(next.printed.includes("/sw.js"));
  const own = readFileSync(join(site.output, "sw.js"), "utf8");
  assert.match(own, 'aria-label=\\"Kein &lt;Netz&gt;\\"');
  assert.ok(own.endsWith("};\n// ours\n"));
});

worker("is a site's own where the option has a kind of that name", async () => {
  const site = makeSite(files);
  const own = {
    name: "service-worker",
    once: true,
    pagesShowing: () => [],
    always: () => [""],
    url: () => "/sw.js",
    slice: () => ({}),
    print: () => "// mine\n",
  };
  await printThroughEleventy(site, { pages: { "service-worker": own } });
  assert.is(readFileSync(join(site.output, "sw.js"), "utf8"), "// mine\n");
});

scripts.run();
worker.run();
