import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Block } from "../../src/article/blocks/block.ts";
import { builtInBlocks } from "../../src/article/blocks/blocks.ts";
import { parseArguments, readBody, renderBlock, renderBody } from "../../src/article/body.ts";
import { copyOf, listExampleRules, listRules, printer, render, rules } from "./printing.ts";

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

blocks("are read by their examples", () => {
  for (const block of builtInBlocks.values()) assert.equal(listExampleRules(block), [], block.name);
});

/** Words of the copy, then what is looked for in its HTML. */
const shows: readonly (readonly [string, string, RegExp])[] = [
  [
    "a list's items with what is in them",
    "{% keyPoints 'So far' %}\n- A *b* & `c`\n\n- [D](/d/)\n  - E\n{% endkeyPoints %}",
    /aria-label="So far">\n<p class="box-label"><strong>So far<\/strong><\/p>\n<ul>\n<li><p>A <em>b<\/em> &amp; <code>c<\/code><\/p><\/li>\n<li><p><a href="\/paper\/d\/">D<\/a><\/p>\n<ul><li>E<\/li>/,
  ],
  [
    "events of every kind of date",
    "{% timeline %}\n- 2031-05-09 06:30: A\n- **2031-05**: B\n- 2031 – C\n- *6:05* D\n- 2031-05-09T06:30+01:00: E\n\n{% endtimeline %}",
    /<li><time datetime="2031-05-09T06:30">on 2031-05-09<\/time> A<\/li>\n<li><time datetime="2031-05">in 2031-05<\/time> B<\/li>\n<li><time datetime="2031">2031<\/time> C<\/li>\n<li><time datetime="06:05">06:05<\/time> D<\/li>\n<li><time datetime="2031-05-09T06:30\+01:00">on 2031-05-09<\/time> E<\/li>/,
  ],
  [
    "pictures with size and mount in a gallery, a figure's among them",
    '{% gallery %}\n![A](/media/ferry.jpg) One\n\n{% figure "/b.jpg", "B", "Two", "Ada" %}\n{% endgallery %}',
    /<figure>\n<img src="\/paper\/media\/ferry\.jpg" alt="A" width="800" height="600"[^>]*>\n<figcaption>One<\/figcaption>\n<\/figure>\n<figure>\n<img src="\/paper\/b\.jpg" alt="B"[^>]*>\n<figcaption>Two <span class="credit">Ada<\/span>/,
  ],
  [
    "a table's cells with their marks",
    '{% table "Fares", source: "A & B" %}\n| | One | Two |\n| --- | --- | ---: |\n| *Car* | €9 | a \\| b |\n| Bus | – | [c](/c/) |\n{% endtable %}',
    /<caption>Fares<\/caption>\n<thead>\n<tr><td><\/td><th scope="col" class="number">One<\/th><th scope="col" class="number">Two<\/th><\/tr>\n<\/thead>\n<tbody>\n<tr><th scope="row"><em>Car<\/em><\/th><td class="number">€9<\/td><td class="number">a \| b<\/td><\/tr>\n<tr><th scope="row">Bus<\/th><td class="number">–<\/td><td class="number"><a href="\/paper\/c\/">c<\/a><\/td><\/tr>\n<\/tbody>\n<\/table>\n<\/div>\n<figcaption>Source: A &amp; B<\/figcaption>/,
  ],
  [
    "a table whose first column is like the others",
    '{% table "A", rowHeads: false %}\n| A | B |\n| - | - |\n| 1 | 2 |\n{% endtable %}',
    /<tr><td class="number">1<\/td><td class="number">2<\/td><\/tr>/,
  ],
  [
    "joined cells",
    '{% table "A" %}\n<table><tr><th colspan="2">A</th></tr><tr><td rowspan="2">B</td><td>C</td></tr><tr><td>D</td></tr></table>\n{% endtable %}',
    /<th scope="col" colspan="2">A<\/th>[\s\S]*<th scope="row" rowspan="2">B<\/th>/,
  ],
  [
    "who asks and who answers",
    '{% questionAnswer "Why?", asker: "Ada", answerer: "Bo" %}\nA\n\n> B\n{% endquestionAnswer %}',
    /<dl class="question-answer">\n<dt><span class="speaker">Ada:<\/span> Why\?<\/dt>\n<dd>\n<p class="speaker">Bo:<\/p>\n<p>A<\/p>\n<blockquote>/,
  ],
  [
    "a transcript that stands inside",
    '{% audio "/media/a.mp3", "A", creditLine: "Ada" %}\nWest **six**.\n{% endaudio %}',
    /<audio controls preload="none"[^>]*><source src="\/paper\/media\/a\.mp3" type="audio\/mpeg">[\s\S]*<details class="transcript">\n<summary>Transcript<\/summary>\n<p>West <strong>six<\/strong>\.<\/p>/,
  ],
  [
    "captions and a poster with its size",
    '{% video "/media/a.mp4", "A", poster: "/media/ferry.jpg", captions: "/media/a.vtt", captionsLanguage: "ga" %}',
    /poster="\/paper\/media\/ferry\.jpg" width="800" height="600">.*\n?<track kind="captions" src="\/paper\/media\/a\.vtt" srclang="ga" label="Captions" default>/,
  ],
  [
    "a document of no known size and format",
    '{% document "https://b.example/plan", "A" %}',
    /^<p class="document"><a href="https:\/\/b\.example\/plan">A<\/a><\/p>$/,
  ],
  [
    "an embed of a known provider in a shape of its own",
    '{% embed "https://vimeo.com/123456789", "A", ratio: "1:1" %}',
    /data-embed="https:\/\/player\.vimeo\.com\/video\/123456789\?dnt=1" data-ratio="1 \/ 1"[\s\S]*<script type="module" src="\/paper\/assets\/embed-1\.js" integrity="sha384-1"><\/script>$/,
  ],
  [
    "an embed of no known provider as a link, without a script",
    '{% embed "https://film.example/a", "A", caption: "B" %}',
    /^<figure class="embed">\n<div class="embed-card">\n<p class="embed-title"><a href="https:\/\/film\.example\/a">A<\/a><\/p>\n<p class="embed-host">film\.example<\/p>\n<\/div>\n<figcaption>B<\/figcaption>\n<\/figure>$/,
  ],
  [
    "what kind of correction it is",
    '{% correction "2031-05-10", "clarification" %}A *b*{% endcorrection %}',
    /<div class="notice notice-clarification" role="note">\n<p class="box-label"><strong>Clarification<\/strong>/,
  ],
  [
    "a newsletter without the name of a field as a link",
    '{% newsletter "/join/", "A" %}',
    /<a class="button" href="\/paper\/join\/">Sign up<\/a>/,
  ],
  [
    "blocks in blocks in a list",
    "- {% factBox 'A' %}\n  {% keyPoints %}\n  - B\n  {% endkeyPoints %}\n  {% endfactBox %}",
    /^<ul><li><aside class="fact-box"[\s\S]*<div class="key-points"[\s\S]*<li>B<\/li>[\s\S]*<\/aside>\n<\/li>\n<\/ul>$/,
  ],
];
for (const [name, text, expected] of shows) {
  blocks(`show ${name}`, () => {
    assert.match(render(text), expected);
    assert.equal(listRules(text), []);
  });
}

for (const name of [
  "gallery",
  "keyPoints",
  "factBox 'A'",
  "timeline",
  "table 'A'",
  "chart 'A'",
  "correction '2031-05-09'",
]) {
  const [end] = name.split(" ");
  blocks(`${end} without a body prints nothing`, () => {
    assert.is(render(`{% ${name} %}\n{% end${end} %}`), "");
    assert.equal(listRules(`{% ${name} %}\nA`), ["5:1 shortcode-open"]);
  });
}

const faults: readonly (readonly [string, string])[] = [
  ["{% keyPoints %}\nA\n{% endkeyPoints %}", "keyPoints: there is no list in it."],
  [
    "{% keyPoints %}\n- A\n\n{% quote %}B{% endquote %}\n{% endkeyPoints %}",
    'keyPoints: "B" stands outside of its list.',
  ],
  [
    "{% keyPoints %}\n- A\n\n{% article 'b' %}\n{% endkeyPoints %}",
    'keyPoints: "article" stands outside of its list.',
  ],
  ["{% gallery %}\nA\n{% endgallery %}", "gallery: there is no picture in it."],
  ["{% gallery %}\n![A](/a.jpg)\n\nB\n{% endgallery %}", 'gallery: "B" stands outside of its pictures.'],
  [
    "{% timeline %}\n- 2031-02-30: A\n{% endtimeline %}",
    'timeline: "2031-02-30: A" does not begin with a date.',
  ],
  ["{% timeline %}\n- 2031-13: A\n{% endtimeline %}", 'timeline: "2031-13: A" does not begin with a date.'],
  ["{% timeline %}\n- 24:10 A\n{% endtimeline %}", 'timeline: "24:10 A" does not begin with a date.'],
  ["{% timeline %}\n- 20310 A\n{% endtimeline %}", 'timeline: "20310 A" does not begin with a date.'],
  ["{% timeline %}\n- 9 May: A\n{% endtimeline %}", 'timeline: "9 May: A" does not begin with a date.'],
  ["{% table 'A' %}\n- A\n{% endtable %}", "table: there is no table in it."],
  ["{% table 'A' %}\n| A |\n| - |\n{% endtable %}", "table: there is no table in it."],
  ["{% chart 'A' %}\n| A | B |\n| - | - |\n| c | 1,5 |\n{% endchart %}", 'chart: "1,5" is not a number.'],
  ["{% chart 'A' %}\n| A | B |\n| - | - |\n| c | – |\n{% endchart %}", "chart: its table has no numbers."],
  [
    `{% chart 'A' %}\n${"| A ".repeat(6)}|\n${"| - ".repeat(6)}|\n${"| 1 ".repeat(6)}|\n{% endchart %}`,
    "chart: its table has 5 columns of numbers.",
  ],
  [
    `{% chart 'A' %}\n| A | B |\n| - | - |\n${"| c | 1 |\n".repeat(61)}{% endchart %}`,
    "chart: its table has 61 rows.",
  ],
  ["{% embed '/a/', 'A' %}", 'embed: "/a/" is no address elsewhere.'],
  [
    "{% video '/a.mp4', 'A', captions: '/a.srt' %}",
    'video: captions: "/a.srt" is no WebVTT file, whose name ends in .vtt.',
  ],
  [
    "{% video '/a.mp4', 'A', captions: '/a.vtt', captionsLanguage: 'none such' %}",
    'video: captionsLanguage: "none such" is no language such as en.',
  ],
  [
    "{% audio '/a.mp3', 'A', transcript: '/b/' %}\nC\n{% endaudio %}",
    "audio: its transcript is both an argument and what stands inside.",
  ],
  [
    "{% audio 'mailto:a@b.example', 'A', transcript: '/b/' %}",
    'audio: src: "mailto:a@b.example" is not a safe address of a file.',
  ],
  [
    "{% newsletter 'mailto:a@b.example', 'A', field: 'email' %}",
    "newsletter: a form cannot be sent to mailto:a@b.example.",
  ],
  ["{% newsletter '/a/', 'A', field: '\"x' %}", 'newsletter: "\\"x" is no name of a field.'],
];
for (const [text, message] of faults) {
  blocks(`tell: ${message}`, () => {
    const { problems } = readBody(copyOf(text), rules);
    assert.equal(
      problems.map((problem) => [problem.line, problem.message]),
      [[5, message]],
    );
  });
}

blocks("read numbers in the article's language", () => {
  const text = "{% chart 'A' %}\n| A | B |\n| - | - |\n| c | 1,5 |\n{% endchart %}";
  assert.equal(readBody({ ...copyOf(text), language: "de" }, rules).problems, []);
});

blocks("name the media and the addresses of this site", () => {
  const text = [
    '{% video "/media/a.mp4", "A", poster: "/media/b.jpg", captions: "/media/c.vtt", transcript: "/media/d.txt" %}',
    '{% audio "/media/e.mp3", "E", transcript: "/words/" %}',
    '{% document "/media/f.pdf", "F" %}',
    '{% figure "/media/g.jpg", "G" %}',
    "{% gallery %}\n![H](/media/h.jpg)\n{% endgallery %}",
    '{% newsletter "/join/", "J" %}',
    '{% audio "https://b.example/k.mp3", "K", transcript: "https://b.example/k/" %}',
  ].join("\n\n");
  const { media, links, problems } = readBody(copyOf(text), rules);
  assert.equal(
    media.map(({ to }) => to).sort(),
    [..."abcdefgh"].map(
      (name) => `/media/${name}.${{ a: "mp4", c: "vtt", d: "txt", e: "mp3", f: "pdf" }[name] ?? "jpg"}`,
    ),
  );
  assert.equal(
    links.map(({ to }) => to),
    ["/words/", "/join/"],
  );
  assert.equal(problems, []);
});

blocks("have a plain text", () => {
  const text =
    "{% keyPoints %}\n- One two\n{% endkeyPoints %}\n\n{% questionAnswer 'Three?' %}Four{% endquestionAnswer %}\n\n{% table 'Five' %}\n| Six |\n| - |\n| seven |\n{% endtable %}\n\n{% embed 'https://b.example/', 'Eight' %}\n\n{% audio '/a.mp3', 'Nine' %}Ten{% endaudio %}";
  assert.is(readBody(copyOf(text), rules).wordCount, 10);
});

blocks("have neither scripts nor drawings nor forms in feeds", () => {
  const text =
    "{% embed 'https://vimeo.com/123456789', 'A' %}\n\n{% chart 'B' %}\n| C | D |\n| - | - |\n| e | 1 |\n{% endchart %}\n\n{% newsletter 'https://b.example/', 'F', field: 'email' %}";
  const page = renderBody(copyOf(text), rules, printer);
  const feed = renderBody(copyOf(text), rules, { ...printer, medium: "feed" });
  assert.match(page, /<script[\s\S]*<svg[\s\S]*<form/);
  assert.not.match(feed, /<script|<svg|<form|data-|<details|visually-hidden/);
  assert.match(feed, /vimeo\.com[\s\S]*<table>[\s\S]*Sign up/);
});

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
  [
    "an unsafe address",
    figure,
    ["data:x"],
    {},
    { value: 'src: "data:x"', wanted: "a safe address of a file" },
  ],
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
