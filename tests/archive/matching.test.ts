import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { matchLines } from "../../src/archive/matching.ts";

const matching = suite("matchLines");

matching("finds each line where it was, and what is gone", () => {
  const lists = fc.uniqueArray(fc.constantFrom(..."abcdefghij"), { maxLength: 10 });
  fc.assert(
    fc.property(lists, lists, (former, present) => {
      const { first, last, placeOf, gone } = matchLines(former, present);
      for (const [at, line] of present.entries()) {
        const place = former.indexOf(line);
        assert.is(placeOf(at), place < 0 ? undefined : place);
      }
      assert.equal(
        gone,
        former.filter((line) => !present.includes(line)),
      );
      assert.equal(former.slice(0, first), present.slice(0, first));
      assert.equal(former.slice(former.length - last), present.slice(present.length - last));
      assert.ok(first + last <= Math.min(former.length, present.length));
    }),
    { numRuns: 5000 },
  );
});

for (const [what, former, present, ends] of [
  ["a line more", "abc", "abxc", [2, 1]],
  ["a line less", "abc", "ac", [1, 1]],
  ["another line", "abc", "axc", [1, 1]],
  ["nothing before", "", "abc", [0, 0]],
  ["nothing now", "abc", "", [0, 0]],
  ["no change", "abc", "abc", [3, 0]],
] as const)
  matching(`looks up only what lies between: ${what}`, () => {
    const { first, last } = matchLines([...former], [...present]);
    assert.equal([first, last], ends);
  });

matching.run();
