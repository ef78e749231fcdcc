import { suite } from "uvu";
import * as assert from "uvu/assert";
import { keywordsOf } from "../../src/article/keywords.ts";

const keywords = suite("keywords");

for (const [what, headline, standfirst, expected] of [
  ["short and common words are none", "The ferry is on her way after a year", undefined, ["ferry"]],
  ["each counts once, by its first six letters", "Islands and islanders", "An island", ["island"]],
  ["accents and capitals do not count", "ÉCOLE école", "L'école", ["ecole"]],
  ["those of the standfirst come last", "Silt", "Dredging stops", ["silt", "dredgi", "stops"]],
  ["German", "Der Hafen wird nach dem Sturm wieder geöffnet", undefined, ["hafen", "sturm", "geoffn"]],
  ["Ukrainian", "Порт відкрився після бурі", undefined, ["порт", "відкри", "бурі"]],
  ["Arabic, without its vowel signs", "مَخْبَز على الرصيف", undefined, ["مخبز", "الرصيف"]],
  ["Hebrew", "המעבורת חזרה לנמל אחרי שנתיים", undefined, ["המעבור", "חזרה", "לנמל", "שנתיים"]],
] as const) {
  keywords(what, () => {
    assert.equal([...keywordsOf({ headline, ...(standfirst && { standfirst }) }).keys()].slice(0, 4), [
      ...expected,
    ]);
  });
}

keywords("are 20 at most, and shown whole", () => {
  const headline = Array.from({ length: 30 }, (_, at) => `${"abcdefghijklmnopqrstuvwxyzäöüß"[at]}xyz`).join(
    " ",
  );
  assert.is(keywordsOf({ headline }).size, 20);
  assert.equal([...keywordsOf({ headline: "Dredging" }).values()], ["dredging"]);
});

keywords.run();
