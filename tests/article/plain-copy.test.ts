import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readBody } from "../../src/article/body.ts";
import { copyOf, listRules, render, rules } from "./printing.ts";

const plain = { format: "plain" } as const;
const said = (words: string, attribution?: string) =>
  `<figure class="quote">\n<blockquote>\n<p>${words}</p>\n</blockquote>\n${attribution ? `<figcaption>${attribution}</figcaption>\n` : ""}</figure>`;

/** The words that HTML shows. */
function wordsOf(html: string): string[] {
  const text = html
    .replace(/<[^>]*>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
  return text.split(/\s+/).filter(Boolean);
}

const reads = suite("plain copy");

const shown: readonly (readonly [string, string, string])[] = [
  ["a line as a paragraph", "One.\n\nTwo.\nThree.", "<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>"],
  [
    "a short line without a full stop as a crosshead",
    "Harbour reopens\nOne.",
    '<h2 id="harbour-reopens">Harbour reopens</h2>\n<p>One.</p>',
  ],
  [
    "a short line in single marks as a crosshead",
    "'We waited all night'\nOne.",
    '<h2 id="we-waited-all-night">&#39;We waited all night&#39;</h2>\n<p>One.</p>',
  ],
  [
    "a long line without a full stop as a paragraph",
    `${"word ".repeat(20)}end\nOne.`,
    `<p>${"word ".repeat(20)}end</p>\n<p>One.</p>`,
  ],
  ["a short last line as a paragraph", "One.\nAda Byrne", "<p>One.</p>\n<p>Ada Byrne</p>"],
  ["words and who said them", '"It sails," she said.', said("&quot;It sails,&quot;", "she said.")],
  ["marks that do not match", '"It sails,” she said.', said("&quot;It sails,”", "she said.")],
  ["words alone", "“It sails.”", said("“It sails.”")],
  ["words that are not closed", "“It sails.", said("“It sails.")],
  ["words in single marks", "'It's late,' he said.", said("&#39;It&#39;s late,&#39;", "he said.")],
  [
    "words that go on",
    '"It sails," she said. "Today."',
    '<div class="quote"><blockquote><p>&quot;It sails,&quot;</p>\n</blockquote>\n<p class="attribution">she said.</p>\n<blockquote><p>&quot;Today.&quot;</p>\n</blockquote>\n</div>',
  ],
  [
    "a title in marks as a paragraph",
    '"Ferry" is a word that many use.',
    "<p>&quot;Ferry&quot; is a word that many use.</p>",
  ],
  [
    "an apostrophe as a paragraph",
    "'Tis late, and nobody said a word.",
    "<p>&#39;Tis late, and nobody said a word.</p>",
  ],
  [
    "a link to a story that is not known as text",
    "READ MORE\n\nThe ferry stays",
    '<p class="related-link">The ferry stays</p>',
  ],
  [
    "markup as text",
    "<b>a</b> *b* {% quote %} {{ c }} [d](/e/).",
    "<p>&lt;b&gt;a&lt;/b&gt; *b* {% quote %} {{ c }} [d](/e/).</p>",
  ],
  ["no button's label", "One.\nShare\n", "<p>One.</p>"],
];
for (const [name, text, expected] of shown) {
  reads(`shows ${name}`, () => assert.is(render(text, plain), expected));
}

reads("links a story by its headline", () => {
  const reading = readBody(copyOf("One.\nREAD MORE\n\nferry-returns\nTwo.", "plain"), rules);
  assert.equal(reading.mentions, [{ file: "a.md", line: 8, column: 1, to: "ferry-returns" }]);
  assert.match(
    render("READ MORE\n\nferry-returns", plain),
    /href="\/paper\/transport\/ferry-returns\/">ferry-returns</,
  );
});

reads("tells of template code and of labels left over", () => {
  assert.equal(listRules("One {{ a }}.\nShare", plain), ["5:5 template-code", "6:1 share-label"]);
});

reads("lists its crossheads as anchors", () => {
  assert.equal(readBody(copyOf("Head\nOne.\nHead\nTwo.", "plain"), rules).anchors, ["head", "head-2"]);
});

reads.run();

const delivered = suite("copy as it arrives");

const folder = resolve(import.meta.dirname, "../../../shared/copy");
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];
if (files.length === 0) console.log("! ../shared/copy is not there: nothing is said of copy as it arrives.");

delivered("keeps every word in its order, and finds crossheads and links", () => {
  for (const name of files) {
    const text = readFileSync(resolve(folder, name), "utf8");
    const reading = readBody(copyOf(text, "plain"), rules);
    assert.equal(
      reading.problems.map(({ rule }) => rule),
      ["share-label"],
    );
    assert.is(reading.anchors.length, 3);
    assert.is(reading.mentions.length, 2);
    const words = text
      .replace(/^(?:READ MORE|Share)$/gm, "")
      .split(/\s+/)
      .filter(Boolean);
    assert.equal(wordsOf(render(text, plain)), words);
  }
});

delivered.run();
