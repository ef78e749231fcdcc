/** What a worker's thread begins with. The rest is loaded as Eleventy loads a site's configuration: so there is one of each module. */
import "./source-loader.js";

/** @param {import("./hand.ts").ReadTask} task */
export async function read(task) {
  const { readPortion } = await import("./hand.ts");
  return readPortion(task);
}

/** @param {import("./hand.ts").CheckTask} task */
export async function check(task) {
  const { checkPortion } = await import("./hand.ts");
  return checkPortion(task);
}

/** @param {import("./hand.ts").PrintTask} task */
export async function print(task) {
  const { printPortion } = await import("./hand.ts");
  return printPortion(task);
}
