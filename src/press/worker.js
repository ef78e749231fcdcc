/**
 * What a worker's thread is started with. In JavaScript, since a thread begins without tsx even where the process runs
 * by it: tsx registers itself in the main thread alone. The rest is loaded as Eleventy loads a site's configuration,
 * so that there is one of each module.
 */
if (process.execArgv.some((argument) => /(^|[\\/=])tsx([\\/]|$)/.test(argument))) {
  const { register } = await import("tsx/esm/api");
  register();
}

/** @param {import("./hand.ts").ReadTask} task */
export async function read(task) {
  const { readPortion } = await import("./hand.ts");
  return readPortion(task);
}

/** @param {import("./hand.ts").PrintTask} task */
export async function print(task) {
  const { printPortion } = await import("./hand.ts");
  return printPortion(task);
}
