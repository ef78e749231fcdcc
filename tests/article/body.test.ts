import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readBody, renderBody } from "../../src/article/body.ts";
import { copyOf, listRules, printer, render, rules } from "./printing.ts";

const renders = suite("renderBody");

const shown: readonly (readonly [string, string, string])[] = [
  ["paragraphs", "One *two*.\n\nThree.", "<p>One <em>two</em>.</p>\n<p>Three.</p>"],
  ["the first crosshead as an h2", "### A", '<h2 id="a">A</h2>'],
  ["crossheads without a skipped level", "# A\n\n#### B", '<h2 id="a">A</h2>\n<h3 id="b">B</h3>'],
  ["two crossheads of one text apart", "# A\n\n# A", '<h2 id="a">A</h2>\n<h2 id="a-2">A</h2>'],
  ["an id that the theme uses numbered", "# Related", '<h2 id="related-2">Related</h2>'],
  ["a crosshead that begins with a digit", "# 10 facts", '<h2 id="part-10-facts">10 facts</h2>'],
  ["a path of this site where it is mounted", "[a](/b/)", '<p><a href="/paper/b/">a</a></p>'],
  ["an anchor as it is", "[a](#b)", '<p><a href="#b">a</a></p>'],
  [
    "another host without a scheme as https",
    "[a](//b.example/)",
    '<p><a href="https://b.example/">a</a></p>',
  ],
  ["the words of an unsafe link", "[words](javascript:alert(1))", "<p>words</p>"],
  [
    "a picture with its size",
    "![A ferry](/media/ferry.jpg)",
    '<p><img src="/paper/media/ferry.jpg" alt="A ferry" width="800" height="600" loading="lazy" decoding="async"></p>',
  ],
  ["code as it stands", "`{% quote %} {{ a }}`", "<p><code>{% quote %} {{ a }}</code></p>"],
  [
    "a fence's language",
    "```js\n{% quote %}\n```",
    '<pre><code class="language-js">{% quote %}\n</code></pre>',
  ],
  ["template code as text", "{{ 7*7 }} {# a #}", "<p>{{ 7*7 }} {# a #}</p>"],
  [
    "a telephone number in one piece",
    "[01 55-00](tel:015500)",
    '<p><a href="tel:015500">01\u00a055\u201100</a></p>',
  ],
  [
    "header cells with what they head",
    "|a|\n|-|\n|b|",
    '<table><thead><tr><th scope="col">a</th>\n</tr>\n</thead>\n<tbody><tr><td>b</td>\n</tr>\n</tbody>\n</table>',
  ],
  [
    "how a column is aligned, by a class",
    "|a|b|c|\n|:-|:-:|-:|\n|1|2|3|",
    '<table><thead><tr><th scope="col">a</th>\n<th class="centred" scope="col">b</th>\n<th class="number" scope="col">c</th>\n</tr>\n</thead>\n<tbody><tr><td>1</td>\n<td class="centred">2</td>\n<td class="number">3</td>\n</tr>\n</tbody>\n</table>',
  ],
];
for (const [name, text, expected] of shown) {
  renders(`shows ${name}`, () => assert.is(render(text), expected));
}

renders("prints the same twice", () => {
  const copy = copyOf("# A\n\n<b>b\n\n{% figure '/media/ferry.jpg' %}");
  assert.is(renderBody(copy, rules, printer), renderBody(copy, rules, printer));
});

renders.run();

const reads = suite("readBody");

reads("lists links, mentions, anchors and pictures with their places", () => {
  const text =
    'See [a](/b/)\n> and [c](#d).\n\n# Head\n\n![e](/f.jpg) ![e](/f.jpg)\n\n{% relatedLink "ferry-returns" %}';
  const reading = readBody(copyOf(text), rules);
  assert.equal(reading.problems, []);
  assert.equal(reading.links, [
    { file: "a.md", line: 5, column: 5, to: "/b/" },
    { file: "a.md", line: 6, column: 7, to: "#d" },
  ]);
  assert.equal(reading.mentions, [{ file: "a.md", line: 12, column: 1, to: "ferry-returns" }]);
  assert.equal(reading.anchors, ["head"]);
  assert.equal(reading.media, [{ file: "a.md", line: 10, column: 1, to: "/f.jpg" }]);
});

reads("counts words, and characters where scripts set no spaces", () => {
  assert.is(readBody(copyOf("One – two, *three*.\n\n- 4"), rules).wordCount, 4);
  assert.is(readBody(copyOf("渡轮 returns"), rules).wordCount, 3);
  const blocks = '# Head\n\nOne **two** <b>three</b>.\n\n{% quote "Ada", "master" %}\nFour.\n{% endquote %}';
  assert.is(readBody(copyOf(blocks), rules).wordCount, 7);
});

const told: readonly (readonly [string, string, readonly string[]])[] = [
  ["an unsafe link", "a\nb [c](javascript:x)", ["6:3 link-unsafe"]],
  ["a picture without text", "![](/a.jpg)", ["5:1 image-alt"]],
  ["template code, not within code", "a {{ b }} `{{ c }}`\n\n    {{ d }}", ["5:3 template-code"]],
  ["lists nested too deep", `${"- ".repeat(200)}x`, ["5:1 nesting-depth"]],
];
for (const [name, text, expected] of told) {
  reads(`tells of ${name}`, () => assert.equal(listRules(text), expected));
}

reads("tells of one rule 200 times at most", () => {
  assert.is(listRules("{{ a }}\n\n".repeat(1_000)).length, 200);
});

reads.run();
