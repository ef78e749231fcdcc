import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readSurroundings } from "../../src/press/surroundings.ts";
import { copyOf, makeSite, masthead } from "../site.ts";
import { printThroughEleventy } from "../through-eleventy.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-surroundings-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

function surroundingsIn(runMode: string, showsRunMode: boolean, configuration = "export default () => {};") {
  const config = join(folder, "eleventy.config.js");
  writeFileSync(config, configuration);
  return readSurroundings({ eleventy: { version: "3.1.8", env: { runMode, config } } }, showsRunMode);
}

const modes = suite("what Eleventy's run mode changes");

modes("nothing, where nobody names it: what was built is there for whoever watches", () => {
  assert.equal(surroundingsIn("watch", false), surroundingsIn("build", false));
});

modes("data, where a template names it", () => {
  assert.is.not(surroundingsIn("watch", true).data, surroundingsIn("build", true).data);
});

modes("data, where a site is served: its plugins may print otherwise", () => {
  assert.is.not(surroundingsIn("serve", false).data, surroundingsIn("build", false).data);
});

for (const name of ["process.env.ELEVENTY_RUN_MODE", "({ runMode }) => runMode"]) {
  modes(`machinery, where the configuration says ${name}`, () => {
    const configuration = `export default () => ${name};`;
    const [watched, built] = ["watch", "build"].map((mode) => surroundingsIn(mode, false, configuration));
    assert.is.not(watched?.machinery, built?.machinery);
    assert.is(watched?.data, built?.data);
  });
}

const footer = "_includes/broadsheet/parts/footer.njk";

for (const [words, isPrinted] of [
  ["", false],
  ["{{ eleventy.env.runMode }}", true],
] as const) {
  modes(
    `pages of a site, ${isPrinted ? "whose footer shows it" : "none, where no template shows it"}`,
    async () => {
      const site = makeSite({
        "_data/masthead.json": masthead,
        "articles/a.md": copyOf({ headline: "A", published: "2026-05-01" }),
        [footer]: `<footer>${words}</footer>`,
      });
      const printIn = async (runMode: "build" | "watch") => {
        const { summary } = await printThroughEleventy(site, {}, undefined, runMode);
        return summary.printed.includes("/");
      };
      assert.is(await printIn("build"), true);
      assert.is(await printIn("build"), false);
      assert.is(await printIn("watch"), isPrinted);
    },
  );
}

modes.run();
