import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareTrees, readTree } from "../output-tree.ts";
import { copyOf, makeSite, masthead, now, print, printClean, put, type Site } from "../site.ts";

const story = (published: string, fields: object = {}, body = "Words.") =>
  copyOf({ headline: `Of ${published}`, section: "news", published, ...fields }, body);

const files = {
  "_data/masthead.json": masthead,
  "articles/new.md": story("2026-05-01"),
  "articles/old.md": story("2025-04-02", { byline: "ann" }),
  "articles/older.md": story("2024-04-02"),
};

/** Stories that readers find, by the volume that they are in. */
function listFound(site: Site, folder = "search"): Record<string, string[]> {
  const root = join(site.output, folder);
  const volumes = readdirSync(root).filter((name) => /^\d/.test(name));
  return Object.fromEntries(
    volumes.map((volume) => {
      const fragments = join(root, volume, "fragment");
      const found = readdirSync(fragments).map((name) => {
        const text = gunzipSync(readFileSync(join(fragments, name))).toString("utf8");
        return JSON.parse(text.slice("pagefind_dcd".length));
      });
      return [volume, found.map(({ url, content }) => `${url} ${content}`).sort()];
    }),
  );
}

/** Prints, and looks whether it is what a clean build prints; gives the kinds of search files that were printed. */
async function printAlike(site: Site, options: Parameters<typeof print>[1] = {}): Promise<string[]> {
  const { printed } = await print(site, options);
  assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site, options))), []);
  return printed.filter((url) => url.startsWith("/search/")).map((url) => url.split("/")[2] ?? "");
}

const indexes = suite("indexes of the search");

indexes("are one a year with the public stories of it, and one program for all", async () => {
  const site = makeSite({
    ...files,
    "articles/later.md": story("2026-05-01", { embargoedUntil: "2026-07-01" }),
    "articles/killed.md": story("2026-05-01", { standing: "killed" }),
  });
  await print(site);
  assert.equal(listFound(site), {
    2024: ["/news/2024/04/older/ Words."],
    2025: ["/news/2025/04/old/ Words."],
    2026: ["/news/2026/05/new/ Words."],
  });
  const names = [...readTree(join(site.output, "search")).keys()].map((name) =>
    name.replace(/(?<=[._])[0-9a-f]{7,}(?=\.)/, "*"),
  );
  assert.equal(
    [...new Set(names.filter((name) => !/^20\d\d/.test(name)))],
    [
      "index.html",
      "pagefind-1.6.0/fragment/en_*.pf_fragment",
      "pagefind-1.6.0/index/en_*.pf_index",
      "pagefind-1.6.0/pagefind-entry.json",
      "pagefind-1.6.0/pagefind-worker.js",
      "pagefind-1.6.0/pagefind.en_*.pf_meta",
      "pagefind-1.6.0/pagefind.js",
      "pagefind-1.6.0/wasm.en.pagefind",
    ],
  );
});

indexes("are made anew where one of their stories came, changed or went, and not otherwise", async () => {
  const site = makeSite(files);
  await print(site);
  assert.equal(await printAlike(site), []);
  put(site, { "articles/more.md": story("2026-05-02") });
  assert.equal(await printAlike(site), ["2026", ""]);
  put(site, { "articles/old.md": story("2025-04-02", { byline: "ann" }, "Other words.") });
  assert.equal(await printAlike(site), ["2025", ""]);
  assert.equal(listFound(site)["2025"], ["/news/2025/04/old/ Other words."]);
  // What nobody finds it by.
  put(site, { "articles/old.md": story("2025-04-02", { byline: "ann", kicker: "Now" }, "Other words.") });
  assert.equal(await printAlike(site), []);
  put(site, { "_data/contributors.json": '{ "ann": { "name": "Ann Alder" } }' });
  assert.equal(await printAlike(site), [""]);
  put(site, { "articles/older.md": undefined });
  assert.equal(await printAlike(site), [""]);
  assert.equal(Object.keys(listFound(site)), ["2025", "2026"]);
});

indexes("of a year close with the first story of the next, and open again where that goes", async () => {
  const many = Array.from({ length: 110 }, (_, at): [string, string] => [
    `articles/${at}.md`,
    story(`2025-${at % 2 ? "11" : "12"}-${String((at % 28) + 1).padStart(2, "0")}`),
  ]);
  const site = makeSite({ "_data/masthead.json": masthead, ...Object.fromEntries(many) });
  await print(site);
  assert.equal(Object.keys(listFound(site)), ["2025-11", "2025-12"]);
  put(site, { "articles/first.md": story("2026-01-01") });
  assert.equal(await printAlike(site), ["2025", "2026", ""]);
  assert.equal(Object.keys(listFound(site)), ["2025", "2026"]);
  put(site, { "articles/first.md": undefined });
  assert.equal(await printAlike(site), ["2025-11", "2025-12", ""]);
});

indexes("lose a story that is killed or expires, and get one that is due", async () => {
  const site = makeSite({
    ...files,
    "articles/old.md": story("2025-04-02", { expires: "2026-06-12" }),
    "articles/due.md": story("2025-04-03", { embargoedUntil: "2026-06-11" }),
  });
  await print(site, { now });
  await printAlike(site, { now: "2026-06-11T12:00:00Z" });
  assert.equal(listFound(site)["2026"], ["/news/2026/05/new/ Words.", "/news/2026/06/due/ Words."]);
  assert.ok(listFound(site)["2025"]);
  await printAlike(site, { now: "2026-06-13T12:00:00Z" });
  assert.not.ok(listFound(site)["2025"]);
  put(site, { "articles/new.md": story("2026-05-01", { standing: "killed" }) });
  await printAlike(site, { now: "2026-06-13T12:00:00Z" });
  assert.equal(listFound(site)["2026"], ["/news/2026/06/due/ Words."]);
});

indexes("hold of a live blog what is public of it", async () => {
  const update = (hour: number) =>
    `{% liveUpdate at: "2026-06-10T${hour}:00:00Z", headline: "At ${hour}" %}Words of ${hour}.{% endliveUpdate %}`;
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/live.md": story("2026-06-10", { genre: "live" }, `Blog.\n\n${update(16)}\n\n${update(10)}`),
  });
  await print(site);
  assert.match(String(listFound(site)["2026"]), /Blog\. At 10 Words of 10\.$/);
  await printAlike(site, { now: "2026-06-10T17:00:00Z" });
  assert.match(String(listFound(site)["2026"]), /Blog\. At 10 Words of 10\. At 16 Words of 16\.$/);
  await printAlike(site, { now: "2026-06-10T11:00:00Z" });
  assert.not.match(String(listFound(site)["2026"]), /16/);
});

indexes("are those of one language each, below its path", async () => {
  const site = makeSite({
    ...files,
    "_data/masthead.json": masthead.replace("}", ', "languages": ["fr"] }'),
    "articles/fr.md": story("2025-01-01", { language: "fr" }),
  });
  await print(site);
  assert.equal(Object.keys(listFound(site)), ["2024", "2025", "2026"]);
  assert.equal(listFound(site, "fr/search"), { 2025: ["/fr/news/2025/01/fr/ Words."] });
  assert.ok(existsSync(join(site.output, "search/pagefind-1.6.0/wasm.fr.pagefind")));
  put(site, { "_data/masthead.json": masthead });
  await printAlike(site);
  assert.is(listFound(site)["2025"]?.length, 2);
});

indexes("are not made, nor a page to search them, where they are switched off", async () => {
  const site = makeSite(files);
  await print(site);
  const off = { pages: { "search-page": false, "search-index": false } } as Parameters<typeof print>[1];
  await printAlike(site, off);
  assert.not(existsSync(join(site.output, "search")));
  const home = readFileSync(join(site.output, "index.html"), "utf8");
  assert.not.match(home, "/search/");
  put(site, { "articles/new.md": undefined });
  await print(site, off);
  await printAlike(site);
  assert.equal(Object.keys(listFound(site)), ["2024", "2025"]);
});

indexes.run();
