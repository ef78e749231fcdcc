import { join } from "node:path";

// Compiled, all code lies in `dist` itself, whatever room it is from: only a file of `src` itself finds its way from there.

/** Folder of this code: `src` or, compiled, `dist`. */
export const codeFolder = import.meta.dirname;

/** How the code's files end: in `.ts` or, compiled, in `.js`. */
export const codeEnding = import.meta.filename.slice(-3);

/** Folder of the package: it holds `_includes` and this code. */
export const packageFolder = join(codeFolder, "..");
