import { suite } from "uvu";
import * as assert from "uvu/assert";
import { someAtATime } from "../../src/kit/some-at-a-time.ts";

const pause = () => new Promise((resolve) => setTimeout(resolve));

const some = suite("some things at a time");
some("give what came of each, in their order, whichever ends first", async () => {
  let most = 0;
  let working = 0;
  const results = await someAtATime([3, 1, 2, 0], 2, async (thing, at) => {
    most = Math.max(most, ++working);
    for (let turn = 0; turn < thing; turn++) await pause();
    working--;
    return `${at}: ${thing}`;
  });
  assert.equal(results, ["0: 3", "1: 1", "2: 2", "3: 0"]);
  assert.is(most, 2);
});
some("end with the first that fails, when nothing is under way any more", async () => {
  const ended: number[] = [];
  const work = async (thing: number) => {
    if (thing === 1) throw new Error("no 1");
    await pause();
    ended.push(thing);
    if (thing === 0) throw new Error("no 0");
  };
  const failure = await someAtATime([0, 1, 2, 3, 4], 2, work).catch((error) => error.message);
  assert.is(failure, "no 1");
  assert.equal(ended, [0]);
  await pause();
  assert.equal(ended, [0]);
});
some.run();
