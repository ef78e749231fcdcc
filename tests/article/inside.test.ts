import { suite } from "uvu";
import * as assert from "uvu/assert";
import { listItems, listPictures, listRows } from "../../src/article/blocks/inside.ts";

const inside = suite("what stands inside a block");

inside("the items of its lists, as HTML", () => {
  const html =
    "<ul>\n<li>A <b>b</b> &amp; &lt;c></li>\n<li><p>D</p>\n<ul><li>E</li></ul></li></ul>\n<ol><li>F</li></ol>";
  assert.equal(listItems(html), {
    parts: ["A <b>b</b> &amp; &lt;c&gt;", "<p>D</p>\n<ul><li>E</li></ul>", "F"],
    others: "",
  });
  assert.equal(listItems("<p>A</p><ul><li>b</li></ul>\nc").others, "A c");
});

inside("the rows of its first table, with their cells", () => {
  const html =
    '<table><thead><tr><th scope="col">A</th><th>B</th></tr></thead><tbody><tr><td colspan="2"><a href="/x/?a&amp;b">1</a></td></tr></tbody></table><table><tr><td>other</td></tr></table>';
  assert.equal(listRows(html), {
    parts: [
      [
        { html: "A", text: "A" },
        { html: "B", text: "B" },
      ],
      [{ html: '<a href="/x/?a&amp;b">1</a>', text: "1", colspan: "2" }],
    ],
    others: "other",
  });
});

const pictures: readonly (readonly [string, string, readonly (readonly [string, string])[], string])[] = [
  ["alone", '<p><img src="/a" alt=""></p>', [['<img src="/a" alt="">', ""]], ""],
  [
    "with words after each",
    '<p><img src="/a" alt="a"> One <em>x</em>\n<img src="/b" alt="b"> Two</p>',
    [
      ['<img src="/a" alt="a">', "One <em>x</em>"],
      ['<img src="/b" alt="b">', "Two"],
    ],
    "",
  ],
  [
    "by their title",
    '<p><img src="/a" alt="a" title="T &amp; U"></p>',
    [['<img src="/a" alt="a">', "T &amp; U"]],
    "",
  ],
  [
    "in a list",
    '<ul><li><p><img src="/a" alt="a"></p><p>One</p></li><li><img src="/b" alt="b"></li></ul>',
    [
      ['<img src="/a" alt="a">', "One"],
      ['<img src="/b" alt="b">', ""],
    ],
    "",
  ],
  [
    "in a figure",
    '<figure class="figure"><img src="/a" alt="a"><figcaption>One <b>x</b></figcaption></figure>',
    [['<img src="/a" alt="a">', "One <b>x</b>"]],
    "",
  ],
  [
    "in a link",
    '<p><a href="/x"><img src="/a" alt="a"></a> One</p>',
    [['<a href="/x"><img src="/a" alt="a"></a>', "One"]],
    "",
  ],
  [
    "beside words that are no caption",
    '<p>Before <img src="/a" alt="a"> One</p><p>After</p>',
    [['<img src="/a" alt="a">', "One"]],
    "Before After",
  ],
];
for (const [name, html, parts, others] of pictures) {
  inside(`pictures ${name}`, () => {
    assert.equal(listPictures(html), {
      parts: parts.map(([picture, caption]) => ({ picture, caption })),
      others,
    });
  });
}

inside.run();
