import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareTrees, readTree } from "../output-tree.ts";
import { pngOf } from "../pictures.ts";
import { copyOf, type Files, makeSite, masthead, print, printClean, put } from "../site.ts";

/** Uses of every kind of file by blocks; `{name}` is the name that the files have. */
const uses = [
  '{% video "/media/{name}.mp4", "A", poster: "/media/{name}.jpg", captions: "/media/{name}.vtt", transcript: "/media/{name}.txt" %}',
  '{% audio "/media/{name}.mp3", "B", transcript: "/media/{name}.html" %}',
  '{% document "/media/{name}.pdf", "C" %}',
  "{% gallery %}\n![D](/media/{name}.png)\n{% endgallery %}",
].join("\n\n");
const endings = ["mp4", "jpg", "vtt", "txt", "mp3", "html", "pdf", "png"];

const story = (name: string, date = "date: 2026-05-09") =>
  copyOf({ headline: name, section: "news" }, uses.replaceAll("{name}", name)).replace(
    "\n---",
    `\n${date}\n---`,
  );
const filesOf = (name: string): Files =>
  Object.fromEntries(
    endings.map((ending) => [
      `media/${name}.${ending}`,
      /jpg|png/.test(ending) ? pngOf(8, 20) : `a ${ending}, of a kind`,
    ]),
  );

const files = suite("files that blocks show");

files("are copied where a public story shows them, and only there", async () => {
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/open.md": story("open"),
    "articles/secret.md": story("secret", "embargoedUntil: 2026-07-01T06:00Z"),
    ...filesOf("open"),
    ...filesOf("secret"),
  });
  const { problems } = await print(site);
  assert.equal(problems, []);
  const has = (name: string, ending: string) => existsSync(join(site.output, `media/${name}.${ending}`));
  assert.equal(
    endings.filter((ending) => has("open", ending)),
    endings,
  );
  assert.equal(
    endings.filter((ending) => has("secret", ending)),
    [],
  );
  await print(site, { now: "2026-07-02T12:00:00Z" });
  assert.equal(
    endings.filter((ending) => has("secret", ending)),
    endings,
  );
});

files("are told where they are not there", async () => {
  const site = makeSite({ "_data/masthead.json": masthead, "articles/open.md": story("open") });
  const { problems } = await print(site);
  assert.equal(
    problems.map(({ rule, message }) => `${rule} ${message}`).sort(),
    endings.map((ending) => `picture-missing /media/open.${ending} is not in the media folder.`).sort(),
  );
});

files("are printed with their size, and again when it is another", async () => {
  const site = makeSite({
    "_data/masthead.json": masthead.replace(".example/", ".example/paper/"),
    "articles/open.md": story("open"),
    ...filesOf("open"),
  });
  await print(site);
  const page = join(site.output, "news/2026/05/open/index.html");
  const shown = () => /\(PDF, ([^)]*)\)/.exec(readFileSync(page, "utf8"))?.[1]?.replace(/\s/, " ");
  assert.is(shown(), "1 kB");
  put(site, { "media/open.pdf": "a".repeat(48_200) });
  const { printed } = await print(site);
  assert.equal([...printed].sort(), ["/media/open.pdf", "/news/2026/05/open/"]);
  assert.is(shown(), "48 kB");
  assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
});

files.run();
