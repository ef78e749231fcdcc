import { suite } from "uvu";
import * as assert from "uvu/assert";
import { renderXml, xml, xmlText } from "../../src/kit/xml.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const rendersXml = suite("renderXml");

const texts: readonly (readonly [string, string, string])[] = [
  ["marks of markup", "a & b < c > d", "a &amp; b &lt; c &gt; d"],
  ["the end of a CDATA section", "]]>", "]]&gt;"],
  ["what is already escaped", "&amp;", "&amp;amp;"],
  ["quotation marks as they are", `"it's" “so”`, `"it's" “so”`],
  ["characters beyond the basic plane", "⛴️ 🛟 𝔄", "⛴️ 🛟 𝔄"],
  ["no control characters", "a\u0000b\u0008c\u001fd\ufffee\uffff", "abcde"],
  ["no half of a surrogate pair", "a\ud83db\udc00c", "abc"],
  ["tabs and line ends", "a\tb\nc", "a\tb\nc"],
  ["carriage returns by reference", "a\rb", "a&#13;b"],
];
for (const [name, text, expected] of texts) {
  rendersXml(`keeps ${name} in text`, () => {
    assert.is(renderXml(xml("a", {}, text)), `${declaration}<a>${expected}</a>\n`);
  });
}

rendersXml("escapes attributes, line ends and quotation marks with them", () => {
  assert.is(
    renderXml(xml("a", { b: `<"&'>\n\t`, c: 3, d: undefined })),
    `${declaration}<a b="&lt;&quot;&amp;'&gt;&#10;&#9;" c="3"/>\n`.replace("&quot;", "&#34;"),
  );
});

rendersXml("puts each element on a line of its own, but none beside text", () => {
  const tree = xml("a", {}, xml("b", {}, "one ", xml("i", {}, "two")), xmlText("c", undefined), xml("d", {}));
  assert.is(renderXml(tree), `${declaration}<a>\n  <b>one <i>two</i></b>\n  <d/>\n</a>\n`);
});

rendersXml("tells an empty text from no element", () => {
  assert.is(renderXml(xml("a", {}, xmlText("b", ""))), `${declaration}<a>\n  <b></b>\n</a>\n`);
});

rendersXml("declares the namespaces in use at the root, and no others", () => {
  const namespaces = { "": "urn:default", b: "urn:b", c: "urn:c" };
  const tree = xml("a", { "xml:lang": "en" }, xml("b:d", {}, "text"));
  assert.is(
    renderXml(tree, namespaces),
    `${declaration}<a xmlns="urn:default" xmlns:b="urn:b" xml:lang="en">\n  <b:d>text</b:d>\n</a>\n`,
  );
});

rendersXml("refuses a prefix without a namespace, and what is no name", () => {
  assert.throws(() => renderXml(xml("b:a", {})), /prefix b is not declared/);
  assert.throws(() => renderXml(xml("a b", {})), /is not an XML name/);
  assert.throws(() => renderXml(xml("a", { 'b="': "c" })), /is not an XML name/);
});

rendersXml.run();
