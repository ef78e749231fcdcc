import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fieldRules, knownKeys } from "../../src/article/front-matter-schema.ts";
import { slugOf } from "../../src/kit/slug.ts";
import { isInternal, safeUrl } from "../../src/kit/url.ts";
import { accepted, minimal } from "./accepted.ts";

const fuzz = suite("any front matter");

const scalars = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    ..."~ true -4 .inf 2031-05-09 1e9 [] {} : - # | > & * ! % @ ` ' \" ../ // javascript: {{ {%".split(" "),
  ),
);
const values = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalars, fc.array(tie("value"), { maxLength: 3 }), tie("group")),
  group: fc.dictionary(
    fc.oneof(fc.constantFrom("src", "alt", "name", "role", "at", "text", "to"), scalars),
    tie("value"),
    {
      maxKeys: 3,
    },
  ),
})).value;

fuzz("is accepted or told, and what is accepted can be printed", () => {
  const optional = knownKeys.filter((key) => !["headline", "published"].includes(key));
  const lines = fc.dictionary(fc.constantFrom(...optional), values, { maxKeys: 2 });
  let count = 0;
  fc.assert(
    fc.property(lines, fc.string({ unit: "grapheme", maxLength: 30 }), (fields, name) => {
      const yaml = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
      const { metadata, problems } = accepted(minimal(yaml.join("\n")), {
        file: `${name}.md`,
        sections: undefined,
      });
      for (const { line, column, message, hint } of problems) {
        assert.ok(line > 0 && column > 0);
        assert.not.match(`${message} ${hint}`, /\{\w+\}\.?$|undefined/);
      }
      if (!metadata) return assert.ok(problems.some(({ severity }) => severity === "stop"));
      count++;
      assert.match(metadata.url, /^\/[\p{L}\p{M}\p{N}/-]+\/$/u);
      assert.equal(JSON.parse(JSON.stringify(metadata)), metadata);
      for (const url of [metadata.lead?.src, metadata.canonicalUrl]) {
        if (url !== undefined) assert.is(safeUrl(url), url);
      }
      // A former URL is kept as its file is called, not as it stands in an address.
      for (const alias of metadata.aliases)
        assert.ok(isInternal(alias) && alias.startsWith("/") && safeUrl(alias) !== undefined);
    }),
    { numRuns: 2000 },
  );
  assert.ok(count > 400, `only ${count} were accepted`);
});

fuzz("as raw text never throws", () => {
  const marks = fc.constantFrom(
    ..."a:b:'\"|>[]{},&*!%@`#-?~\t \n\r\\".split(""),
    "\n",
    "\n  ",
    "title: ",
    "- ",
  );
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 60 }), (pieces) => {
      const { metadata, problems } = accepted(minimal(pieces.join("")));
      assert.ok(metadata || problems.length > 0);
    }),
    { numRuns: 5000 },
  );
});

fuzz("with one field that is any text leaves the others as they are", () => {
  const texts = [...fieldRules.keys()].filter((name) =>
    /Note|Headline|kicker|dateline|agency|usageTerms/.test(name),
  );
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.string({ unit: "grapheme" }), (name, text) => {
      const { metadata } = accepted(minimal(`${name}: ${JSON.stringify(text)}`));
      assert.is(metadata?.headline, "Ferry returns");
    }),
  );
});

fuzz("makes the same slugs of what are slugs already", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/), (text) => assert.is(slugOf(text), text)),
  );
});

fuzz.run();
