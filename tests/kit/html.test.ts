import { suite } from "uvu";
import * as assert from "uvu/assert";
import { escapeHtml, scriptJson } from "../../src/kit/html.ts";

const escapes = suite("escapeHtml");

escapes("escapes what ends text or an attribute", () => {
  assert.is(
    escapeHtml(`<a href="x" id='y'>&amp;</a>`),
    "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;",
  );
});

escapes("leaves other text as it is", () => assert.is(escapeHtml("“Ferry” – 5 €"), "“Ferry” – 5 €"));

escapes.run();

const scripts = suite("scriptJson");

scripts("holds nothing that ends a script or a line of one", () => {
  const text = scriptJson({ a: "</script><!-- & \u2028" });
  assert.not.match(text, /[<>&\u2028]/);
  assert.equal(JSON.parse(text), { a: "</script><!-- & \u2028" });
});

scripts("writes null where there is no data", () => assert.is(scriptJson(undefined), "null"));

scripts.run();
