import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { HtmlValidate } from "html-validate/node";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { builtInBlocks } from "../../src/article/blocks/blocks.ts";
import { listRules, render } from "./printing.ts";

const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });

/** What is invalid in a body, in a page of its own. */
function listFaults(html: string): string[] {
  const page = `<!DOCTYPE html>\n<html lang="en">\n<head><title>A</title></head>\n<body>\n<h1>A</h1>\n${html}\n</body>\n</html>\n`;
  const { results } = validator.validateStringSync(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`),
  );
}

const valid = suite("bodies are valid HTML");

valid("of faults there is notice", () => assert.ok(listFaults("<p><a href='x'></a></p>").length > 0));

const corpus = resolve(import.meta.dirname, "../../../shared/corpora/18f/articles");
const files = existsSync(corpus) ? readdirSync(corpus).sort() : [];
if (files.length === 0) console.log("! ../shared/corpora/18f is not there: nothing is said of its articles.");

valid("all articles of a publication of ten years", () => {
  for (const name of files) {
    const text = readFileSync(resolve(corpus, name), "utf8").replace(/^---\n[\s\S]*?\n---[ \t]*\n/, "");
    assert.equal(listFaults(render(text, { unknownShortcodes: "drop" })), [], name);
  }
});

const table = "\n| A | B | C |\n| --- | --- | --- |\n| a | 1 | -2 |\n| b |  | 3 |\n";
const uses = [
  // An update stands in a live blog alone, and in nothing else.
  ...[...builtInBlocks.values()].filter(({ name }) => name !== "liveUpdate").map(({ example }) => example),
  `{% chart "A", type: "line", source: "B" %}${table}{% endchart %}`,
  `{% chart "A" %}${table}{% endchart %}`,
  `{% table "A", source: "B" %}${table}{% endtable %}`,
  "{% timeline %}\n- 2031: a\n\n- 2031-05: **b**\n- 06:30 c\n{% endtimeline %}",
  '{% audio "/a.mp3", "A" %}\nB\n\n- C\n{% endaudio %}',
  '{% video "/a.mp4", "A", poster: "/b.jpg", captions: "/c.vtt" %}\nB\n{% endvideo %}',
  '{% newsletter "/a/", "A" %}\nB\n{% endnewsletter %}',
  '{% questionAnswer "A", "B", "C" %}\nD\n\n1. E\n{% endquestionAnswer %}',
];

valid("a heading of a picture that nobody can read is a paragraph", () => {
  assert.match(render("<h4><img src='/a.jpg'></h4>"), /^<p><img/);
  assert.match(render("<h4><img src='/a.jpg' alt='A'></h4>"), /^<h2 id="[^"]*"><img/);
});

valid("each block, alone, in a box, in an answer and in a list", () => {
  for (const use of uses) {
    const inList = `- a\n\n${use.replace(/^/gm, "  ")}`;
    const boxed = `{% factBox "A" %}\n${use}\n{% endfactBox %}`;
    const answered = `{% questionAnswer "A" %}\n${use}\n{% endquestionAnswer %}`;
    for (const text of [use, inList, boxed, answered]) {
      assert.equal(listRules(text), [], text);
      assert.equal(listFaults(render(text)), [], text);
    }
  }
  assert.equal(listFaults(render([...uses, ...uses].join("\n\n"))), [], "all of them, twice");
});

const names =
  "p h1 h2 h4 ul ol dl dt dd li blockquote pre hr table caption thead tbody tfoot tr td th figure figcaption details summary div a abbr b em del q cite code dfn bdo span br img time ruby rt center section video form button select main nav".split(
    " ",
  );
const attributes =
  "|| id='a'| id='1b'| class='x x'| lang='!'| dir=rtl| href='/x/'| href='tel:+1 22-3'| href=''| src='/a.jpg'| alt=''| title=t| colspan=2 scope=col| colspan=0| start=3 type=a| open| reversed| style='x:y'| datetime=x| width='100%'| cite='/x'| value=3".split(
    "|",
  );
const texts =
  "word| |\n\n|\n|é & <|**b**|[l](/x)|[](/x)|![i](/i.jpg)|[![](/i.jpg)](/x)|# Head\n|#### 10 deep\n|- li\n|> q\n|~~~js\ncode  \n~~~\n|    code\n|\n{% quote 'a' %}\nx\n{% endquote %}\n|{% quote 'a' %}y{% endquote %}|{% figure '/f.jpg' %}|{% relatedLink 'ferry-returns' %}|{% keyPoints %}\n|{% endkeyPoints %}\n|{% gallery %}|{% endgallery %}|{% factBox 'b' %}\n|{% endfactBox %}|{% embed 'https://vimeo.com/1', 'v' %}|{% audio '/a.mp3', 'a' %}|trail  \n|<!-- c -->|&nbsp;".split(
    "|",
  );
const tag = fc
  .tuple(fc.constantFrom("<", "<", "</"), fc.constantFrom(...names), fc.constantFrom(...attributes))
  .map(([open, name, attribute]) => `${open}${name}${open === "<" ? attribute : ""}>`);
const soups = fc
  .array(fc.oneof(fc.constantFrom(...texts), tag), { maxLength: 25 })
  .map((parts) => parts.join(""));

valid("whatever elements copy throws together", () => {
  const property = fc.property(soups, (text) => assert.equal(listFaults(render(text)), []));
  fc.assert(property, { numRuns: 600 });
});

valid.run();
