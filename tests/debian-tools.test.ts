import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hasTool, installTools, type Tool } from "./debian-tools.ts";

const there: Tool = { package: "nodejs", probe: [process.execPath, "--version"] };
const missing: Tool = { package: "no-such-thing", probe: ["no-such-thing", "--version"] };
const debian = suite("Debian's tools");

/** What was run; the named commands end badly. */
function attempts(tools: readonly Tool[], failing: readonly string[], isRoot = true): string[] {
  const said: string[] = [];
  const attempt = (command: string, words: readonly string[]) => {
    if (words[0] !== "--version")
      said.push([command, ...words.filter((word) => !/^-|=/.test(word))].join(" "));
    return !failing.includes(command);
  };
  installTools(tools, attempt, isRoot);
  return said;
}

debian("are installed only when missing, after one update", () => {
  assert.equal(attempts([there, missing], ["no-such-thing"]), [
    "apt-get update",
    "apt-get install no-such-thing",
  ]);
  assert.equal(attempts([there, missing], []), []);
});

debian("are left alone without root, and without apt-get", () => {
  assert.equal(attempts([missing], ["no-such-thing"], false), []);
  assert.equal(attempts([missing], ["no-such-thing", "apt-get"]), []);
});

debian("that are missing are told, or refused where they are required", () => {
  assert.is(hasTool(there, "anything", true), true);
  const said: string[] = [];
  const tell = (line: string) => said.push(line);
  assert.is(hasTool(missing, "the feeds", false, tell), false);
  assert.equal(said, ["! Not tested: the feeds. Debian's package no-such-thing is not installed."]);
  assert.throws(() => hasTool(missing, "the feeds", true), /Not tested: the feeds/);
});

debian.run();
