import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { makeFonts } from "./subset-fonts.ts";

const fonts = suite("the theme's fonts");
const theme = join(import.meta.dirname, "../../_includes/broadsheet");

fonts("are what the packages give now, and so is what the stylesheet says of them", async () => {
  const { files, css } = await makeFonts();
  assert.is(readFileSync(join(theme, "styles/fonts.css"), "utf8"), css, "run `npm run fonts`");
  const lying = readdirSync(join(theme, "fonts")).filter((name) => name.endsWith(".woff2"));
  assert.equal(lying.sort(), [...files.keys()].sort());
  for (const [name, bytes] of files)
    assert.ok(Buffer.from(bytes).equals(readFileSync(join(theme, "fonts", name))), name);
});

fonts("that a page in a Latin script begins with weigh 60 kB at most", () => {
  const bytes = ["serif-latin.woff2", "sans-latin.woff2"].map(
    (name) => readFileSync(join(theme, "fonts", name)).length,
  );
  const sum = bytes.reduce((a, b) => a + b);
  console.log(`# fonts of a page in a Latin script: ${sum} bytes`);
  assert.ok(sum <= 60_000, String(sum));
});

fonts.run();
