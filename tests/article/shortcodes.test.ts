import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readBody } from "../../src/article/body.ts";
import { parseWritten } from "../../src/article/copy/shortcode.ts";
import { copyOf, listRules, render, rules } from "./printing.ts";

const quoteOf = (words: string, caption?: string) =>
  `<figure class="quote">\n<blockquote>\n${words}\n</blockquote>\n${caption ? `<figcaption>${caption}</figcaption>\n` : ""}</figure>`;

const grammar = suite("parseWritten");

const written: readonly (readonly [string, readonly unknown[], Readonly<Record<string, unknown>>])[] = [
  [`"a" 'b'`, ["a", "b"], {}],
  [`"a", 'b', 3, -1.5, true, false`, ["a", "b", 3, -1.5, true, false], {}],
  [`"say \\"a\\"" 'it\\'s' "\\\\"`, [`say "a"`, "it's", "\\"], {}],
  [`a: "b", c="d" e=1 f: true`, [], { a: "b", c: "d", e: 1, f: true }],
  [`"a"\n  b: "c"`, ["a"], { b: "c" }],
  [`"100 %} sure"`, ["100 %} sure"], {}],
  [``, [], {}],
];
for (const [text, positional, named] of written) {
  grammar(`reads ${JSON.stringify(text)}`, () => {
    const { written, reason } = parseWritten(`${text} %}`, 0);
    assert.is(reason, undefined);
    assert.equal([...written.positional], positional);
    assert.equal({ ...written.named }, named);
  });
}

const unreadable: readonly (readonly [string, RegExp])[] = [
  ["page.url", /page is not in quotation marks/],
  ["1 + 1", /^\+ is neither/],
  ['"a', /quotation mark/],
  ["a: b", /b is not in quotation marks/],
  ["a:", /a value is missing/],
  ['a: "b" a: "c"', /a is written twice/],
  ["(1)", /neither/],
  ["range.constructor('x')()", /not in quotation marks/],
];
for (const [text, reason] of unreadable) {
  grammar(`refuses ${text}`, () => assert.match(parseWritten(`${text} %}`, 0).reason ?? "", reason));
}

grammar("keeps names such as __proto__ apart from objects' own", () => {
  const { written } = parseWritten('__proto__: "a" constructor="b" %}', 0);
  assert.equal(Object.keys(written.named), ["__proto__", "constructor"]);
});

grammar.run();

const places = suite("where shortcodes stand");

const standing: readonly (readonly [string, string, string])[] = [
  ["alone on its lines", '{% quote "Ada" %}\nWords.\n{% endquote %}', quoteOf("<p>Words.</p>", "Ada")],
  ["on one line", "{% quote %}Words.{% endquote %}", quoteOf("<p>Words.</p>")],
  ["with dashes", "{%- quote -%}\nWords.\n{%- endquote -%}", quoteOf("<p>Words.</p>")],
  [
    "with arguments over lines",
    '{% quote "Ada",\n  role: "master"\n%}\nW\n{% endquote %}',
    quoteOf("<p>W</p>", 'Ada, <span class="role">master</span>'),
  ],
  [
    "in a quotation",
    '> {% quote "Ada",\n> role: "m" %}\n> W\n> {% endquote %}',
    `<blockquote>${quoteOf("<p>W</p>", 'Ada, <span class="role">m</span>')}\n</blockquote>`,
  ],
  [
    "in a list",
    "- a\n\n  {% quote %}\n  W\n  {% endquote %}\n- b",
    `<ul><li><p>a</p>\n${quoteOf("<p>W</p>")}\n</li>\n<li><p>b</p>\n</li>\n</ul>`,
  ],
  [
    "in a paragraph",
    "a {% quote %}*W*{% endquote %} b",
    `<p>a</p>\n${quoteOf("<p><em>W</em></p>")}\n<p>b</p>`,
  ],
  [
    "between lines of a paragraph",
    "a\n{% quote %}\nW\n{% endquote %}\nb",
    `<p>a</p>\n${quoteOf("<p>W</p>")}\n<p>b</p>`,
  ],
  [
    "in another",
    "{% quote %}\na\n\n{% quote %}\nb\n{% endquote %}\n{% endquote %}",
    quoteOf(`<p>a</p>\n${quoteOf("<p>b</p>")}`),
  ],
  ["around a list", "{% quote %}\n- a\n{% endquote %}\n", quoteOf("<ul><li>a</li>\n</ul>")],
  [
    "around an end in code",
    "{% quote %}\n`{% endquote %}`\n{% endquote %}",
    quoteOf("<p><code>{% endquote %}</code></p>"),
  ],
];
for (const [name, text, expected] of standing) {
  places(`are printed ${name}`, () => {
    assert.equal(listRules(text), []);
    assert.is(render(text), expected);
  });
}

for (const [name, text] of [
  ["a code span", "`{% quot %} {% endquote %}`"],
  ["a fence", "```\n{% quot %}\n{{ a }}\n```"],
  ["indented code", "    {% quot %}"],
  ["a brace with a backslash", "\\{% quot %}"],
] as const) {
  places(`mean nothing in ${name}`, () => assert.equal(listRules(text), []));
}

places.run();

const problems = suite("problems of shortcodes");

const told: readonly (readonly [string, string, readonly string[]])[] = [
  ["an unknown name", "a\n\nb {% quot %}", ["7:3 shortcode-unknown"]],
  ["one that is not closed", "{% quote %}\na", ["5:1 shortcode-open"]],
  [
    "one that ends in another paragraph",
    "a {% quote %}b\n\nc{% endquote %}",
    ["5:3 shortcode-place", "7:2 shortcode-close"],
  ],
  ["an end of nothing", "a\n\n  {% endquote %}", ["7:3 shortcode-close"]],
  ["one in HTML", "<div>\n  {% quote %}a{% endquote %}\n</div>", ["6:3 shortcode-in-html"]],
  ["one in a heading", '# a {% relatedLink "b" %}', ["5:5 shortcode-place"]],
  ["an expression", "{% figure page.url %}", ["5:1 shortcode-form"]],
  [
    "a tag without its end",
    '{% quote "Ada Byrne"\n\nShe will sail.\n\n{% endquote %}',
    ["5:1 shortcode-form", "9:1 shortcode-close"],
  ],
  ["an argument too many", '{% article "a", "card", "b" %}', ["5:1 shortcode-form"]],
  ["an argument that it does not have", '{% article "a", stile: "card" %}', ["5:1 shortcode-form"]],
  ["a missing argument", "{% figure %}", ["5:1 shortcode-form"]],
  ["a value of another kind", '{% article "a", style: "big" %}', ["5:1 shortcode-argument"]],
  ["an unsafe address", '{% quote source: "javascript:a" %}\nb\n{% endquote %}', ["5:1 shortcode-argument"]],
  [
    "a date that does not exist",
    '{% quote at: "2015-02-30" %}\nb\n{% endquote %}',
    ["5:1 shortcode-argument"],
  ],
  ["a picture without text", '{% figure "/a.jpg" %}', ["5:1 alt-missing"]],
  [
    "a pull quote of other words",
    "A b c.\n\n{% quote pull: true %}A c{% endquote %}",
    ["7:1 pull-quote-words"],
  ],
];
for (const [name, text, expected] of told) {
  problems(`tell of ${name}`, () => assert.equal(listRules(text), expected));
}

problems("are none for a pull quote that repeats the body's words", () => {
  assert.equal(
    listRules("The “ferry” *sails*, again.\n\n{% quote pull: true %}Ferry sails again{% endquote %}"),
    [],
  );
});

for (const [name, advice] of [
  ["quot", "Did you mean quote?"],
  ["endquot", "Did you mean endquote?"],
  ["carousel", "Known are quote, relatedLink, article, figure, liveUpdate."],
] as const) {
  problems(`advise on ${name}`, () => {
    const [problem] = readBody(copyOf(`{% ${name} %}`), rules).problems;
    assert.is(problem?.hint, advice);
  });
}

for (const block of rules.blocks.values()) {
  problems(`are none in the example of ${block.name}`, () =>
    assert.equal(readBody({ ...copyOf(block.example), isLive: true }, rules).problems, []),
  );
}

problems.run();

const unknown = suite("unknownShortcodes");

const text = '{% image "*a*" %}\n\nb {% raw %}c{% endraw %}\n\n<p>d {% image %}</p>';

unknown("keeps them as text where it says so", () => {
  assert.is(
    render(text, { unknownShortcodes: "keep" }),
    "<p>{% image &quot;*a*&quot; %}</p>\n<p>b {% raw %}c{% endraw %}</p>\n<p>d {% image %}</p>",
  );
  assert.equal(listRules(text, { unknownShortcodes: "keep" }), []);
});

unknown("drops them, and says so, but keeps what is between them", () => {
  assert.is(render(text, { unknownShortcodes: "drop" }), "<p>b c</p>\n<p>d</p>");
  assert.equal(listRules(text, { unknownShortcodes: "drop" }), [
    "5:1 shortcode-dropped",
    "7:3 shortcode-dropped",
    "9:6 shortcode-dropped",
  ]);
});

unknown.run();
