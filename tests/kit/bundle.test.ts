import { suite } from "uvu";
import * as assert from "uvu/assert";
import { bundleFiles, openBundle } from "../../src/kit/bundle.ts";

const bundles = suite("bundles of files");

bundles("give back their files, whatever their names and bytes are", () => {
  const files = new Map<string, Uint8Array>([
    ["a/b.bin", Buffer.from([0x0a, 0x00, 0xff, 0x0a])],
    ["ű\n", Buffer.from("[]\n")],
    ["empty", Buffer.alloc(0)],
  ]);
  assert.equal([...openBundle(bundleFiles(files))].map(listed), [...files].map(listed));
  assert.is(openBundle(bundleFiles(new Map())).size, 0);
});

function listed([name, bytes]: readonly [string, Uint8Array]): [string, number[]] {
  return [name, [...bytes]];
}

bundles.run();
