import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parseDomain, parseManagers, parseSeller } from "../../src/desk/ads-lines.ts";

const domains = suite("parseDomain");
for (const [written, expected] of [
  ["Packet.Example", "packet.example"],
  ["a-b.c1.xn--p1ai", "a-b.c1.xn--p1ai"],
  ["localhost", undefined],
  ["https://packet.example", undefined],
  ["packet.example/ads", undefined],
  ["-packet.example", undefined],
  ["packet..example", undefined],
] as const)
  domains(`${written} is ${expected ?? "none"}`, () => assert.is(parseDomain(written), expected));
domains.run();

const sellers = suite("parseSeller");
const lines: readonly (readonly [string, string | undefined])[] = [
  ["google.com, pub-1234, DIRECT, f08c47fec0942fa0", "google.com, pub-1234, DIRECT, f08c47fec0942fa0"],
  ["Google.com,pub-1234,reseller", "google.com, pub-1234, RESELLER"],
  ["google.com, pub-1234", undefined],
  ["google.com, , DIRECT", undefined],
  ["google.com, pub 1234, DIRECT", undefined],
  ["google, pub-1234, DIRECT", undefined],
  ["google.com, pub-1234, BOTH", undefined],
  ["google.com, pub-1234, DIRECT,", undefined],
  ["google.com, pub-1234, DIRECT, f08c, more", undefined],
  ["google.com, pub-1234, DIRECT # ours", undefined],
  ["OWNERDOMAIN=packet.example", undefined],
];
for (const [written, expected] of lines)
  sellers(`${written} is ${expected ?? "no record"}`, () => assert.is(parseSeller(written), expected));
sellers.run();

const managers = suite("parseManagers");
managers("reads one without a country and one for each", () => {
  const read = parseManagers(["A.example", "b.example,ie", "c.example, GB"]);
  assert.equal(read, ["a.example", "b.example, IE", "c.example, GB"]);
});
for (const wrong of [
  ["a.example", "b.example"],
  ["a.example, IE", "b.example, ie"],
  ["a.example, Ireland"],
  ["a.example, "],
  ["a"],
  ["a.example, IE, GB"],
])
  managers(`refuses ${wrong.join(" with ")}`, () => assert.is(parseManagers(wrong), undefined));
managers.run();
