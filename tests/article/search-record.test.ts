import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Article } from "../../src/article/article.ts";
import { searchHashOf, searchRecordOf } from "../../src/article/search-record.ts";
import { articleOf } from "../pages/newsroom.ts";

const records = suite("what a search finds a story by");

const ferry = articleOf({
  standfirst: "It is back.",
  topics: [{ slug: "ferries", name: "Ferries" }],
  byline: [
    { slug: "maura-t", name: "Maura T.", role: "by" },
    { slug: "maura-t", name: "Maura T.", role: "photographs" },
  ],
  publishedAt: "2031-05-09T06:00:00+01:00",
});

records("are its words, and names as its copy has them", () => {
  assert.equal(searchRecordOf(ferry, "The ferry\n\nhas  docked.\n"), {
    url: "/news/2031/05/ferry-returns/",
    headline: "The ferry returns",
    names: "Ferries, Maura T., maura t",
    text: "It is back. The ferry has docked.",
    section: "news",
    contributors: ["maura-t"],
    genre: "report",
    language: "en-IE",
    at: "2031-05-09T05:00:00.000Z",
    date: "2031-05-09",
  });
});

records("are headline and standfirst alone of a story that is sold", () => {
  assert.is(searchRecordOf({ ...ferry, access: "paid" }, "Words.").text, "It is back.");
  assert.is(searchRecordOf({ ...ferry, access: "metered" }, "Words.").text, "It is back. Words.");
});

records("have a hash that changes with what is found or shown, and with nothing else", () => {
  const hash = searchHashOf(ferry, "Words.");
  const others: readonly Partial<Article>[] = [
    { headline: "Ferry" },
    { standfirst: "Other." },
    { section: "sport" },
    { genre: "opinion" },
    { topics: [] },
    { byline: [] },
    { publishedAt: "2031-05-09T06:01:00+01:00" },
    { url: "/elsewhere/" },
    { language: "fr" },
  ];
  for (const other of others) assert.is.not(searchHashOf({ ...ferry, ...other }, "Words."), hash);
  assert.is.not(searchHashOf(ferry, "Other words."), hash);
  const same: readonly Partial<Article>[] = [
    { kicker: "Harbour" },
    { updatedAt: "2031-05-10T06:00:00+01:00" },
  ];
  for (const other of same) assert.is(searchHashOf({ ...ferry, ...other }, "Words."), hash);
});

records.run();
