import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parseJson } from "../../src/desk/json-tree.ts";
import { openValue } from "../../src/desk/yaml-value.ts";

const json = suite("JSON with its places");

json("holds what JSON.parse gives", () => {
  const named = fc
    .string({ unit: "grapheme" })
    .filter((name) => !/^(?:__proto__|constructor|prototype)$/.test(name));
  const tree = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.constantFrom("[", "}", '"', "\\", ":,"),
      ),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(named, tie("value"), { maxKeys: 4 }),
    ),
  })).value;
  fc.assert(
    fc.property(tree, fc.constantFrom(0, 1, "\t"), (data, space) => {
      const text = JSON.stringify(data, null, space);
      const result = parseJson(text);
      assert.ok("tree" in result, text);
      assert.equal(openValue(result.tree), JSON.parse(text));
    }),
    { numRuns: 2000 },
  );
});

json("knows where keys and values stand", () => {
  const text = '{ "name": "The Packet",\n  "sameAs": ["https://a.example/", 7] }';
  const result = parseJson(text);
  assert.ok("tree" in result && result.tree.kind === "map");
  const sameAs = result.tree.entries.get("sameAs");
  assert.is(sameAs?.at, text.indexOf('"sameAs"'));
  assert.ok(sameAs?.tree.kind === "list");
  assert.equal(
    sameAs.tree.items.map(({ at }) => at),
    [text.indexOf('"https'), text.indexOf("7]")],
  );
});

for (const [text, at, reason] of [
  ['{ "a": 1, "a": 2 }', 10, "a stands twice"],
  ['{ "b": [ { "a": 1, "a": 2 } ] }', 19, "a stands twice"],
  ['{ "a": 1, }', 10, '"}" cannot stand there'],
  ['{ "a": ', 6, "it ends too early"],
  ["[".repeat(60) + "]".repeat(60), 41, "it is nested too deep"],
] as const)
  json(`refuses ${text.slice(0, 40)}`, () => {
    const result = parseJson(text);
    assert.ok("faults" in result);
    assert.equal([result.faults[0]?.at, result.faults[0]?.reason], [at, reason]);
  });

for (const name of ["__proto__", "constructor", "prototype"])
  json(`refuses the key ${name}`, () => {
    const result = parseJson(`{ "a": { "${name}": {} } }`);
    assert.ok("faults" in result);
    assert.is(result.faults[0]?.forbidden, name);
  });

json.run();
