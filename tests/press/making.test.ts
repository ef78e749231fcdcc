import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { PageKind } from "../../src/edition/page.ts";
import { compareTrees, readTree } from "../output-tree.ts";
import { makeSite, masthead, print, put, type Site } from "../site.ts";

const making = suite("pages made of bytes");

/** A page of a section in files of its own: one a headline, and one that counts them. */
const headlines: PageKind<readonly string[]> = {
  name: "headlines",
  pagesShowing: ({ section }) => [section],
  url: (section) => `/lines/${section}/count.txt`,
  slice: (section, newsroom) => {
    const stories = newsroom.latest({ section });
    return stories.length > 0 ? stories.map(({ headline }) => headline) : undefined;
  },
  make: async (lines, url, { kept }) => {
    const files = new Map([[url, Buffer.from(`${lines.length}\n`)]] as [string, Uint8Array][]);
    for (const line of lines)
      files.set(
        url.replace("count.txt", `${line.toLowerCase()}.bin`),
        await kept(`line ${line}`, async () => {
          calls.push(line);
          return Buffer.from([0xff, 0x00, ...Buffer.from(line)]);
        }),
      );
    return files;
  },
};

let calls: string[] = [];
const options = { pages: { headlines } } as Parameters<typeof print>[1];

const story = (headline: string, section = "news") =>
  `---\nheadline: ${headline}\nsection: ${section}\npublished: 2026-06-01T08:00:00Z\n---\nWords.\n`;

const start = () => {
  calls = [];
  return makeSite({
    "_data/masthead.json": masthead,
    "articles/a.md": story("Ferry"),
    "articles/b.md": story("Gale"),
  });
};

const fileOf = (site: Site, path: string) => join(site.output, "lines/news", path);

making("are written with all their files, and made once a name", async () => {
  const site = start();
  await print(site, options);
  assert.is(readFileSync(fileOf(site, "count.txt"), "utf8"), "2\n");
  assert.equal([...readFileSync(fileOf(site, "gale.bin"))].slice(0, 3), [255, 0, 71]);
  assert.equal(calls.sort(), ["Ferry", "Gale"]);
  put(site, { "articles/c.md": story("Tide") });
  await print(site, options);
  assert.equal(calls.sort(), ["Ferry", "Gale", "Tide"]);
});

making("leave files that did not change as they lie, and lose those that are no more", async () => {
  const site = start();
  await print(site, options);
  utimesSync(fileOf(site, "gale.bin"), 1, 1);
  put(site, { "articles/a.md": undefined });
  const { removed } = await print(site, options);
  assert.is(statSync(fileOf(site, "gale.bin")).mtimeMs, 1000);
  assert.not(existsSync(fileOf(site, "ferry.bin")));
  assert.ok(removed.includes("/lines/news/ferry.bin"));
  put(site, { "articles/b.md": story("Gale", "weather") });
  await print(site, options);
  assert.not(existsSync(join(site.output, "lines/news")));
  assert.is(readFileSync(join(site.output, "lines/weather/gale.bin")).length, 6);
});

making("are what a clean build makes, also where the kind goes, or the output was another's", async () => {
  const site = start();
  await print(site, options);
  put(site, { "articles/a.md": story("Fog") });
  await print(site, options);
  const clean = { ...site, output: join(site.root, "clean"), cache: join(site.root, "clean-cache") };
  await print(clean, options);
  assert.equal(compareTrees(readTree(site.output), readTree(clean.output)), []);
  put(site, { "articles/b.md": undefined });
  await print(site, options);
  await print({ ...site, output: clean.output }, options);
  assert.equal(compareTrees(readTree(site.output), readTree(clean.output)), []);
  await print(site);
  assert.not(existsSync(join(site.output, "lines")));
});

making("that made other files before they were killed leave none of them", async () => {
  const site = start();
  await print(site, options);
  put(site, { "articles/c.md": story("Half") });
  // A file without bytes ends the edition between two files of a page.
  const failing: PageKind<readonly string[]> = {
    ...headlines,
    make: async (slice, url, given) => {
      const files = await headlines.make?.(slice, url, given);
      return new Map([...(files ?? []), ["/lines/news/none.bin", undefined as unknown as Uint8Array]]);
    },
  };
  const died = await print(site, { pages: { headlines: failing } } as typeof options).then(
    () => false,
    () => true,
  );
  assert.ok(died);
  assert.ok(existsSync(fileOf(site, "half.bin")));
  put(site, { "articles/c.md": undefined });
  await print(site, options);
  assert.not(existsSync(fileOf(site, "half.bin")));
});

making("that a machine left unreadable in the journal are printed again, with all else", async () => {
  const site = start();
  await print(site, options);
  const folder = join(site.output, ".broadsheet");
  const { edition } = JSON.parse(readFileSync(join(folder, "edition.json"), "utf8"));
  const printing = { attempt: 1, token: "" };
  writeFileSync(join(folder, "edition.json"), JSON.stringify({ edition, printing }));
  writeFileSync(join(folder, "begun.json"), "[]");
  writeFileSync(join(folder, "begun-files.jsonl"), `${"\0".repeat(40)}\n["headlines"\n`);
  rmSync(fileOf(site, "gale.bin"));
  await print(site, options);
  assert.ok(existsSync(fileOf(site, "gale.bin")));
});

making("are made again where what was kept is not what was made", async () => {
  const given = process.env.BROADSHEET_MADE;
  delete process.env.BROADSHEET_MADE;
  try {
    const site = start();
    await print(site, options);
    const kept = join(site.cache, "made");
    for (const name of readdirSync(kept, { recursive: true, encoding: "utf8" })) {
      const file = join(kept, name);
      if (statSync(file).isFile()) writeFileSync(file, Buffer.alloc(statSync(file).size));
    }
    rmSync(site.output, { recursive: true });
    await print(site, options);
    assert.equal([...readFileSync(fileOf(site, "gale.bin"))].slice(0, 3), [255, 0, 71]);
    assert.equal(calls.sort(), ["Ferry", "Ferry", "Gale", "Gale"]);
  } finally {
    if (given !== undefined) process.env.BROADSHEET_MADE = given;
  }
});

making.run();
