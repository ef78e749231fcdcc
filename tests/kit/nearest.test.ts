import { suite } from "uvu";
import * as assert from "uvu/assert";
import { nearestName } from "../../src/kit/nearest.ts";

const nearest = suite("nearestName");

const known = ["quote", "relatedLink", "figure"];
const cases: readonly (readonly [string, string | undefined])[] = [
  ["quot", "quote"],
  ["qoute", "quote"],
  ["relatedlink", "relatedLink"],
  ["related", undefined],
  ["embed", undefined],
  ["", undefined],
];
for (const [name, expected] of cases) {
  nearest(`finds ${expected ?? "none"} for ${JSON.stringify(name)}`, () =>
    assert.is(nearestName(name, known), expected),
  );
}

nearest.run();
