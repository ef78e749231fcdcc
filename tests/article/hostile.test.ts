import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { builtInBlocks } from "../../src/article/blocks/blocks.ts";
import { readBody, renderBody } from "../../src/article/body.ts";
import { copyOf, listRules, printer, render, rules } from "./printing.ts";

const size = 200_000;
const fill = (text: string, length = size) => text.repeat(Math.ceil(length / text.length));

const fast = suite("hostile copy");

const inputs: readonly (readonly [string, string])[] = [
  ["one line of 5 MB", "a".repeat(5_000_000)],
  ["spaces", `a${fill(" ")}b`],
  ["braces", fill("{")],
  ["tags that are not closed", fill("{% a ")],
  ["tags that close at the end", `${fill("{% a ")}%}`],
  ["blocks that are not closed", fill('{% quote "a" %}\n')],
  ["blocks in blocks", `${'{% quote "a" %}\n'.repeat(20_000)}a\n${"{% endquote %}\n".repeat(20_000)}`],
  ["blocks in blocks in a line", `a ${"{% quote %}".repeat(5_000)}b${"{% endquote %}".repeat(5_000)}`],
  ["expressions that are not closed", fill("{{ a ")],
  ["strings that are not closed", fill('{% quote "')],
  ["backticks of rising length", Array.from({ length: 600 }, (_, at) => "`".repeat(at + 1)).join(" ")],
  ["quotations 20,000 deep", `${">".repeat(20_000)} a`],
  ["lists 20,000 deep", `${"- ".repeat(20_000)}a`],
  ["lists indented ever deeper", Array.from({ length: 600 }, (_, at) => `${"  ".repeat(at)}- a`).join("\n")],
  ["emphasis ever deeper", fill("*a **a ")],
  ["brackets", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
  ["links that are not closed", fill("[a](b ")],
  ["comments that are not closed", fill("a <!-- ")],
  ["instructions that are not closed", fill("a <? ")],
  ["elements 20,000 deep", "<div>".repeat(20_000)],
  ["elements within a line 20,000 deep", `a ${"<span>".repeat(20_000)}`],
  [
    "styles open over many paragraphs",
    `${Array.from({ length: 90 }, (_, at) => `<b id="a${at}">`).join("")}${fill("<p>a")}`,
  ],
  ["tables in tables", "<table><tr><td>".repeat(5_000)],
  ["scripts that are not closed", fill("a <script>")],
  ["drawings that are not closed", fill("<svg><b>")],
  ["attributes without number", `<p ${fill("a ")}>`],
  ["table cells", `${fill("|a", 20_000)}|\n${fill("|-", 20_000)}|\n${fill("|b", 20_000)}|\n`],
  ["control characters", fill("\u0000\u0001\u001b\u009f")],
  ["characters of private use", fill("\ue000\uf8ff")],
  ["halves of surrogate pairs", fill("\ud800a\udc00")],
  ["quotation marks", fill("\"a.' ")],
  ["labels", fill("READ MORE\n\nShare\n")],
];
for (const [name, text] of inputs) {
  fast(`is read in good time: ${name}`, () => {
    for (const format of ["markdown", "plain"] as const) {
      const began = performance.now();
      renderBody(copyOf(text, format), rules, printer);
      const { problems } = readBody(copyOf(text, format), rules);
      assert.ok(performance.now() - began < 60_000, `${format}: ${performance.now() - began} ms`);
      assert.ok(problems.length <= 1_000);
    }
  });
}

for (const [name, text] of [
  ["quotations", `${">".repeat(20_000)} a`],
  ["lists", `${"- ".repeat(20_000)}a`],
  ["blocks", `${"{% quote %}\n".repeat(200)}a\n${"{% endquote %}\n".repeat(200)}`],
  ["elements", "<div>".repeat(20_000)],
] as const) {
  fast(`tells of ${name} nested too deep, and nothing else`, () => {
    assert.equal(
      listRules(text).map((told) => told.split(" ")[1]),
      ["nesting-depth"],
    );
  });
}

fast.run();

const harmless = suite("what copy can bring into a page");

const scripts = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java&Tab;script:alert(1)",
  "java\tscript:alert(1)",
  "&#106;avascript:alert(1)",
  "&#x6A;avascript&colon;alert(1)",
  "javascript%3Aalert(1)",
  "%6Aavascript:alert(1)",
  "\u0001javascript:alert(1)",
  "java\u200bscript:alert(1)",
  "data:text/html;base64,PHNjcmlwdD4=",
  "vbscript:alert(1)",
];
const carriers: readonly ((url: string) => string)[] = [
  (url) => `[a](${url})`,
  (url) => `[a](<${url}>)`,
  (url) => `<${url}>`,
  (url) => `[a]\n\n[a]: ${url}`,
  (url) => `![a](${url})`,
  (url) => `<a href="${url}">a</a>`,
  (url) => `<img src='${url}' alt="a">`,
  (url) => `<blockquote cite="${url}">a</blockquote>`,
  (url) => `{% quote source: "${url}" %}a{% endquote %}`,
  (url) => `{% figure "${url}", alt: "a" %}`,
  (url) => `{% audio "${url}", "a", transcript: "${url}" %}`,
  (url) => `{% video "/a.mp4", "a", poster: "${url}", captions: "${url}" %}`,
  (url) => `{% document "${url}", "a" %}`,
  (url) => `{% embed "${url}", "a" %}`,
  (url) => `{% newsletter "${url}", "a", field: "b" %}`,
  (url) => `{% keyPoints %}\n- [a](${url})\n{% endkeyPoints %}`,
  (url) => `{% gallery %}\n![a](${url})\n{% endgallery %}`,
  (url) => `<svg><a xlink:href="${url}">a</a></svg>`,
];
for (const url of scripts) {
  harmless(`holds no address such as ${JSON.stringify(url)}`, () => {
    for (const carry of carriers) assertHarmless(render(carry(url)));
  });
}

const pieces = fc.constantFrom(
  ..."<script>|</script>|<style>|<svg>|<math>|<mtext>|<table>|<mglyph>|<noscript>|<p title='|\"|'>|<!--|-->|<![CDATA[|]]>|<img src=x onerror=alert(1)>|<a href=javascript:x>|</p>|<template>|<select>|<textarea>|<xmp>|{% quote %}|{% endquote %}|{% figure '/a' %}|{% embed 'https://vimeo.com/1' '\"><script>' %}|{% chart '<b>' %}\n| a | b |\n| - | - |\n| <script> | 1 |\n{% endchart %}|{% gallery %}|{% endgallery %}|{% table '\"' %}|{% endtable %}|{% timeline %}|{% endtimeline %}|- 2031: |- __proto__|| a | <b>b |{{ 7*7 }}|`|```\n|> |- |[a](|)|**|\n|\n\n|    |&lt;|&#60;|\ue000|\u0000|<b id=a>|<form>|<plaintext>|<body onload=x>|<a\nhref=data:x>".split(
    "|",
  ),
);
const copies = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 24 }).map((parts) => parts.join("")),
);

for (const format of ["markdown", "plain"] as const) {
  harmless(`holds no script, whatever ${format} copy says`, () => {
    const property = fc.property(copies, (text) => {
      const html = render(text, { format, unknownShortcodes: text.length % 2 ? "drop" : "keep" });
      assertHarmless(html);
      readBody(copyOf(text, format), rules);
    });
    fc.assert(property, { numRuns: 1_500 });
  });
}

harmless("holds nothing of what quotes, elements and names in arguments would make", () => {
  const words = String.raw`\"'><script>alert(1)</script><b onclick=x>{{ 7*7 }}{% raw %}__proto__`;
  for (const { name, parameters, body, takes } of builtInBlocks.values()) {
    const given = parameters.filter(({ type }) => type === "text").map((each) => `${each.name}: "${words}"`);
    const others = parameters.flatMap((each) =>
      each.type === "url" || each.type === "media"
        ? [`${each.name}: "https://vimeo.com/1?a='b"`]
        : each.type === "date"
          ? [`${each.name}: "2031-05-09"`]
          : [],
    );
    const inside = {
      list: "- 2031: <script>1</script>",
      pictures: `![<script>](/a.jpg '"><script>') <i onclick=x>`,
      table: '| <script> | b |\n| - | - |\n| "><script> | 1 |',
      words: "<script>1</script> words",
    }[takes ?? "words"];
    const text = `{% ${name} ${[...given, ...others].join(", ")} %}${body === "none" ? "" : `\n${inside}\n{% end${name} %}`}`;
    const html = render(text);
    assertHarmless(html);
    assert.not.match(
      html.replace(/<script type="module" src="[^"]*" integrity="[^"]*"><\/script>/g, ""),
      /<script|onclick=x>(?!.*&gt;)/,
    );
  }
});

harmless("has no names that JavaScript's objects have", () => {
  for (const name of ["__proto__", "constructor", "toString"]) {
    assert.equal(listRules(`{% factBox "A", ${name}: "b" %}\nc\n{% endfactBox %}`), ["5:1 shortcode-form"]);
    assert.match(render(`{% table "A" %}\n| \`${name}\` |\n| - |\n| \`${name}\` |\n{% endtable %}`), name);
  }
});

harmless.run();

/** Read as a browser reads it: only elements of text, no handlers, no addresses that run. */
function assertHarmless(html: string): void {
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (!("tagName" in node)) return;
    if (node.tagName === "script") return void assertOurs(node);
    assert.not.match(node.tagName, /^(?:style|iframe|object|embed|math|template|base|link|meta|noscript)$/);
    for (const { name, value } of node.attrs) {
      assert.not.match(name, /^(?:on|style$|srcdoc$)/);
      if (/^(?:href|src|cite|poster|action|data-embed)$/.test(name))
        assert.not.match(value.replace(/[\s\p{C}]/gu, ""), /^(?:javascript|data|vbscript):/i);
    }
    node.childNodes.forEach(visit);
  };
  parseFragment(html).childNodes.forEach(visit);
}

/** A script is the theme's, and holds nothing of the copy. */
function assertOurs({ attrs, childNodes }: DefaultTreeAdapterTypes.Element): void {
  assert.equal(Object.fromEntries(attrs.map(({ name, value }) => [name, value])), {
    type: "module",
    src: "/paper/assets/embed-1.js",
    integrity: "sha384-1",
  });
  assert.is(childNodes.length, 0);
}
