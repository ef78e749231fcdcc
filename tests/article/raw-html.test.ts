import { suite } from "uvu";
import * as assert from "uvu/assert";
import { listRules, render } from "./printing.ts";

const mended = suite("HTML in Markdown copy");

const shown: readonly (readonly [string, string, string])[] = [
  [
    "what an article may hold",
    "a <b>b</b> <abbr title='c'>d</abbr>",
    '<p>a <b>b</b> <abbr title="c">d</abbr></p>',
  ],
  ["Markdown between it", "<div>\n\n*a*\n\n</div>", "<p><em>a</em></p>"],
  [
    "what is open until its block ends",
    "{% quote %}\n<b>a\n{% endquote %}\n\nb",
    '<figure class="quote">\n<blockquote>\n<p><b>a</b></p>\n</blockquote>\n</figure>\n<p>b</p>',
  ],
  [
    "crossheads in their order",
    "<h1>A</h1>\n\n# B\n\n<h5>C</h5>",
    '<h2 id="a">A</h2>\n<h2 id="b">B</h2>\n<h3 id="c">C</h3>',
  ],
  [
    "ids that are new and valid",
    '<p id="a">b</p><p id="a">c</p><p id="1">d</p><p id="top">e</p>',
    '<p id="a">b</p>\n<p>c</p>\n<p>d</p>\n<p>e</p>',
  ],
  ["a crosshead's own id", '<h2 id="own">A</h2>', '<h2 id="own">A</h2>'],
  ["what centres and fonts hold", "<center><font size=7>a</font></center>", "<p>a</p>"],
  ["no attributes of looks or scripts", '<p style="a" class="b" onclick="c" align="d">e</p>', "<p>e</p>"],
  ["items of lists", "<ul>a<li>b</ul>", "<ul><li>a</li>\n<li>b</li>\n</ul>"],
  ["items without a list as paragraphs", "<li>a</li>", "<p>a</p>"],
  ["a sound definition list", "<dl><dt>a<dd>b</dl>", "<dl><dt>a</dt>\n<dd>b</dd>\n</dl>"],
  ["an unsound definition list as a list", "<dl><dd>b</dl>", "<ul><li>b</li>\n</ul>"],
  [
    "a table with its head's scope",
    "<table><tr><th>a<td>b</table>",
    '<table><tbody><tr><th scope="row">a</th>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
  ],
  [
    "a figure's caption once, at its end",
    "<figure>\n\n![a](/b)\n\n<figcaption>c</figcaption>\n</figure>",
    '<figure><p><img src="/paper/b" alt="a" loading="lazy" decoding="async"></p>\n<figcaption>c</figcaption>\n</figure>',
  ],
  ["a caption without a figure as a paragraph", "<figcaption>a</figcaption>", "<p>a</p>"],
  [
    "a quotation out of a paragraph",
    "<p>a<blockquote>b</blockquote>",
    "<p>a</p>\n<blockquote><p>b</p>\n</blockquote>",
  ],
  ["blocks out of words", "<span lang=fr><p>a</p></span>", "<p>a</p>"],
  ["a link around a block within it", '<a href="/a/"><p>b</p></a>', '<p><a href="/paper/a/">b</a></p>'],
  ["no empty paragraph", "<p></p><p> <br> </p>a", "<p>a</p>"],
  [
    "a picture's link by name",
    '<a href="https://a.example/b"><img src="/c" alt=""></a>',
    '<p><a href="https://a.example/b"><img src="/paper/c" alt="a.example/b" loading="lazy" decoding="async"></a></p>',
  ],
  ["no empty link", 'a <a href="/b/"></a>', "<p>a</p>"],
  ["no link of which nothing is left", 'a <a href="/b/">{% quote "c" %}d{% endquote %}</a>', "<p>a</p>"],
  ["words after a script that is not closed", "a <script> b", "<p>a b</p>"],
  ["words after a comment that is not closed", "a <!-- b", "<p>a &lt;!-- b</p>"],
  ["no comments", "a<!-- b -->", "<p>a</p>"],
  ["placeholders that copy holds as comments", "<!----> <p>a</p><!-- block 0 -->", "<p>a</p>"],
];
for (const [name, text, expected] of shown) {
  mended(`keeps ${name}`, () => assert.is(render(text).replace(/ +/g, " "), expected));
}

mended.run();

const removed = suite("HTML that goes");

const told: readonly (readonly [string, string, readonly string[]])[] = [
  ["scripts, with all they hold", "a\n\n<script>alert(1)</script>", ["7:1 html-removed"]],
  ["frames within a line", "a <iframe src='b'></iframe>", ["5:3 html-removed"]],
  ["each once", "<svg><circle/></svg> <svg></svg>", ["5:1 html-removed", "5:22 html-removed"]],
  ["form controls", "<form><input></form>", ["5:1 html-removed", "5:7 html-removed"]],
  ["elements that do not exist", "run <branch> now", ["5:5 html-removed"]],
  ["unsafe addresses", '<p>a</p>\n<p><a href="javascript:b">c</a></p>', ["6:4 link-unsafe"]],
  ["pictures without words", '<img src="/a">', ["5:1 image-alt"]],
  ["nothing for pictures that say they need none", '<img src="/a" alt="">', []],
  ["nesting without end", "<div>".repeat(200), ["5:501 nesting-depth"]],
];
for (const [name, text, expected] of told) {
  removed(`is told: ${name}`, () => assert.equal(listRules(text), expected));
}

removed("names what it removed", () =>
  assert.not.match(render("<script>a</script><style>b</style>c"), /a|b/),
);

removed.run();
