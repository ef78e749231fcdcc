import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";

const folder = resolve(import.meta.dirname, "../../_includes/broadsheet");
const file = join(folder, "styles/tones.css");

const steps = [0, 85, 170, 255];
/** How much of a tone's colour is left: a step is wide, and a bright green is far from a pale sea. */
const saturation = 0.45;
const rules = steps.flatMap((red, r) =>
  steps.flatMap((green, g) =>
    steps.map((blue, b) => `.tone-${r}${g}${b} {\n  background-color: ${paler([red, green, blue])};\n}\n`),
  ),
);
const text = [
  "/* What stands in a picture's place until it is there: its most frequent colour, each channel in four steps, and paler. */",
  rules.join("\n"),
].join("\n");

const tones = suite("the tones of pictures");

tones("are 64 rules of the stylesheet (UPDATE=1 writes them)", () => {
  if (process.env.UPDATE) writeFileSync(file, text);
  assert.is(rules.length, 64);
  assert.fixture(readFileSync(file, "utf8"), text);
});

tones("are part of the stylesheet", () => {
  assert.match(readFileSync(join(folder, "broadsheet.css"), "utf8"), '@import "styles/tones.css";');
});

tones.run();

/** A colour as `#abc`, of the same lightness. */
function paler(channels: readonly [number, number, number]): string {
  const [red, green, blue] = channels;
  const grey = 0.3 * red + 0.59 * green + 0.11 * blue;
  return `#${channels.map((each) => Math.round((grey + saturation * (each - grey)) / 17).toString(16)).join("")}`;
}
