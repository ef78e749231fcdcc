import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Block } from "../../src/article/blocks/block.ts";
import { builtInBlocks } from "../../src/article/blocks/blocks.ts";
import { parseArguments, renderBlock } from "../../src/article/body.ts";
import { printer, render } from "./printing.ts";

const quote = builtInBlocks.get("quote") as Block;
const figure = builtInBlocks.get("figure") as Block;

const blocks = suite("blocks");

const printed: readonly (readonly [string, string, string])[] = [
  [
    "a quote with its source and date",
    '{% quote "Ada", "master", source: "/b/", at: "2031-05-09" %}W{% endquote %}',
    '<figure class="quote">\n<blockquote cite="/paper/b/">\n<p>W</p>\n</blockquote>\n<figcaption><a href="/paper/b/">Ada</a>, <span class="role">master</span>, <time datetime="2031-05-09">on 2031-05-09</time></figcaption>\n</figure>',
  ],
  [
    "a pull quote",
    "{% quote pull: true %}W{% endquote %}",
    '<figure class="pull-quote">\n<blockquote>\n<p>W</p>\n</blockquote>\n</figure>',
  ],
  [
    "a related link",
    '{% relatedLink "ferry-returns" %}',
    '<div class="related-link">\n<img src="/paper/media/ferry.jpg" alt="" width="800" height="600" loading="lazy" decoding="async">\n<p><a href="/paper/transport/ferry-returns/">Ferry returns &amp; stays</a> <time datetime="2031-05-09T06:00:00+01:00">on 2031-05-09</time></p>\n</div>',
  ],
  [
    "a related link's own text where there is no article",
    '{% relatedLink "b", "A < B" %}',
    '<p class="related-link">A &lt; B</p>',
  ],
  [
    "a related link's words without the links in them",
    '{% relatedLink "b" %}A [c](/d/){% endrelatedLink %}',
    '<p class="related-link">A c</p>',
  ],
  ["nothing for a related link to nothing", '{% relatedLink "b" %}', ""],
  ["nothing for a card of nothing", '{% article "b" %}', ""],
  [
    "a card",
    '{% article "ferry-returns", style: "brief" %}',
    '<div class="card card-brief">\n<p class="card-headline-text"><a href="/paper/transport/ferry-returns/">Ferry returns &amp; stays</a></p>\n<p>It sails again.</p>\n<p class="card-date"><time datetime="2031-05-09T06:00:00+01:00">on 2031-05-09</time></p>\n</div>',
  ],
  [
    "a figure with its caption and size",
    '{% figure "/media/ferry.jpg", "A <ferry>", "The first", "Ada" %}',
    '<figure class="figure">\n<img src="/paper/media/ferry.jpg" alt="A &lt;ferry&gt;" width="800" height="600" loading="lazy" decoding="async">\n<figcaption>The first <span class="credit">Ada</span></figcaption>\n</figure>',
  ],
  [
    "a figure with links in its caption",
    '{% figure "/b.jpg", decorative: true %}The [first](/c/){% endfigure %}',
    '<figure class="figure">\n<img src="/paper/b.jpg" alt="" loading="lazy" decoding="async">\n<figcaption><p>The <a href="/paper/c/">first</a></p></figcaption>\n</figure>',
  ],
];
for (const [name, text, expected] of printed) {
  blocks(`print ${name}`, () => assert.is(render(text), expected));
}

blocks.run();

const parses = suite("parseArguments");

parses("takes what templates give: dates, numbers, safe strings, nothing", () => {
  const parsed = parseArguments(quote, [new String("Ada"), null], {
    at: new Date(0),
    pull: undefined,
    __keywords: true,
  });
  assert.equal(parsed, { given: { name: "Ada", at: "1970-01-01T00:00:00.000Z" } });
  assert.equal(parseArguments(quote, [5], {}), { given: { name: "5" } });
});

const refused: readonly (readonly [string, Block, readonly unknown[], Record<string, unknown>, object])[] = [
  ["an object as text", quote, [{}], {}, { value: "name: an object", wanted: "text" }],
  ["an unsafe address", figure, ["data:x"], {}, { value: 'src: "data:x"', wanted: "a safe address" }],
  ["no flag", quote, [], { pull: "yes" }, { value: 'pull: "yes"', wanted: "true or false" }],
  ["one given twice", quote, ["a"], { name: "b" }, { reason: "name is given twice" }],
  ["none that is required", figure, [undefined], {}, { reason: "src is missing" }],
  ["an unknown name", figure, ["/a"], { altt: "b" }, { reason: "it has no altt, but it has alt" }],
];
for (const [name, block, positional, named, expected] of refused) {
  parses(`refuses ${name}`, () => assert.equal(parseArguments(block, positional, named), expected));
}

parses.run();

const renders = suite("renderBlock");

renders("prints a block with a template's own body", () => {
  const html = renderBlock(quote, { name: "Ada & Co" }, "<p>W</p>", printer);
  assert.is(
    html,
    '<figure class="quote">\n<blockquote>\n<p>W</p>\n</blockquote>\n<figcaption>Ada &amp; Co</figcaption>\n</figure>',
  );
});

renders.run();
