import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Colour, contrast, legible, parseColour, renderColour } from "../../src/kit/colour.ts";

const reading = suite("parseColour");
for (const [text, colour] of [
  ["#0a5c8f", [10, 92, 143]],
  ["#FFF", [255, 255, 255]],
  ["#12", undefined],
  ["red", undefined],
  ["#0a5c8f; } body { display: none", undefined],
] as const)
  reading(`reads ${text}`, () => assert.equal(parseColour(text), colour));
reading.run();

const writing = suite("renderColour");
writing("writes what was read", () => assert.is(renderColour([10, 92, 143]), "#0a5c8f"));
writing.run();

const white: Colour = [255, 255, 255];
const black: Colour = [0, 0, 0];

const telling = suite("contrast");
telling("is that of WCAG, whichever comes first", () => {
  assert.is(contrast(white, black), 21);
  assert.is(contrast(black, white), 21);
  assert.is(contrast([119, 119, 119], white).toFixed(2), "4.48");
});
telling.run();

const reaching = suite("legible");
reaching("leaves a colour that can be read", () => {
  assert.equal(legible([156, 28, 31], "dark", [white], 4.5), [156, 28, 31]);
});
reaching("darkens one that cannot, no more than it must", () => {
  const read = legible([255, 213, 0], "dark", [white], 4.5);
  assert.ok(contrast(read, white) >= 4.5);
  assert.ok(contrast(read, white) < 4.7, String(contrast(read, white)));
});
reaching("lightens one for a dark paper, and keeps its hue", () => {
  const [red, green, blue] = legible([156, 28, 31], "light", [black], 6);
  assert.ok(red > 220 && green < 120 && blue < 120, `${red} ${green} ${blue}`);
});
reaching("ends in black where nothing else helps", () => {
  assert.equal(legible(white, "dark", [white, [128, 128, 128]], 9), black);
});
reaching.run();
