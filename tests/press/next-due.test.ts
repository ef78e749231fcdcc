import { suite } from "uvu";
import * as assert from "uvu/assert";
import { copyOf, makeSite, masthead, print } from "../site.ts";

const story = copyOf({ headline: "A story", published: "2026-05-01" });

const due = suite("the next edition");
/** The date in the masthead, the moment of the edition, and when the next is due. Ireland is an hour ahead of UTC then. */
const moments: readonly (readonly [string, string, string | undefined])[] = [
  ["2026-07-01", "2026-06-10T12:00:00Z", "2026-07-01T00:00:00+01:00"],
  ["2026-07-01", "2026-06-30T22:59:59Z", "2026-07-01T00:00:00+01:00"],
  ["2026-07-01", "2026-06-30T23:00:00Z", undefined],
];
for (const [expires, now, expected] of moments) {
  due(`is due ${expected ?? "never"} at ${now}, where security.txt expires on ${expires}`, async () => {
    const security = { contact: "desk@test.example", expires };
    const site = makeSite({
      "_data/masthead.json": JSON.stringify({ ...JSON.parse(masthead), security }),
      "articles/a.md": story,
    });
    const { nextDue, problems } = await print(site, { now });
    assert.equal(nextDue, expected && { at: expected, why: "security.txt expires" });
    const isTold = problems.some(({ rule }) => rule === "security-expired");
    assert.is(isTold, expected === undefined);
  });
}
due.run();
