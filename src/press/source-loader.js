/**
 * Lets a thread read TypeScript where the process does: tsx registers itself in the main thread alone. In JavaScript,
 * as are the files that threads begin with.
 */
if (process.execArgv.some((argument) => /(^|[\\/=])tsx([\\/]|$)/.test(argument))) {
  const { register } = await import("tsx/esm/api");
  register();
}
